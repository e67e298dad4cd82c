import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { localDate } from '../../items/record-revision.ts'
import type { LibraryTables } from '../../store/schema.ts'
import { readStory } from '../read-story.ts'
import { findStory, saveStory } from '../stories.repository.ts'
import { monthsAfter } from './after-step.ts'
import { REVIEW_TASK } from './due-steps.repository.ts'
import { appendEvent } from './event-chain.ts'
import { ProcessError } from './process-errors.ts'
import type { OfficePerson, StoryTask } from './process-view.ts'
import { readOffice } from './story-office.ts'
import { addTask, findTask, markTask, tasksOf } from './tasks.repository.ts'

type Db = Kysely<LibraryTables>

/** On one story; more would help nobody. */
const MOST_TASKS = 2000

/**
 * Adds a comment or a task and records it, in the caller's transaction; one that is there already stays as it is.
 * @throws {StoryNotFoundError}
 * @throws {ProcessError} STORY_TASKS_FULL
 */
export async function keepTask(trx: Db, task: StoryTask, person: OfficePerson): Promise<void> {
  const story = await readStory(trx, task.storyId)
  if ((await tasksOf(trx, story.id)).length >= MOST_TASKS) {
    throw new ProcessError({
      code: 'STORY_TASKS_FULL',
      what: '没有记下：这一篇的意见和任务已经太多。',
      why: `最多 ${MOST_TASKS} 条。`,
      todo: '请当面商量，再把结论记在故事里。',
    })
  }
  if (!(await addTask(trx, task))) return
  await appendEvent(trx, {
    subject: 'story',
    subjectId: story.id,
    at: task.at,
    by: task.by,
    type: task.type === 'comment' ? 'comment' : 'task',
    record: story.recordSha256,
    // By its hash: what somebody wrote by mistake must not stand here for ever.
    detail: { person: person.id, task: task.id, text: createHash('sha256').update(task.text).digest('hex') },
  })
}

/**
 * Marks a task as done, with what was answered, or as open again. Whoever has looked at a published story again sets
 * the day for the next time with it.
 * @throws {ProcessError} STORY_TASK_NOT_FOUND
 */
export async function finishTask(
  trx: Db,
  given: {
    readonly id: string
    readonly done: boolean
    readonly answer?: string | undefined
    readonly by: OfficePerson
  },
  now: Date,
): Promise<StoryTask> {
  const task = await findTask(trx, given.id)
  if (!task) throw taskNotFound()
  const at = now.toISOString()
  const done = given.done ? { at, by: given.by.name, answer: given.answer } : undefined
  await markTask(trx, task.id, done)
  const story = await findStory(trx, task.storyId)
  if (given.done && task.id.startsWith(REVIEW_TASK) && story?.state === 'published') {
    const { reviewMonths } = await readOffice(trx)
    await saveStory(trx, { ...story, reviewOn: monthsAfter(localDate(now), reviewMonths) })
  }
  await appendEvent(trx, {
    subject: 'story',
    subjectId: task.storyId,
    at,
    by: given.by.name,
    type: 'task-done',
    record: story?.recordSha256,
    reason: given.answer,
    detail: { person: given.by.id, task: task.id, done: given.done },
  })
  return { ...task, done }
}

const taskNotFound = () =>
  new ProcessError({ code: 'STORY_TASK_NOT_FOUND', what: '没有这条意见或任务。', why: '它可能在别的资料库里。' })
