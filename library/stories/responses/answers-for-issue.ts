import type { Kysely, Transaction } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import { responsesOf } from './response-digest.ts'

/** A question that was answered, to be printed in the next issue. */
export interface IssueAnswer {
  readonly id: string
  readonly question: string
  readonly answer: string
  /** The story that was asked about. */
  readonly storyId?: string | undefined
}

/** Answered questions about the column or its stories that went out with no issue yet, the oldest first. */
export async function answersForIssue(db: Kysely<LibraryTables>, feedId: string): Promise<IssueAnswer[]> {
  const rows = await responsesOf(db, { feedId })
    .where('type', '=', 'question')
    .where('answer', 'is not', null)
    .where('answer_issue', 'is', null)
    .where('text', 'is not', null)
    .select(['id', 'text', 'answer', 'story_id'])
    .orderBy('given_on')
    .orderBy('id')
    .execute()
  return rows.map(({ id, text, answer, story_id }) => ({
    id,
    question: text ?? '',
    answer: answer ?? '',
    ...(story_id !== null && { storyId: story_id }),
  }))
}

/** Marks answers with the issue that carried them; called in the transaction that makes the issue. */
export async function markAnswersIssued(
  trx: Transaction<LibraryTables>,
  feedId: string,
  ids: readonly string[],
  issue: number,
): Promise<void> {
  for (const id of ids) {
    await trx
      .updateTable('story_response')
      .set({ answer_issue: issue, feed_id: feedId })
      .where('id', '=', id)
      .where('answer_issue', 'is', null)
      .execute()
  }
}
