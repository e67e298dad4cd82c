import { type Kysely, sql } from 'kysely'
import type { ItemTable, LibraryTables, TombstoneTable } from '../store/schema.ts'
import type { RevisionDates } from './arrange-history.ts'
import type { ItemKind } from './item-kind.ts'
import type { ItemSummary, ProvenanceEntry } from './item-view.ts'
import { RevisionContent } from './revision.schema.ts'
import type { Validity } from './validity.ts'

type Db = Kysely<LibraryTables>

/** A revision as the history needs it, without its text. */
export interface RecordedRevision extends RevisionDates {
  readonly title: string
  readonly documentNumber: string | undefined
}

export interface ItemFilter {
  readonly kinds?: readonly ItemKind[] | undefined
  readonly topic?: string | undefined
  readonly validities?: readonly Validity[] | undefined
  /** Part of a title, or its initials; already folded. */
  readonly title?: string | undefined
  readonly sort: 'recorded' | 'issued' | 'title'
  readonly limit: number
  readonly offset: number
}

/** The revisions of an item that count, or with `every` also those that no channel offers now or that wait for a choice. */
export async function findRevisions(
  db: Db,
  itemId: string,
  which: 'counting' | 'every' = 'counting',
): Promise<RecordedRevision[]> {
  const rows = await db
    .selectFrom('revision')
    .where('item_id', '=', itemId)
    .$if(which === 'counting', (query) => query.where('offered', '=', 1))
    .select([
      'sha256',
      'recorded_seq',
      'recorded_at',
      'title',
      'document_number',
      'issued_on',
      'effective_from',
      'repealed_on',
      'expires_on',
    ])
    .execute()
  return rows.map((row) => ({
    sha256: row.sha256,
    recordedSeq: row.recorded_seq,
    recordedAt: row.recorded_at,
    title: row.title,
    documentNumber: row.document_number ?? undefined,
    issuedOn: row.issued_on ?? undefined,
    effectiveFrom: row.effective_from ?? undefined,
    repealedOn: row.repealed_on ?? undefined,
    expiresOn: row.expires_on ?? undefined,
  }))
}

export async function findContent(db: Db, sha256: string): Promise<RevisionContent | undefined> {
  const row = await db.selectFrom('revision').where('sha256', '=', sha256).select('content').executeTakeFirst()
  return row && RevisionContent.parse(JSON.parse(row.content))
}

export async function insertRevision(
  db: Db,
  revision: { sha256: string; json: string; content: RevisionContent },
  recordedAt: string,
): Promise<void> {
  const { content } = revision
  await db
    .insertInto('revision')
    .values({
      sha256: revision.sha256,
      item_id: content.identifier,
      recorded_seq: sql<number>`(SELECT coalesce(max(recorded_seq), 0) + 1 FROM revision)`,
      recorded_at: recordedAt,
      title: content.title,
      document_number: content.documentNumber ?? null,
      issued_on: content.issuedOn ?? null,
      effective_from: content.effectiveFrom ?? null,
      repealed_on: content.repealedOn ?? null,
      expires_on: content.expiresOn ?? null,
      content: revision.json,
    })
    .execute()
}

/** Lets a revision count that was taken back, and forgets why. True when it did not count before. */
export async function countRevision(db: Db, itemId: string, sha256: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('revision')
    .set({ offered: 1 })
    .where('sha256', '=', sha256)
    .where('offered', '=', 0)
    .executeTakeFirst()
  await db.deleteFrom('tombstone').where('item_id', '=', itemId).execute()
  return numUpdatedRows > 0n
}

/**
 * Counts a revision as recorded after all others; its content stays what it is.
 * @param recordedAt undefined leaves the day on which it was recorded
 */
export async function recordAgain(db: Db, sha256: string, recordedAt: string | undefined): Promise<number> {
  const { recorded_seq } = await db
    .updateTable('revision')
    .set({
      recorded_seq: sql<number>`(SELECT coalesce(max(recorded_seq), 0) + 1 FROM revision)`,
      ...(recordedAt !== undefined && { recorded_at: recordedAt }),
    })
    .where('sha256', '=', sha256)
    .returning('recorded_seq')
    .executeTakeFirstOrThrow()
  return recorded_seq
}

