import type { Kysely } from 'kysely'
import type { LibraryTables } from '../store/schema.ts'
import type { StorySummary } from './story-view.ts'
import { type ListedStory, listedStories } from './summaries/listed-stories.ts'
import { placesOfItem } from './summaries/places-of-item.ts'
import { findShownSummaries } from './summaries/shown-summaries.ts'
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
  const all = await listedStories(db)
  const told = [...new Set(found.map(({ storyId }) => storyId))].flatMap((id) => all.get(id) ?? [])
  const ids = told
    .filter(({ id, shown }) => shown && id !== itemId)
    .sort(newestFirst)
    .slice(0, MOST)
    .map(({ id }) => id)
  const summaries = await findShownSummaries(db, ids)
  return ids.flatMap((id) => summaries.get(id) ?? [])
}

const newestFirst = (a: ListedStory, b: ListedStory) =>
  compareText(b.publishedOn ?? '', a.publishedOn ?? '') ||
  compareText(a.titleInitials, b.titleInitials) ||
  compareText(a.id, b.id)

const compareText = (a: string, b: string) => Number(a > b) - Number(a < b)
