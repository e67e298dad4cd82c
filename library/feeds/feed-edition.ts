import type { Attachment, RevisionContent } from '../items/revision.schema.ts'
import type { Validity } from '../items/validity.ts'
import type { PublicStory } from '../stories/story.schema.ts'
import type { FeedDefinition } from './feed.schema.ts'
import type { FeedEntry } from './feed-view.ts'

/** Everything that a column's outputs are written from, read once: the same edition gives the same bytes. */
export interface FeedEdition {
  readonly id: string
  /** `tag:` URI, the same for ever. */
  readonly uri: string
  readonly definition: FeedDefinition
  readonly issue: number
  readonly issuedAt: string
  /** Every entry there ever was, newest first. */
  readonly entries: readonly FeedEntry[]
  /** The stories of entries that stand, in the revision their entry names. */
  readonly stories: ReadonlyMap<string, EditionStory>
  /** The office's other columns, for the OPML. */
  readonly columns: readonly { readonly id: string; readonly title: string; readonly address?: string | undefined }[]
  /** Answers to readers' questions, by the id of their entry. */
  readonly answers: ReadonlyMap<string, readonly { readonly question: string; readonly answer: string }[]>
}

export interface EditionStory {
  readonly id: string
  readonly revision: string
  readonly content: RevisionContent
  readonly story: PublicStory
  readonly pictures: readonly Attachment[]
  readonly publishedOn: string
  /** The provisions it shows, with their text as it is in the library now. */
  readonly policies: readonly EditionPolicy[]
}

export interface EditionPolicy {
  readonly title: string
  readonly provision?: string | undefined
  readonly validity?: Validity | undefined
  readonly effectiveFrom?: string | undefined
  /** The provision's sanitised HTML; absent where the library does not hold it. */
  readonly html?: string | undefined
  readonly note?: string | undefined
}
