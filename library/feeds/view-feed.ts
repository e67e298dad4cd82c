import type { Kysely } from 'kysely'
import type { LibraryTables } from '../store/schema.ts'
import type { FeedSummary, FeedView } from './feed-view.ts'
import { findBuilds, findChoices, type KeptFeed } from './feeds.repository.ts'
import { findEntries } from './issues/entries.repository.ts'
import { pendingChanges } from './issues/pending-changes.ts'
import { standingEntries } from './issues/standing-entries.ts'
import { countFitting, findExamples } from './selection/candidates.repository.ts'

type Db = Kysely<LibraryTables>

/** A column in a list. */
export async function summariseFeed(db: Db, feed: KeptFeed, today: string): Promise<FeedSummary> {
  const all = await findEntries(db, feed.id)
  const { corrections, withdrawals } = await pendingChanges(db, feed, all)
  const entries = standingEntries(all)
  const examples = await findExamples(db)
  const showsReal = entries.some(({ storyId }) => !examples.has(storyId))
  return {
    id: feed.id,
    title: feed.definition.title,
    publisher: feed.definition.publisher,
    entries: entries.length,
    issue: feed.issue,
    issuedAt: feed.issuedAt,
    waiting: await countFitting(db, feed, today, examples, showsReal),
    changed: corrections.length + withdrawals.length,
    updatedAt: feed.updatedAt,
  }
}

/** A column, whole. */
export async function viewFeed(db: Db, feed: KeptFeed, today: string): Promise<FeedView> {
  const choices = await findChoices(db, feed.id)
  const titles = await titlesOf(
    db,
    choices.map(({ storyId }) => storyId),
  )
  return {
    ...(await summariseFeed(db, feed, today)),
    uri: feed.uri,
    definition: feed.definition,
    choices: choices.map(({ storyId, choice, reason, by, at }) => ({
      storyId,
      title: titles.get(storyId) ?? storyId,
      choice,
      reason,
      by,
      at,
    })),
    builds: await findBuilds(db, feed.id),
  }
}

async function titlesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('story_summary').where('id', 'in', ids).select(['id', 'title']).execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}
