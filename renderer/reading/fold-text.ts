/** Text made comparable, with the way back: `starts[i]` and `ends[i]` are the UTF-16 range that gave `text[i]`. */
export interface FoldedText {
  readonly text: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/**
 * Folds width, compatibility forms and case (NFKC, lower case) and drops white space, so that
 * ２０２４ finds 2024 and a line break between two paragraphs hides nothing.
 */
export function foldText(source: string): FoldedText {
  let text = ''
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const character of source) {
    const end = at + character.length
    const folded = character.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
    for (let i = 0; i < folded.length; i += 1) {
      starts.push(at)
      ends.push(end)
    }
    text += folded
    at = end
  }
  return { text, starts, ends }
}

/** A run of characters, end exclusive. */
export type TextRange = readonly [start: number, end: number]

/** Where `terms` (already folded) occur, in order; occurrences that overlap become one. */
export function findRanges(folded: FoldedText, terms: readonly string[]): TextRange[] {
  const found: [number, number][] = []
  for (const term of terms) {
    if (term === '') continue
    for (let i = folded.text.indexOf(term); i !== -1; i = folded.text.indexOf(term, i + term.length))
      found.push([i, i + term.length])
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  const merged: [number, number][] = []
  for (const range of found) {
    const last = merged.at(-1)
    if (last && range[0] < last[1]) last[1] = Math.max(last[1], range[1])
    else merged.push([...range])
  }
  return merged.map(([start, end]) => [folded.starts[start] ?? 0, folded.ends[end - 1] ?? 0])
}
