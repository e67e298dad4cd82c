import { queryOptions } from '@tanstack/react-query'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'

/** Only the title is kept: the texts of a whole channel would fill the window's memory. */
export function itemTitleQuery(itemId: string) {
  return queryOptions({
    queryKey: [...queryKeys.items, 'title', itemId],
    queryFn: async ({ signal }) => {
      const { title } = await request<{ readonly title: string }>('GET', `/api/items/${encodeURIComponent(itemId)}`, {
        signal,
      })
      return title
    },
    staleTime: 300_000,
    retry: false,
  })
}
