import { type Kysely, sql } from 'kysely'
import { findContent, findItem, newestChange } from '../../items/items.repository.ts'
import { findSetting, saveSetting } from '../../settings/settings.repository.ts'
import type { BlobStore } from '../../store/blob-store.ts'
import type { LibraryTables } from '../../store/schema.ts'
import { canonicalMaterial } from './canonical-material.ts'
import { citationsOf } from './citations-of.ts'
import { MATERIAL_MEDIA_TYPE } from './material.schema.ts'
import { saveCitations } from './material-citations.repository.ts'
import { deleteSummary, putSummary, saveSummary } from './material-summaries.repository.ts'
import { findMaterial } from './materials.repository.ts'
import { readMaterialItem } from './read-material-item.ts'

type Db = Kysely<LibraryTables>

/** How far it got: with the changes of the library up to this one. */
const MARK_KEY = 'material-summaries'
/** Changes looked at together; so many are looked at again rather than writing how far it got each time. */
const CHANGES = 1000

/**
 * Brings what lists say of materials that came as items in step with the library, `limit` of them at a time: with those
 * that came, changed or went.
 */
export async function catchUpMaterials(
  db: Db,
  blobs: Pick<BlobStore, 'has' | 'read'>,
  limit: number,
): Promise<{ done: number; remaining: number }> {
  const mark = Number((await findSetting(db, MARK_KEY)) ?? -1)
  const changes = await changesAfter(db, mark)
  const among = mark < 0 ? undefined : [...new Set(changes.map(({ item_id }) => item_id))]
  const ids = among?.length === 0 ? [] : await outdated(db, limit, among)
  const all = ids.length < limit
  const reached = all ? (mark < 0 ? await newestChange(db) : changes.at(-1)?.seq) : undefined
  const isWorthSaving = reached !== undefined && (mark < 0 || changes.length === CHANGES)
  if (ids.length > 0 || isWorthSaving) {
    await db.transaction().execute(async (trx) => {
      for (const id of ids) await renewSummary(trx, blobs, id)
      if (isWorthSaving) await saveSetting(trx, MARK_KEY, String(reached))
    })
  }
  return { done: ids.length, remaining: all && changes.length < CHANGES ? 0 : 1 }
}

async function changesAfter(db: Db, mark: number): Promise<{ seq: number; item_id: string }[]> {
  if (mark < 0) return []
  return db
    .selectFrom('change')
    .where('seq', '>', mark)
    .select(['seq', 'item_id'])
    .orderBy('seq')
    .limit(CHANGES)
    .execute()
}

async function renewSummary(trx: Db, blobs: Pick<BlobStore, 'has' | 'read'>, id: string): Promise<void> {
  const item = await findItem(trx, id)
  const content = item && (await findContent(trx, item.current_revision))
  const isMaterial = content?.attachments?.some(({ mediaType }) => mediaType === MATERIAL_MEDIA_TYPE)
  if (!item || !content || !isMaterial) return deleteSummary(trx, id, false)
  const record = await readMaterialItem(blobs, content)
  const facts = { id, own: false, itemId: id, revision: item.current_revision, updatedAt: item.updated_at }
  if (record) await saveSummary(trx, { ...facts, record, recordSha256: canonicalMaterial(record).sha256 })
  else await putSummary(trx, { ...UNREADABLE, id, revision: item.current_revision, updated_at: item.updated_at })
  const own = await findMaterial(trx, id)
  if (!own || own.discardedAt !== undefined)
    await saveCitations(trx, id, record ? citationsOf(record).filter(({ itemId }) => itemId !== undefined) : [])
}

/** Remembered, so that a part that nobody can read is not read again and again; in no list. */
const UNREADABLE = {
  ...{
    own: 0,
    type: '',
    title: '',
    search_key: '',
    facets: '',
    facts: '{}',
    record_sha256: '',
    item_id: null,
    discarded_at: null,
  },
}

/**
 * Items with a record whose list says something of another revision or nothing, and lists of what is none any more.
 * @param among only these; undefined for all
 */
async function outdated(db: Db, limit: number, among: readonly string[] | undefined): Promise<string[]> {
  const named = sql<string>`(SELECT value FROM json_each(${JSON.stringify(among ?? [])}))`
  const came = await db
    .selectFrom('item')
    .leftJoin('material_summary as listed', (join) => join.onRef('listed.id', '=', 'item.id').on('listed.own', '=', 0))
    .$if(among !== undefined, (query) => query.where('item.id', 'in', named))
    .where('item.kind', '=', 'guide')
    .where('item.revisions', '>', 0)
    .where(sql<string>`coalesce(listed.revision, '')`, '!=', sql<string>`item.current_revision`)
    .where((where) =>
      where.exists(
        where
          .selectFrom('revision_blob')
          .innerJoin('blob', 'blob.sha256', 'revision_blob.blob')
          .whereRef('revision_blob.revision', '=', 'item.current_revision')
          .where('blob.media_type', '=', MATERIAL_MEDIA_TYPE)
          .select('blob.sha256'),
      ),
    )
    .select('item.id')
    .limit(limit)
    .execute()
  const went = await db
    .selectFrom('material_summary as listed')
    .leftJoin('item', 'item.id', 'listed.id')
    .$if(among !== undefined, (query) => query.where('listed.id', 'in', named))
    .where('listed.own', '=', 0)
    .where((where) =>
      where.or([
        where('item.id', 'is', null),
        where(sql<string>`item.current_revision`, '!=', sql<string>`coalesce(listed.revision, '')`),
      ]),
    )
    .select('listed.id')
    .limit(limit)
    .execute()
  return [...new Set([...came, ...went].map(({ id }) => id))].slice(0, limit)
}
