import type { Kysely } from 'kysely'
import type { LibraryTables, StoryResponseTable } from '../../store/schema.ts'
import { type ResponsesOf, responsesOf } from './response-digest.ts'
import type { StoryResponse } from './response-view.ts'

type Db = Kysely<LibraryTables>

/** SQLite takes so many parameters in one statement. */
const TOGETHER = 500

/** An answer with what makes it the same as another. */
export interface KeptResponse extends StoryResponse {
  readonly digest: string
}

/** The newest first; `open` are questions that nobody has answered. */
export async function listResponses(
  db: Db,
  of: ResponsesOf & { readonly open?: boolean | undefined },
  page: { readonly limit: number; readonly offset: number },
): Promise<{ total: number; responses: StoryResponse[] }> {
  const chosen = () => {
    const all = responsesOf(db, of)
    return of.open ? all.where('type', '=', 'question').where('answer', 'is', null) : all
  }
  const { total } = await chosen()
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await chosen()
    .selectAll()
    .orderBy('given_on', 'desc')
    .orderBy('received_at', 'desc')
    .orderBy('id')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return { total, responses: rows.map(toResponse) }
}

export async function findResponse(db: Db, id: string): Promise<StoryResponse | undefined> {
  const row = await db.selectFrom('story_response').where('id', '=', id).selectAll().executeTakeFirst()
  return row && toResponse(row)
}

/** Those of the digests that are kept already, of answers to stories or of cards about a material. */
export async function knownDigests(
  db: Db,
  digests: readonly string[],
  table: 'story_response' | 'material_response' = 'story_response',
): Promise<Set<string>> {
  const known = new Set<string>()
  for (let start = 0; start < digests.length; start += TOGETHER) {
    const rows = await db
      .selectFrom(table)
      .where('digest', 'in', digests.slice(start, start + TOGETHER))
      .select('digest')
      .execute()
    for (const { digest } of rows) known.add(digest)
  }
  return known
}

/** Keeps answers, all or none, and each once. Returns how many are new. */
export async function insertResponses(db: Db, responses: readonly KeptResponse[]): Promise<number> {
  return db.transaction().execute(async (trx) => {
    let kept = 0
    for (const response of responses) {
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto('story_response')
        .values(toRow(response))
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      kept += Number(numInsertedOrUpdatedRows ?? 0)
    }
    return kept
  })
}

export async function updateResponse(
  db: Db,
  id: string,
  change: Partial<Pick<StoryResponseTable, 'story_id' | 'text' | 'answer' | 'answered_on' | 'task_id'>>,
): Promise<void> {
  await db.updateTable('story_response').set(change).where('id', '=', id).execute()
}

/** Says of all that a file called so, and that have no story yet, which one it is. */
export async function nameStory(db: Db, named: string, storyId: string): Promise<void> {
  await db
    .updateTable('story_response')
    .set({ story_id: storyId })
    .where('named', '=', named)
    .where('story_id', 'is', null)
    .execute()
}

export async function deleteResponse(db: Db, id: string): Promise<void> {
  await db.deleteFrom('story_response').where('id', '=', id).execute()
}

/** Notes that whoever told a story has seen what came back. Returns how many were new to them. */
export async function markResponsesShown(db: Db, storyId: string, on: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('story_response')
    .set({ shown_on: on })
    .where('story_id', '=', storyId)
    .where('shown_on', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

export async function countUnseen(db: Db, storyId: string): Promise<number> {
  const { unseen } = await db
    .selectFrom('story_response')
    .where('story_id', '=', storyId)
    .where('shown_on', 'is', null)
    .select((select) => select.fn.countAll<number>().as('unseen'))
    .executeTakeFirstOrThrow()
  return unseen
}

/** What was received here itself, the oldest first; what other offices sent is theirs to send. */
export async function findOwnResponses(db: Db, of: ResponsesOf, limit: number): Promise<StoryResponse[]> {
  const rows = await responsesOf(db, of)
    .where('way', '!=', 'file')
    .selectAll()
    .orderBy('received_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(toResponse)
}

const toRow = (response: KeptResponse): StoryResponseTable => ({
  id: response.id,
  story_id: response.storyId ?? null,
  feed_id: response.feedId ?? null,
  way: response.way,
  digest: response.digest,
  given_on: response.givenOn,
  received_at: response.receivedAt,
  useful: response.useful ?? null,
  type: response.type,
  text: response.text ?? null,
  post: response.post ?? null,
  named: response.named ?? null,
  task_id: null,
  answer: null,
  answered_on: null,
  answer_issue: null,
  shown_on: null,
})

/** The columns hold what this folder wrote. */
const toResponse = (row: StoryResponseTable): StoryResponse => ({
  id: row.id,
  storyId: row.story_id ?? undefined,
  feedId: row.feed_id ?? undefined,
  way: row.way as StoryResponse['way'],
  givenOn: row.given_on,
  receivedAt: row.received_at,
  useful: (row.useful as StoryResponse['useful'] | null) ?? undefined,
  text: row.text ?? undefined,
  type: row.type as StoryResponse['type'],
  post: row.post ?? undefined,
  answer:
    row.answer === null
      ? undefined
      : { text: row.answer, on: row.answered_on ?? '', issue: row.answer_issue ?? undefined },
  taskId: row.task_id ?? undefined,
  shownOn: row.shown_on ?? undefined,
  named: row.named ?? undefined,
})
