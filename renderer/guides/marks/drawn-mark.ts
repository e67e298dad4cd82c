import type { PictureMark } from '../../../library/meetings/guides/step-guide.schema.ts'

/** Width and height of a picture, in one unit. */
export interface Sides {
  readonly width: number
  readonly height: number
}

/** A mark in the units of a picture's sides, as SVG draws it. */
export type DrawnMark =
  | { readonly shape: 'disc'; readonly x: number; readonly y: number; readonly r: number }
  | {
      readonly shape: 'rect'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly rx: number
    }
  | { readonly shape: 'ellipse'; readonly cx: number; readonly cy: number; readonly rx: number; readonly ry: number }
  | {
      readonly shape: 'arrow'
      readonly shaft: readonly [x: number, y: number, toX: number, toY: number]
      /** The three corners of its head, the point first. */
      readonly head: readonly (readonly [x: number, y: number])[]
    }

/** How thick a line is, and how large a number: by the picture's shorter side, so that a mark is as clear on each. */
export function weightOf({ width, height }: Sides): number {
  return Math.max(1, Math.min(width, height) / 110)
}

export function drawnMark(mark: PictureMark, sides: Sides): DrawnMark {
  const weight = weightOf(sides)
  const { width, height } = sides
  const [x, y] = [mark.x * width, mark.y * height]
  if (mark.type === 'number') {
    // The whole disc stays on the picture, wherever its middle is.
    const r = weight * 4.5
    return { shape: 'disc', x: inside(x, r, width), y: inside(y, r, height), r }
  }
  if (mark.type === 'arrow') return arrow([x, y], [mark.toX * width, mark.toY * height], weight)
  const [w, h] = [mark.width * width, mark.height * height]
  if (mark.type === 'circle') return { shape: 'ellipse', cx: x + w / 2, cy: y + h / 2, rx: w / 2, ry: h / 2 }
  return { shape: 'rect', x, y, width: w, height: h, rx: weight }
}

type XY = readonly [x: number, y: number]

function arrow([x, y]: XY, [toX, toY]: XY, weight: number): DrawnMark {
  const length = Math.hypot(toX - x, toY - y)
  const [dx, dy] = length === 0 ? [0, 1] : [(toX - x) / length, (toY - y) / length]
  const size = Math.min(weight * 6, Math.max(weight * 3, length / 2))
  const [baseX, baseY] = [toX - dx * size, toY - dy * size]
  const half = size * 0.55
  return {
    shape: 'arrow',
    shaft: [x, y, baseX, baseY],
    head: [
      [toX, toY],
      [baseX - dy * half, baseY + dx * half],
      [baseX + dy * half, baseY - dx * half],
    ],
  }
}

function inside(place: number, r: number, side: number): number {
  return Math.max(r, Math.min(Math.max(r, side - r), place))
}
