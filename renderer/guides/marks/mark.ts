import type { PictureMark } from '../../../library/meetings/guides/step-guide.schema.ts'
import { freshId } from '../../record-form/record-path.ts'
import type { Point } from '../../stories/pictures/region.ts'

export type MarkType = PictureMark['type']
export const markTypes = ['number', 'box', 'circle', 'arrow'] as const satisfies readonly MarkType[]

/** The most marks on a picture: more than that nobody follows. */
export const MOST_MARKS = 20

/** No side of a box is smaller, and no arrow shorter: it could be neither seen nor taken hold of. */
const LEAST = 0.02

/** A mark between two points: where a pointer was pressed and where it was let go. A number stands where it was pressed. */
export function markBetween(type: MarkType, from: Point, to: Point, marks: readonly PictureMark[]): PictureMark {
  const id = freshId('m', marks)
  if (type === 'number') return fitted({ id, type, x: from.x, y: from.y })
  if (type === 'arrow') return fitted({ id, type, x: from.x, y: from.y, toX: to.x, toY: to.y })
  const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)]
  return fitted({ id, type, x, y, width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) })
}

/** Whether two points are far enough apart to mean something drawn; a number is only pressed. */
export function isDrawn(type: MarkType, from: Point, to: Point): boolean {
  const [dx, dy] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)]
  if (type === 'number') return true
  return type === 'arrow' ? Math.hypot(dx, dy) > LEAST * 1.5 : dx > LEAST && dy > LEAST
}

/** A mark for those without a pointer: in the middle, each further one a little lower so that none hides another. */
export function markInMiddle(type: MarkType, marks: readonly PictureMark[]): PictureMark {
  const shift = (marks.length % 6) * 0.06
  const at = { x: 0.4 + shift, y: 0.4 + shift }
  return markBetween(type, at, { x: at.x + 0.2, y: at.y + 0.12 }, marks)
}

export function movedBy(mark: PictureMark, dx: number, dy: number): PictureMark {
  if (mark.type === 'arrow') {
    const [x, y] = [
      held(dx, Math.min(mark.x, mark.toX), Math.max(mark.x, mark.toX)),
      held(dy, Math.min(mark.y, mark.toY), Math.max(mark.y, mark.toY)),
    ]
    return fitted({ ...mark, x: mark.x + x, y: mark.y + y, toX: mark.toX + x, toY: mark.toY + y })
  }
  if (mark.type === 'number') return fitted({ ...mark, x: mark.x + dx, y: mark.y + dy })
  return fitted({
    ...mark,
    x: mark.x + held(dx, mark.x, mark.x + mark.width),
    y: mark.y + held(dy, mark.y, mark.y + mark.height),
  })
}

/** Larger or smaller from its lower right corner; an arrow points elsewhere. A number has one size. */
export function sizedBy(mark: PictureMark, dx: number, dy: number): PictureMark {
  if (mark.type === 'number') return mark
  if (mark.type === 'arrow') return fitted({ ...mark, toX: mark.toX + dx, toY: mark.toY + dy })
  return fitted({ ...mark, width: mark.width + dx, height: mark.height + dy })
}

/** The beginning of an arrow elsewhere, its point where it was. */
export function begunBy(mark: PictureMark, dx: number, dy: number): PictureMark {
  return mark.type === 'arrow' ? fitted({ ...mark, x: mark.x + dx, y: mark.y + dy }) : mark
}

/**
 * What an arrow key does to a mark: it moves it, with Shift it makes it larger or smaller or lets it point elsewhere;
 * with Ctrl in fine steps. Undefined for other keys.
 */
export function markByKey(
  mark: PictureMark,
  key: { readonly key: string; readonly shiftKey: boolean; readonly ctrlKey: boolean },
): PictureMark | undefined {
  const step = key.ctrlKey ? 0.004 : 0.02
  const by = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[key.key]
  if (!by) return undefined
  const [dx = 0, dy = 0] = by
  return key.shiftKey ? sizedBy(mark, dx, dy) : movedBy(mark, dx, dy)
}

/** The number a mark shows, counted among the numbers in their order; undefined for marks that show none. */
export function numberOf(marks: readonly PictureMark[], id: string): number | undefined {
  const at = marks.filter(({ type }) => type === 'number').findIndex((mark) => mark.id === id)
  return at < 0 ? undefined : at + 1
}

/** As far as it may go without leaving the picture with either end. */
function held(by: number, least: number, most: number): number {
  return Math.max(-least, Math.min(1 - most, by))
}

function fitted<Mark extends PictureMark>(mark: Mark): Mark {
  if (mark.type === 'arrow') {
    return { ...mark, x: within(mark.x), y: within(mark.y), toX: within(mark.toX), toY: within(mark.toY) }
  }
  if (mark.type === 'number') return { ...mark, x: within(mark.x), y: within(mark.y) }
  const [x, y] = [Math.min(within(mark.x), 1 - LEAST), Math.min(within(mark.y), 1 - LEAST)]
  return {
    ...mark,
    x: round(x),
    y: round(y),
    width: round(Math.max(LEAST, Math.min(mark.width, 1 - x))),
    height: round(Math.max(LEAST, Math.min(mark.height, 1 - y))),
  }
}

function within(fraction: number): number {
  return round(Math.max(0, Math.min(1, fraction)))
}

/** A ten-thousandth of a side is less than a pixel of any camera's picture shown here. */
function round(fraction: number): number {
  return Math.round(fraction * 10_000) / 10_000
}
