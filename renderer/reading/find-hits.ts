import type { PassageView } from '../../library/items/item-view.ts'
import { type FoldedText, findRanges, foldText } from './fold-text.ts'

/** One marked place of a text: the `nth` (from 0) inside passage number `passage`. */
export interface FindHit {
  readonly passage: number
  readonly nth: number
}

/** What the reader sees of a passage, in the order it stands on the page. */
export function visibleText(passage: PassageView): string {
  return passage.type === 'section' ? passage.text : `${passage.heading}\n${passage.text}`
}

/** The passages made comparable, once for all searches in them. */
export function foldPassages(passages: readonly PassageView[]): FoldedText[] {
  return passages.map((passage) => foldText(visibleText(passage)))
}

/** All hits in reading order. Terms are folded already. */
export function findHits(passages: readonly FoldedText[], terms: readonly string[]): FindHit[] {
  if (terms.length === 0) return []
  return passages.flatMap((folded, passage) => findRanges(folded, terms).map((_, nth) => ({ passage, nth })))
}

/** The hit to show first when reading stands at `passage`: the next one from there on, else from the top. */
export function hitFrom(hits: readonly FindHit[], passage: number): number {
  if (hits.length === 0) return -1
  const index = hits.findIndex((hit) => hit.passage >= passage)
  return index === -1 ? 0 : index
}

/** The hit `step` further, round the end and back; -1 when there is none. */
export function stepHit(count: number, current: number, step: 1 | -1): number {
  if (count === 0) return -1
  if (current < 0) return step === 1 ? 0 : count - 1
  return (current + step + count) % count
}
