import { type CSSProperties, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'

interface Zoom {
  readonly scale: number
  /** Where one looks, as shares of the stage's width and height. */
  readonly x: number
  readonly y: number
}

const WHOLE: Zoom = { scale: 1, x: 0.5, y: 0.5 }
const CLOSEST = 4

/** Looks closer at what the mouse is on; moving it moves what is seen. Another slide is seen whole again. */
export function useZoom(stage: RefObject<HTMLElement | null>, slideId: string) {
  const [zoom, setZoom] = useState(WHOLE)
  const at = useRef({ x: 0.5, y: 0.5 })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new slide is what this waits for
  useEffect(() => setZoom(WHOLE), [slideId])
  useEffect(() => {
    const element = stage.current
    if (!element) return
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const place = shareOf(element, event)
      setZoom(({ scale }) => {
        const next = Math.min(CLOSEST, Math.max(1, scale * (event.deltaY < 0 ? 1.2 : 1 / 1.2)))
        return next < 1.05 ? WHOLE : { scale: next, ...place }
      })
    }
    // React's own wheel listeners may not keep the page from scrolling.
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [stage])
  return {
    closer: zoom.scale > 1,
    reset: () => setZoom(WHOLE),
    toggle: () => setZoom((now) => (now.scale > 1 ? WHOLE : { scale: 2, ...at.current })),
    handlers: {
      onPointerMove: (event: PointerEvent) => {
        if (stage.current) at.current = shareOf(stage.current, event)
        setZoom((now) => (now.scale > 1 ? { ...now, ...at.current } : now))
      },
    },
    style:
      zoom.scale === 1
        ? undefined
        : ({
            transform: `scale(${zoom.scale})`,
            transformOrigin: `${zoom.x * 100}% ${zoom.y * 100}%`,
          } satisfies CSSProperties),
  } as const
}

function shareOf(element: HTMLElement, { clientX, clientY }: { readonly clientX: number; readonly clientY: number }) {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { x: within((clientX - left) / width), y: within((clientY - top) / height) }
}

const within = (share: number) => Math.min(1, Math.max(0, share))
