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
  useEffect(() => {
    let close = show.open()
    // A window that is left says so; one that the browser kept and gives back joins again.
    const onHide = () => close()
    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted) close = show.open()
    }
    addEventListener('pagehide', onHide)
    addEventListener('pageshow', onShow)
    return () => {
      removeEventListener('pagehide', onHide)
      removeEventListener('pageshow', onShow)
      close()
    }
  }, [show])
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
