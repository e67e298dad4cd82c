import { Html, html } from '../../feeds/site/html.ts'
import type { PictureMark } from '../guides/step-guide.schema.ts'

/** Seen on light and dark pictures alike. */
export const INK = '#c3170a'

/** Of a picture as it is shown; points. */
export interface Sides {
  readonly width: number
  readonly height: number
}

/** How thick marks are drawn, by the picture's shorter side. */
export const markWeight = ({ width, height }: Sides) => Math.max(1, Math.min(width, height) / 110)
/** Radius of a number's disc, in the weight. */
export const DISC = 4.5

/** Marks drawn over a picture of these sides, in the order in which they are numbered. */
export function marksSvg(marks: readonly PictureMark[], sides: Sides): Html {
  const { width, height } = sides
  const weight = markWeight(sides)
  let number = 0
  const shapes = marks.map((mark) => {
    if (mark.type === 'number') number += 1
    return markShape(mark, sides, weight, number)
  })
  return html`<svg viewBox="0 0 ${width} ${height}" aria-hidden="true" fill="none" stroke="${INK}" stroke-width="${weight}" stroke-linejoin="round">${shapes}</svg>`
}

function markShape(mark: PictureMark, { width, height }: Sides, weight: number, number: number): Html {
  const [x, y] = [mark.x * width, mark.y * height]
  switch (mark.type) {
    case 'number': {
      const r = weight * DISC
      const [cx, cy] = [within(x, r, width), within(y, r, height)]
      return html`<circle cx="${cx}" cy="${cy}" r="${r}" fill="${INK}" stroke="#fff"/><text x="${cx}" y="${cy}" fill="#fff" stroke="none" font-size="${r * 1.3}" font-weight="700" text-anchor="middle" dominant-baseline="central">${number}</text>`
    }
    case 'box':
      return html`<rect x="${x}" y="${y}" width="${mark.width * width}" height="${mark.height * height}" rx="${weight}"/>`
    case 'circle': {
      const [rx, ry] = [(mark.width * width) / 2, (mark.height * height) / 2]
      return html`<ellipse cx="${x + rx}" cy="${y + ry}" rx="${rx}" ry="${ry}"/>`
    }
    case 'arrow':
      return arrow([x, y], [mark.toX * width, mark.toY * height], weight)
  }
}

function arrow([x, y]: readonly [number, number], [toX, toY]: readonly [number, number], weight: number): Html {
  const length = Math.hypot(toX - x, toY - y)
  const [dx, dy] = length === 0 ? [0, 1] : [(toX - x) / length, (toY - y) / length]
  const size = Math.min(weight * 6, Math.max(weight * 3, length / 2))
  const [baseX, baseY] = [toX - dx * size, toY - dy * size]
  const half = size * 0.55
  const head = [
    [toX, toY],
    [baseX - dy * half, baseY + dx * half],
    [baseX + dy * half, baseY - dx * half],
  ]
  return new Html(
    `<path d="M${x} ${y}L${baseX} ${baseY}"/><path d="M${head.map((point) => point.join(' ')).join('L')}Z" fill="${INK}"/>`,
  )
}

/** The whole disc stays on the picture. */
export const within = (place: number, r: number, side: number) => Math.max(r, Math.min(Math.max(r, side - r), place))
