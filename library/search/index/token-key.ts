import { foldedEntry, HAN } from './character-classes.ts'
import {
  addToHigh,
  addToLow,
  pairKey,
  singleKey,
  WORD_HASH_BEGIN_HIGH,
  WORD_HASH_BEGIN_LOW,
  wordKey,
} from './term-keys.ts'

/** The key of a folded token: a pair of Han characters, a single one, or a word. */
export function tokenKey(token: string): number {
  const characters = [...token].map((character) => character.codePointAt(0) as number)
  const [first = 0, second] = characters
  if ((foldedEntry(first) & 3) === HAN) return second === undefined ? singleKey(first) : pairKey(first, second)
  let low = WORD_HASH_BEGIN_LOW
  let high = WORD_HASH_BEGIN_HIGH
  for (const character of characters) {
    low = addToLow(low, character)
    high = addToHigh(high, character)
  }
  return wordKey(low, high)
}
