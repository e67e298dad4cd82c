import { type PointerEvent, useEffect, useRef } from 'react'

/** A pointer on its way elsewhere crosses results faster than this, milliseconds. */
const REST = 250

/** Tells which result the pointer came to rest on, by its `data-hit`. */
export function useRestingPointer(onRest: (key: string) => void) {
  const waiting = useRef<{ readonly key: string; readonly timer: ReturnType<typeof setTimeout> }>(undefined)
  const stop = () => {
    clearTimeout(waiting.current?.timer)
    waiting.current = undefined
  }
  useEffect(() => () => clearTimeout(waiting.current?.timer), [])
  return {
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const key =
        event.target instanceof Element ? event.target.closest<HTMLElement>('[data-hit]')?.dataset.hit : undefined
      if (key === waiting.current?.key || event.pointerType === 'touch') return
      stop()
      if (key) waiting.current = { key, timer: setTimeout(() => onRest(key), REST) }
    },
    onPointerLeave: stop,
  }
}
