import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'

type Db = Kysely<LibraryTables>

/** A revision as it is kept: its canonical form, JSON. */
export async function findCanonicalForm(db: Db, sha256: string): Promise<string | undefined> {
  return (await db.selectFrom('revision').where('sha256', '=', sha256).select('content').executeTakeFirst())?.content
}

/**
 * What is here of an item: the revision that counts now, and every one that counts. None counts of an item that was
 * withdrawn, or that is just arriving with an update.
 */
export async function findHere(
  db: Db,
  itemId: string,
): Promise<{ current: string | undefined; revisions: ReadonlySet<string> } | undefined> {
  const item = await db
    .selectFrom('item')
    .where('id', '=', itemId)
    .select(['current_revision', 'revisions'])
    .executeTakeFirst()
  if (!item) return undefined
  const rows = await db
    .selectFrom('revision')
    .where('item_id', '=', itemId)
    .where('offered', '=', 1)
    .select('sha256')
    .execute()
  return {
    current: item.revisions > 0 ? item.current_revision : undefined,
    revisions: new Set(rows.map(({ sha256 }) => sha256)),
  }
}
