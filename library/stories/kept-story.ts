import type { StoryState } from './process/process-view.ts'
import type { StoryRecord } from './story.schema.ts'

/** An own story as it is kept. Times are ISO 8601, days `YYYY-MM-DD`. */
export interface KeptStory {
  readonly id: string
  readonly state: StoryState
  readonly record: StoryRecord
  /** Of the record's canonical form. */
  readonly recordSha256: string
  readonly dueOn?: string | undefined
  readonly scheduledFor?: string | undefined
  readonly reviewOn?: string | undefined
  readonly publishedOn?: string | undefined
  /** The record that readers see, and the revision it became. */
  readonly publishedRecord?: string | undefined
  readonly revision?: string | undefined
  readonly createdBy: string
  readonly createdAt: string
  readonly updatedAt: string
  readonly discardedAt?: string | undefined
}
