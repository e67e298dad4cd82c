import type { MeetingPart, MeetingPartType } from '../../../library/meetings/outline/outline.schema.ts'

/** In the order they usually come in a meeting. */
export const partTypes = [
  'opening',
  'reading',
  'story',
  'scene',
  'discussion',
  'exercise',
  'quiz',
  'closing',
] as const satisfies readonly MeetingPartType[]

/** A part of which nothing is written yet; its id is given where it is put in. */
export function emptyPart(type: MeetingPartType, title: string, minutes: number): MeetingPart {
  const common = { id: '', title, minutes, notes: '', pictures: [], cites: [] }
  switch (type) {
    case 'opening':
    case 'reading':
      return { ...common, type, text: '' }
    case 'story':
      return { ...common, type, ask: [] }
    case 'scene':
      return { ...common, type }
    case 'discussion':
      return { ...common, type, text: '', questions: [] }
    case 'exercise':
      return { ...common, type, text: '', tasks: [] }
    case 'quiz':
      return { ...common, type, questions: [] }
    case 'closing':
      return { ...common, type, text: '', todo: [] }
  }
}
