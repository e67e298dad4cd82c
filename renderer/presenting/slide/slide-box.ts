import type { CSSProperties } from 'react'
import type { SlideBox } from '../../../library/meetings/deck/deck.ts'

/** A box of so many points, on a slide of any size. */
export function boxStyle({ x, y, width, height }: SlideBox, size?: number): CSSProperties {
  return {
    left: points(x),
    top: points(y),
    width: points(width),
    height: points(height),
    ...(size !== undefined && { fontSize: points(size) }),
  }
}

export function points(number: number): string {
  return `calc(${number} * var(--pt))`
}
