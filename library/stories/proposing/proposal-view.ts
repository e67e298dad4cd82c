import type { StoryRecord } from '../story.schema.ts'

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
}

export interface StoryProposals {
  readonly upload: string
  readonly proposals: readonly StoryProposal[]
  readonly skipped: readonly { readonly file: string; readonly code: string; readonly reason: string }[]
}
