import type { Kysely } from 'kysely'
import type { LibraryTables, SavedSearchTable } from '../../store/schema.ts'
import type { SavedSearch } from './saved-view.ts'

type Db = Kysely<LibraryTables>

/** In the order the person gave them. */
export async function listSavedSearches(db: Db): Promise<SavedSearch[]> {
  const rows = await db.selectFrom('saved_search').selectAll().orderBy('place').orderBy('created_at').execute()
  return rows.map(toSavedSearch)
}

export async function insertSavedSearch(db: Db, saved: SavedSearch): Promise<void> {
  const { place } = await db
    .selectFrom('saved_search')
    .select((select) => select.fn.max('place').as('place'))
    .executeTakeFirstOrThrow()
  await db
    .insertInto('saved_search')
    .values({
      id: saved.id,
      name: saved.name,
      address: saved.address,
      place: (place ?? 0) + 1,
      seen_total: null,
      created_at: saved.createdAt,
    })
    .execute()
}

export async function updateSavedSearch(
  db: Db,
  id: string,
  change: { readonly name?: string | undefined; readonly seenTotal?: number | undefined },
): Promise<void> {
  const set = {
    ...(change.name !== undefined && { name: change.name }),
    ...(change.seenTotal !== undefined && { seen_total: change.seenTotal }),
  }
  if (Object.keys(set).length > 0) await db.updateTable('saved_search').set(set).where('id', '=', id).execute()
}

export async function deleteSavedSearch(db: Db, id: string): Promise<void> {
  await db.deleteFrom('saved_search').where('id', '=', id).execute()
}

/** Those not named keep their place behind the named ones. */
export async function orderSavedSearches(db: Db, ids: readonly string[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const known = (await listSavedSearches(trx)).map((saved) => saved.id)
    const order = [...ids.filter((id) => known.includes(id)), ...known.filter((id) => !ids.includes(id))]
    for (const [place, id] of order.entries()) {
      await trx.updateTable('saved_search').set({ place }).where('id', '=', id).execute()
    }
  })
}

const toSavedSearch = (row: SavedSearchTable): SavedSearch => ({
  id: row.id,
  name: row.name,
  address: row.address,
  createdAt: row.created_at,
  ...(row.seen_total !== null && { seenTotal: row.seen_total }),
})
