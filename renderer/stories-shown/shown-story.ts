import { queryOptions } from '@tanstack/react-query'
import type { ShownStory } from '../../library/stories/story-view.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'

export const shownStoryQuery = (id: string) =>
  queryOptions({
    queryKey: [...queryKeys.stories, 'shown', id],
    queryFn: ({ signal }) => request<ShownStory>('GET', `/api/stories/shown/${encodeURIComponent(id)}`, { signal }),
    staleTime: 60_000,
  })
