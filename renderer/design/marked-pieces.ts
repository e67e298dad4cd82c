/** UTF-16 offsets, end exclusive. */
export type Range = readonly [start: number, end: number]

export interface Piece {
  readonly start: number
  readonly text: string
  readonly marked: boolean
}

/** Cuts text at its marks. Ranges may overlap, touch, come in any order or reach beyond the text. */
export function piecesOf(text: string, marks: readonly Range[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  const add = (end: number, marked: boolean) => {
    if (end <= at) return
    const last = pieces.at(-1)
    const piece = text.slice(at, end)
    if (last && last.marked === marked) pieces[pieces.length - 1] = { ...last, text: last.text + piece }
    else pieces.push({ start: at, text: piece, marked })
    at = end
  }
  for (const [start, end] of marks.toSorted((a, b) => a[0] - b[0])) {
    add(Math.min(start, text.length), false)
    add(Math.min(end, text.length), true)
  }
  add(text.length, false)
  return pieces
}
