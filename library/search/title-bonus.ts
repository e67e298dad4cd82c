import { identityTitle } from '../items/item-identity.ts'
import { foldText } from './han-text.ts'
import type { IndexDocument, Matches } from './index/passage-index.ts'

/** More than any sum of words: what is called so comes first. */
const TITLE_IS_QUERY = 10_000
const ALTERNATIVE_IS_QUERY = 9_000
/** More than other words of the query can tell: 土地管理法 第六十二条 is that law's, not its 实施条例's. */
const TITLE_IS_WORD = 1000
const TITLE_HOLDS_QUERY = 6

/** What a document's passages gain because it is called as typed. */
export function titleBonus(words: readonly string[]): (document: IndexDocument) => number {
  const whole = identityTitle(words.join(''))
  if (whole === '') return () => 0
  const keys = words.map(identityTitle)
  return ({ titleKey, alternative }) => {
    if (whole === titleKey) return TITLE_IS_QUERY
    const others = alternative.map((title) => identityTitle(foldText(title)))
    if (others.includes(whole)) return ALTERNATIVE_IS_QUERY
    if (keys.some((key) => key === titleKey || others.includes(key))) return TITLE_IS_WORD
    return titleKey.includes(whole) ? TITLE_HOLDS_QUERY : 0
  }
}

/**
 * Adds each passage's bonus to its score and restores the order. Bonuses have few values and matches
 * of one value stay in order among themselves, so that their lists only need to be merged.
 * @param bonusOf the bonus of a passage
 */
export function addBonus(matches: Matches, bonusOf: (passage: number) => number): Matches {
  const classes = new Map<number, number[]>()
  for (let i = 0; i < matches.passages.length; i++) {
    const bonus = bonusOf(matches.passages[i] as number)
    const places = classes.get(bonus)
    if (places) places.push(i)
    else classes.set(bonus, [i])
  }
  if (classes.size <= 1 && classes.has(0)) return matches
  const lists = [...classes].map(([bonus, places]) => ({ bonus, places, next: 0 }))
  const passages = new Uint32Array(matches.passages.length)
  const scores = new Float32Array(matches.passages.length)
  for (let at = 0; at < passages.length; at++) {
    let best: (typeof lists)[number] | undefined
    let bestScore = Number.NEGATIVE_INFINITY
    for (const list of lists) {
      const place = list.places[list.next]
      if (place === undefined) continue
      const score = (matches.scores[place] as number) + list.bonus
      if (score > bestScore || (score === bestScore && best && place < (best.places[best.next] as number))) {
        best = list
        bestScore = score
      }
    }
    if (!best) break
    passages[at] = matches.passages[best.places[best.next++] as number] as number
    scores[at] = bestScore
  }
  return { passages, scores }
}
