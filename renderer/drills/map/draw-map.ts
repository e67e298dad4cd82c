import type { DrillMap, MapPlace } from './lay-out-map.ts'

/** In em: a place with its gap, and the place itself. */
export const CELL = { width: 8.75, height: 5.75 } as const
export const PLACE = { width: 8, height: 2.75 } as const
/** Room on the right, where lines lead back, and on the left, where they go around places. */
const MARGIN = 1.75
const LEFT = 1.75
/** Between two lines that leave the same place. */
const APART = 1.5
/** As far down as a line leads that leads to no turn. */
const STUB = 1.15

/** A line as SVG draws it, and where its letters stand; all in em. */
export interface DrawnLine {
  readonly key: string
  readonly kind: 'line' | 'back' | 'end' | 'lost'
  readonly path: string
  readonly letters: string
  readonly x: number
  readonly y: number
}

export interface DrawnMap {
  readonly width: number
  readonly height: number
  readonly lines: readonly DrawnLine[]
}

/** The upper left corner of a place, in em. */
export function cornerOf({ row, column }: Pick<MapPlace, 'row' | 'column'>): {
  readonly x: number
  readonly y: number
} {
  return { x: LEFT + column * CELL.width, y: row * CELL.height }
}

/** All lines of a map. Those that leave one place begin side by side, in the order of where they lead. */
export function drawMap({ places, lines, rows, columns }: DrillMap): DrawnMap {
  const drawn = places.flatMap((place) => {
    const out = lines
      .filter((line) => line.from === place.at && !line.back)
      .flatMap((line) => {
        const to = places[line.to]
        return to ? [{ kind: 'line' as const, letters: line.letters, to }] : []
      })
      .sort((a, b) => a.to.column - b.to.column)
    const stubs = (['end', 'lost'] as const).flatMap((kind) => {
      const letters = kind === 'end' ? place.ends : place.lost
      return letters === '' ? [] : [{ kind, letters, to: undefined }]
    })
    const leaving = [...out, ...stubs]
    const corner = cornerOf(place)
    const y = corner.y + PLACE.height
    return leaving.map(({ kind, letters, to }, n): DrawnLine => {
      const x = corner.x + PLACE.width / 2 + (n - (leaving.length - 1) / 2) * APART
      const key = `${place.at} ${kind} ${to?.at ?? ''}`
      if (!to) return { key, kind, letters, path: `M${at(x, y)}L${at(x, y + STUB)}`, x, y: y + 0.55 }
      const end = cornerOf(to)
      const [toX, toY] = [end.x + PLACE.width / 2, end.y - 0.15]
      const way = { from: [x, y], to: [toX, toY] } as const
      return { key, kind, letters, path: pathPast(way, between(places, place, to), place.row % 4), x, y: y + 0.55 }
    })
  })
  const back = lines.filter((line) => line.back).flatMap((line) => backLine(line, places))
  return {
    width: LEFT + columns * CELL.width - (CELL.width - PLACE.width) + MARGIN,
    height: rows * CELL.height - (CELL.height - PLACE.height) + STUB + 0.6,
    lines: [...drawn, ...back],
  }
}

type XY = readonly [x: number, y: number]

/** The places that a straight line from one to another would go behind. */
function between(places: readonly MapPlace[], from: MapPlace, to: MapPlace): MapPlace[] {
  return places.filter(({ row, column }) => {
    if (row <= from.row || row >= to.row) return false
    const passed = from.column + ((to.column - from.column) * (row - from.row)) / (to.row - from.row)
    return Math.abs(column - passed) < 0.6
  })
}

/** A line from place to place, around the left of those in its way; `n`, 0 to 3, keeps those of following rows apart. */
function pathPast({ from, to }: { readonly from: XY; readonly to: XY }, past: readonly MapPlace[], n: number): string {
  const [x, y] = from
  const [toX, toY] = to
  const bend = Math.min(1.6, (toY - y) / 2)
  if (past.length === 0) return `M${at(x, y)}C${at(x, y + bend)} ${at(toX, toY - bend)} ${at(toX, toY)}`
  const around = Math.min(...past.map((place) => cornerOf(place).x)) - 0.5 - n * 0.4
  const [down, up] = [y + CELL.height - PLACE.height, toY - (CELL.height - PLACE.height) + 0.4]
  return `M${at(x, y)}C${at(x, y + bend)} ${at(around, y + 0.6)} ${at(around, down)}L${at(around, up)}C${at(around, toY - 0.6)} ${at(toX, toY - bend)} ${at(toX, toY)}`
}

function backLine(line: DrillMap['lines'][number], places: readonly MapPlace[]): DrawnLine[] {
  const [from, to] = [places[line.from], places[line.to]]
  if (!from || !to) return []
  const [a, b] = [cornerOf(from), cornerOf(to)]
  const [x, y] = [a.x + PLACE.width, a.y + PLACE.height * 0.65]
  const [toX, toY] = [b.x + PLACE.width + 0.15, b.y + PLACE.height * 0.35]
  const out = Math.max(x, toX) + 1.4
  return [
    {
      key: `${line.from} back ${line.to}`,
      kind: 'back',
      letters: line.letters,
      path: `M${at(x, y)}C${at(out, y)} ${at(out, toY)} ${at(toX, toY)}`,
      x: x + 0.7,
      y: y + 0.5,
    },
  ]
}

function at(x: number, y: number): string {
  return `${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}`
}
