import { useCallback, useId, useState } from 'react'

/**
 * The filters beside the results, or folded behind their button where there is no room.
 * @param beside true when there is room
 */
export function useSideFilters(beside: boolean) {
  const id = useId()
  const [opened, setOpened] = useState(false)
  const open = opened && !beside
  // Room that came and went again shows the results, not what was folded out long ago.
  if (opened && beside) setOpened(false)
  const goTo = useCallback(() => {
    if (!beside) setOpened(true)
    // The panel is there after the next paint.
    requestAnimationFrame(() => requestAnimationFrame(() => focusFirst(id)))
    return true
  }, [id, beside])
  const close = useCallback(() => setOpened(false), [])
  const toggle = useCallback(() => {
    if (open) close()
    else goTo()
  }, [open, close, goTo])
  /** Esc inside the panel: folds it where it can be folded, and goes back to the results. */
  const leave = useCallback(() => {
    close()
    const hit =
      document.querySelector<HTMLElement>('main [data-hit][data-current]') ??
      document.querySelector<HTMLElement>('main [data-hit]')
    hit?.focus()
  }, [close])
  return { id, beside, open, goTo, toggle, close, leave }
}

function focusFirst(id: string): void {
  const panel = document.getElementById(id)
  const first = panel?.querySelector<HTMLElement>('input') ?? panel
  first?.focus({ preventScroll: true })
}
