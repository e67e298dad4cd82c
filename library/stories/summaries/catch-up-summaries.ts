import type { Kysely } from 'kysely'
import { z } from 'zod'
import { newestChange } from '../../items/items.repository.ts'
import { findSetting, saveSetting } from '../../settings/settings.repository.ts'
import type { BlobStore } from '../../store/blob-store.ts'
import type { LibraryTables } from '../../store/schema.ts'
import { findStory } from '../stories.repository.ts'
import { factsOfItem } from './facts-of-item.ts'
import { factsOfOwn } from './facts-of-own.ts'
import { isBeingCorrected } from './is-being-corrected.ts'
import { keepOwnSummary, keepSummary } from './keep-summary.ts'
import { deleteSummary } from './summaries.repository.ts'

type Db = Kysely<LibraryTables>

/** Raised when summaries say something else of the same story, so that all are made again. */
const FORMAT = 1
const MARK_KEY = 'story-summaries'

/** How far it got: changes up to `seq`, and while all are made again, the story after which it goes on. */
const Mark = z.object({ format: z.literal(FORMAT), seq: z.int(), after: z.string().optional() })
type Mark = z.infer<typeof Mark>

/**
 * Brings what lists say of stories in step with the library, `limit` stories at a time: with items that came, changed,
 * were put away or withdrawn, and with everything when there is nothing yet. How far it got is kept in the same
 * transaction, so that a crash loses nothing and does nothing twice.
 */
export async function catchUpStorySummaries(
  db: Db,
  blobs: Pick<BlobStore, 'has' | 'read'>,
  limit: number,
): Promise<{ done: number; remaining: number }> {
  const before = (await readMark(db)) ?? { format: FORMAT, seq: await newestChange(db), after: '' }
  const { ids, mark, remaining } = await nextStep(db, before, limit)
  if (ids.length === 0 && mark.seq === before.seq && mark.after === before.after) return { done: 0, remaining: 0 }
  await db.transaction().execute(async (trx) => {
    for (const id of ids) await renewSummary(trx, blobs, id)
    await saveSetting(trx, MARK_KEY, JSON.stringify(mark))
  })
  return { done: ids.length, remaining }
}

/** What lists say of one story, made here or of the library; nothing where it is neither. */
async function renewSummary(trx: Db, blobs: Pick<BlobStore, 'has' | 'read'>, id: string): Promise<void> {
  const own = await findStory(trx, id)
  if (own && own.discardedAt === undefined && !isBeingCorrected(own)) return keepOwnSummary(trx, own)
  if (own && own.discardedAt === undefined) return keepSummary(trx, factsOfOwn(own), await factsOfItem(trx, blobs, id))
  const facts = await factsOfItem(trx, blobs, id)
  return facts ? keepSummary(trx, facts) : deleteSummary(trx, id)
}

async function nextStep(db: Db, mark: Mark, limit: number): Promise<{ ids: string[]; mark: Mark; remaining: number }> {
  if (mark.after !== undefined) {
    const ids = await storiesAfter(db, mark.after, limit)
    const last = ids.at(-1)
    if (last !== undefined) return { ids, mark: { ...mark, after: last }, remaining: (await countAfter(db, last)) + 1 }
  }
  const seq = mark.seq
  const changes = await changedStories(db, seq, limit)
  const newest = changes.length < limit ? await newestChange(db) : (changes.at(-1)?.seq ?? seq)
  const ids = [...new Set(changes.map(({ item_id }) => item_id))]
  return { ids, mark: { format: FORMAT, seq: newest }, remaining: changes.length < limit ? 0 : 1 }
}

async function readMark(db: Db): Promise<Mark | undefined> {
  const stored = await findSetting(db, MARK_KEY)
  if (stored === undefined) return undefined
  const mark = Mark.safeParse(JSON.parse(stored)).data
  // Another library.db put in this one's place by hand may be older than the mark: its own mark counts, none does not.
  return mark && mark.seq <= (await newestChange(db)) ? mark : undefined
}

/** An item that lost its kind is found by the summary it still has. */
async function changedStories(db: Db, after: number, limit: number): Promise<{ seq: number; item_id: string }[]> {
  return db
    .selectFrom('change')
    .where('seq', '>', after)
    .where((where) =>
      where.or([
        where.exists(
          where
            .selectFrom('item')
            .whereRef('item.id', '=', 'change.item_id')
            .where('kind', '=', 'story')
            .select('item.id'),
        ),
        where.exists(
          where
            .selectFrom('story_summary')
            .whereRef('story_summary.id', '=', 'change.item_id')
            .select('story_summary.id'),
        ),
      ]),
    )
    .select(['seq', 'item_id'])
    .orderBy('seq')
    .limit(limit)
    .execute()
}

const everyStory = (db: Db, after: string) =>
  db
    .selectFrom('item')
    .where('kind', '=', 'story')
    .where('id', '>', after)
    .select('id')
    .union(db.selectFrom('story').where('id', '>', after).select('id'))
    .union(db.selectFrom('story_summary').where('id', '>', after).select('id'))

async function storiesAfter(db: Db, after: string, limit: number): Promise<string[]> {
  const rows = await everyStory(db, after).orderBy('id').limit(limit).execute()
  return rows.map(({ id }) => id)
}

async function countAfter(db: Db, after: string): Promise<number> {
  const { n } = await db
    .selectFrom(everyStory(db, after).as('ahead'))
    .select((select) => select.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}
