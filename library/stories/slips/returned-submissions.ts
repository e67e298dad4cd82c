import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import { eventsOf } from '../process/event-chain.ts'
import { tasksOf } from '../process/tasks.repository.ts'
import { findStory } from '../stories.repository.ts'
import type { Remark } from './slip.schema.ts'
import { slipError } from './slip-error.ts'

type Db = Kysely<LibraryTables>

/** What was said when a story was sent back. */
export interface ReturnSaid {
  readonly note?: string | undefined
  readonly remarks: readonly Remark[]
}

/**
 * What this office said when it sent a submitted story back: the reason, and the changes still open.
 * @throws {SlipError} SLIP_NOT_RETURNED
 */
export async function saidOnReturn(db: Db, storyId: string): Promise<ReturnSaid> {
  const story = await findStory(db, storyId)
  const last = (await eventsOf(db, 'story', storyId)).findLast(({ type }) => type === 'step')
  if (story?.state !== 'draft' || last?.step !== 'return') throw slipError('SLIP_NOT_RETURNED')
  const open = (await tasksOf(db, storyId)).filter(({ type, done }) => type === 'change' && done === undefined)
  const remarks = open.map(
    ({ field, quote, text }): Remark => ({
      type: 'change',
      ...(field !== undefined && { field }),
      ...(quote !== undefined && { quote }),
      text,
    }),
  )
  return { note: last.reason, remarks }
}

/** Of these stories, those that are drafts here and were never published: what came in as submitted was sent back then. */
export async function findReturned(db: Db, storyIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (storyIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('story')
    .where('id', 'in', [...storyIds])
    .where('state', '=', 'draft')
    .where('revision', 'is', null)
    .where('discarded_at', 'is', null)
    .select('id')
    .execute()
  return new Set(rows.map(({ id }) => id))
}
