import { queryOptions } from '@tanstack/react-query'
import type { StorySummary } from '../../library/stories/story-view.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'

/** The published stories that show a text in action, or one of its provisions. */
export const storiesOfQuery = (itemId: string, anchor?: string) =>
  queryOptions({
    queryKey: [...queryKeys.stories, 'of', itemId, anchor ?? ''],
    queryFn: ({ signal }) =>
      request<StorySummary[]>('GET', `/api/stories/of/${encodeURIComponent(itemId)}`, { query: { anchor }, signal }),
    staleTime: 60_000,
  })
