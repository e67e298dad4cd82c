import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'

type Db = Kysely<LibraryTables>

/** A revision as it is kept: its canonical form, JSON. */
export async function findCanonicalForm(db: Db, sha256: string): Promise<string | undefined> {
  return (await db.selectFrom('revision').where('sha256', '=', sha256).select('content').executeTakeFirst())?.content
}

/** What is here of an item: the revision that counts now, and every one that ever did. */
export async function findHere(
  db: Db,
  itemId: string,
): Promise<{ current: string; revisions: ReadonlySet<string> } | undefined> {
  const item = await db
    .selectFrom('item')
    .where('id', '=', itemId)
    .where('revisions', '>', 0)
    .select('current_revision')
    .executeTakeFirst()
  if (!item) return undefined
  const rows = await db
    .selectFrom('revision')
    .where('item_id', '=', itemId)
    .where('offered', '=', 1)
    .select('sha256')
    .execute()
  return { current: item.current_revision, revisions: new Set(rows.map(({ sha256 }) => sha256)) }
}
