import type { Kysely } from 'kysely'
import type { RevisionDates } from '../items/arrange-history.ts'
import { listed } from '../store/many-rows.ts'
import type { ItemTable, LibraryTables, TextConflictTable } from '../store/schema.ts'
import { topicsOf } from './channels.repository.ts'
import type { KnownRevision } from './offered-revisions.ts'
import { ManifestEntry } from './repository-format.ts'

type Db = Kysely<LibraryTables>

/** What a channel says of an item at its version in effect. */
interface Saying {
  readonly channel: string
  readonly topics: readonly string[] | undefined
  readonly entry: ManifestEntry
}

/** Everything that decides which revisions of an item count. */
export interface ItemState {
  readonly item: ItemTable
  /** The strongest channel first. */
  readonly says: readonly Saying[]
  /** In the order of recording. */
  readonly revisions: readonly (KnownRevision & RevisionDates & { readonly counts: boolean })[]
  readonly conflict: TextConflictTable | undefined
  readonly buried: boolean
}

/** The states of those items that are here. */
export async function readItemStates(db: Db, itemIds: readonly string[]): Promise<ItemState[]> {
  const ids = listed(itemIds)
  const items = await db.selectFrom('item').selectAll().where('id', 'in', ids).execute()
  const says = await sayingsOf(db, itemIds)
  const revisions = await revisionsOf(db, itemIds)
  const conflicts = await db.selectFrom('text_conflict').selectAll().where('item_id', 'in', ids).execute()
  const conflictOf = new Map(conflicts.map((row) => [row.item_id, row]))
  const tombstones = await db.selectFrom('tombstone').select('item_id').where('item_id', 'in', ids).execute()
  const buried = new Set(tombstones.map((row) => row.item_id))
  return items.map((item) => ({
    item,
    says: says.get(item.id) ?? [],
    revisions: revisions.get(item.id) ?? [],
    conflict: conflictOf.get(item.id),
    buried: buried.has(item.id),
  }))
}

async function sayingsOf(db: Db, itemIds: readonly string[]): Promise<Map<string, Saying[]>> {
  const rows = await db
    .selectFrom('channel_entry')
    .innerJoin('channel', 'channel.id', 'channel_entry.channel')
    .where('item_id', 'in', listed(itemIds))
    .whereRef('from_version', '<=', 'channel.version')
    .where((where) =>
      where.or([where('until_version', 'is', null), where('until_version', '>', where.ref('channel.version'))]),
    )
    .select(['channel.id', 'channel.topics', 'item_id', 'entry'])
    .orderBy('precedence')
    .orderBy('channel.id')
    .execute()
  const sayings = rows.map((row) => ({
    itemId: row.item_id,
    channel: row.id,
    topics: topicsOf(row.topics),
    entry: ManifestEntry.parse(JSON.parse(row.entry)),
  }))
  return Map.groupBy(sayings, ({ itemId }) => itemId)
}

async function revisionsOf(db: Db, itemIds: readonly string[]) {
  const rows = await db
    .selectFrom('revision')
    .leftJoin('provenance', 'provenance.revision', 'revision.sha256')
    .where('item_id', 'in', listed(itemIds))
    .select([
      'sha256',
      'item_id',
      'recorded_seq',
      'recorded_at',
      'issued_on',
      'effective_from',
      'repealed_on',
      'expires_on',
      'offered',
      'activity',
    ])
    .orderBy('recorded_seq')
    .execute()
  const revisions = [...Map.groupBy(rows, (row) => row.sha256).values()].map((all) => {
    const row = all[0] as (typeof rows)[number]
    const activities = all.map(({ activity }) => activity)
    return {
      itemId: row.item_id,
      sha256: row.sha256,
      recordedSeq: row.recorded_seq,
      recordedAt: row.recorded_at,
      issuedOn: row.issued_on ?? undefined,
      effectiveFrom: row.effective_from ?? undefined,
      repealedOn: row.repealed_on ?? undefined,
      expiresOn: row.expires_on ?? undefined,
      counts: row.offered === 1,
      own: activities.some((activity) => activity === 'import' || activity === 'edit' || activity === 'restore'),
      starter: activities.includes('install'),
    }
  })
  return Map.groupBy(revisions, ({ itemId }) => itemId)
}
