import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Favourite } from '../../library/reading/reading-view.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'
import type { PassagePlace } from './passage-link.ts'

/** Keeps a place, or keeps it no longer. */
export function useFavouriteChange() {
  const queries = useQueryClient()
  return useCallback(
    async ({ itemId, anchor }: PassagePlace, keep: boolean) => {
      const favourites = keep
        ? await request<Favourite[]>('PUT', '/api/favourites', { body: { itemId, anchor } })
        : await request<Favourite[]>('DELETE', `/api/favourites?${new URLSearchParams({ itemId, anchor })}`)
      queries.setQueryData(queryKeys.favourites, favourites)
      void queries.invalidateQueries({ queryKey: queryKeys.home })
    },
    [queries],
  )
}
