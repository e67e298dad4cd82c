import { type FoldedText, foldWithOrigin } from './han-text.ts'

/** Part of a passage with the ranges to mark in it (UTF-16 offsets, end exclusive, ascending, not touching). */
export interface Snippet {
  readonly text: string
  readonly marks: readonly (readonly [number, number])[]
}

/** How much of a passage is shown. UTF-16 units. */
const SNIPPET_LENGTH = 160
const LEAD = 24

/** Where any of the folded `terms` stands in `text`, as merged ranges of the original text. */
export function findMarks(text: string, terms: readonly string[]): [number, number][] {
  const folded = foldWithOrigin(text)
  const found: [number, number][] = []
  for (const term of terms) {
    if (term === '') continue
    for (let at = folded.text.indexOf(term); at !== -1; at = folded.text.indexOf(term, at + 1)) {
      found.push([folded.origin[at] as number, endOf(folded, at + term.length)])
    }
  }
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const merged: [number, number][] = []
  for (const range of found) {
    const last = merged.at(-1)
    if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1])
    else merged.push([range[0], range[1]])
  }
  return merged
}

/** Where the character ends that gave the unit before `at`; one such as ㎡ gives several. */
function endOf({ origin }: FoldedText, at: number): number {
  const last = origin[at - 1] as number
  let next = at
  while (next < origin.length - 1 && origin[next] === last) next += 1
  return origin[next] as number
}

/** Cuts the stretch of a passage that holds the most marked text, at a sentence start where one is near. */
export function makeSnippet(passage: string, terms: readonly string[]): Snippet {
  const text = passage.replace(/\s+/g, ' ').trim()
  const marks = findMarks(text, terms)
  if (text.length <= SNIPPET_LENGTH) return { text, marks }
  const start = snippetStart(text, bestMark(marks))
  const end = safeEnd(text, Math.min(text.length, start + SNIPPET_LENGTH))
  const before = start > 0 ? '…' : ''
  const shift = before.length - start
  const inside = marks
    .filter(([from, to]) => from < end && to > start)
    .map(([from, to]) => [Math.max(from, start) + shift, Math.min(to, end) + shift] as const)
  return { text: before + text.slice(start, end) + (end < text.length ? '…' : ''), marks: inside }
}

/** The start of the densest window. */
function bestMark(marks: readonly [number, number][]): number {
  let best = 0
  let bestWeight = -1
  let weight = 0
  let next = 0
  for (const [from, to] of marks) {
    for (; next < marks.length; next++) {
      const [a, b] = marks[next] as [number, number]
      if (b > from + SNIPPET_LENGTH - LEAD && a > from) break
      weight += b - a
    }
    if (weight > bestWeight) {
      best = from
      bestWeight = weight
    }
    weight -= to - from
  }
  return best
}

function snippetStart(text: string, mark: number): number {
  if (mark <= LEAD) return 0
  const sentence = Math.max(text.lastIndexOf('。', mark), text.lastIndexOf('；', mark), text.lastIndexOf('：', mark))
  const start = sentence !== -1 && mark - sentence <= LEAD * 2 ? sentence + 1 : mark - LEAD
  return isLowSurrogate(text, start) ? start - 1 : start
}

const isLowSurrogate = (text: string, at: number) => /[\uDC00-\uDFFF]/.test(text.charAt(at))
const safeEnd = (text: string, end: number) => (isLowSurrogate(text, end) ? end - 1 : end)
