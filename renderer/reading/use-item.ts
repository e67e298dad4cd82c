import { queryOptions, useQuery } from '@tanstack/react-query'
import type { ItemView } from '../../library/items/item-view.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'

/** One revision of an item with its text; the current one without `revision`. */
export function itemQuery(itemId: string, revision: string | undefined) {
  return queryOptions({
    queryKey: [...queryKeys.items, 'view', itemId, revision ?? 'current'],
    queryFn: ({ signal }) =>
      request<ItemView>('GET', `/api/items/${encodeURIComponent(itemId)}`, { query: { revision }, signal }),
    staleTime: 60_000,
  })
}

export function useItem(itemId: string, revision: string | undefined) {
  return useQuery(itemQuery(itemId, revision))
}
