import type { PictureMark } from '../guides/step-guide.schema.ts'
import { digitStrokes } from './digit-strokes.ts'
import {
  type Colour,
  type Distance,
  disc,
  type Pixels,
  type Point,
  paintShape,
  ring,
  stroke,
  triangle,
} from './paint-shape.ts'

const RED: Colour = [178, 34, 22]
const WHITE: Colour = [255, 255, 255]

/** Draws a guide's marks on its picture, where the screen draws them. Numbers count the numbered marks alone. */
export function drawMarks(pixels: Pixels, marks: readonly PictureMark[]): void {
  let number = 0
  for (const mark of marks) {
    if (mark.type === 'number') number += 1
    drawMark(pixels, mark, String(number))
  }
}

function drawMark(pixels: Pixels, mark: PictureMark, number: string): void {
  const { width, height } = pixels
  const unit = Math.max(width, height) / 40
  const at: Point = [mark.x * width, mark.y * height]
  if (mark.type === 'number') drawNumber(pixels, at, unit, number)
  else if (mark.type === 'arrow') drawArrow(pixels, at, [mark.toX * width, mark.toY * height], unit)
  else drawFrame(pixels, mark, unit)
}

function drawFrame(pixels: Pixels, mark: Extract<PictureMark, { type: 'box' | 'circle' }>, unit: number): void {
  const [x, y] = [mark.x * pixels.width, mark.y * pixels.height]
  const [wide, high] = [mark.width * pixels.width, mark.height * pixels.height]
  const thickness = unit / 4
  if (mark.type === 'circle') {
    const shape = (more: number) => ring([x + wide / 2, y + high / 2], wide / 2, high / 2, thickness + more)
    outlined(pixels, [x, y, x + wide, y + high], shape, thickness)
    return
  }
  const corners: Point[] = [
    [x, y],
    [x + wide, y],
    [x + wide, y + high],
    [x, y + high],
  ]
  const shape =
    (more: number): Distance =>
    (px, py) =>
      Math.min(
        ...corners.map((corner, index) => stroke(corner, corners[(index + 1) % 4] as Point, thickness + more)(px, py)),
      )
  outlined(pixels, [x, y, x + wide, y + high], shape, thickness)
}

/** White around the red, so that it is seen on any picture. */
function outlined(
  pixels: Pixels,
  [left, top, right, bottom]: readonly [number, number, number, number],
  shape: (more: number) => Distance,
  reach: number,
): void {
  const around = [left - reach * 2, top - reach * 2, right + reach * 2, bottom + reach * 2] as const
  paintShape(pixels, around, shape(reach), WHITE)
  paintShape(pixels, around, shape(0), RED)
}

function drawNumber(pixels: Pixels, [x, y]: Point, unit: number, number: string): void {
  outlined(pixels, [x - unit, y - unit, x + unit, y + unit], (more) => disc([x, y], unit + more / 2), unit / 4)
  const height = unit * (number.length > 1 ? 0.8 : 1)
  const step = height * 0.95
  const width = height / 1.5 + step * (number.length - 1)
  for (const [index, digit] of [...number].entries()) {
    const from: Point = [x - width / 2 + index * step, y - height / 2]
    for (const [a, b] of digitStrokes(digit, from, height)) {
      paintShape(pixels, [x - unit, y - unit, x + unit, y + unit], stroke(a, b, unit / 5), WHITE)
    }
  }
}

function drawArrow(pixels: Pixels, from: Point, to: Point, unit: number): void {
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0])
  const corner = (turn: number): Point => [to[0] - unit * Math.cos(angle + turn), to[1] - unit * Math.sin(angle + turn)]
  const neck: Point = [to[0] - unit * 0.7 * Math.cos(angle), to[1] - unit * 0.7 * Math.sin(angle)]
  const head = triangle(to, corner(0.5), corner(-0.5))
  const line = stroke(from, neck, unit / 4)
  const shape =
    (more: number): Distance =>
    (x, y) =>
      Math.min(line(x, y), head(x, y)) - more / 2
  const xs = [from[0], to[0]]
  const ys = [from[1], to[1]]
  const around = [
    Math.min(...xs) - unit,
    Math.min(...ys) - unit,
    Math.max(...xs) + unit,
    Math.max(...ys) + unit,
  ] as const
  outlined(pixels, around, shape, unit / 5)
}
