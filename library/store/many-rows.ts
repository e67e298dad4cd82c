import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { LibraryTables } from './schema.ts'

/** Rows read or written by one statement: enough that the statement's own cost no longer shows. */
export const ROWS_TOGETHER = 500

/** For `where(column, 'in', listed(names))`: however many there are, the statement is the same and stays prepared. */
export const listed = (values: readonly string[]): RawBuilder<string> =>
  sql<string>`(SELECT value FROM json_each(${JSON.stringify(values)}))`

/**
 * Writes many rows by one statement that stays prepared; the values go along as one JSON text. Not for long texts.
 * @param known what becomes of a row whose key is there already
 */
export async function writeRows<T extends keyof LibraryTables & string>(
  db: Kysely<LibraryTables>,
  table: T,
  rows: readonly Record<string, string | number | null>[],
  known: 'is refused' | 'stays' | { readonly replacedBy: string },
): Promise<void> {
  const first = rows[0]
  if (!first) return
  const columns = Object.keys(first)
  const values = sql.join(columns.map((column) => sql`value ->> ${sql.lit(`$.${column}`)}`))
  const insert = sql`INSERT INTO ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})`
  const conflict = onConflict(columns, known)
  for (let from = 0; from < rows.length; from += ROWS_TOGETHER) {
    const some = JSON.stringify(rows.slice(from, from + ROWS_TOGETHER))
    await sql`${insert} SELECT ${values} FROM json_each(${some}) WHERE true ${conflict}`.execute(db)
  }
}

/** Changes many rows by one statement that stays prepared. Each names its key and the same columns. */
export async function changeRows<T extends keyof LibraryTables & string>(
  db: Kysely<LibraryTables>,
  table: T,
  key: string,
  rows: readonly Record<string, string | number | null>[],
): Promise<void> {
  const first = rows[0]
  if (!first) return
  const value = (column: string) => sql`value ->> ${sql.lit(`$.${column}`)}`
  const rest = Object.keys(first).filter((column) => column !== key)
  const set = sql.join(rest.map((column) => sql`${sql.ref(column)} = ${value(column)}`))
  for (let from = 0; from < rows.length; from += ROWS_TOGETHER) {
    const some = JSON.stringify(rows.slice(from, from + ROWS_TOGETHER))
    await sql`UPDATE ${sql.table(table)} SET ${set} FROM json_each(${some}) WHERE ${sql.ref(`${table}.${key}`)} = ${value(key)}`.execute(
      db,
    )
  }
}

function onConflict(columns: readonly string[], known: Parameters<typeof writeRows>[3]): RawBuilder<unknown> {
  if (known === 'is refused') return sql``
  if (known === 'stays') return sql`ON CONFLICT DO NOTHING`
  const rest = columns.filter((column) => column !== known.replacedBy)
  const set = sql.join(rest.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`))
  return sql`ON CONFLICT (${sql.ref(known.replacedBy)}) DO UPDATE SET ${set}`
}
