import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReleasePreview } from '../../../library/updates/publishing/publishing-view.ts'
import type { OfferedComparison } from '../../../library/updates/update-view.ts'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'
import { channelRoute } from '../use-published-channels.ts'

export type Stage = ReleasePreview['stage']

/** What the next release would bring. */
export function usePreview(id: string, stage: Stage) {
  return useQuery({
    queryKey: [...queryKeys.publishing, 'preview', id, stage],
    queryFn: ({ signal }) =>
      request<ReleasePreview>('GET', `${channelRoute(id)}/preview`, { query: { stage }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

/** One item of it, what readers have to what they would get. */
export function usePreviewComparison(id: string, stage: Stage, itemId: string) {
  return useQuery({
    queryKey: [...queryKeys.publishing, 'preview', id, stage, itemId],
    queryFn: ({ signal }) =>
      request<OfferedComparison>('GET', `${channelRoute(id)}/preview/${encodeURIComponent(itemId)}`, {
        query: { stage },
        signal,
      }),
  })
}
