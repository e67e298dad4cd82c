import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { FeedEntry } from '../../library/feeds/feed-view.ts'
import type { StoryPage } from '../../library/stories/story-view.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'
import { shownStoryQuery } from './shown-story.ts'
import { type Slide, slidesOf } from './slides.ts'

/** As many as a hall watches before it begins again. */
const MOST = 60

/** The slides of a column's stories, or of all that are published; those of stories that cannot be read are left out. */
export function useStoriesToShow(feed: string | undefined) {
  const ids = useQuery({
    queryKey: [...queryKeys.stories, 'to-show', feed ?? ''],
    queryFn: ({ signal }) => (feed === undefined ? publishedStories(signal) : storiesOfFeed(feed, signal)),
  })
  const shown = useQueries({ queries: (ids.data ?? []).map((id) => shownStoryQuery(id)) })
  const settled = shown.every(({ isPending }) => !isPending)
  const loaded = shown.filter(({ data }) => data !== undefined).length
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answers are new lists each time; their number says when they changed
  const slides = useMemo(() => {
    const made: Slide[] = []
    for (const [at, { data, isPending }] of shown.entries()) {
      // In their order: a story that is still on its way holds those behind it.
      if (isPending) break
      const id = ids.data?.[at]
      if (data && id) made.push(...slidesOf(id, data))
    }
    return made
  }, [ids.data, loaded, settled])
  return { slides, isPending: ids.isPending || (slides.length === 0 && !settled), error: ids.error, retry: ids.refetch }
}

async function publishedStories(signal: AbortSignal): Promise<readonly string[]> {
  const query = { state: 'published', sort: 'published', limit: MOST, offset: 0 }
  const { stories } = await request<StoryPage>('GET', '/api/stories', { query, signal })
  return stories.map(({ id }) => id)
}

async function storiesOfFeed(feed: string, signal: AbortSignal): Promise<readonly string[]> {
  const entries = await request<FeedEntry[]>('GET', `/api/feeds/${encodeURIComponent(feed)}/entries`, { signal })
  const withdrawn = new Set(entries.flatMap(({ type, of }) => (type === 'withdrawal' && of ? [of] : [])))
  const standing = entries.filter(({ type, id }) => type === 'story' && !withdrawn.has(id))
  return [...new Set(standing.flatMap(({ storyId }) => storyId ?? []))].slice(0, MOST)
}
