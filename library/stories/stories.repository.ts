import type { Kysely } from 'kysely'
import type { LibraryTables, StoryTable } from '../store/schema.ts'
import type { KeptStory } from './kept-story.ts'
import type { StoryState } from './process/process-view.ts'
import { canonicalRecord } from './record-hash.ts'
import { StoryRecord } from './story.schema.ts'
import { keepOwnSummary } from './summaries/keep-summary.ts'

type Db = Kysely<LibraryTables>

/** Stories read at a time. */
const READ_TOGETHER = 200

/** An own story, also one that was deleted and can still be brought back. */
export async function findStory(db: Db, id: string): Promise<KeptStory | undefined> {
  const row = await db.selectFrom('story').where('id', '=', id).selectAll().executeTakeFirst()
  return row && toStory(row)
}

/**
 * Keeps a story, in the caller's transaction, together with what lists, facets, clauses and likenesses say of it.
 * @returns the story as it is kept: its record in the canonical form, and the hash of that
 */
export async function saveStory(trx: Db, story: KeptStory): Promise<KeptStory> {
  const { record, json, sha256 } = canonicalRecord(story.record)
  const kept: KeptStory = { ...story, record, recordSha256: sha256 }
  const { id, ...columns } = { ...toRow(kept), record: json }
  await trx
    .insertInto('story')
    .values({ id, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute()
  await keepOwnSummary(trx, kept)
  return kept
}

/** Own stories that were not deleted, in the order they were begun. */
export async function* allStories(db: Db): AsyncGenerator<KeptStory> {
  for (let after = { at: '', id: '' }; ; ) {
    const rows = await db
      .selectFrom('story')
      .where('discarded_at', 'is', null)
      .where((where) =>
        where.or([
          where('created_at', '>', after.at),
          where.and([where('created_at', '=', after.at), where('id', '>', after.id)]),
        ]),
      )
      .selectAll()
      .orderBy('created_at')
      .orderBy('id')
      .limit(READ_TOGETHER)
      .execute()
    yield* rows.map(toStory)
    const last = rows.at(-1)
    if (!last || rows.length < READ_TOGETHER) return
    after = { at: last.created_at, id: last.id }
  }
}

/** Those that were deleted and can be brought back, deleted last first. */
export async function findDiscarded(db: Db): Promise<KeptStory[]> {
  const rows = await db
    .selectFrom('story')
    .where('discarded_at', 'is not', null)
    .orderBy('discarded_at', 'desc')
    .orderBy('id')
    .selectAll()
    .execute()
  return rows.map(toStory)
}

const toRow = (story: KeptStory): Omit<StoryTable, 'record'> => ({
  id: story.id,
  state: story.state,
  record_sha256: story.recordSha256,
  due_on: story.dueOn ?? null,
  scheduled_for: story.scheduledFor ?? null,
  review_on: story.reviewOn ?? null,
  published_on: story.publishedOn ?? null,
  published_record: story.publishedRecord ?? null,
  revision: story.revision ?? null,
  created_by: story.createdBy,
  created_at: story.createdAt,
  updated_at: story.updatedAt,
  discarded_at: story.discardedAt ?? null,
})

/** The columns hold what this file wrote. */
const toStory = (row: StoryTable): KeptStory => ({
  id: row.id,
  state: row.state as StoryState,
  record: StoryRecord.parse(JSON.parse(row.record)),
  recordSha256: row.record_sha256,
  dueOn: row.due_on ?? undefined,
  scheduledFor: row.scheduled_for ?? undefined,
  reviewOn: row.review_on ?? undefined,
  publishedOn: row.published_on ?? undefined,
  publishedRecord: row.published_record ?? undefined,
  revision: row.revision ?? undefined,
  createdBy: row.created_by,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  discardedAt: row.discarded_at ?? undefined,
})
