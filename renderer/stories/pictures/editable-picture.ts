import type { BlurredRegion } from '../../../library/stories/story.schema.ts'

/** A picture whose regions can be blurred: of a story, a meeting, a guide. */
export interface EditablePicture {
  readonly id: string
  readonly sha256: string
  readonly name: string
  readonly mediaType: string
  readonly caption?: string | undefined
  readonly alternative?: string | undefined
  readonly looked?: boolean | undefined
  readonly blurred?: BlurredRegion[] | undefined
}
