import type { Kysely } from 'kysely'
import { localDate } from '../items/record-revision.ts'
import { listed, writeRows } from '../store/many-rows.ts'
import type { LibraryTables } from '../store/schema.ts'
import { changedItems, type ReplacedBin, replaceBins } from './channel-entries.ts'
import { entriesAt, findChannel, topicsOf } from './channels.repository.ts'
import { orderRevisions } from './order-revisions.ts'
import { changeOf, isSubscribed } from './plan-update.ts'
import type { ManifestEntry } from './repository-format.ts'
import { settleItems } from './settle-items.ts'
import { refuseUpdate } from './update-refused-error.ts'

type Db = Kysely<LibraryTables>

/** A verified version of a channel, its revisions recorded ahead and its blobs stored. */
export interface UpdateToApply {
  readonly channel: string
  readonly title: string
  readonly publisher: string
  readonly stage: string
  readonly version: number
  readonly publishedAt: string
  readonly notes: string
  readonly nextExpectedOn?: string | undefined
  readonly signedBy: readonly string[]
  readonly signaturesEndAt: string
  readonly from: string
  /** The folder of the verified metadata below `channels/ID/`. */
  readonly trusted: string
  /** The one that they were verified against. */
  readonly trustedBefore: string
  /** Of the root that vouches for it: changed root keys have other words. */
  readonly fingerprint: string
  /** Bins that differ from what is here. */
  readonly bins: readonly ReplacedBin[]
  /** Items that had not been fetched before, since their topics were not subscribed to. */
  readonly completed: readonly string[]
}

export interface UpdateOutcome {
  readonly previousVersion: number | undefined
  readonly new: number
  readonly changed: number
  readonly withdrawn: number
  readonly conflicts: number
}

/**
 * Puts a version of a channel in effect, in one transaction: either all of it counts afterwards, or nothing changed.
 * The person's own texts, notes and favourites stay.
 * @throws {UpdateRefusedError} CHANNEL_NOT_FOUND; OFFER_CHANGED when the person gave trust anew meanwhile
 */
export async function applyUpdate(db: Db, update: UpdateToApply, now: Date): Promise<UpdateOutcome> {
  return db.transaction().execute(async (trx) => {
    const channel = await findChannel(trx, update.channel)
    if (!channel) throw refuseUpdate('CHANNEL_NOT_FOUND', update.channel)
    if (channel.trusted !== update.trustedBefore) throw refuseUpdate('OFFER_CHANGED', update.title)
    const newest = channel.newest_version ?? 0
    await replaceBins(trx, update.channel, update.version, newest, update.bins)
    await trx
      .insertInto('channel_version')
      .values({
        channel: update.channel,
        version: update.version,
        published_at: update.publishedAt,
        applied_at: now.toISOString(),
        notes: update.notes,
      })
      .onConflict((conflict) => conflict.columns(['channel', 'version']).doUpdateSet({ applied_at: now.toISOString() }))
      .execute()
    const outcome = await putInEffect(trx, update.channel, update.version, now, update.completed)
    await trx
      .updateTable('channel')
      .set({
        title: update.title,
        publisher: update.publisher,
        stage: update.stage,
        trusted: update.trusted,
        fingerprint: update.fingerprint,
        newest_version: Math.max(newest, update.version),
        published_at: update.publishedAt,
        signed_by: JSON.stringify(update.signedBy),
        received_from: update.from,
        received_at: now.toISOString(),
        next_expected_on: update.nextExpectedOn ?? null,
        signatures_end_at: update.signaturesEndAt,
      })
      .where('id', '=', update.channel)
      .execute()
    return outcome
  })
}

/**
 * Goes back, or forward again, to a version whose revisions are all here.
 * @throws {UpdateRefusedError} VERSION_NOT_FOUND
 */
export async function rollBack(db: Db, channel: string, version: number, now: Date): Promise<UpdateOutcome> {
  return db.transaction().execute(async (trx) => {
    const kept = await trx
      .selectFrom('channel_version')
      .where('channel', '=', channel)
      .where('version', '=', version)
      .select('published_at')
      .executeTakeFirst()
    if (!kept) throw refuseUpdate('VERSION_NOT_FOUND', `${channel} 第 ${version} 版`)
    const outcome = await putInEffect(trx, channel, version, now)
    await trx.updateTable('channel').set({ published_at: kept.published_at }).where('id', '=', channel).execute()
    return outcome
  })
}

/**
 * @param fetched items that were fetched though their entries did not change; undefined where nothing was fetched, since
 * a version of before takes effect again
 */
async function putInEffect(
  trx: Db,
  channelId: string,
  version: number,
  now: Date,
  fetched?: readonly string[],
): Promise<UpdateOutcome> {
  const completed = new Set(fetched)
  const channel = await findChannel(trx, channelId)
  const previous = channel?.version ?? undefined
  const topics = topicsOf(channel?.topics ?? null)
  const changed = new Set([...(await changedItems(trx, channelId, previous, version)), ...completed])
  const before =
    previous === undefined ? new Map<string, ManifestEntry>() : await entriesAt(trx, channelId, previous, changed)
  const after = await entriesAt(trx, channelId, version, changed)
  await trx.updateTable('channel').set({ version }).where('id', '=', channelId).execute()
  const subscribed = (entry: ManifestEntry | undefined) => (entry && isSubscribed(entry, topics) ? entry : undefined)
  const pairs = [...changed].map((id) => ({ id, before: subscribed(before.get(id)), after: subscribed(after.get(id)) }))
  const offered = pairs.flatMap((pair) => pair.after ?? [])
  await orderRevisions(trx, offered, now, fetched !== undefined)
  const conflicts = await settleItems(trx, [...changed], now)
  await haveArrived(trx, offered)
  const today = localDate(now)
  const counts = { new: 0, changed: 0, withdrawn: 0, conflicts: conflicts.size }
  const marks = new Map<string, 'new' | 'changed' | undefined>()
  for (const { id, ...pair } of pairs) {
    const change = changeOf(completed.has(id) ? { ...pair, before: undefined } : pair, today, false)
    if (!change) continue
    const type = change.type === 'returned' ? 'new' : change.type
    counts[type] += 1
    // Of a first installation everything is new, which says nothing.
    marks.set(id, previous === undefined || type === 'withdrawn' ? undefined : type)
  }
  await markNew(trx, marks, { channel: channelId, version, at: now.toISOString() })
  return { previousVersion: previous, ...counts }
}

/** What has taken effect arrives no longer. */
async function haveArrived(trx: Db, entries: readonly ManifestEntry[]): Promise<void> {
  const names = listed(entries.flatMap(({ revisions }) => revisions.map(({ sha256 }) => sha256)))
  await trx.deleteFrom('arriving_revision').where('sha256', 'in', names).execute()
  await trx.deleteFrom('staged_revision').where('sha256', 'in', names).execute()
}

async function markNew(
  trx: Db,
  marks: ReadonlyMap<string, 'new' | 'changed' | undefined>,
  facts: { readonly channel: string; readonly version: number; readonly at: string },
): Promise<void> {
  await trx
    .deleteFrom('new_since')
    .where('item_id', 'in', listed([...marks.keys()]))
    .execute()
  const rows = [...marks].flatMap(([item_id, type]) => (type ? { item_id, ...facts, type } : []))
  await writeRows(trx, 'new_since', rows, 'is refused')
}
