import type { Kysely } from 'kysely'
import type { LibraryTables, SearchGapTable } from '../../store/schema.ts'
import type { SearchGap } from './saved-view.ts'

type Db = Kysely<LibraryTables>

/** Newest first. */
export async function listSearchGaps(db: Db): Promise<SearchGap[]> {
  const rows = await db.selectFrom('search_gap').selectAll().orderBy('noted_at', 'desc').orderBy('id').execute()
  return rows.map(toSearchGap)
}

export async function insertSearchGap(db: Db, gap: SearchGap): Promise<void> {
  await db
    .insertInto('search_gap')
    .values({ id: gap.id, query: gap.query, note: gap.note, noted_at: gap.notedAt, exported_at: null })
    .execute()
}

export async function updateSearchGap(db: Db, id: string, note: string): Promise<void> {
  await db.updateTable('search_gap').set({ note }).where('id', '=', id).execute()
}

export async function deleteSearchGap(db: Db, id: string): Promise<void> {
  await db.deleteFrom('search_gap').where('id', '=', id).execute()
}

/** Remembers that all that is noted by now was written to a file. */
export async function markSearchGapsExported(db: Db, at: string): Promise<void> {
  await db.updateTable('search_gap').set({ exported_at: at }).execute()
}

const toSearchGap = (row: SearchGapTable): SearchGap => ({
  id: row.id,
  query: row.query,
  note: row.note,
  notedAt: row.noted_at,
  ...(row.exported_at !== null && { exportedAt: row.exported_at }),
})
