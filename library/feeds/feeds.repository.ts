import type { Kysely } from 'kysely'
import type { FeedChoiceTable, FeedTable, LibraryTables } from '../store/schema.ts'
import { FeedDefinition } from './feed.schema.ts'
import type { FeedBuildRecord } from './feed-view.ts'

type Db = Kysely<LibraryTables>

/** A discarded column can be brought back for so long. Milliseconds. */
const BROUGHT_BACK = 30 * 24 * 3600 * 1000

/** A column as it is kept. Times are ISO 8601. */
export interface KeptFeed {
  readonly id: string
  /** `tag:` URI (RFC 4151), the same for ever. */
  readonly uri: string
  readonly definition: FeedDefinition
  /** The number of the newest issue; 0 before the first. */
  readonly issue: number
  readonly issuedAt?: string | undefined
  readonly createdAt: string
  readonly updatedAt: string
  readonly discardedAt?: string | undefined
}

/** A column that was not discarded. */
export async function findFeed(db: Db, id: string): Promise<KeptFeed | undefined> {
  const row = await db
    .selectFrom('feed')
    .where('id', '=', id)
    .where('discarded_at', 'is', null)
    .selectAll()
    .executeTakeFirst()
  return row && toFeed(row)
}

export async function findDiscardedFeed(db: Db, id: string): Promise<KeptFeed | undefined> {
  const row = await db
    .selectFrom('feed')
    .where('id', '=', id)
    .where('discarded_at', 'is not', null)
    .selectAll()
    .executeTakeFirst()
  return row && toFeed(row)
}

/** All columns that were not discarded, or those that were, in the order they were begun. */
export async function listFeeds(db: Db, discarded = false): Promise<KeptFeed[]> {
  const rows = await db
    .selectFrom('feed')
    .where('discarded_at', discarded ? 'is not' : 'is', null)
    .selectAll()
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(toFeed)
}

export async function insertFeed(db: Db, feed: KeptFeed): Promise<void> {
  await db
    .insertInto('feed')
    .values({
      id: feed.id,
      uri: feed.uri,
      definition: JSON.stringify(feed.definition),
      issue: feed.issue,
      issued_at: feed.issuedAt ?? null,
      created_at: feed.createdAt,
      updated_at: feed.updatedAt,
      discarded_at: null,
    })
    .execute()
}

export async function saveDefinition(db: Db, id: string, definition: FeedDefinition, at: string): Promise<void> {
  await db
    .updateTable('feed')
    .set({ definition: JSON.stringify(definition), updated_at: at })
    .where('id', '=', id)
    .execute()
}

/**
 * Notes that an issue was made.
 * @returns false when another was made meanwhile, or the column is gone: nothing is changed then
 */
export async function advanceIssue(db: Db, id: string, from: number, at: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('feed')
    .set({ issue: from + 1, issued_at: at })
    .where('id', '=', id)
    .where('issue', '=', from)
    .where('discarded_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** @param at null brings it back */
export async function setFeedDiscarded(db: Db, id: string, at: string | null): Promise<void> {
  await db.updateTable('feed').set({ discarded_at: at }).where('id', '=', id).execute()
}

/** Deletes for good what was discarded long ago; the record of events stays. Returns how many columns. */
export async function purgeDiscardedFeeds(db: Db, now: string): Promise<number> {
  const before = new Date(new Date(now).getTime() - BROUGHT_BACK).toISOString()
  return db.transaction().execute(async (trx) => {
    const old = trx.selectFrom('feed').where('discarded_at', '<', before).select('id')
    for (const table of ['feed_choice', 'feed_entry', 'feed_build'] as const) {
      await trx.deleteFrom(table).where('feed_id', 'in', old).execute()
    }
    const { numDeletedRows } = await trx.deleteFrom('feed').where('discarded_at', '<', before).executeTakeFirst()
    return Number(numDeletedRows)
  })
}

/** A story that was put in or kept out of a column by a person. */
export interface KeptChoice {
  readonly feedId: string
  readonly storyId: string
  readonly choice: 'pin' | 'exclude'
  readonly reason: string
  readonly by: string
  readonly at: string
}

/** In the order they were made. */
export async function findChoices(db: Db, feedId: string): Promise<KeptChoice[]> {
  const rows = await db
    .selectFrom('feed_choice')
    .where('feed_id', '=', feedId)
    .selectAll()
    .orderBy('at')
    .orderBy('story_id')
    .execute()
  return rows.map(toChoice)
}

export async function saveChoice(db: Db, { feedId, storyId, ...choice }: KeptChoice): Promise<void> {
  await db
    .insertInto('feed_choice')
    .values({ feed_id: feedId, story_id: storyId, ...choice })
    .onConflict((conflict) => conflict.columns(['feed_id', 'story_id']).doUpdateSet(choice))
    .execute()
}

/** @returns false when there was none */
export async function deleteChoice(db: Db, feedId: string, storyId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('feed_choice')
    .where('feed_id', '=', feedId)
    .where('story_id', '=', storyId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Where a column was written to, the newest first. */
export async function findBuilds(db: Db, feedId: string): Promise<FeedBuildRecord[]> {
  const rows = await db
    .selectFrom('feed_build')
    .where('feed_id', '=', feedId)
    .select(['out', 'at', 'issue', 'manifest', 'files'])
    .orderBy('at', 'desc')
    .orderBy('out')
    .execute()
  return rows
}

/** A definition that an older version wrote is filled up with what it did not know. */
const toFeed = (row: FeedTable): KeptFeed => ({
  id: row.id,
  uri: row.uri,
  definition: FeedDefinition.parse(JSON.parse(row.definition)),
  issue: row.issue,
  issuedAt: row.issued_at ?? undefined,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  discardedAt: row.discarded_at ?? undefined,
})

const toChoice = (row: FeedChoiceTable): KeptChoice => ({
  feedId: row.feed_id,
  storyId: row.story_id,
  choice: row.choice === 'pin' ? 'pin' : 'exclude',
  reason: row.reason,
  by: row.by,
  at: row.at,
})
