import { personalDataIn } from '../gate/check-text.ts'

/** A text with what must not be kept of people made unreadable, and what that was. */
export interface MaskedText {
  readonly text: string
  /** 有一个手机号码 … */
  readonly says: readonly string[]
}

/** Masks numbers, addresses and contacts in what somebody wrote. Marks of secrecy are no personal data. */
export function maskPersonalData(text: string): MaskedText {
  const says: string[] = []
  let masked = ''
  let from = 0
  for (const { code, start, end, quote, says: said, repair } of personalDataIn(text)) {
    if (code === 'secrecy' || start < from) continue
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
