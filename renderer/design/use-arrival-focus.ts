import { type RefObject, useEffect, useRef } from 'react'

/**
 * For the heading of a panel that takes the place of another: when the control that was used went
 * away with the old panel or cannot be used now, focus comes here instead of being lost. The heading needs `tabIndex={-1}`.
 */
export function useArrivalFocus<Element extends HTMLElement>(): RefObject<Element | null> {
  const heading = useRef<Element>(null)
  useEffect(() => {
    const { activeElement } = document
    // A control that was only disabled loses its focus a little later, and may be back before that.
    if (activeElement === document.body || activeElement?.matches(':disabled')) {
      heading.current?.focus({ preventScroll: true })
    }
  }, [])
  return heading
}
