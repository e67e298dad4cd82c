import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import type { ColumnMatch } from './known-view.ts'

type Db = Kysely<LibraryTables>

const BETWEEN = '\u001f'
const SHAPES_LOOKED_AT = 200

const keyOf = (columns: readonly string[]) => columns.join(BETWEEN)

/**
 * How columns of this shape were matched the last time, or of one that has all but some of them: column to field, null
 * for one left out.
 * @param target `book`, or `template:ID` with `/TABLE` behind it for the rows of a table
 */
export async function findColumnMatch(
  db: Db,
  target: string,
  columns: readonly string[],
): Promise<Record<string, string | null>> {
  const rows = await db
    .selectFrom('column_match')
    .select(['columns', 'match'])
    .where('target', '=', target)
    .orderBy('used_at', 'desc')
    .limit(SHAPES_LOOKED_AT)
    .execute()
  const exact = rows.find((row) => row.columns === keyOf(columns))
  const row = exact ?? rows.find((one) => one.columns.split(BETWEEN).every((column) => columns.includes(column)))
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
