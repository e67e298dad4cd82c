import { personalDataIn } from '../gate/check-text.ts'
import type { TextFinding } from '../gate/text-finding.ts'

/** A text with what must not be kept of people made unreadable, and what that was. */
export interface MaskedText {
  readonly text: string
  /** 有一个手机号码 … */
  readonly says: readonly string[]
}

/**
 * What of people stands in a text; marks of secrecy are none of it. Looked at with narrow brackets for wide ones, which
 * must not hide a number: places stay the same.
 */
export const personalDataOf = (text: string): TextFinding[] =>
  personalDataIn(text.replaceAll('（', '(').replaceAll('）', ')')).filter(({ code }) => code !== 'secrecy')

/** Masks numbers, addresses and contacts in what somebody wrote. */
export function maskPersonalData(text: string): MaskedText {
  const says: string[] = []
  let masked = ''
  let from = 0
  for (const { start, end, quote, says: said, repair } of personalDataOf(text)) {
    if (start < from) continue
    // A repair that takes the words out leaves nothing behind; one that masks says what to write.
    const instead =
      repair?.type === 'mask' && repair.replacement !== undefined
        ? repair.replacement
        : '＊'.repeat(Math.min(4, quote.length))
    masked += text.slice(from, start) + instead
    from = end
    says.push(said)
  }
  return { text: masked + text.slice(from), says }
}
