import { widthOf } from '../deck/text-width.ts'

/** Characters of 二号 in a line of an official document. */
export const OFFICIAL_LINE = 20
const words = new Intl.Segmenter('zh', { granularity: 'word' })
/** What no line of a title begins with, and none ends with. */
const NO_START = /^[的了着过等和与及、，。：；！？）》”’〕】\p{P}]/u
const NO_END = /[（《“‘〔【]$/u

/**
 * A title over as few lines as hold it, of about the same length, ending between words (GB/T 9704-2012 §7.3.1: 回行时，
 * 要做到词意完整，排列对称，长短适宜).
 */
export function balancedTitle(text: string, most = OFFICIAL_LINE): string {
  const whole = widthOf(text)
  if (whole <= most) return text
  const pieces = [...words.segment(text)].map(({ segment }) => segment)
  const lines = Math.ceil(whole / (most - 1))
  const wanted = whole / lines
  const result: string[] = []
  let line = ''
  for (const [at, piece] of pieces.entries()) {
    const longer = widthOf(line + piece)
    const mayEnd = line !== '' && !NO_START.test(piece) && !NO_END.test(line)
    const isFull = longer > most || (longer > wanted && longer - wanted > wanted - widthOf(line))
    // A pause near the middle is a better end than the middle.
    const pauses = /[，：；]$/u.test(line) && widthOf(line) > wanted * 0.6 && at < pieces.length - 1
    if (mayEnd && result.length < lines - 1 && (isFull || pauses)) {
      result.push(line)
      line = piece
    } else line += piece
  }
  return [...result, line].join('\n')
}
