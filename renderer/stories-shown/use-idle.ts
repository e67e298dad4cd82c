import { type RefObject, useEffect, useState } from 'react'

const anything = ['pointermove', 'pointerdown', 'keydown'] as const
const pointer = ['pointermove', 'pointerdown'] as const

/** True when nobody has moved the pointer or pressed a key for a while; with `by: 'pointer'`, keys do not count. */
export function useIdle(frame: RefObject<HTMLElement | null>, by: 'anything' | 'pointer' = 'anything'): boolean {
  const [idle, setIdle] = useState(false)
  useEffect(() => {
    const types = by === 'pointer' ? pointer : anything
    let timer = setTimeout(() => setIdle(true), 4_000)
    const wake = () => {
      setIdle(false)
      clearTimeout(timer)
      timer = setTimeout(() => setIdle(!frame.current?.querySelector('[data-controls] :focus-visible')), 4_000)
    }
    for (const type of types) addEventListener(type, wake)
    return () => {
      clearTimeout(timer)
      for (const type of types) removeEventListener(type, wake)
    }
  }, [frame, by])
  return idle
}
