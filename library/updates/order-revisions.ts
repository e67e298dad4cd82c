import type { Kysely } from 'kysely'
import { recordAgain } from '../items/items.repository.ts'
import { listed, ROWS_TOGETHER } from '../store/many-rows.ts'
import type { LibraryTables } from '../store/schema.ts'
import type { ManifestEntry } from './repository-format.ts'
import { refuseUpdate } from './update-refused-error.ts'

type Db = Kysely<LibraryTables>

/**
 * Sees that the revisions of entries stand in the publisher's order, and that what arrived counts as recorded now,
 * after whatever the person wrote while it was on its way.
 * @param wholly false where a version was gone back to under another subscription: what it lacks comes with the next update
 * @throws {UpdateRefusedError} OFFER_CHANGED when something is wanting all the same: topics were chosen meanwhile
 */
export async function orderRevisions(
  trx: Db,
  entries: readonly ManifestEntry[],
  now: Date,
  wholly: boolean,
): Promise<void> {
  for (let from = 0; from < entries.length; from += ROWS_TOGETHER) {
    const some = entries.slice(from, from + ROWS_TOGETHER)
    const { sequence, arriving, othersOf } = await readOrder(trx, some)
    for (const entry of some) {
      let last = 0
      for (const { sha256 } of entry.revisions) {
        const recorded = sequence.get(sha256)
        if (recorded === undefined && wholly) throw refuseUpdate('OFFER_CHANGED', entry.title)
        if (recorded === undefined) continue
        const isNew = arriving.has(sha256)
        const least = isNew ? Math.max(last, othersOf.get(entry.id) ?? 0) : last
        last = recorded < least ? await recordAgain(trx, sha256, isNew ? undefined : now.toISOString()) : recorded
      }
    }
  }
}

/** In which order the revisions of entries are recorded, which of them are new, and the last of the others by item. */
async function readOrder(trx: Db, entries: readonly ManifestEntry[]) {
  const names = listed(entries.flatMap(({ revisions }) => revisions.map(({ sha256 }) => sha256)))
  const rows = await trx
    .selectFrom('revision')
    .leftJoin('arriving_revision', 'arriving_revision.sha256', 'revision.sha256')
    .where('revision.sha256', 'in', names)
    .select(['revision.sha256', 'recorded_seq', 'revision.item_id', 'arriving_revision.sha256 as arriving'])
    .execute()
  const arriving = rows.filter((row) => row.arriving !== null)
  const others = await trx
    .selectFrom('revision')
    .where('item_id', 'in', listed([...new Set(arriving.map((row) => row.item_id))]))
    .where('sha256', 'not in', (from) => from.selectFrom('arriving_revision').select('arriving_revision.sha256'))
    .groupBy('item_id')
    .select(['item_id', (select) => select.fn.max('recorded_seq').as('last')])
    .execute()
  return {
    sequence: new Map(rows.map((row) => [row.sha256, row.recorded_seq])),
    arriving: new Set(arriving.map((row) => row.sha256)),
    othersOf: new Map(others.map((row) => [row.item_id, row.last])),
  }
}
