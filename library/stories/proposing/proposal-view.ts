import type { ColumnMatch } from '../../templates/known/known-view.ts'
import type { StoryRecord, StorySource } from '../story.schema.ts'

/** Where a proposed value was read. */
export interface ProposalSource {
  readonly field: string
  /** The words it was read from. */
  readonly quote: string
  /** How sure: 'certain' for what a heading or a column says, 'likely' for what the text suggests. */
  readonly confidence: 'certain' | 'likely'
}

/** A story as it was read from a file or a row: nothing is kept before a person confirms it. */
export interface StoryProposal {
  /** Of this upload. */
  readonly id: string
  readonly file: string
  /** Of a spreadsheet. */
  readonly row?: number | undefined
  readonly record: StoryRecord
  readonly read: readonly ProposalSource[]
  /** What was in the file and found no place. */
  readonly left: readonly string[]
  readonly warnings: readonly string[]
  /** A story that is here already and says nearly the same. */
  readonly like?: { readonly id: string; readonly title: string; readonly likeness: number } | undefined
  /** The story it became, once it was kept. */
  readonly kept?: string | undefined
}

/** A spreadsheet among the files, with what its columns were taken for. */
export interface ProposalSheet {
  readonly file: string
  readonly sheet: string
  /** Among the received sheets, so that it can be read again with other columns. */
  readonly received: string
  /** The spreadsheet itself. */
  readonly source?: StorySource['file'] | undefined
  readonly columns: readonly ColumnMatch[]
  /** What was noticed while it was read. */
  readonly notes: readonly string[]
}

export interface StoryProposals {
  readonly upload: string
  readonly proposals: readonly StoryProposal[]
  readonly skipped: readonly { readonly file: string; readonly code: string; readonly reason: string }[]
  /** Absent where there is none. */
  readonly sheets?: readonly ProposalSheet[] | undefined
}

/** What the job `propose-stories` ends with. */
export interface ProposingResult {
  readonly upload: string
  readonly proposals: number
  readonly skipped: number
  readonly seconds: number
}
