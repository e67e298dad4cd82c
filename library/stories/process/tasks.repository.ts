import type { Kysely } from 'kysely'
import type { LibraryTables, StoryTaskTable } from '../../store/schema.ts'
import type { OfficeRole, StoryTask } from './process-view.ts'

type Db = Kysely<LibraryTables>

/** SQLite takes so many parameters in one statement. */
const TOGETHER = 500

/** How many tasks are open, by story; stories without any are left out. */
export async function openTaskCounts(db: Db, ids: readonly string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (let start = 0; start < ids.length; start += TOGETHER) {
    const rows = await db
      .selectFrom('story_task')
      .where('story_id', 'in', ids.slice(start, start + TOGETHER))
      .where('done_at', 'is', null)
      .groupBy('story_id')
      .select(['story_id', (select) => select.fn.countAll<number>().as('open')])
      .execute()
    for (const { story_id, open } of rows) counts.set(story_id, open)
  }
  return counts
}

/** Adds a task in the caller's transaction; one that is there already, by its id, stays as it is. False then. */
export async function addTask(trx: Db, task: StoryTask): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('story_task')
    .values({
      id: task.id,
      story_id: task.storyId,
      type: task.type,
      field: task.field ?? null,
      quote: task.quote ?? null,
      text: task.text,
      by: task.by,
      at: task.at,
      role: task.for ?? null,
      due_on: task.dueOn ?? null,
      done_at: task.done?.at ?? null,
      done_by: task.done?.by ?? null,
      answer: task.done?.answer ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Of one story, in the order they were written. */
export async function tasksOf(db: Db, storyId: string): Promise<StoryTask[]> {
  const rows = await db
    .selectFrom('story_task')
    .where('story_id', '=', storyId)
    .orderBy('at')
    .orderBy('id')
    .selectAll()
    .execute()
  return rows.map(toTask)
}

export async function findTask(db: Db, id: string): Promise<StoryTask | undefined> {
  const row = await db.selectFrom('story_task').where('id', '=', id).selectAll().executeTakeFirst()
  return row && toTask(row)
}

/** Over all stories: by the day they are wished for, then in the order they were written. At most `limit`. */
export async function listTasks(
  db: Db,
  filter: { readonly open?: boolean | undefined; readonly for?: OfficeRole | undefined },
  limit: number,
): Promise<StoryTask[]> {
  let query = db.selectFrom('story_task')
  if (filter.open !== undefined) query = query.where('done_at', filter.open ? 'is' : 'is not', null)
  if (filter.for !== undefined) query = query.where('role', '=', filter.for)
  const rows = await query
    .orderBy('due_on', (order) => order.asc().nullsLast())
    .orderBy('at')
    .orderBy('id')
    .limit(limit)
    .selectAll()
    .execute()
  return rows.map(toTask)
}

/** @param done undefined opens it again */
export async function markTask(db: Db, id: string, done: StoryTask['done']): Promise<void> {
  await db
    .updateTable('story_task')
    .set({ done_at: done?.at ?? null, done_by: done?.by ?? null, answer: done?.answer ?? null })
    .where('id', '=', id)
    .execute()
}

/** Titles of stories as lists show them. */
export async function findTitles(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const titles = new Map<string, string>()
  for (let start = 0; start < ids.length; start += TOGETHER) {
    const rows = await db
      .selectFrom('story_summary')
      .where('id', 'in', ids.slice(start, start + TOGETHER))
      .select(['id', 'title'])
      .execute()
    for (const { id, title } of rows) titles.set(id, title)
  }
  return titles
}

const toTask = (row: StoryTaskTable): StoryTask => ({
  id: row.id,
  storyId: row.story_id,
  type: row.type as StoryTask['type'],
  field: row.field ?? undefined,
  quote: row.quote ?? undefined,
  text: row.text,
  by: row.by,
  at: row.at,
  for: (row.role as OfficeRole | null) ?? undefined,
  dueOn: row.due_on ?? undefined,
  done: row.done_at === null ? undefined : { at: row.done_at, by: row.done_by ?? '', answer: row.answer ?? undefined },
})
