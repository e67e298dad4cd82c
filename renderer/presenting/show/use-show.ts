import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Deck } from '../../../library/meetings/deck/deck.ts'
import { keptShow } from './kept-show.ts'
import { Show } from './show.ts'
import { noWire, openShowWire, type ShowRole, type ShowWire } from './show-messages.ts'

interface JoinedShow {
  readonly materialId: string
  readonly deck: Deck
  readonly role: ShowRole
  /** Looked through alone: nothing is kept, and no other window is moved. */
  readonly apart?: boolean
  /** The presentation was ended in another window. */
  readonly onEnd: () => void
}

/** Joins the presentation of a deck in this window, and hears of what the other windows do. */
export function useShow({ materialId, deck, role, apart = false, onEnd }: JoinedShow) {
  const ended = useRef(onEnd)
  useEffect(() => {
    ended.current = onEnd
  })
  const [show] = useState(
    () =>
      new Show({
        role,
        slides: deck.slides,
        wire: apart ? noWire : lazyWire(materialId),
        keep: apart ? { read: () => undefined, write: () => undefined } : keptShow(materialId),
        now: Date.now,
        name: crypto.randomUUID(),
        onEnd: () => ended.current(),
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
