import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Deck } from '../../library/meetings/deck/deck.ts'
import { deckQuery } from './deck-query.ts'

/** The deck that is shown. It stays as it is while it is shown; a newer one is offered. */
export function useDeck(materialId: string) {
  const { data, error, refetch } = useQuery(deckQuery(materialId))
  const [shown, setShown] = useState<Deck>()
  useEffect(() => {
    if (data) setShown((before) => before ?? data)
  }, [data])
  const deck = shown ?? data
  return {
    deck,
    /** Slides that are here are shown, whatever becomes of the service. */
    error: deck ? null : error,
    retry: () => void refetch(),
    newer: data !== undefined && deck !== data,
    takeNewer: () => setShown(data),
  } as const
}
