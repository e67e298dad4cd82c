import type { Kysely } from 'kysely'
import type { LibraryTables } from '../store/schema.ts'
import type { StorySummary } from './story-view.ts'
import { findSummaries } from './summaries/list-stories.ts'
import { placesOfItem } from './summaries/places-of-item.ts'
import { storiesCiting } from './summaries/summaries.repository.ts'

/** Stories told beside one text at most. */
const MOST = 50

/**
 * The published stories that show an item in action, the newest first.
 * @param anchor only those that name this provision
 */
export async function storiesOfClause(
  db: Kysely<LibraryTables>,
  itemId: string,
  anchor?: string,
): Promise<StorySummary[]> {
  // 第六十二条~2 is the second passage of that number in the text, which a story cannot tell apart.
  const provision = anchor?.replace(/~\d+$/, '')
  const found = await storiesCiting(db, await placesOfItem(db, itemId), provision)
  const ids = [...new Set(found.map(({ storyId }) => storyId))].filter((id) => id !== itemId)
  const summaries = [...(await findSummaries(db, ids)).values()].filter(({ state }) => state === 'published')
  return summaries.sort(newestFirst).slice(0, MOST)
}

const newestFirst = (a: StorySummary, b: StorySummary) =>
  (b.publishedOn ?? '').localeCompare(a.publishedOn ?? '') ||
  a.title.localeCompare(b.title, 'zh') ||
  a.id.localeCompare(b.id)