export async function findItem(db: Db, itemId: string): Promise<ItemTable | undefined> {
  return db.selectFrom('item').where('id', '=', itemId).selectAll().executeTakeFirst()
}

/** Why a channel took an item back. */
export async function findTombstone(db: Db, itemId: string): Promise<TombstoneTable | undefined> {
  return db.selectFrom('tombstone').where('item_id', '=', itemId).selectAll().executeTakeFirst()
}

export async function saveItem(db: Db, item: ItemTable, topics: readonly string[]): Promise<void> {
  const { id, ...rest } = item
  await db
    .insertInto('item')
    .values(item)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(rest))
    .execute()
  await db.deleteFrom('item_topic').where('item_id', '=', id).execute()
  const unique = [...new Set(topics)]
  if (unique.length > 0) {
    await db
      .insertInto('item_topic')
      .values(unique.map((topic) => ({ item_id: id, topic })))
      .execute()
  }
}

/** What has no revision that counted yet cannot be brought back. */
export async function setPutAway(db: Db, itemId: string, at: string | null): Promise<void> {
  await db
    .updateTable('item')
    .set({ put_away_at: at })
    .where('id', '=', itemId)
    .$if(at === null, (query) => query.where('revisions', '>', 0))
    .execute()
}

/** Notes that an item's searchable state changed; the index catches up from here. */
export async function appendChange(db: Db, itemId: string, at: string): Promise<void> {
  await db.insertInto('change').values({ item_id: itemId, at }).execute()
}

/** The number of the last change; 0 before the first. */
export async function newestChange(db: Db): Promise<number> {
  const row = await db
    .selectFrom('change')
    .select((select) => select.fn.max('seq').as('seq'))
    .executeTakeFirst()
  return row?.seq ?? 0
}

export async function insertProvenance(
  db: Db,
  entry: { revision: string; activity: string; agent: string; source: string; source_sha256: string; at: string },
): Promise<void> {
  await db.insertInto('provenance').values(entry).execute()
}

/** Where a revision came from, first record first. */
export async function findProvenance(db: Db, revision: string): Promise<ProvenanceEntry[]> {
  const rows = await db.selectFrom('provenance').where('revision', '=', revision).orderBy('id').selectAll().execute()
  return rows.map((row) => ({
    activity: row.activity as ProvenanceEntry['activity'],
    agent: row.agent,
    source: row.source,
    sourceSha256: row.source_sha256,
    at: row.at,
  }))
}

export async function insertBlob(
  db: Db,
  blob: { sha256: string; size: number; mediaType: string },
  at: string,
): Promise<void> {
  await db
    .insertInto('blob')
    .values({ sha256: blob.sha256, size: blob.size, media_type: blob.mediaType, added_at: at })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute()
}

