import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Favourite } from '../../library/reading/reading-view.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'

/** The anchors of an item that the person keeps; the empty one stands for the whole item. */
export function useItemFavourites(itemId: string): ReadonlySet<string> {
  const favourites = useQuery({
    queryKey: queryKeys.favourites,
    queryFn: ({ signal }) => request<Favourite[]>('GET', '/api/favourites', { signal }),
  })
  return useMemo(
    () => new Set(favourites.data?.filter((kept) => kept.itemId === itemId).map((kept) => kept.anchor)),
    [favourites.data, itemId],
  )
}
