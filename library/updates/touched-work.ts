import type { Kysely } from 'kysely'
import type { LibraryTables } from '../store/schema.ts'

/** A place where a piece of the person's own work cites an item. */
export interface Citation {
  /** The id of the piece of work. */
  readonly id: string
  /** What it says or is called, short. */
  readonly title: string
  /** Where it is opened: a path of the window. */
  readonly open: string
  readonly itemId: string
  /** The passage cited; absent for the whole item. */
  readonly anchor?: string | undefined
}

/**
 * A kind of the person's own work that may cite items: notes, favourites, filled forms, meetings …
 * Each kind registers itself at the composition root, so that an update can say what it touches.
 */
export interface CitingWork {
  readonly work: string
  /** Its name in Chinese, for people. */
  readonly workName: string
  /** The citations of any of these items, in a sensible order. */
  citationsOf(db: Kysely<LibraryTables>, itemIds: readonly string[]): Promise<readonly Citation[]>
}
