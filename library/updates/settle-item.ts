import type { Kysely } from 'kysely'
import { appendChange, findItem, findTombstone, setPutAway } from '../items/items.repository.ts'
import { arrangeItem } from '../items/record-revision.ts'
import type { LibraryTables, TextConflictTable } from '../store/schema.ts'
import { entriesOfItem, findConflict } from './channels.repository.ts'
import { type Decision, type KnownRevision, offeredRevisions } from './offered-revisions.ts'
import { isSubscribed } from './plan-update.ts'
import type { ManifestEntry } from './repository-format.ts'

type Db = Kysely<LibraryTables>

/**
 * Decides anew, in the caller's transaction, which revisions of an item count, after a channel, its order or the
 * person's choice changed. Revisions themselves are never changed or removed. An item that nobody offers any more and
 * that is not the person's own is put away, with the reason; it comes back when it is offered again.
 * @returns true when the person's own text stands against the channel's
 */
export async function settleItem(trx: Db, itemId: string, now: Date): Promise<boolean> {
  const item = await findItem(trx, itemId)
  if (!item) return false
  const at = now.toISOString()
  const says = await entriesOfItem(trx, itemId)
  const winner = says.find(({ entry, topics }) => !entry.withdrawn && isSubscribed(entry, topics))
  const conflict = await findConflict(trx, itemId)
  const decision = offeredRevisions({
    revisions: await knownRevisions(trx, itemId),
    offered: winner?.entry.revisions.map(({ sha256 }) => sha256),
    choiceBetween: (own, offered) => choiceMade(conflict, own, offered),
  })
  await markCounting(trx, itemId, decision)
  await keepConflict(trx, itemId, winner?.channel, decision, conflict, at)
  const buried = await findTombstone(trx, itemId)
  if (decision.counting.size === 0) {
    const reason = says.find(({ entry }) => entry.withdrawn)
    await bury(trx, itemId, reason?.channel ?? '', reason?.entry, at)
    if (!item.put_away_at) {
      await setPutAway(trx, itemId, at)
      await appendChange(trx, itemId, at)
    }
    return false
  }
  if (buried) await trx.deleteFrom('tombstone').where('item_id', '=', itemId).execute()
  await arrangeItem(
    trx,
    // What the person put away stays away; what a channel took back returns.
    { ...item, put_away_at: buried ? null : item.put_away_at, channel: winner?.channel ?? null },
    now,
  )
  return decision.conflict !== undefined
}

async function knownRevisions(trx: Db, itemId: string): Promise<KnownRevision[]> {
  const rows = await trx
    .selectFrom('revision')
    .leftJoin('provenance', 'provenance.revision', 'revision.sha256')
    .where('item_id', '=', itemId)
    .select(['sha256', 'recorded_seq', 'issued_on', 'effective_from', 'activity'])
    .orderBy('recorded_seq')
    .execute()
  const byRevision = Map.groupBy(rows, (row) => row.sha256)
  return [...byRevision.values()].map((all) => {
    const row = all[0] as (typeof rows)[number]
    const activities = all.map(({ activity }) => activity)
    return {
      sha256: row.sha256,
      recordedSeq: row.recorded_seq,
      issuedOn: row.issued_on ?? undefined,
      effectiveFrom: row.effective_from ?? undefined,
      own: activities.some((activity) => activity === 'import' || activity === 'edit' || activity === 'restore'),
      starter: activities.includes('install'),
    }
  })
}

async function markCounting(trx: Db, itemId: string, { counting }: Decision): Promise<void> {
  const names = [...counting]
  await trx
    .updateTable('revision')
    .set({ offered: 0 })
    .where('item_id', '=', itemId)
    .where('offered', '=', 1)
    .$if(names.length > 0, (query) => query.where('sha256', 'not in', names))
    .execute()
  if (names.length === 0) return
  await trx.updateTable('revision').set({ offered: 1 }).where('sha256', 'in', names).where('offered', '=', 0).execute()
}

async function keepConflict(
  trx: Db,
  itemId: string,
  channel: string | undefined,
  { conflict }: Decision,
  before: TextConflictTable | undefined,
  at: string,
): Promise<void> {
  if (!conflict || channel === undefined) {
    await trx.deleteFrom('text_conflict').where('item_id', '=', itemId).execute()
    return
  }
  const same = before?.own === conflict.own && before.offered === conflict.offered
  const row = {
    item_id: itemId,
    channel,
    own: conflict.own,
    offered: conflict.offered,
    base: conflict.base ?? null,
    since: same ? before.since : at,
    choice: choiceMade(before, conflict.own, conflict.offered) ?? null,
  }
  await trx
    .insertInto('text_conflict')
    .values(row)
    .onConflict((on) => on.column('item_id').doUpdateSet(row))
    .execute()
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

async function bury(
  trx: Db,
  itemId: string,
  channel: string,
  entry: ManifestEntry | undefined,
  at: string,
): Promise<void> {
  const row = {
    item_id: itemId,
    channel,
    withdrawn_on: entry?.withdrawn?.withdrawnOn ?? at.slice(0, 10),
    reason: entry?.withdrawn?.reason ?? '频道里已经没有这一份。',
    replaced_by: entry?.withdrawn?.replacedBy ?? null,
  }
  await trx
    .insertInto('tombstone')
    .values(row)
    .onConflict((on) => on.column('item_id').doUpdateSet(row))
    .execute()
}
