import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { GroupedAnswer } from '../../library/search/search-view.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'
import type { SearchFilters } from './search-filters.ts'

/** Items on one page of results. */
export const pageSize = 20

/** An answer is kept as long as one may read a text opened from it, so that going back finds the list as it was. */
const READING = 60 * 60_000

export function searchQuery(filters: SearchFilters) {
  return queryOptions({
    queryKey: [...queryKeys.search, 'answer', filters],
    queryFn: ({ signal }) =>
      request<GroupedAnswer>('GET', '/api/search', {
        query: {
          q: filters.q,
          kind: filters.kind.join(','),
          validity: filters.validity.join(','),
          issuer: filters.issuer,
          topic: filters.topic.join(','),
          channel: filters.channel.join(','),
          after: filters.after,
          before: filters.before,
          sort: filters.sort,
          limit: pageSize,
          offset: (filters.page - 1) * pageSize,
        },
        signal,
      }),
    enabled: filters.q !== '',
    placeholderData: keepPreviousData,
    gcTime: READING,
  })
}
