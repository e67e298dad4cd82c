import { type Kysely, sql } from 'kysely'
import type { LibraryTables, StorySummaryTable } from '../../store/schema.ts'
import type { StoryState } from '../process/process-view.ts'
import type { EvidenceLevel } from '../story.schema.ts'
import type { StorySummary } from '../story-view.ts'
import { isBeingCorrected } from './is-being-corrected.ts'
import type { PolicyPlace } from './policy-place.ts'
import type { ListedFacets } from './story-facts.ts'

type Db = Kysely<LibraryTables>

/** Counts every change of the list, so that whoever keeps it in memory knows what to read again. */
const VERSION_KEY = 'story-list'

export type SummaryRow = Omit<StorySummaryTable, 'version'>

/**
 * Everything that one story is listed, filtered and linked by, in the place of what was there before.
 * @param facets undefined leaves what columns and the balance count it by as it was
 */
export async function replaceSummary(
  trx: Db,
  row: SummaryRow,
  facets: readonly { readonly type: string; readonly value: string }[] | undefined,
  policies: readonly PolicyPlace[],
  bands: readonly { readonly band: number; readonly hash: number }[],
): Promise<void> {
  const version = await nextVersion(trx)
  const { id, ...columns } = { ...row, version }
  await trx
    .insertInto('story_summary')
    .values({ id, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute()
  if (facets) await trx.deleteFrom('story_facet').where('story_id', '=', id).execute()
  await deleteLinks(trx, id)
  if (facets && facets.length > 0) {
    await trx
      .insertInto('story_facet')
      .values(facets.map(({ type, value }) => ({ type, value, story_id: id })))
      .execute()
  }
  if (policies.length > 0) {
    await trx
      .insertInto('story_policy')
      .values(policies.map(({ item, anchor }) => ({ item_id: item, anchor, story_id: id })))
      .execute()
  }
  if (bands.length > 0) {
    await trx
      .insertInto('story_band')
      .values(bands.map(({ band, hash }) => ({ band, hash, story_id: id })))
      .execute()
  }
}

export async function deleteSummary(trx: Db, id: string): Promise<void> {
  await nextVersion(trx)
  await trx.deleteFrom('story_facet').where('story_id', '=', id).execute()
  await deleteLinks(trx, id)
  await trx.deleteFrom('story_summary').where('id', '=', id).execute()
}

async function deleteLinks(trx: Db, id: string): Promise<void> {
  await trx.deleteFrom('story_policy').where('story_id', '=', id).execute()
  await trx.deleteFrom('story_band').where('story_id', '=', id).execute()
}

async function nextVersion(trx: Db): Promise<number> {
  const { value } = await trx
    .insertInto('setting')
    .values({ key: VERSION_KEY, value: '1' })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({ value: sql<string>`CAST(setting.value AS INTEGER) + 1` }),
    )
    .returning('value')
    .executeTakeFirstOrThrow()
  return Number(value)
}

/** Rises with every change of the list. */
export async function listVersion(db: Db): Promise<number> {
  const row = await db.selectFrom('setting').where('key', '=', VERSION_KEY).select('value').executeTakeFirst()
  return Number(row?.value ?? 0)
}

/** What filtering needs of a story. */
const LISTED = [
  ...(['id', 'own', 'state', 'title', 'title_initials', 'search_key', 'happened_from', 'published_on'] as const),
  ...(['facets', 'revision', 'updated_at'] as const),
] as const
export type ListedRow = Pick<StorySummaryTable, (typeof LISTED)[number]>

/** What changed since a version of the list, or with 0 all of it. */
export async function listedAfter(db: Db, version: number): Promise<ListedRow[]> {
  return db
    .selectFrom('story_summary')
    .$if(version > 0, (query) => query.where('version', '>', version))
    .select(LISTED)
    .execute()
}

export async function countSummaries(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('story_summary')
    .select((select) => select.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

export async function summaryRows(db: Db, ids: readonly string[]): Promise<StorySummaryTable[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('story_summary')
    .where('id', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .selectAll()
    .execute()
}

/**
 * Stories that cite any of these places.
 * @param anchor undefined for any provision of them
 */
export async function storiesCiting(
  db: Db,
  items: readonly string[],
  anchor: string | undefined,
): Promise<{ storyId: string; item: string; anchor: string }[]> {
  if (items.length === 0) return []
  const rows = await db
    .selectFrom('story_policy')
    .where('item_id', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(items)}))`)
    .$if(anchor !== undefined, (query) => query.where('anchor', '=', anchor ?? ''))
    .selectAll()
    .orderBy('story_id')
    .execute()
  return rows.map((row) => ({ storyId: row.story_id, item: row.item_id, anchor: row.anchor }))
}

/** The columns hold what this folder wrote. */
export function toSummary(row: StorySummaryTable, openTasks = 0): StorySummary {
  const state = row.state as StoryState
  return {
    id: row.id,
    title: row.title,
    summary: row.summary ?? undefined,
    state,
    own: row.own === 1,
    ...(isBeingCorrected({ state, revision: row.revision }) && { correcting: true }),
    ...(JSON.parse(row.facets) as ListedFacets),
    happenedFrom: row.happened_from ?? undefined,
    evidence: row.evidence as EvidenceLevel,
    pictures: row.pictures,
    cover: row.cover ?? undefined,
    publishedOn: row.published_on ?? undefined,
    reviewOn: row.review_on ?? undefined,
    dueOn: row.due_on ?? undefined,
    scheduledFor: row.scheduled_for ?? undefined,
    openTasks,
    updatedAt: row.updated_at,
  }
}
