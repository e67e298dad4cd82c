import { queryOptions } from '@tanstack/react-query'
import type { StoryProposals } from '../../../library/stories/proposing/proposal-view.ts'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'

export function proposalsKey(upload: string) {
  return [...queryKeys.stories, 'proposals', upload] as const
}

/** What was read from an upload. It does not change by itself. */
export function proposalsQuery(upload: string) {
  return queryOptions({
    queryKey: proposalsKey(upload),
    queryFn: ({ signal }) =>
      request<StoryProposals>('GET', `/api/story-proposals/${encodeURIComponent(upload)}`, { signal }),
    enabled: upload !== '',
    staleTime: Number.POSITIVE_INFINITY,
  })
}
