import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { PassageView } from '../../library/items/item-view.ts'
import { passageHeight } from './passage-height.ts'

/** Air above the passage that was jumped to, pixels. */
const AIR = 16
/** Selections longer than this many passages may lose their beginning when scrolled away. */
const LONGEST_SELECTION = 400

interface Places {
  readonly passages: readonly PassageView[]
  readonly scroller: RefObject<HTMLElement | null>
  /** What stands above the passages inside the scroller. */
  readonly above: RefObject<HTMLElement | null>
}

/** Lays out only the passages near the screen, and keeps those in which a selection began. */
export function usePassageVirtualizer({ passages, scroller, above }: Places) {
  const [scrollMargin, setScrollMargin] = useState(0)
  useLayoutEffect(() => {
    const element = above.current
    if (!element) return
    const measure = () => setScrollMargin(element.offsetHeight)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [above])

  const selectedFrom = useRef<number>(undefined)
  const rangeExtractor = useCallback((range: Range) => {
    const from = selectedFrom.current
    if (from === undefined || document.getSelection()?.isCollapsed !== false) return defaultRangeExtractor(range)
    const startIndex = Math.max(Math.min(range.startIndex, from), range.startIndex - LONGEST_SELECTION)
    const endIndex = Math.min(Math.max(range.endIndex, from), range.endIndex + LONGEST_SELECTION)
    return defaultRangeExtractor({ ...range, startIndex, endIndex })
  }, [])

  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count: passages.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const passage = passages[index]
      return passage ? passageHeight(passage) * rem : rem
    },
    getItemKey: (index) => passages[index]?.anchor ?? index,
    overscan: 6,
    scrollMargin,
    scrollPaddingStart: AIR,
    rangeExtractor,
  })
  return { virtualizer, selectedFrom, air: AIR }
}
