import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import { countWords } from './count-words.ts'
import type { ResponseDigest } from './response-view.ts'

/** Whose answers: a story's, a column's with those to its stories, or all. */
export interface ResponsesOf {
  readonly storyId?: string | undefined
  readonly feedId?: string | undefined
}

/** Counts by answer and month, and the words said more than once. */
export async function responseDigest(db: Kysely<LibraryTables>, of: ResponsesOf): Promise<ResponseDigest> {
  const rows = await responsesOf(db, of).select(['given_on', 'useful', 'type', 'text', 'answer']).execute()
  const useful = { yes: 0, partly: 0, no: 0 }
  const months = new Map<string, { month: string; yes: number; partly: number; no: number }>()
  for (const row of rows) {
    const answer = row.useful as 'yes' | 'partly' | 'no' | null
    if (answer === null) continue
    const month = row.given_on.slice(0, 7)
    const counts = months.get(month) ?? { month, yes: 0, partly: 0, no: 0 }
    counts[answer] += 1
    useful[answer] += 1
    months.set(month, counts)
  }
  return {
    total: rows.length,
    useful,
    byMonth: [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1)),
    words: countWords(rows.flatMap((row) => (row.text ? [{ text: row.text, month: row.given_on.slice(0, 7) }] : []))),
    unanswered: rows.filter((row) => row.type === 'question' && row.answer === null).length,
  }
}

/** The answers meant; a column's are also those to stories that it brought. */
export function responsesOf(db: Kysely<LibraryTables>, { storyId, feedId }: ResponsesOf) {
  let query = db.selectFrom('story_response')
  if (storyId !== undefined) query = query.where('story_id', '=', storyId)
  if (feedId !== undefined) {
    const brought = db.selectFrom('feed_entry').where('feed_entry.feed_id', '=', feedId).select('feed_entry.story_id')
    query = query.where((where) =>
      where.or([
        where('feed_id', '=', feedId),
        where.and([where('feed_id', 'is', null), where('story_id', 'in', brought.where('story_id', 'is not', null))]),
      ]),
    )
  }
  return query
}
