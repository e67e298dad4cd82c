import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import type { ColumnMatch } from './known-view.ts'

type Db = Kysely<LibraryTables>

const keyOf = (columns: readonly string[]) => columns.join('\u001f')

/**
 * How columns of this shape were matched the last time: column to field, null for one left out.
 * @param target `book`, or `template:ID` with `/TABLE` behind it for the rows of a table
 */
export async function findColumnMatch(
  db: Db,
  target: string,
  columns: readonly string[],
): Promise<Record<string, string | null>> {
  const row = await db
    .selectFrom('column_match')
    .select('match')
    .where('target', '=', target)
    .where('columns', '=', keyOf(columns))
    .executeTakeFirst()
  // Written by saveColumnMatch alone.
  return row ? (JSON.parse(row.match) as Record<string, string | null>) : {}
}

export async function saveColumnMatch(
  db: Db,
  target: string,
  columns: readonly string[],
  match: readonly ColumnMatch[],
  at: string,
): Promise<void> {
  const fields = Object.fromEntries(match.map(({ column, field }) => [column, field ?? null]))
  const row = { match: JSON.stringify(fields), used_at: at }
  await db
    .insertInto('column_match')
    .values({ target, columns: keyOf(columns), ...row })
    .onConflict((conflict) => conflict.columns(['target', 'columns']).doUpdateSet(row))
    .execute()
}
