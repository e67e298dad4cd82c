import type { Kysely } from 'kysely'
import { canonicalRevision } from '../items/canonical-form.ts'
import { recordAgain } from '../items/items.repository.ts'
import { localDate, recordOfferedRevision } from '../items/record-revision.ts'
import { RevisionContent } from '../items/revision.schema.ts'
import type { LibraryTables } from '../store/schema.ts'
import { changedItems, type ReplacedBin, replaceBins } from './channel-entries.ts'
import { entriesAt, findChannel, findStaged, topicsOf } from './channels.repository.ts'
import { changeOf, isSubscribed } from './plan-update.ts'
import type { ManifestEntry } from './repository-format.ts'
import { settleItem } from './settle-item.ts'
import { refuseUpdate } from './update-refused-error.ts'

type Db = Kysely<LibraryTables>

/** A verified version of a channel, its revisions staged and its blobs stored. */
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
 */
export async function applyUpdate(db: Db, update: UpdateToApply, now: Date): Promise<UpdateOutcome> {
  return db.transaction().execute(async (trx) => {
    const channel = await findChannel(trx, update.channel)
    if (!channel) throw refuseUpdate('CHANNEL_NOT_FOUND', update.channel)
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
  const completed = fetched ?? []
  const channel = await findChannel(trx, channelId)
  const previous = channel?.version ?? undefined
  const topics = topicsOf(channel?.topics ?? null)
  const changed = new Set([...(await changedItems(trx, channelId, previous, version)), ...completed])
  const before =
    previous === undefined ? new Map<string, ManifestEntry>() : await entriesAt(trx, channelId, previous, changed)
  const after = await entriesAt(trx, channelId, version, changed)
  await trx.updateTable('channel').set({ version }).where('id', '=', channelId).execute()
  const counts = { new: 0, changed: 0, withdrawn: 0, conflicts: 0 }
  const today = localDate(now)
  for (const itemId of changed) {
    const subscribed = (entry: ManifestEntry | undefined) => (entry && isSubscribed(entry, topics) ? entry : undefined)
    const pair = { before: subscribed(before.get(itemId)), after: subscribed(after.get(itemId)) }
    if (pair.after) await recordEntry(trx, channelId, version, pair.after, now, fetched !== undefined)
    if (await settleItem(trx, itemId, now)) counts.conflicts += 1
    const change = changeOf(completed.includes(itemId) ? { ...pair, before: undefined } : pair, today, false)
    if (!change) continue
    const type = change.type === 'returned' ? 'new' : change.type
    counts[type] += 1
    // Of a first installation everything is new, which says nothing.
    await markNew(
      trx,
      itemId,
      previous === undefined || type === 'withdrawn' ? undefined : type,
      channelId,
      version,
      now,
    )
  }
  await trx
    .deleteFrom('staged_revision')
    .where('sha256', 'in', (from) => from.selectFrom('revision').select('revision.sha256'))
    .execute()
  return { previousVersion: previous, ...counts }
}

/**
 * Records what an entry offers and is not here, in the publisher's order.
 * @param wholly false where a version was gone back to under another subscription: what it lacks comes with the next update
 * @throws {UpdateRefusedError} OFFER_CHANGED when something is wanting all the same: topics were chosen meanwhile
 */
async function recordEntry(
  trx: Db,
  channel: string,
  version: number,
  entry: ManifestEntry,
  now: Date,
  wholly: boolean,
): Promise<void> {
  let last = 0
  for (const reference of entry.revisions) {
    const known = await trx
      .selectFrom('revision')
      .where('sha256', '=', reference.sha256)
      .select('recorded_seq')
      .executeTakeFirst()
    if (!known) {
      const content = await findStaged(trx, reference.sha256)
      if (content === undefined && wholly) throw refuseUpdate('OFFER_CHANGED', entry.title)
      if (content === undefined) continue
      await recordOfferedRevision(
        trx,
        canonicalRevision(RevisionContent.parse(JSON.parse(content))),
        {
          blobs: (reference.blobs ?? []).map(({ sha256, size, mediaType }) => ({ sha256, size, mediaType })),
          provenance: {
            activity: 'update',
            agent: channel,
            source: `${channel}/${version}/${entry.id}`,
            sourceSha256: reference.object,
          },
          recordedAt: reference.recordedAt,
        },
        now,
      )
    } else if (known.recorded_seq < last) await recordAgain(trx, reference.sha256, now.toISOString())
    last = await sequenceOf(trx, reference.sha256)
  }
}

async function sequenceOf(trx: Db, sha256: string): Promise<number> {
  const row = await trx.selectFrom('revision').where('sha256', '=', sha256).select('recorded_seq').executeTakeFirst()
  return row?.recorded_seq ?? 0
}

async function markNew(
  trx: Db,
  itemId: string,
  type: 'new' | 'changed' | undefined,
  channel: string,
  version: number,
  now: Date,
): Promise<void> {
  await trx.deleteFrom('new_since').where('item_id', '=', itemId).execute()
  if (type === undefined) return
  await trx.insertInto('new_since').values({ item_id: itemId, channel, version, type, at: now.toISOString() }).execute()
}
