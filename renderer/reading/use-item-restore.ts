import { useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '../service/client.ts'

/** Brings back an item that was put away. */
export function useItemRestore(itemId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => request<unknown>('POST', `/api/items/${encodeURIComponent(itemId)}/restore`),
    onSuccess: () => queries.invalidateQueries(),
  })
}
