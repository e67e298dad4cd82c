import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import type { Deck } from '../../library/meetings/deck/deck.ts'
import { materialAddress } from '../materials/material-queries.ts'
import { send } from '../service/client.ts'

/** Pixels across of pictures on slides, and in the overview. */
const WIDTHS = { slide: 1600, small: 480 } as const

/** Where a material's pictures are asked for: cleaned copies, by their hash. */
export function usePictureRoute(materialId: string, size: keyof typeof WIDTHS) {
  return useCallback(
    (sha256: string) => `${materialAddress(materialId)}/pictures/${sha256}?width=${WIDTHS[size]}`,
    [materialId, size],
  )
}

/**
 * Fetches all pictures of a deck, those next to be shown first, and keeps them while it is shown: it goes on where it
 * is even when the service is started anew.
 */
export function useDeckPictures(materialId: string, deck: Deck | undefined, place: number): void {
  const client = useQueryClient()
  const routeOf = usePictureRoute(materialId, 'slide')
  const shown = deck !== undefined
  // From where the deck was opened; turning pages does not begin anew.
  const [first] = useState(place)
  useEffect(() => {
    if (!deck) return
    const left = { yet: false }
    const routes = [...deck.slides.slice(first), ...deck.slides.slice(0, first)].flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === 'picture' ? [routeOf(block.picture.sha256)] : [])),
    )
    const fetchAll = async () => {
      for (const route of new Set(routes)) {
        if (left.yet) return
        await client.prefetchQuery({
          queryKey: ['picture', route],
          queryFn: async ({ signal }) => (await send('GET', route, { signal })).blob(),
          staleTime: Number.POSITIVE_INFINITY,
          gcTime: Number.POSITIVE_INFINITY,
        })
      }
    }
    void fetchAll()
    return () => {
      left.yet = true
    }
  }, [client, deck, first, routeOf])
  useEffect(() => {
    if (!shown) return
    const prefix = routeOf('').split('?')[0] ?? ''
    return () => {
      client.removeQueries({
        predicate: ({ queryKey: [name, route] }) => name === 'picture' && String(route).startsWith(prefix),
        type: 'inactive',
      })
    }
  }, [client, routeOf, shown])
}
