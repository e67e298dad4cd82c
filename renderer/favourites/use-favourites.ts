import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Favourite } from '../../library/reading/reading-view.ts'
import { keepFocus } from '../design/keep-focus.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'

const favouritesQuery = queryOptions({
  queryKey: queryKeys.favourites,
  queryFn: ({ signal }) => request<Favourite[]>('GET', '/api/favourites', { signal }),
})

export function useFavourites() {
  return useQuery(favouritesQuery)
}

export function useRemoveFavourite() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ itemId, anchor }: Favourite) => request('DELETE', '/api/favourites', { query: { itemId, anchor } }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: queryKeys.favourites }),
        client.invalidateQueries({ queryKey: queryKeys.home }),
      ]).then(keepFocus),
  })
}
