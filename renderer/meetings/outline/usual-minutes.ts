import type { MeetingPartType } from '../../../library/meetings/outline/outline.schema.ts'

/** What a part takes when nobody has said. */
export const USUAL_MINUTES: Readonly<Record<MeetingPartType, number>> = {
  opening: 5,
  reading: 20,
  story: 15,
  scene: 25,
  discussion: 20,
  exercise: 30,
  quiz: 10,
  closing: 5,
}
