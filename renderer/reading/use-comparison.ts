import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Comparison } from '../../library/items/item-view.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'

/** Two revisions compared passage by passage; without sides, the one before and the current. */
export function useComparison(itemId: string, from: string | undefined, to: string | undefined, enabled: boolean) {
  return useQuery({
    queryKey: [...queryKeys.items, 'comparison', itemId, from, to],
    queryFn: ({ signal }) =>
      request<Comparison>('GET', `/api/items/${encodeURIComponent(itemId)}/diff`, { query: { from, to }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    enabled,
  })
}
