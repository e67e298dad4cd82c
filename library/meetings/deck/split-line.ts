import type { Line, Run } from './deck.ts'
import { charactersOf, EMPTY_FILL, fillLines, type Unit, unitsOf, widthOf } from './text-width.ts'

/** Where a piece of a line was cut off what stands before it. */
export type Cut = 'whole' | 'sentence' | 'clause' | 'anywhere'

/** A stretch of a line that stays on one slide. */
export interface Piece {
  readonly runs: readonly Run[]
  readonly units: readonly Unit[]
  readonly cut: Cut
}

const SENTENCE_END = /[。！？；]+[”’」』）》]*[ \t]*/gu
const PAUSE = /(?:[，、：]|——|[,;:.!?](?=\s))[”’」』）》]*[ \t]*/gu

/**
 * Cuts a line at the ends of its sentences; a sentence that no slide holds at its pauses, and what has none wherever
 * a line might end.
 * @param width of a printed line, in em
 * @param most printed lines that a slide holds
 */
export function splitLine(line: Line, width: number, most: number): Piece[] {
  const text = line.runs.map((run) => run.text).join('')
  const whole = unitsOf(text)
  if (fillLines(EMPTY_FILL, whole, width).lines <= 2) return [{ runs: line.runs, units: whole, cut: 'whole' }]
  const pieces: Piece[] = []
  let from = 0
  for (const { text: piece, cut } of stretches(text, width, most)) {
    pieces.push({
      runs: sliceRuns(line.runs, from, from + piece.length),
      units: unitsOf(piece),
      cut: from === 0 ? 'whole' : cut,
    })
    from += piece.length
  }
  return pieces
}

function stretches(text: string, width: number, most: number): { text: string; cut: Cut }[] {
  const fits = (piece: string) => fillLines(EMPTY_FILL, unitsOf(piece), width).lines <= most
  /** Half a slide: few pieces rather than many, and still something to balance with. */
  const half = width * most * 0.45
  return cutBehind(text, SENTENCE_END).flatMap((sentence) => {
    if (fits(sentence)) return [{ text: sentence, cut: 'sentence' as const }]
    return joined(cutBehind(sentence, PAUSE), half).flatMap((clause, index) => {
      const first = index === 0 ? ('sentence' as const) : ('clause' as const)
      if (fits(clause)) return [{ text: clause, cut: first }]
      return joined(breakable(clause), half).map((piece, at) => ({
        text: piece,
        cut: at === 0 ? first : ('anywhere' as const),
      }))
    })
  })
}

/** Where a line might end, and within a word that is longer than a few lines anywhere. */
const breakable = (text: string): string[] =>
  unitsOf(text).flatMap((unit) => (unit.width > 20 ? charactersOf(unit.text) : [unit.text]))

function cutBehind(text: string, mark: RegExp): string[] {
  const ends = [...text.matchAll(mark)].map((found) => found.index + found[0].length)
  return [...ends, text.length].flatMap((end, index) => {
    const piece = text.slice(index === 0 ? 0 : ends[index - 1], end)
    return piece === '' ? [] : [piece]
  })
}

/** Neighbours put together as far as they are not wider than that together. Width in em. */
function joined(pieces: readonly string[], most: number): string[] {
  const result: { text: string; width: number }[] = []
  for (const text of pieces) {
    const last = result.at(-1)
    const width = widthOf(text)
    if (last && last.width + width <= most) {
      last.text += text
      last.width += width
    } else result.push({ text, width })
  }
  return result.map(({ text }) => text)
}

/** The runs of a stretch of a line. */
export function sliceRuns(runs: readonly Run[], from: number, to: number): Run[] {
  let at = 0
  return runs.flatMap((run) => {
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at))
    at += run.text.length
    return text === '' ? [] : [{ ...run, text }]
  })
}