export async function linkBlob(db: Db, revision: string, blob: string): Promise<void> {
  await db
    .insertInto('revision_blob')
    .values({ revision, blob })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The blobs that a revision holds. */
export async function findHeldBlobs(
  db: Db,
  revision: string,
): Promise<{ sha256: string; size: number; mediaType: string }[]> {
  const rows = await db
    .selectFrom('revision_blob')
    .innerJoin('blob', 'blob.sha256', 'revision_blob.blob')
    .where('revision', '=', revision)
    .selectAll('blob')
    .orderBy('sha256')
    .execute()
  return rows.map((row) => ({ sha256: row.sha256, size: row.size, mediaType: row.media_type }))
}

export async function findBlob(db: Db, sha256: string): Promise<{ size: number; mediaType: string } | undefined> {
  const row = await db.selectFrom('blob').where('sha256', '=', sha256).selectAll().executeTakeFirst()
  return row && { size: row.size, mediaType: row.media_type }
}

/** Items in the library, put-away ones left out. */
export async function listItems(db: Db, filter: ItemFilter): Promise<{ total: number; items: ItemSummary[] }> {
  let query = db.selectFrom('item').where('put_away_at', 'is', null)
  if (filter.kinds?.length) query = query.where('kind', 'in', filter.kinds)
  if (filter.validities?.length) query = query.where('validity', 'in', filter.validities)
  if (filter.topic !== undefined) {
    const { topic } = filter
    query = query.where('id', 'in', (from) =>
      from.selectFrom('item_topic').where('topic', '=', topic).select('item_id'),
    )
  }
  if (filter.title) {
    const { title } = filter
    query = query.where((where) =>
      where.or([
        where(sql<number>`instr(title_key, ${title})`, '>', 0),
        where(sql<number>`instr(title_initials, ${title})`, '>', 0),
      ]),
    )
  }
  const { total } = await query.select((select) => select.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const sorted = {
    recorded: () => query.orderBy('updated_at', 'desc').orderBy('id'),
    issued: () => query.orderBy('issued_on', (order) => order.desc().nullsLast()).orderBy('id'),
    title: () => query.orderBy('title').orderBy('id'),
  }[filter.sort]()
  const rows = await sorted.selectAll().limit(filter.limit).offset(filter.offset).execute()
  return { total, items: await toSummaries(db, rows) }
}

export async function findSummaries(db: Db, itemIds: readonly string[]): Promise<Map<string, ItemSummary>> {
  if (itemIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('item')
    .where('id', 'in', itemIds)
    .where('put_away_at', 'is', null)
    .selectAll()
    .execute()
  return new Map((await toSummaries(db, rows)).map((summary) => [summary.itemId, summary]))
}

export async function countByKind(db: Db): Promise<Record<ItemKind, number>> {
  const rows = await db
    .selectFrom('item')
    .where('put_away_at', 'is', null)
    .select(['kind', (select) => select.fn.countAll<number>().as('n')])
    .groupBy('kind')
    .execute()
  const counts: Record<ItemKind, number> = { policy: 0, template: 0, story: 0, guide: 0 }
  for (const row of rows) counts[row.kind as ItemKind] = row.n
  return counts
}

export async function countByTopic(db: Db, limit: number): Promise<{ name: string; count: number }[]> {
  return db
    .selectFrom('item_topic')
    .innerJoin('item', 'item.id', 'item_topic.item_id')
    .where('put_away_at', 'is', null)
    .select(['topic as name', (select) => select.fn.countAll<number>().as('count')])
    .groupBy('topic')
    .orderBy('count', 'desc')
    .orderBy('topic')
    .limit(limit)
    .execute()
}

/** Items whose validity changes by itself on or before `today`. */
export async function findDueItems(db: Db, today: string): Promise<string[]> {
  const rows = await db.selectFrom('item').where('next_change_on', '<=', today).select('id').execute()
  return rows.map((row) => row.id)
}

async function toSummaries(db: Db, rows: readonly ItemTable[]): Promise<ItemSummary[]> {
  const ids = rows.map((row) => row.id)
  const topics =
    ids.length === 0 ? [] : await db.selectFrom('item_topic').where('item_id', 'in', ids).selectAll().execute()
  const byItem = Map.groupBy(topics, (topic) => topic.item_id)
  return rows.map((row) =>
    toSummary(
      row,
      (byItem.get(row.id) ?? []).map((topic) => topic.topic),
    ),
  )
}

function toSummary(row: ItemTable, topics: readonly string[]): ItemSummary {
  return {
    itemId: row.id,
    kind: row.kind as ItemKind,
    title: row.title,
    label: row.label ?? undefined,
    issuer: row.issuer ?? undefined,
    documentNumber: row.document_number ?? undefined,
    issuedOn: row.issued_on ?? undefined,
    effectiveFrom: row.effective_from ?? undefined,
    validity: row.validity as Validity,
    topics,
    description: row.description ?? undefined,
    revisions: row.revisions,
    starter: row.starter === 1,
  }
}
