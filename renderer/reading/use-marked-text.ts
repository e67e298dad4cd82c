import { type RefObject, useLayoutEffect } from 'react'
import { markRanges, textRanges } from './mark-text.ts'

/** Free space kept above and below the current hit, pixels. */
const MARGIN = 96

/** Marks `terms` in a passage and brings the `current` one (counted from 0) into view. */
export function useMarkedText(
  text: RefObject<HTMLElement | null>,
  terms: readonly string[],
  current: number | undefined,
  html: string,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ranges point into the nodes made from `html`
  useLayoutEffect(() => {
    const root = text.current
    if (!root || terms.length === 0) return
    const ranges = textRanges(root, terms)
    const here = current === undefined ? undefined : (ranges[current] ?? ranges.at(-1))
    const unmark = markRanges(ranges, here)
    // Two frames later the list has placed its rows.
    let frame = here ? requestAnimationFrame(() => (frame = requestAnimationFrame(() => bringIntoView(here)))) : 0
    return () => {
      cancelAnimationFrame(frame)
      unmark()
    }
  }, [text, terms, current, html])
}

function bringIntoView(range: Range): void {
  const element = range.startContainer.parentElement
  const box = element?.closest('[data-table-box]')
  const hit = range.getBoundingClientRect()
  if (box) {
    const frame = box.getBoundingClientRect()
    if (hit.left < frame.left || hit.right > frame.right) box.scrollLeft += hit.left - frame.left - MARGIN
  }
  const scroller = element?.closest('[data-scroller]')
  if (!scroller) return
  const frame = scroller.getBoundingClientRect()
  if (hit.top < frame.top + MARGIN) scroller.scrollTop -= frame.top + MARGIN - hit.top
  else if (hit.bottom > frame.bottom - MARGIN) scroller.scrollTop += hit.bottom - frame.bottom + MARGIN
}
