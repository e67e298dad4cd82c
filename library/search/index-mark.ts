import type { Kysely } from 'kysely'
import type { LibraryTables } from '../store/schema.ts'
import type { SqliteConnection } from '../store/sqlite-connection.ts'
import { readIndexMeta } from './index/index-schema.ts'

/**
 * False when the index holds a change that this library.db does not have: an older state of it, or
 * another library, was put in its place by hand. Such an index is rebuilt.
 */
export async function isIndexOf(db: Kysely<LibraryTables>, connection: SqliteConnection): Promise<boolean> {
  const seq = Number(readIndexMeta(connection, 'rebuild_to') ?? readIndexMeta(connection, 'indexed_seq') ?? 0)
  if (seq === 0) return true
  const change = await changeAt(db, seq)
  return change !== undefined && change === (readIndexMeta(connection, 'indexed_change') ?? change)
}

/** Remembers which change the index got to; its number alone could be another library's. */
export function saveIndexedChange(connection: SqliteConnection, change: string | undefined): void {
  connection.prepare("INSERT OR REPLACE INTO meta VALUES ('indexed_change', ?)").run([change ?? ''])
}

/** What tells a change from those with the same number in other libraries. */
export const nameOf = (change: { readonly item_id: string; readonly at: string }) => `${change.item_id} ${change.at}`

/** The name of a change by its number; undefined when the library has none such. */
export async function changeAt(db: Kysely<LibraryTables>, seq: number): Promise<string | undefined> {
  const row = await db.selectFrom('change').where('seq', '=', seq).select(['item_id', 'at']).executeTakeFirst()
  return row && nameOf(row)
}
