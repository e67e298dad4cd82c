import type { Kysely } from 'kysely'
import { localDate } from '../items/record-revision.ts'
import { listed, ROWS_TOGETHER, writeRows } from '../store/many-rows.ts'
import type { LibraryTables, TextConflictTable } from '../store/schema.ts'
import { arrangeItems } from './arrange-items.ts'
import { type ItemState, readItemStates } from './item-states.repository.ts'
import { type Decision, offeredRevisions } from './offered-revisions.ts'
import { isSubscribed } from './plan-update.ts'

type Db = Kysely<LibraryTables>

/** An item with what was decided of it. */
interface Settled extends ItemState {
  readonly decision: Decision
  /** The strongest channel that offers it. */
  readonly winner: string | undefined
}

/**
 * Decides anew, in the caller's transaction, which revisions of items count, after a channel, its order or the
 * person's choice changed. Revisions themselves are never changed or removed. An item that nobody offers any more and
 * that is not the person's own is put away, with the reason; it comes back when it is offered again.
 * @returns those of which the person's own text stands against the channel's
 */
export async function settleItems(trx: Db, itemIds: readonly string[], now: Date): Promise<ReadonlySet<string>> {
  const against = new Set<string>()
  const at = now.toISOString()
  for (let from = 0; from < itemIds.length; from += ROWS_TOGETHER) {
    const settled = (await readItemStates(trx, itemIds.slice(from, from + ROWS_TOGETHER))).map(settle)
    await markCounting(trx, settled)
    await keepConflicts(trx, settled, at)
    const offered = settled.filter(({ decision }) => decision.counting.size > 0)
    const gone = settled.filter(({ decision }) => decision.counting.size === 0)
    // One whose first version is still arriving was never here.
    await bury(
      trx,
      gone.filter(({ item }) => item.revisions > 0),
      at,
    )
    await bringBack(trx, offered)
    await arrangeItems(
      trx,
      offered.map(({ item, buried, winner, revisions, decision }) => ({
        // What the person put away stays away; what a channel took back returns, and what has arrived is here.
        item: {
          ...item,
          put_away_at: buried || item.revisions === 0 ? null : item.put_away_at,
          channel: winner ?? null,
        },
        counting: revisions.filter(({ sha256 }) => decision.counting.has(sha256)),
      })),
      { at, today: localDate(now) },
    )
    for (const { item, decision } of offered) if (decision.conflict) against.add(item.id)
  }
  return against
}

function settle(state: ItemState): Settled {
  const winner = state.says.find(({ entry, topics }) => !entry.withdrawn && isSubscribed(entry, topics))
  const decision = offeredRevisions({
    revisions: state.revisions,
    offered: winner?.entry.revisions.map(({ sha256 }) => sha256),
    choiceBetween: (own, offered) => choiceMade(state.conflict, own, offered),
  })
  return { ...state, decision, winner: winner?.channel }
}

async function markCounting(trx: Db, settled: readonly Settled[]): Promise<void> {
  for (const counts of [false, true]) {
    const names = settled.flatMap(({ revisions, decision }) =>
      revisions.filter((one) => one.counts !== counts && decision.counting.has(one.sha256) === counts),
    )
    if (names.length === 0) continue
    await trx
      .updateTable('revision')
      .set({ offered: counts ? 1 : 0 })
      .where('sha256', 'in', listed(names.map(({ sha256 }) => sha256)))
      .execute()
  }
}

async function keepConflicts(trx: Db, settled: readonly Settled[], at: string): Promise<void> {
  const over = settled.filter(({ conflict, decision, winner }) => conflict && !(decision.conflict && winner))
  if (over.length > 0) {
    const ids = listed(over.map(({ item }) => item.id))
    await trx.deleteFrom('text_conflict').where('item_id', 'in', ids).execute()
  }
  const rows = settled.flatMap(({ item, conflict: before, decision: { conflict }, winner }) => {
    if (!conflict || winner === undefined) return []
    const same = before?.own === conflict.own && before.offered === conflict.offered
    return {
      item_id: item.id,
      channel: winner,
      own: conflict.own,
      offered: conflict.offered,
      base: conflict.base ?? null,
      since: same ? before.since : at,
      choice: choiceMade(before, conflict.own, conflict.offered) ?? null,
    }
  })
  await writeRows(trx, 'text_conflict', rows, { replacedBy: 'item_id' })
}

/** A text once given up for the channel's stays given up; one kept is asked about again when the channel's changes. */
function choiceMade(
  before: TextConflictTable | undefined,
  own: string,
  offered: string,
): 'own' | 'channel' | undefined {
  if (before?.own !== own) return undefined
  if (before.choice === 'channel') return 'channel'
  return before.choice === 'own' && before.offered === offered ? 'own' : undefined
}

async function bury(trx: Db, settled: readonly Settled[], at: string): Promise<void> {
  const rows = settled.map(({ item, says }) => {
    const said = says.find(({ entry }) => entry.withdrawn)
    return {
      item_id: item.id,
      channel: said?.channel ?? '',
      withdrawn_on: said?.entry.withdrawn?.withdrawnOn ?? at.slice(0, 10),
      reason: said?.entry.withdrawn?.reason ?? '频道里已经没有这一份。',
      replaced_by: said?.entry.withdrawn?.replacedBy ?? null,
    }
  })
  await writeRows(trx, 'tombstone', rows, { replacedBy: 'item_id' })
  const seen = settled.filter(({ item }) => !item.put_away_at).map(({ item }) => item.id)
  if (seen.length === 0) return
  await trx.updateTable('item').set({ put_away_at: at }).where('id', 'in', listed(seen)).execute()
  await writeRows(
    trx,
    'change',
    seen.map((id) => ({ item_id: id, at })),
    'is refused',
  )
}

async function bringBack(trx: Db, settled: readonly Settled[]): Promise<void> {
  const back = settled.filter(({ buried }) => buried).map(({ item }) => item.id)
  if (back.length > 0) await trx.deleteFrom('tombstone').where('item_id', 'in', listed(back)).execute()
}
