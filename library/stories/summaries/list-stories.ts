import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import { openTaskCounts } from '../process/tasks.repository.ts'
import { findDiscarded } from '../stories.repository.ts'
import type { StoryFilter, StoryPage, StorySummary } from '../story-view.ts'
import { storyWords } from '../vocabulary/story-words.ts'
import { factsOfOwn } from './facts-of-own.ts'
import { filterStories } from './filter-stories.ts'
import { summaryRow } from './keep-summary.ts'
import { listed, listedStories } from './listed-stories.ts'
import { placesOfItem } from './places-of-item.ts'
import { storiesCiting, summaryRows, toSummary } from './summaries.repository.ts'

type Db = Kysely<LibraryTables>

/** Stories, own ones and those of the library: how many there are, the page asked for, and the facets. */
export async function listStories(db: Db, filter: StoryFilter): Promise<StoryPage> {
  if (filter.state === 'discarded') return listDiscarded(db, filter)
  const [all, ids] = [await listedStories(db), await citing(db, filter)]
  const { stories, facets } = filterStories(all.values(), filter, storyWords(), ids)
  const page = stories.slice(filter.offset, filter.offset + filter.limit).map(({ id }) => id)
  const summaries = await findSummaries(db, page)
  return { total: stories.length, stories: page.flatMap((id) => summaries.get(id) ?? []), facets }
}

/** @returns those that there are */
export async function findSummaries(db: Db, ids: readonly string[]): Promise<Map<string, StorySummary>> {
  const rows = await summaryRows(db, ids)
  const tasks = await openTaskCounts(
    db,
    rows.filter(({ own }) => own === 1).map(({ id }) => id),
  )
  return new Map(rows.map((row) => [row.id, toSummary(row, tasks.get(row.id) ?? 0)]))
}

/** What was deleted is in no list any more: there are few, and they are read whole. */
async function listDiscarded(db: Db, filter: StoryFilter): Promise<StoryPage> {
  const rows = (await findDiscarded(db)).map((story) => summaryRow(factsOfOwn(story)))
  const { stories, facets } = filterStories(rows.map(listed), filter, storyWords(), undefined)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const page = stories.slice(filter.offset, filter.offset + filter.limit).flatMap(({ id }) => byId.get(id) ?? [])
  return { total: stories.length, stories: page.map((row) => toSummary({ ...row, version: 0 })), facets }
}

async function citing(db: Db, { policy, anchor }: StoryFilter): Promise<ReadonlySet<string> | undefined> {
  if (policy === undefined) return undefined
  const found = await storiesCiting(db, await placesOfItem(db, policy), anchor)
  return new Set(found.map(({ storyId }) => storyId))
}
