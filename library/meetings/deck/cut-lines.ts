import type { Line, Run } from './deck.ts'

/** A piece of a line that belongs to the one before it, when that stands on the same slide. */
export type CutLine = Line & { readonly cutOff?: boolean }

/** What of a line comes after its beginning: without its marker, and set where the words of an entry are. */
export function restOf({ marker, continues, level }: Line, runs: readonly Run[]): CutLine {
  const hangs = marker !== undefined || continues === true
  return { runs, level, cutOff: true, ...(hangs && { continues: true }) }
}

/** Pieces of the same line are one again. */
export function mergedLines(pieces: readonly CutLine[]): Line[] {
  const lines: Line[] = []
  for (const { cutOff, ...line } of pieces) {
    const last = lines.at(-1)
    if (cutOff && last) lines[lines.length - 1] = { ...last, runs: mergedRuns([...last.runs, ...line.runs]) }
    else lines.push(line)
  }
  return lines
}

function mergedRuns(runs: readonly Run[]): Run[] {
  const merged: Run[] = []
  for (const run of runs) {
    const last = merged.at(-1)
    if (last && last.strong === run.strong && last.emphasis === run.emphasis)
      merged[merged.length - 1] = { ...last, text: last.text + run.text }
    else merged.push(run)
  }
  return merged
}

/** The words of a line. */
export const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')
