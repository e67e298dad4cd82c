import type { Kysely } from 'kysely'
import type { LibraryTables } from '../store/schema.ts'
import type { SqliteConnection } from '../store/sqlite-connection.ts'

/**
 * False when the index holds a change that this library.db does not have: an older state of it, or
 * another library, was put in its place by hand. Such an index is rebuilt.
 */
export async function isIndexOf(db: Kysely<LibraryTables>, connection: SqliteConnection): Promise<boolean> {
  const seq = Number(readMeta(connection, 'rebuild_to') ?? readMeta(connection, 'indexed_seq') ?? 0)
  if (seq === 0) return true
  const change = await changeAt(db, seq)
  return change !== undefined && change === (readMeta(connection, 'indexed_change') ?? change)
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

/** Empties the file for another library's index; readers that have it open see the change. */
export function dropIndexTables(connection: SqliteConnection): void {
  for (const table of ['current_index', 'other_index', 'passage', 'document', 'meta']) {
    connection.exec(`DROP TABLE IF EXISTS ${table}`)
  }
}

function readMeta(connection: SqliteConnection, key: string): string | undefined {
  const row = connection.prepare('SELECT value FROM meta WHERE key = ?').get([key]) as { value: string } | undefined
  return row?.value
}
