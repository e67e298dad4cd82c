import type { SlipView } from '../../../library/stories/process/process-view.ts'
import type { StoryRecord } from '../../../library/stories/story.schema.ts'

/** A slip with what was in it, as far as it is read here. */
export interface SlipContents extends SlipView {
  readonly record?: StoryRecord | undefined
  /** Cleaned copies, by the id that the record gives the picture. */
  readonly pictures: readonly { readonly mediaId: string; readonly sha256: string; readonly mediaType: string }[]
  /** What was asked for and not done yet. */
  readonly remarks: readonly { readonly quote?: string | undefined; readonly text: string }[]
}
