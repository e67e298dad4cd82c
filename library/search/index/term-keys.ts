/**
 * A term of the index as one number below 2^52, so that terms are hashed, sorted and searched without strings:
 *
 * | range | term |
 * | --- | --- |
 * | 0 … 2^42 | a pair of Han characters, 21 bits each |
 * | 2^42 … 2^43 | a single Han character |
 * | 2^50 … 2^51 | a word, by a hash of 50 bits |
 * | + 2^51 | the same term in a document's own fields (title, number, topics) |
 *
 * Pairs and characters cannot collide. Two words can, with a chance of one in 10^15: searching for one
 * then also finds the other, which costs a wrong hit and breaks nothing.
 */
const CHARACTER = 2 ** 21
const SINGLE = 2 ** 42
const WORD = 2 ** 50
const DOCUMENT = 2 ** 51

export const pairKey = (first: number, second: number) => first * CHARACTER + second
export const singleKey = (character: number) => SINGLE + character
/** The key of a term where it stands in a document's own fields. */
export const documentKey = (key: number) => key + DOCUMENT
export const isDocumentKey = (key: number) => key >= DOCUMENT

/** Which kind of term a key is; blocks hold terms of one kind only. */
export function kindOfKey(key: number): number {
  const level = key >= DOCUMENT ? 1 : 0
  const own = key - level * DOCUMENT
  return level * 3 + (own >= WORD ? 2 : own >= SINGLE ? 1 : 0)
}
/** Single characters are everywhere: where they stand is not kept. */
export const hasPositions = (key: number) => kindOfKey(key) % 3 !== 1

/** Two running 32-bit hashes; `begin` and `add` by code point, then {@link wordKey}. */
export const WORD_HASH_BEGIN_LOW = 0x811c9dc5
export const WORD_HASH_BEGIN_HIGH = 0x1b873593
export const addToLow = (hash: number, codePoint: number) => Math.imul(hash ^ codePoint, 0x01000193)
export const addToHigh = (hash: number, codePoint: number) =>
  Math.imul((hash << 13) | (hash >>> 19), 5) + Math.imul(codePoint + 0x7ed55d16, 0x85ebca6b)

export function wordKey(low: number, high: number): number {
  const mixed = Math.imul(low ^ (low >>> 15), 0x2c1b3c6d)
  return WORD + (((high ^ (high >>> 14)) >>> 0) % 2 ** 18) * 2 ** 32 + ((mixed ^ (mixed >>> 12)) >>> 0)
}
