import { type RefObject, useEffect, useRef } from 'react'

/**
 * For the heading of a panel that takes the place of another: when the control that was used went
 * away with the old panel, focus comes here instead of being lost. The heading needs `tabIndex={-1}`.
 */
export function useArrivalFocus<Element extends HTMLElement>(): RefObject<Element | null> {
  const heading = useRef<Element>(null)
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true })
  }, [])
  return heading
}
