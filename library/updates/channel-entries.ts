import type { Kysely } from 'kysely'
import { listed, writeRows } from '../store/many-rows.ts'
import type { LibraryTables } from '../store/schema.ts'
import { binOf } from './manifest-bins.ts'
import type { ManifestEntry } from './repository-format.ts'

type Db = Kysely<LibraryTables>

/** A bin as a new version has it; without a hash when the version has none. */
export interface ReplacedBin {
  readonly bin: string
  readonly sha256: string | undefined
  readonly items: readonly ManifestEntry[]
}

/**
 * Writes what changed between the newest version and `version`: each entry holds from one version up to another, so
 * that going back needs no copy. Nothing is written for a version that is here already.
 */
export async function replaceBins(
  trx: Db,
  channel: string,
  version: number,
  newest: number,
  bins: readonly ReplacedBin[],
): Promise<void> {
  const replaced = new Set(bins.map(({ bin }) => bin))
  const rows = await trx
    .selectFrom('channel_entry')
    .where('channel', '=', channel)
    .where('until_version', 'is', null)
    .select(['item_id', 'entry'])
    .execute()
  const before = new Map(rows.filter((row) => replaced.has(binOf(row.item_id))).map((row) => [row.item_id, row.entry]))
  const after = new Map(bins.flatMap(({ items }) => items.map((entry) => [entry.id, JSON.stringify(entry)] as const)))
  const ended = [...before].filter(([id, entry]) => after.get(id) !== entry).map(([id]) => id)
  const begun = [...after].filter(([id, entry]) => before.get(id) !== entry)
  if (version > newest) await writeEntries(trx, channel, version, ended, begun)
  for (const { bin, sha256 } of bins) {
    await trx.deleteFrom('channel_bin').where('channel', '=', channel).where('bin', '=', bin).execute()
    if (sha256 !== undefined) await trx.insertInto('channel_bin').values({ channel, bin, sha256 }).execute()
  }
}

async function writeEntries(
  trx: Db,
  channel: string,
  version: number,
  ended: readonly string[],
  begun: readonly (readonly [string, string])[],
): Promise<void> {
  await trx
    .updateTable('channel_entry')
    .set({ until_version: version })
    .where('channel', '=', channel)
    .where('until_version', 'is', null)
    .where('item_id', 'in', listed(ended))
    .execute()
  const rows = begun.map(([item_id, entry]) => ({
    channel,
    item_id,
    from_version: version,
    until_version: null,
    entry,
  }))
  await writeRows(trx, 'channel_entry', rows, 'is refused')
}

/** Items of which a channel says other things at one version than at another. */
export async function changedItems(
  db: Db,
  channel: string,
  before: number | undefined,
  after: number,
): Promise<string[]> {
  const [old, now] = await Promise.all([beginningsAt(db, channel, before ?? 0), beginningsAt(db, channel, after)])
  const changed = new Set<string>()
  for (const [id, from] of now) if (old.get(id) !== from) changed.add(id)
  for (const id of old.keys()) if (!now.has(id)) changed.add(id)
  return [...changed]
}

/** From which version on each entry in effect holds. */
async function beginningsAt(db: Db, channel: string, version: number): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('channel_entry')
    .select(['item_id', 'from_version'])
    .where('channel', '=', channel)
    .where('from_version', '<=', version)
    .where((where) => where.or([where('until_version', 'is', null), where('until_version', '>', version)]))
    .execute()
  return new Map(rows.map((row) => [row.item_id, row.from_version]))
}
