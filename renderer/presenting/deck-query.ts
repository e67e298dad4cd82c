import { queryOptions } from '@tanstack/react-query'
import type { Deck } from '../../library/meetings/deck/deck.ts'
import { materialAddress } from '../materials/material-queries.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'

/** The slides of a material, asked anew whenever the window comes to the front: the outline may have changed meanwhile. */
export function deckQuery(materialId: string) {
  return queryOptions({
    queryKey: [...queryKeys.materials, 'deck', materialId],
    queryFn: ({ signal }) => request<Deck>('GET', `${materialAddress(materialId)}/deck`, { signal }),
    refetchOnWindowFocus: 'always',
    gcTime: 0,
  })
}
