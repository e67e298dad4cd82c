import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import { appendEvent } from '../process/event-chain.ts'
import { keepTask } from '../process/keep-task.ts'
import type { OfficePerson, StoryTask } from '../process/process-view.ts'
import { findStory } from '../stories.repository.ts'
import { maskPersonalData } from './mask-personal-data.ts'
import { responseError } from './response-errors.ts'
import type { StoryResponse } from './response-view.ts'
import { deleteResponse, findResponse, nameStory, updateResponse } from './responses.repository.ts'

type Db = Kysely<LibraryTables>

export interface ResponseChange {
  readonly storyId?: string | null | undefined
  readonly same?: boolean | undefined
  readonly text?: string | null | undefined
  readonly answer?: string | null | undefined
}

/**
 * Says what an answer is about, takes words out of it, or answers a question; what is answered is recorded.
 * @throws {ResponseError} RESPONSE_NOT_FOUND, or RESPONSE_ISSUED where the answer went out already
 */
export async function changeResponse(
  db: Db,
  id: string,
  { storyId, same, text, answer }: ResponseChange,
  by: OfficePerson,
  at: string,
  today: string,
): Promise<StoryResponse> {
  return db.transaction().execute(async (trx) => {
    const before = await requireResponse(trx, id)
    const changesIssued = answer !== undefined || text !== undefined
    if (changesIssued && before.answer?.issue !== undefined) throw responseError('RESPONSE_ISSUED')
    if (same && storyId && before.named !== undefined) await nameStory(trx, before.named, storyId)
    await updateResponse(trx, id, {
      ...(storyId !== undefined && { story_id: storyId }),
      ...(text !== undefined && { text: text === null ? null : maskPersonalData(text).text }),
      ...(answer !== undefined && { answer, answered_on: answer === null ? null : today }),
    })
    const after = await requireResponse(trx, id)
    if (answer !== undefined && answer !== before.answer?.text) await recordAnswer(trx, after, by, at)
    return after
  })
}

/** By the hash of its words: what was written by mistake must not stand in the record for ever. */
async function recordAnswer(trx: Db, { id, storyId, feedId, answer }: StoryResponse, by: OfficePerson, at: string) {
  const subjectId = storyId ?? feedId
  if (subjectId === undefined) return
  await appendEvent(trx, {
    subject: storyId === undefined ? 'feed' : 'story',
    subjectId,
    at,
    by: by.name,
    type: 'response',
    detail: {
      person: by.id,
      response: id,
      ...(answer && { text: createHash('sha256').update(answer.text).digest('hex') }),
    },
  })
}

/**
 * Makes a task of what somebody suggested, once.
 * @returns the task's id
 * @throws {ResponseError} RESPONSE_NOT_FOUND, RESPONSE_NO_STORY or RESPONSE_NOT_OWN
 */
export async function makeResponseTask(
  db: Db,
  id: string,
  task: Pick<StoryTask, 'id' | 'at'>,
  by: OfficePerson,
): Promise<string> {
  return db.transaction().execute(async (trx) => {
    const response = await requireResponse(trx, id)
    if (response.taskId !== undefined) return response.taskId
    const { storyId, text, useful, type } = response
    if (storyId === undefined) throw responseError('RESPONSE_NO_STORY')
    if (!(await findStory(trx, storyId))) throw responseError('RESPONSE_NOT_OWN')
    const says = text ?? (useful === undefined ? '' : JUDGED[useful])
    await keepTask(
      trx,
      {
        ...task,
        storyId,
        type: 'suggestion',
        text: `${TYPES[type]}：${says}`.slice(0, 5000),
        by: by.name,
        for: 'writer',
      },
      by,
    )
    await updateResponse(trx, id, { task_id: task.id })
    return task.id
  })
}

/**
 * Deletes what was typed in or taken by mistake. What went out with an issue stays.
 * @throws {ResponseError} RESPONSE_NOT_FOUND or RESPONSE_ISSUED
 */
export async function forgetResponse(db: Db, id: string): Promise<StoryResponse> {
  return db.transaction().execute(async (trx) => {
    const response = await requireResponse(trx, id)
    if (response.answer?.issue !== undefined) throw responseError('RESPONSE_ISSUED')
    await deleteResponse(trx, id)
    return response
  })
}

const JUDGED = { yes: '有用', partly: '部分有用', no: '没有用' } as const
const TYPES = { opinion: '读者意见', suggestion: '读者建议', error: '读者指出有误', question: '读者提问' } as const

async function requireResponse(db: Db, id: string): Promise<StoryResponse> {
  const response = await findResponse(db, id)
  if (response) return response
  throw responseError('RESPONSE_NOT_FOUND')
}
