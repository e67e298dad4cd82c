import type { MeetingPartType } from '../outline/outline.schema.ts'
import type { FlowingBlock } from './block-atoms.ts'
import type { DeckPicture, Slide, SlideCitation } from './deck.ts'

/** A block with the citations that stand on every slide it stands on. */
export interface DraftBlock {
  readonly block: FlowingBlock
  readonly cites?: readonly SlideCitation[] | undefined
}

/** What is to be shown together, before it is known how many slides it takes. */
export interface SlideDraft {
  readonly layout: Slide['layout']
  readonly title: string
  readonly kicker?: string | undefined
  /** The outline's part; absent for the cover, the agenda and the end. */
  readonly partId?: string | undefined
  readonly partType?: MeetingPartType | undefined
  readonly blocks: readonly DraftBlock[]
  /** Beside the text, where it fits; otherwise on a slide of its own. */
  readonly beside?: DeckPicture | undefined
  /** One or two, with nothing else. */
  readonly pictures?: readonly DeckPicture[] | undefined
  readonly notes?: readonly string[] | undefined
  readonly minutes?: number | undefined
  readonly plays?: string | undefined
}
