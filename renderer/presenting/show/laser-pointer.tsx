import { type RefObject, useEffect, useRef } from 'react'
import type { ShowPoint } from './show-messages.ts'
import styles from './slide-show.module.css'

interface LaserPointerProps {
  readonly area: RefObject<HTMLElement | null>
  /** Whether it follows this window's mouse. */
  readonly active: boolean
  /** Where another window points. */
  readonly elsewhere: ShowPoint | null
  readonly onPoint: (point: ShowPoint | null) => void
}

/** A soft red dot on the slide that follows the mouse, here and in the other windows. */
export function LaserPointer({ area, active, elsewhere, onPoint }: LaserPointerProps) {
  const dot = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (!active) return
    let waiting = 0
    const onMove = ({ clientX, clientY }: PointerEvent) => {
      const box = area.current?.getBoundingClientRect()
      if (!box || !dot.current) return
      const point = { x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height }
      const inside = point.x >= 0 && point.x <= 1 && point.y >= 0 && point.y <= 1
      dot.current.hidden = !inside
      dot.current.style.left = `${point.x * 100}%`
      dot.current.style.top = `${point.y * 100}%`
      cancelAnimationFrame(waiting)
      waiting = requestAnimationFrame(() => onPoint(inside ? point : null))
    }
    addEventListener('pointermove', onMove)
    return () => {
      removeEventListener('pointermove', onMove)
      cancelAnimationFrame(waiting)
      onPoint(null)
    }
  }, [active, area, onPoint])
  return (
    <>
      {active && <span ref={dot} className={styles.dot} data-dot="" hidden />}
      {!active && elsewhere && (
        <span
          className={styles.dot}
          data-dot=""
          style={{ left: `${elsewhere.x * 100}%`, top: `${elsewhere.y * 100}%` }}
        />
      )}
    </>
  )
}
