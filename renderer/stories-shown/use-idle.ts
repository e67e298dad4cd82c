import { type RefObject, useEffect, useState } from 'react'

/** True when nobody has moved the pointer or pressed a key for a while. */
export function useIdle(frame: RefObject<HTMLElement | null>): boolean {
  const [idle, setIdle] = useState(false)
  useEffect(() => {
    let timer = setTimeout(() => setIdle(true), 4_000)
    const wake = () => {
      setIdle(false)
      clearTimeout(timer)
      timer = setTimeout(() => setIdle(!frame.current?.querySelector('[data-controls] :focus-visible')), 4_000)
    }
    for (const type of ['pointermove', 'pointerdown', 'keydown'] as const) addEventListener(type, wake)
    return () => {
      clearTimeout(timer)
      for (const type of ['pointermove', 'pointerdown', 'keydown'] as const) removeEventListener(type, wake)
    }
  }, [frame])
  return idle
}
