import { useNavigate } from '@tanstack/react-router'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemView } from '../../library/items/item-view.ts'
import type { PassageListHandle } from './passage-list.tsx'

/** After this pause in scrolling the address follows, milliseconds. */
const PAUSE = 250

interface Place {
  readonly item: ItemView
  /** The anchor in the address. */
  readonly anchor: string
  readonly list: RefObject<PassageListHandle | null>
  readonly announce: (text: string) => void
}

/** Which passage is being read: the one at the top, or the one jumped to or clicked while it is on the screen. */
export function useReadingPlace({ item, anchor, list, announce }: Place) {
  const { t } = useTranslation('reading')
  const navigate = useNavigate()
  const { passages } = item
  const [startAt] = useState(() => Math.max(indexOf(item, anchor), 0))
  const [place, setPlace] = useState(startAt)
  const [pinned, setPinned] = useState<number | undefined>(startAt > 0 ? startAt : undefined)
  const latest = useRef({ pinned, pinnedAt: startAt > 0 ? Date.now() : 0 })
  const written = useRef(anchor)

  const pin = useCallback((index: number) => {
    latest.current = { pinned: index, pinnedAt: Date.now() }
    setPinned(index)
    setPlace(index)
  }, [])
  const goTo = useCallback(
    (index: number) => {
      const within = Math.min(Math.max(index, 0), passages.length - 1)
      pin(within)
      list.current?.goTo(within)
    },
    [passages.length, pin, list],
  )
  const goToAnchor = useCallback(
    (wanted: string) => {
      const index = indexOf(item, wanted)
      if (index >= 0) goTo(index)
      else announce(t('noPlace', { anchor: wanted }))
    },
    [item, goTo, announce, t],
  )
  const onPlace = useCallback((index: number) => {
    const { pinned: held, pinnedAt } = latest.current
    // Placing what was jumped to scrolls for a few frames; that is not the person scrolling on.
    if (held !== undefined && (Date.now() - pinnedAt < 600 || isOnScreen(held))) return
    latest.current = { pinned: undefined, pinnedAt: 0 }
    setPinned(undefined)
    setPlace(index)
  }, [])

  // The address was changed by a link, or by going back.
  useEffect(() => {
    if (anchor === written.current) return
    written.current = anchor
    if (anchor === '') goTo(0)
    else goToAnchor(anchor)
  }, [anchor, goTo, goToAnchor])

  // The address named a passage this revision does not have.
  const missing = anchor !== '' && indexOf(item, anchor) < 0 ? anchor : ''
  useEffect(() => {
    if (missing !== '') announce(t('noPlace', { anchor: missing }))
  }, [missing, announce, t])

  const here = place === 0 ? '' : (passages[place]?.anchor ?? '')
  useEffect(() => {
    if (here === written.current) return
    const timer = setTimeout(() => {
      written.current = here
      void navigate({
        to: '.',
        search: (now) => now,
        hash: here,
        replace: true,
        resetScroll: false,
        hashScrollIntoView: false,
      })
    }, PAUSE)
    return () => clearTimeout(timer)
  }, [here, navigate])

  return { startAt, place, pinned, anchor: here, pin, goTo, goToAnchor, onPlace }
}

/** -1 when the revision has no such passage. Links typed by hand may leave out a heading's spaces or keep them. */
function indexOf({ passages }: ItemView, anchor: string): number {
  if (anchor === '') return -1
  const exact = passages.findIndex((passage) => passage.anchor === anchor)
  if (exact >= 0) return exact
  const plain = anchor.replace(/\s+/g, '')
  return passages.findIndex((passage) => passage.anchor.replace(/\s+/g, '') === plain)
}

function isOnScreen(index: number): boolean {
  const row = document.querySelector(`[data-passage="${index}"]`)
  const scroller = row?.closest('[data-scroller]')
  if (!row || !scroller) return false
  const box = row.getBoundingClientRect()
  const frame = scroller.getBoundingClientRect()
  return box.bottom > frame.top + 48 && box.top < frame.bottom - 48 && box.top > frame.top - box.height / 2
}
