import type { Kysely } from 'kysely'
import type { LibraryTables } from '../store/schema.ts'
import type { KeptStory } from './kept-story.ts'
import { appendEvent, eventsOf } from './process/event-chain.ts'
import type { StoryEvent } from './process/process-view.ts'
import { findStory, saveStory } from './stories.repository.ts'
import type { StoryRecord } from './story.schema.ts'

type Db = Kysely<LibraryTables>

/** A deleted story can be brought back for so long. Milliseconds. */
const BROUGHT_BACK = 30 * 24 * 3600 * 1000

/** Keeps new stories, all or none, and records who began them. */
export async function insertStories(
  db: Db,
  stories: readonly KeptStory[],
  detail?: StoryEvent['detail'],
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const story of stories) {
      if (await findStory(trx, story.id)) throw new Error(`story ${story.id} is there already`)
      const kept = await saveStory(trx, story)
      await record(trx, kept, { type: 'create', by: story.createdBy, at: story.createdAt, detail })
    }
  })
}

/**
 * Changes a story as it was when the caller read it.
 * @param readAt its `updatedAt` then
 * @param by who changed it, by name
 * @returns false when it is another by now, or gone: nothing is changed then
 */
export async function replaceStory(db: Db, story: KeptStory, readAt: string, by: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const before = await findStory(trx, story.id)
    if (!before || before.discardedAt !== undefined || before.updatedAt !== readAt) return false
    const kept = await saveStory(trx, story)
    if (await isWorthALine(trx, before, kept, by)) {
      const detail = isOnlyVerified(before.record, kept.record) ? { only: 'sources-verified' } : undefined
      await record(trx, kept, { type: 'edit', by, at: story.updatedAt, from: before.state, to: story.state, detail })
    }
    return true
  })
}

/** Writing a draft is recorded once a day for each person, anything that was checked already each time. */
async function isWorthALine(trx: Db, before: KeptStory, after: KeptStory, by: string): Promise<boolean> {
  if (before.recordSha256 === after.recordSha256) return false
  if (before.state !== 'draft') return true
  const last = (await eventsOf(trx, 'story', after.id)).at(-1)
  const isSameHand = last?.by === by && (last.type === 'edit' || last.type === 'create')
  return !(isSameHand && last.at.slice(0, 10) === after.updatedAt.slice(0, 10))
}

/** Whether nothing changed but who has looked at the sources: that is checking, not writing. */
function isOnlyVerified(before: StoryRecord, after: StoryRecord): boolean {
  const rest = (story: StoryRecord) =>
    JSON.stringify({ ...story, sources: story.sources.map(({ verified: _, ...source }) => source) })
  return rest(before) === rest(after)
}

/**
 * Deletes a story, or brings it back.
 * @param discardedAt undefined brings it back
 * @returns false when there is none of this id
 */
export async function discardStory(
  db: Db,
  id: string,
  discardedAt: string | undefined,
  by: string,
  at: string,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const story = await findStory(trx, id)
    if (!story) return false
    if ((story.discardedAt === undefined) === (discardedAt === undefined)) return true
    const kept = await saveStory(trx, { ...story, discardedAt })
    await record(trx, kept, { type: discardedAt === undefined ? 'restore' : 'discard', by, at })
    return true
  })
}

/** Deletes for good what was deleted long ago, with its tasks; that it was there stays in the record. Returns how many. */
export async function purgeDiscardedStories(db: Db, now: string): Promise<number> {
  const before = new Date(new Date(now).getTime() - BROUGHT_BACK).toISOString()
  return db.transaction().execute(async (trx) => {
    const old = trx.selectFrom('story').where('discarded_at', '<', before).select('id')
    await trx.deleteFrom('story_task').where('story_id', 'in', old).execute()
    const { numDeletedRows } = await trx.deleteFrom('story').where('discarded_at', '<', before).executeTakeFirst()
    return Number(numDeletedRows)
  })
}

const record = (trx: Db, story: KeptStory, event: Omit<Parameters<typeof appendEvent>[1], 'subject' | 'subjectId'>) =>
  appendEvent(trx, { subject: 'story', subjectId: story.id, record: story.recordSha256, ...event })
