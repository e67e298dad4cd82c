import type { Kysely } from 'kysely'
import type { LibraryTables } from '../store/schema.ts'
import { compareBodies } from './compare-revisions.ts'
import { findHistory, findItemContent, pickRevision } from './item-queries.ts'
import type { Comparison, PassageChange } from './item-view.ts'

/** Compares two revisions of an item; by default the current one with the one before it. */
export async function compareItem(
  db: Kysely<LibraryTables>,
  itemId: string,
  revisions: { readonly from?: string | undefined; readonly to?: string | undefined },
  now: Date,
): Promise<Comparison> {
  const history = await findHistory(db, itemId, now)
  const to = pickRevision(history, revisions.to, itemId)
  const before = history[history.indexOf(to) + 1] ?? to
  const from = revisions.from === undefined ? before : pickRevision(history, revisions.from, itemId)
  const [older, newer] = await Promise.all(
    [from, to].map(async (entry) => (await findItemContent(db, itemId, entry.revision, now)).content),
  )
  const passages = compareBodies(older?.body ?? '', newer?.body ?? '')
  const count = (...types: PassageChange['type'][]) => passages.filter((passage) => types.includes(passage.type)).length
  return {
    itemId,
    from,
    to,
    summary: {
      added: count('added'),
      removed: count('removed'),
      changed: count('changed'),
      same: count('same', 'moved'),
    },
    passages,
  }
}
