import type { Kysely } from 'kysely'
import { appendChange, findItem, setPutAway } from '../../items/items.repository.ts'
import type { LibraryTables } from '../../store/schema.ts'

type Db = Kysely<LibraryTables>

/** What no channel took back, but this office itself. */
const OWN = ''

/** Takes a published story away from readers; where it stood they find the day and the reason. */
export async function retireItem(
  trx: Db,
  itemId: string,
  facts: { readonly on: string; readonly reason: string; readonly at: string },
): Promise<void> {
  if (!(await findItem(trx, itemId))) return
  const tombstone = { channel: OWN, withdrawn_on: facts.on, reason: facts.reason, replaced_by: null }
  await trx
    .insertInto('tombstone')
    .values({ item_id: itemId, ...tombstone })
    .onConflict((conflict) => conflict.column('item_id').doUpdateSet(tombstone))
    .execute()
  await setPutAway(trx, itemId, facts.at)
  await appendChange(trx, itemId, facts.at)
}

/** Gives a retired story back to readers as they last saw it. */
export async function bringItemBack(trx: Db, itemId: string, at: string): Promise<void> {
  await trx.deleteFrom('tombstone').where('item_id', '=', itemId).where('channel', '=', OWN).execute()
  await setPutAway(trx, itemId, null)
  await appendChange(trx, itemId, at)
}
