import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { FeedDefinition } from '../../library/feeds/feed.schema.ts'
import type { FeedEntry, FeedPreview, FeedSummary, FeedView, ReadyColumn } from '../../library/feeds/feed-view.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'

export const feedsQuery = queryOptions({
  queryKey: [...queryKeys.feeds, 'list'],
  queryFn: ({ signal }) => request<FeedSummary[]>('GET', '/api/feeds', { signal }),
})

/** Columns that were discarded and can be brought back. */
export const discardedFeedsQuery = queryOptions({
  queryKey: [...queryKeys.feeds, 'discarded'],
  queryFn: ({ signal }) => request<FeedSummary[]>('GET', '/api/feeds', { query: { state: 'discarded' }, signal }),
})

export function useRestoreFeed() {
  return useFeedChange((id: string) => request<FeedView>('POST', feedRoute(id, '/restore')))
}

/** Definitions to begin a column with. */
export const readyColumnsQuery = queryOptions({
  queryKey: [...queryKeys.feeds, 'ready'],
  queryFn: ({ signal }) => request<ReadyColumn[]>('GET', '/api/feeds/ready', { signal }),
})

export const feedQuery = (id: string) =>
  queryOptions({
    queryKey: [...queryKeys.feeds, 'one', id],
    queryFn: ({ signal }) => request<FeedView>('GET', feedRoute(id), { signal }),
  })

export const previewQuery = (id: string) =>
  queryOptions({
    queryKey: [...queryKeys.feeds, 'preview', id],
    queryFn: ({ signal }) => request<FeedPreview>('GET', feedRoute(id, '/preview'), { signal }),
    refetchOnMount: 'always',
  })

export const entriesQuery = (id: string) =>
  queryOptions({
    queryKey: [...queryKeys.feeds, 'entries', id],
    queryFn: ({ signal }) => request<FeedEntry[]>('GET', feedRoute(id, '/entries'), { signal }),
  })

/** The address of a column, or of something below it. */
export function feedRoute(id: string, below = ''): `/api/${string}` {
  return `/api/feeds/${encodeURIComponent(id)}${below}`
}

/** A change to columns; what is shown of them is asked for anew afterwards, whether it went well or not. */
export function useFeedChange<Given, Answer>(change: (given: Given) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.feeds }),
  })
}

export function useCreateFeed() {
  return useFeedChange((definition: Partial<FeedDefinition>) =>
    request<FeedView>('POST', '/api/feeds', { body: definition }),
  )
}

/** Saves a definition; `read` is when the column had last been saved when it was read, or absent to save over that. */
export function useSaveFeed(id: string) {
  return useFeedChange(({ definition, read }: { definition: FeedDefinition; read?: string | undefined }) =>
    request<FeedView>('PUT', feedRoute(id), { body: definition, ...(read !== undefined && { query: { read } }) }),
  )
}
