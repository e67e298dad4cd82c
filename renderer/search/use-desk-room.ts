import { type RefObject, useLayoutEffect, useState } from 'react'

/** What fits beside the results: preview and filters, one of the two, or nothing. */
export type DeskRoom = 'both' | 'one' | 'none'

/** Widths of the desk, in rem so that large type counts. */
const ONE = 60
const BOTH = 96

export function useDeskRoom(desk: RefObject<HTMLElement | null>): DeskRoom {
  const [room, setRoom] = useState<DeskRoom>('none')
  useLayoutEffect(() => {
    const element = desk.current
    if (!element) return
    const measure = () => {
      const width = element.clientWidth / Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      setRoom(width >= BOTH ? 'both' : width >= ONE ? 'one' : 'none')
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [desk])
  return room
}
