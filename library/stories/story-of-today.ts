import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { localDate } from '../items/record-revision.ts'
import type { LibraryTables } from '../store/schema.ts'
import { type Interests, readInterests } from './reader-interests.ts'
import { findShown } from './story-shown.repository.ts'
import type { StorySummary } from './story-view.ts'
import { type ListedStory, listedStories } from './summaries/listed-stories.ts'
import { findShownSummaries } from './summaries/shown-summaries.ts'

export interface StoryOfToday {
  readonly story?: StorySummary | undefined
  /** Why this one, in a sentence. */
  readonly why?: string | undefined
}

/**
 * One story a day: the one shown today already; else one that was not seen yet, near to what the person looked at
 * lately; else the one that was not seen for longest. There is none where nothing is published.
 */
export async function storyOfToday(db: Kysely<LibraryTables>, now: Date): Promise<StoryOfToday> {
  const today = localDate(now)
  const published = [...(await listedStories(db)).values()].filter((story) => story.shown)
  const shown = await findShown(db)
  const already = published.find(({ id }) => shown.get(id) === today)
  const unseen = published.filter(({ id }) => !shown.has(id))
  const interests = await readInterests(db)
  const chosen = already ?? choose(unseen, interests, today) ?? longestAgo(published, shown, today)
  if (!chosen) return {}
  const story = (await findShownSummaries(db, [chosen.id])).get(chosen.id)
  return { story, why: reason(chosen, interests, shown.get(chosen.id), today) }
}

/** Nearest to the person's work; among equals the day decides, so that it stays the same until tomorrow. */
function choose(stories: readonly ListedStory[], interests: Interests, today: string): ListedStory | undefined {
  const rated = stories.map((story) => ({ story, near: nearness(story, interests), by: lot(today, story.id) }))
  return rated.sort((a, b) => b.near - a.near || a.by.localeCompare(b.by))[0]?.story
}

function longestAgo(stories: readonly ListedStory[], shown: ReadonlyMap<string, string>, today: string) {
  const oldest = stories.map(({ id }) => shown.get(id) ?? '').sort()[0]
  return choose(
    stories.filter(({ id }) => (shown.get(id) ?? '') === oldest),
    { posts: new Map(), topics: new Map() },
    today,
  )
}

const nearness = ({ posts, topics }: ListedStory, interests: Interests): number =>
  sum(posts.map((post) => 2 * (interests.posts.get(post) ?? 0))) +
  sum(topics.map((topic) => interests.topics.get(topic) ?? 0))

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

const lot = (today: string, id: string) => createHash('sha256').update(`${today} ${id}`).digest('hex')

function reason(story: ListedStory, interests: Interests, shownOn: string | undefined, today: string): string {
  const topic = story.topics.find((one) => interests.topics.has(one))
  if (topic !== undefined) return `和您最近看的“${topic}”有关。`
  const post = story.posts.find((one) => interests.posts.has(one))
  if (post !== undefined) return `讲的是${post}的事。`
  return shownOn !== undefined && shownOn !== today ? '有一阵没有见到的一个。' : '还没有看过的一个。'
}
