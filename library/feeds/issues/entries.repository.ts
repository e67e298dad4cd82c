import type { Kysely } from 'kysely'
import type { FeedEntryTable, LibraryTables } from '../../store/schema.ts'
import type { FeedEntry } from '../feed-view.ts'

type Db = Kysely<LibraryTables>

/** A question and what was answered, as an entry carries it. */
export interface PrintedAnswer {
  readonly question: string
  readonly answer: string
}

/** An entry as it is kept. */
export interface KeptEntry extends FeedEntry {
  /** Counts over the column's entries, from 1. */
  readonly number: number
  readonly answers?: readonly PrintedAnswer[] | undefined
}

/** Every entry there ever was of a column, newest first. */
export async function findEntries(db: Db, feedId: string): Promise<KeptEntry[]> {
  const rows = await db
    .selectFrom('feed_entry')
    .where('feed_id', '=', feedId)
    .selectAll()
    .orderBy('number', 'desc')
    .execute()
  return rows.map(toEntry)
}

export async function insertEntries(db: Db, entries: readonly KeptEntry[]): Promise<void> {
  for (const entry of entries) await db.insertInto('feed_entry').values(toRow(entry)).execute()
}

/** What a correction changes of the entry it is about; its id and place stay. */
export async function correctEntry(
  db: Db,
  id: string,
  change: { readonly title: string; readonly revision: string | undefined; readonly at: string },
): Promise<void> {
  await db
    .updateTable('feed_entry')
    .set({ title: change.title, revision: change.revision ?? null, updated_at: change.at })
    .where('id', '=', id)
    .execute()
}

const toRow = (entry: KeptEntry): FeedEntryTable => ({
  id: entry.id,
  feed_id: entry.feedId,
  type: entry.type,
  story_id: entry.storyId ?? null,
  revision: entry.revision ?? null,
  title: entry.title,
  issue: entry.issue,
  published_at: entry.publishedAt,
  updated_at: entry.updatedAt,
  note: entry.note ?? null,
  of_entry: entry.of ?? null,
  body: entry.answers ? JSON.stringify(entry.answers) : null,
  number: entry.number,
})

/** The columns hold what this file wrote. */
const toEntry = (row: FeedEntryTable): KeptEntry => ({
  id: row.id,
  feedId: row.feed_id,
  type: row.type as FeedEntry['type'],
  storyId: row.story_id ?? undefined,
  revision: row.revision ?? undefined,
  title: row.title,
  issue: row.issue,
  publishedAt: row.published_at,
  updatedAt: row.updated_at,
  note: row.note ?? undefined,
  of: row.of_entry ?? undefined,
  answers: row.body === null ? undefined : (JSON.parse(row.body) as PrintedAnswer[]),
  number: row.number,
})
