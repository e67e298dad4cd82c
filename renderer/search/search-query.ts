import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { GroupedAnswer } from '../../library/search/search-view.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'
import type { SearchFilters } from './search-filters.ts'

/** Items on one page of results. */
export const pageSize = 20

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
  })
}
