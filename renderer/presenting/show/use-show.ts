import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Deck } from '../../../library/meetings/deck/deck.ts'
import { keptShow } from './kept-show.ts'
import { Show } from './show.ts'
import { openShowWire, type ShowRole, type ShowWire } from './show-messages.ts'

/** Joins the presentation of a deck in this window, and hears of what the other windows do. */
export function useShow(materialId: string, deck: Deck, role: ShowRole) {
  const [show] = useState(
    () =>
      new Show({
        role,
        slides: deck.slides,
        wire: lazyWire(materialId),
        keep: keptShow(materialId),
        now: Date.now,
        name: crypto.randomUUID(),
      }),
  )
  useEffect(() => show.open(), [show])
  const { slides } = deck
  useEffect(() => show.takeSlides(slides), [show, slides])
  useEffect(() => {
    // A window that crashed did not say goodbye.
    addEventListener('focus', show.ask)
    return () => removeEventListener('focus', show.ask)
  }, [show])
  const view = useSyncExternalStore(show.subscribe, show.view)
  return { show, view } as const
}

/** A wire that can be opened again after it was closed, as effects are run twice while developing. */
function lazyWire(materialId: string): ShowWire {
  let wire: ShowWire | undefined
  return {
    post: (message) => wire?.post(message),
    listen: (listener) => {
      wire = openShowWire(materialId)
      wire.listen(listener)
    },
    close: () => {
      wire?.close()
      wire = undefined
    },
  }
}
