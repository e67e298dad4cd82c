import { foldText } from '../han-text.ts'

export const BETWEEN = 0
export const HAN = 1
export const LETTER = 2

const HAN_CHARACTER = /[\p{Script=Han}々〇〡-〩]/u
const LETTER_OR_DIGIT = /[\p{L}\p{N}\p{M}]/u

/** Unknown yet. */
const UNKNOWN = 0
/**
 * What a code point is folded to and what that is, filled as characters are met:
 * `class + 4 + folded code point × 8`, or −1 when it folds to none or several.
 */
const entries = new Int32Array(0x110000)

function classOf(codePoint: number): number {
  const character = String.fromCodePoint(codePoint)
  return HAN_CHARACTER.test(character) ? HAN : LETTER_OR_DIGIT.test(character) ? LETTER : BETWEEN
}

function fill(codePoint: number): number {
  const folded = [...foldText(String.fromCodePoint(codePoint))]
  const only = folded[0]?.codePointAt(0)
  const entry = folded.length === 1 && only !== undefined ? only * 8 + 4 + classOf(only) : -1
  entries[codePoint] = entry
  return entry
}

/** The folded code point × 8 + 4 + its class ({@link HAN}, {@link LETTER} or {@link BETWEEN}); −1 when it folds to several. */
export function foldedEntry(codePoint: number): number {
  const known = entries[codePoint] as number
  return known === UNKNOWN ? fill(codePoint) : known
}

/** The entries of what a code point folds to, when that is not exactly one. */
export function foldedEntries(codePoint: number): number[] {
  return [...foldText(String.fromCodePoint(codePoint))].map((character) => {
    const one = character.codePointAt(0) as number
    return one * 8 + 4 + classOf(one)
  })
}
