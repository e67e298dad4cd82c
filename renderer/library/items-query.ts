import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ItemSummary } from '../../library/items/item-view.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'
import type { LibraryFilters } from './library-filters.ts'

export const pageSize = 40

export function itemsQuery(filters: LibraryFilters) {
  return queryOptions({
    queryKey: [...queryKeys.items, 'list', filters],
    queryFn: ({ signal }) =>
      request<{ readonly total: number; readonly items: readonly ItemSummary[] }>('GET', '/api/items', {
        query: {
          kind: filters.kind,
          topic: filters.topic,
          validity: filters.validity,
          q: filters.q,
          sort: filters.sort,
          limit: pageSize,
          offset: (filters.page - 1) * pageSize,
        },
        signal,
      }),
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
  })
}
