import type { Kysely } from 'kysely'
import type { ChannelTable, LibraryTables } from '../store/schema.ts'
import { entriesAt, findChannel, findConflict, listChannels, topicsOf } from './channels.repository.ts'
import { isSubscribed } from './plan-update.ts'
import { settleItems } from './settle-items.ts'
import { refuseUpdate } from './update-refused-error.ts'

type Db = Kysely<LibraryTables>

/** A channel that the person trusts from now on; its first update is still to come. */
export interface TrustedChannel {
  readonly id: string
  readonly title: string
  readonly publisher: string
  readonly stage: string
  /** The folder of its root below `channels/ID/`. */
  readonly trusted: string
  readonly fingerprint: string
}

/** Adds a channel as the weakest. Trusting it again replaces its root, and keeps what is installed. */
export async function trustChannel(db: Db, channel: TrustedChannel, now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const all = await listChannels(trx)
    const { id, ...facts } = channel
    const row: ChannelTable = {
      ...channel,
      precedence: 1 + Math.max(0, ...all.map(({ precedence }) => precedence)),
      topics: null,
      version: null,
      newest_version: null,
      published_at: null,
      signed_by: '[]',
      received_from: null,
      received_at: null,
      next_expected_on: null,
      signatures_end_at: null,
      verified_at: null,
      verified_damaged: null,
      added_at: now.toISOString(),
    }
    await trx
      .insertInto('channel')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(facts))
      .execute()
  })
}

/** Takes a channel away: what it alone offered is put away, with the reason; what is the person's own stays. */
export async function removeChannel(db: Db, id: string, now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const items = await itemsOf(trx, id)
    await trx.deleteFrom('channel').where('id', '=', id).execute()
    for (const table of ['channel_entry', 'channel_bin', 'channel_version', 'new_since'] as const) {
      await trx.deleteFrom(table).where('channel', '=', id).execute()
    }
    await settleItems(trx, items, now)
  })
}

/** Puts the channels in order, the strongest first; those not named follow as they were. */
export async function orderChannels(db: Db, ids: readonly string[], now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const all = (await listChannels(trx)).map(({ id }) => id)
    const ordered = [...ids.filter((id) => all.includes(id)), ...all.filter((id) => !ids.includes(id))]
    for (const [index, id] of ordered.entries()) {
      await trx
        .updateTable('channel')
        .set({ precedence: index + 1 })
        .where('id', '=', id)
        .execute()
    }
    await settleItems(trx, await sharedItems(trx), now)
  })
}

/**
 * Subscribes to some topics of a channel, or with undefined to all. What was never fetched comes with the next update.
 * @throws {UpdateRefusedError} CHANNEL_NOT_FOUND
 */
export async function subscribe(db: Db, id: string, topics: readonly string[] | undefined, now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const channel = await findChannel(trx, id)
    if (!channel) throw refuseUpdate('CHANNEL_NOT_FOUND', id)
    const before = topicsOf(channel.topics)
    await trx
      .updateTable('channel')
      .set({ topics: topics === undefined ? null : JSON.stringify(topics) })
      .where('id', '=', id)
      .execute()
    if (channel.version === null) return
    const entries = [...(await entriesAt(trx, id, channel.version))]
    const changed = entries.filter(([, entry]) => isSubscribed(entry, before) !== isSubscribed(entry, topics))
    await settleItems(
      trx,
      changed.map(([itemId]) => itemId),
      now,
    )
  })
}

/**
 * What counts where the person's own text stands against a channel's. It can be changed later.
 * @throws {UpdateRefusedError} CONFLICT_NOT_FOUND
 */
export async function chooseText(db: Db, itemId: string, choice: 'own' | 'channel', now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (!(await findConflict(trx, itemId))) throw refuseUpdate('CONFLICT_NOT_FOUND')
    await trx.updateTable('text_conflict').set({ choice }).where('item_id', '=', itemId).execute()
    await settleItems(trx, [itemId], now)
  })
}

async function itemsOf(trx: Db, channel: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('channel_entry')
    .where('channel', '=', channel)
    .select('item_id')
    .distinct()
    .execute()
  return rows.map((row) => row.item_id)
}

/** Items that more than one channel speaks of. */
async function sharedItems(trx: Db): Promise<string[]> {
  const rows = await trx
    .selectFrom('channel_entry')
    .select('item_id')
    .groupBy('item_id')
    .having((having) => having.fn.count('channel').distinct(), '>', 1)
    .execute()
  return rows.map((row) => row.item_id)
}
