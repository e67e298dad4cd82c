import type { Kysely } from 'kysely'
import type { LibraryTables } from '../store/schema.ts'
import type { Citation, CitingWork } from '../updates/touched-work.ts'
import { findSummaries } from './summaries/list-stories.ts'
import { placesOfItem } from './summaries/places-of-item.ts'
import { storiesCiting } from './summaries/summaries.repository.ts'

/** Own stories, for what an update says it touches: by the provisions they show in action. */
export const citingStories: CitingWork = {
  work: 'story',
  workName: '故事',
  async citationsOf(db, itemIds) {
    if (!(await areThereAny(db))) return []
    const items = await itemsByPlace(db, itemIds)
    const found = await storiesCiting(db, [...items.keys()], undefined)
    const summaries = await findSummaries(db, [...new Set(found.map(({ storyId }) => storyId))])
    const citations = new Map<string, Citation>()
    for (const { storyId, item, anchor } of found) {
      const story = summaries.get(storyId)
      const itemId = items.get(item)
      if (!story?.own || story.state === 'retired' || itemId === undefined) continue
      const cited = anchor === '' ? undefined : anchor
      citations.set(`${storyId} ${itemId} ${anchor}`, {
        id: storyId,
        title: story.title,
        open: `/stories/${storyId}`,
        itemId,
        anchor: cited,
      })
    }
    return [...citations.values()]
  },
}

const areThereAny = (db: Kysely<LibraryTables>) => db.selectFrom('story').select('id').limit(1).executeTakeFirst()

async function itemsByPlace(db: Kysely<LibraryTables>, itemIds: readonly string[]): Promise<Map<string, string>> {
  const items = new Map<string, string>()
  for (const itemId of itemIds) for (const place of await placesOfItem(db, itemId)) items.set(place, itemId)
  return items
}
