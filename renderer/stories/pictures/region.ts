import type { BlurredRegion } from '../../../library/stories/story.schema.ts'

/** A place on a picture; fractions of its width and height, 0 to 1. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** No side of a region is smaller: it could be neither seen nor taken hold of. */
const LEAST = 0.01

/** The region between two points, within the picture. */
export function regionBetween(from: Point, to: Point, why: BlurredRegion['why']): BlurredRegion {
  const [left, right] = [within(Math.min(from.x, to.x)), within(Math.max(from.x, to.x))]
  const [top, bottom] = [within(Math.min(from.y, to.y)), within(Math.max(from.y, to.y))]
  return fitted({ x: left, y: top, width: right - left, height: bottom - top, why })
}

/** Whether a region was drawn, and not only the picture pressed. */
export function isDrawn({ width, height }: BlurredRegion): boolean {
  return width > LEAST * 1.5 && height > LEAST * 1.5
}

export function movedBy(region: BlurredRegion, dx: number, dy: number): BlurredRegion {
  return fitted({
    ...region,
    x: Math.min(1 - region.width, Math.max(0, region.x + dx)),
    y: Math.min(1 - region.height, Math.max(0, region.y + dy)),
  })
}

export function resizedBy(region: BlurredRegion, dx: number, dy: number): BlurredRegion {
  return fitted({ ...region, width: region.width + dx, height: region.height + dy })
}

/**
 * What an arrow key does to a region: it moves it, with Shift it makes it larger or smaller; with Ctrl in fine steps.
 * Undefined for other keys.
 */
export function regionByKey(
  region: BlurredRegion,
  key: { readonly key: string; readonly shiftKey: boolean; readonly ctrlKey: boolean },
): BlurredRegion | undefined {
  const step = key.ctrlKey ? 0.004 : 0.02
  const by = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[key.key]
  if (!by) return undefined
  const [dx = 0, dy = 0] = by
  return key.shiftKey ? resizedBy(region, dx, dy) : movedBy(region, dx, dy)
}

function fitted(region: BlurredRegion): BlurredRegion {
  const [x, y] = [Math.min(within(region.x), 1 - LEAST), Math.min(within(region.y), 1 - LEAST)]
  const width = Math.max(LEAST, Math.min(region.width, 1 - x))
  const height = Math.max(LEAST, Math.min(region.height, 1 - y))
  return { ...region, x: round(x), y: round(y), width: round(width), height: round(height) }
}

function within(fraction: number): number {
  return Math.max(0, Math.min(1, fraction))
}

/** A ten-thousandth of a side is less than a pixel of any camera's picture shown here. */
function round(fraction: number): number {
  return Math.round(fraction * 10_000) / 10_000
}
