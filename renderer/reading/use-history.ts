import { useQuery } from '@tanstack/react-query'
import type { HistoryEntry } from '../../library/items/item-view.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'

/** The revisions of an item, newest first. */
export function useHistory(itemId: string) {
  return useQuery({
    queryKey: [...queryKeys.items, 'history', itemId],
    queryFn: ({ signal }) =>
      request<HistoryEntry[]>('GET', `/api/items/${encodeURIComponent(itemId)}/history`, { signal }),
  })
}
