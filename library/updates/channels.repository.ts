import type { Kysely } from 'kysely'
import type { ChannelTable, LibraryTables, TextConflictTable } from '../store/schema.ts'
import { ManifestEntry } from './repository-format.ts'

type Db = Kysely<LibraryTables>

export async function listChannels(db: Db): Promise<ChannelTable[]> {
  return db.selectFrom('channel').selectAll().orderBy('precedence').orderBy('id').execute()
}

export async function findChannel(db: Db, id: string): Promise<ChannelTable | undefined> {
  return db.selectFrom('channel').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function listVersions(db: Db, channel: string) {
  return db
    .selectFrom('channel_version')
    .selectAll()
    .where('channel', '=', channel)
    .orderBy('version', 'desc')
    .execute()
}

/**
 * The entries of a channel at one of its versions, by item.
 * @param only the items asked for; all without
 */
export async function entriesAt(
  db: Db,
  channel: string,
  version: number,
  only?: ReadonlySet<string>,
): Promise<Map<string, ManifestEntry>> {
  const rows = await db
    .selectFrom('channel_entry')
    .select(['item_id', 'entry'])
    .where('channel', '=', channel)
    .where('from_version', '<=', version)
    .where((where) => where.or([where('until_version', 'is', null), where('until_version', '>', version)]))
    .execute()
  const wanted = only ? rows.filter((row) => only.has(row.item_id)) : rows
  return new Map(wanted.map((row) => [row.item_id, toEntry(row.entry)]))
}

export async function binHashes(db: Db, channel: string): Promise<Map<string, string>> {
  const rows = await db.selectFrom('channel_bin').where('channel', '=', channel).selectAll().execute()
  return new Map(rows.map((row) => [row.bin, row.sha256]))
}

/** Of these revisions, those that are recorded, that are recorded and still arriving, or that wait to be recorded. */
export async function revisionsHere(
  db: Db,
  names: readonly string[],
  table: 'revision' | 'arriving_revision' | 'staged_revision',
): Promise<Set<string>> {
  const here = new Set<string>()
  for (let from = 0; from < names.length; from += 500) {
    const some = names.slice(from, from + 500)
    const rows = await db.selectFrom(table).where('sha256', 'in', some).select('sha256').execute()
    for (const { sha256 } of rows) here.add(sha256)
  }
  return here
}

/** Items that have a text the person brought in, with these texts' revisions. */
export async function ownRevisions(db: Db, itemIds: readonly string[]): Promise<Map<string, Set<string>>> {
  const own = new Map<string, Set<string>>()
  for (let from = 0; from < itemIds.length; from += 500) {
    const rows = await db
      .selectFrom('revision')
      .innerJoin('provenance', 'provenance.revision', 'revision.sha256')
      .where('item_id', 'in', itemIds.slice(from, from + 500))
      .where('activity', 'in', ['import', 'edit', 'restore'])
      .select(['item_id', 'sha256'])
      .distinct()
      .execute()
    for (const { item_id, sha256 } of rows) own.set(item_id, (own.get(item_id) ?? new Set()).add(sha256))
  }
  return own
}

export async function findStaged(db: Db, sha256: string): Promise<string | undefined> {
  const row = await db.selectFrom('staged_revision').where('sha256', '=', sha256).select('content').executeTakeFirst()
  return row?.content
}

export async function stageRevisions(
  db: Db,
  revisions: readonly { sha256: string; content: string }[],
  at: string,
): Promise<void> {
  if (revisions.length === 0) return
  await db
    .insertInto('staged_revision')
    .values(revisions.map((revision) => ({ ...revision, staged_at: at })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function saveVerification(db: Db, channel: string, damaged: number, at: string): Promise<void> {
  await db
    .updateTable('channel')
    .set({ verified_at: at, verified_damaged: damaged })
    .where('id', '=', channel)
    .execute()
}

export async function listConflicts(db: Db): Promise<TextConflictTable[]> {
  return db.selectFrom('text_conflict').selectAll().orderBy('since', 'desc').orderBy('item_id').execute()
}

export async function findConflict(db: Db, itemId: string): Promise<TextConflictTable | undefined> {
  return db.selectFrom('text_conflict').selectAll().where('item_id', '=', itemId).executeTakeFirst()
}

export const topicsOf = (json: string | null): readonly string[] | undefined =>
  json === null ? undefined : (JSON.parse(json) as string[])

const toEntry = (json: string): ManifestEntry => ManifestEntry.parse(JSON.parse(json))
