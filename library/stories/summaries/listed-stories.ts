import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import type { StoryState } from '../process/process-view.ts'
import type { ListedFacets } from './story-facts.ts'
import { countSummaries, type ListedRow, listedAfter, listVersion } from './summaries.repository.ts'

/** A story as filtering needs it. */
export interface ListedStory extends ListedFacets {
  readonly id: string
  readonly own: boolean
  readonly state: StoryState
  readonly title: string
  readonly titleInitials: string
  readonly searchKey: string
  readonly happenedFrom: string | undefined
  readonly publishedOn: string | undefined
  readonly updatedAt: string
  /** Readers can see it: also while a correction of it is being written. */
  readonly shown: boolean
}

/** All stories of a library, as they were after the change `version`. */
interface StoryList {
  readonly version: number
  readonly stories: ReadonlyMap<string, ListedStory>
}

/** Kept with the database they were read from, and brought up to date when it changed. */
const remembered = new WeakMap<Kysely<LibraryTables>, StoryList>()

/** The stories of a library; only what changed since the last time is read again. */
export async function listedStories(db: Kysely<LibraryTables>): Promise<ReadonlyMap<string, ListedStory>> {
  const version = await listVersion(db)
  const before = remembered.get(db)
  if (before?.version === version) return before.stories
  const list = await readList(db, version, before)
  remembered.set(db, list)
  return list.stories
}

async function readList(db: Kysely<LibraryTables>, version: number, before: StoryList | undefined): Promise<StoryList> {
  // A restored backup may be older than what was read before.
  if (before && before.version < version) {
    const stories = new Map(before.stories)
    for (const row of await listedAfter(db, before.version)) stories.set(row.id, listed(row))
    // Fewer than these: some were deleted, and which is found by reading all.
    if (stories.size === (await countSummaries(db))) return { version, stories }
  }
  const rows = await listedAfter(db, 0)
  return { version, stories: new Map(rows.map((row) => [row.id, listed(row)])) }
}

/** The columns hold what this folder wrote. */
export const listed = (row: ListedRow): ListedStory => ({
  id: row.id,
  own: row.own === 1,
  state: row.state as StoryState,
  title: row.title,
  titleInitials: row.title_initials,
  searchKey: row.search_key,
  happenedFrom: row.happened_from ?? undefined,
  publishedOn: row.published_on ?? undefined,
  updatedAt: row.updated_at,
  shown: row.state === 'published' || (row.revision !== null && row.state !== 'retired'),
  ...(JSON.parse(row.facets) as ListedFacets),
})
