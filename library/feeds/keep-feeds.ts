import type { Kysely } from 'kysely'
import type { LibraryTables } from '../store/schema.ts'
import { appendEvent } from '../stories/process/event-chain.ts'
import type { FeedDefinition } from './feed.schema.ts'
import {
  deleteChoice,
  findFeed,
  insertFeed,
  type KeptChoice,
  type KeptFeed,
  saveChoice,
  saveDefinition,
  setFeedDiscarded,
} from './feeds.repository.ts'

type Db = Kysely<LibraryTables>

/** Who does something to a column, and when. ISO 8601. */
export interface Doing {
  readonly by: string
  readonly at: string
}

/** Begins a column. */
export async function createFeed(db: Db, feed: KeptFeed, { by, at }: Doing): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await insertFeed(trx, feed)
    const { title } = feed.definition
    await appendEvent(trx, { subject: 'feed', subjectId: feed.id, type: 'create', by, at, detail: { title } })
  })
}

/**
 * Changes what a column is; the record keeps what it was before.
 * @param read when what was changed had last been saved, ISO 8601; undefined counts whatever was saved since
 * @returns `gone` when there is no such column, `changed` when somebody saved another definition since it was read
 */
export async function editFeed(
  db: Db,
  id: string,
  definition: FeedDefinition,
  { by, at }: Doing,
  read?: string,
): Promise<'saved' | 'gone' | 'changed'> {
  return db.transaction().execute(async (trx) => {
    const feed = await findFeed(trx, id)
    if (!feed) return 'gone'
    if (JSON.stringify(feed.definition) === JSON.stringify(definition)) return 'saved'
    if (read !== undefined && read !== feed.updatedAt) return 'changed'
    await saveDefinition(trx, id, definition, at)
    const changed = changedParts(feed.definition, definition)
    await appendEvent(trx, { subject: 'feed', subjectId: id, type: 'edit', by, at, detail: { before: changed } })
    return 'saved'
  })
}

/** The parts that differ, as they were; what was absent is null, which JSON can say. */
function changedParts(before: FeedDefinition, after: FeedDefinition): Record<string, unknown> {
  const names = Object.keys(after) as (keyof FeedDefinition)[]
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
  return Object.fromEntries(changed.map((name) => [name, before[name] ?? null]))
}

/** Puts a column away, or with `discard` false brings it back. */
export async function discardFeed(db: Db, id: string, discard: boolean, { by, at }: Doing): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await setFeedDiscarded(trx, id, discard ? at : null)
    await appendEvent(trx, { subject: 'feed', subjectId: id, type: discard ? 'discard' : 'restore', by, at })
  })
}

/** Puts a story in or keeps it out, in the place of what was chosen before. */
export async function chooseStory(db: Db, choice: KeptChoice): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await saveChoice(trx, choice)
    const { feedId, storyId, reason, by, at } = choice
    await appendEvent(trx, {
      subject: 'feed',
      subjectId: feedId,
      type: choice.choice,
      by,
      at,
      reason,
      detail: { storyId },
    })
  })
}

/** Leaves a story to the criteria again. */
export async function removeChoice(db: Db, feedId: string, storyId: string, { by, at }: Doing): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (!(await deleteChoice(trx, feedId, storyId))) return
    await appendEvent(trx, { subject: 'feed', subjectId: feedId, type: 'choice-removed', by, at, detail: { storyId } })
  })
}
