import { Converter } from 'opencc-js/t2cn'

/** Text folded for matching, with the way back to the original. */
export interface FoldedText {
  readonly text: string
  /** For each UTF-16 unit of `text`, the offset in the original it came from; one more entry for the end. */
  readonly origin: Uint32Array
}

const toSimplified = Converter({ from: 't', to: 'cn' })
const folded = new Map<number, string>()

/** One code point: compatibility forms unified (NFKC), traditional to simplified, lower case. */
function foldCodePoint(codePoint: number): string {
  const known = folded.get(codePoint)
  if (known !== undefined) return known
  let text = String.fromCodePoint(codePoint).normalize('NFKC')
  if (codePoint >= 0x3400) text = toSimplified(text)
  text = text.toLowerCase()
  folded.set(codePoint, text)
  return text
}

/** Folds text for indexing and for queries alike, character by character so that offsets survive. */
export function foldText(original: string): string {
  let text = ''
  for (let i = 0; i < original.length; ) {
    const codePoint = original.codePointAt(i) as number
    text += codePoint < 0x41 || (codePoint > 0x5a && codePoint < 0x80) ? original[i] : foldCodePoint(codePoint)
    i += codePoint > 0xffff ? 2 : 1
  }
  return text
}

/** As {@link foldText}, keeping for each unit where it came from, so that a match can be marked in the original. */
export function foldWithOrigin(original: string): FoldedText {
  let text = ''
  const origin: number[] = []
  for (let i = 0; i < original.length; ) {
    const codePoint = original.codePointAt(i) as number
    const piece = foldCodePoint(codePoint)
    for (let k = 0; k < piece.length; k++) origin.push(i)
    text += piece
    i += codePoint > 0xffff ? 2 : 1
  }
  origin.push(original.length)
  return { text, origin: Uint32Array.from(origin) }
}
