import { capitalAmount } from '../../../document/capital-amount.ts'
import type { DocumentText, LocatedParagraph } from '../../reading/located-paragraph.ts'
import type { Fault } from '../rule.ts'

const CAPITALS =
  /[零壹贰叁肆伍陆柒捌玖拾][零壹贰叁肆伍陆柒捌玖拾佰仟万亿]*(?:元|圆)(?:[零壹贰叁肆伍陆柒捌玖]角)?(?:[零壹贰叁肆伍陆柒捌玖]分)?[整正]?/g
const DIGITS = /(?<![\d.])(\d{1,3}(?:[,，]\d{3})+(?:\.\d{1,2})?|\d+(?:\.\d{1,2})?)(?![\d.])\s*(万)?\s*元?/g
/** Letters between an amount in capitals and the same in digits: 元（大写：…）. */
const APART = /^(?:人民币|大写|小写|金额|合计|共计|[即计为\s元整正（()）：:，,、。；;￥¥])*$/

/** Amounts that say one thing in capitals and another in digits. */
export function wrongAmounts({ paragraphs }: DocumentText): Fault[] {
  return paragraphs.flatMap((paragraph) =>
    [...paragraph.text.matchAll(CAPITALS)].flatMap((match): Fault[] => {
      const start = match.index
      const end = start + match[0].length
      const beside = digitsBeside(paragraph, start, end)
      if (beside === undefined) return []
      const right = capitalAmount(beside)
      if (right === undefined || plain(right) === plain(match[0])) return []
      return [
        {
          rule: 'contradiction',
          severity: 'must',
          says: `大写“${match[0]}”与小写${beside}元不一样。`,
          why: `${beside}元的大写是“${right}”。`,
          paragraph,
          start,
          end,
        },
      ]
    }),
  )
}

/** 圆 is 元, and 整 may be left out. */
const plain = (amount: string) =>
  amount
    .replace(/圆/g, '元')
    .replace(/[整正]$/, '')
    .replace(/(?<=[万亿])零(?=.仟)/g, '')

function digitsBeside({ text }: LocatedParagraph, start: number, end: number): number | undefined {
  for (const match of text.matchAll(DIGITS)) {
    const at = match.index
    const until = at + match[0].length
    const between = until <= start ? text.slice(until, start) : at >= end ? text.slice(end, at) : undefined
    if (between === undefined || between.length > 16 || !APART.test(between)) continue
    const value = Number((match[1] ?? '').replace(/[,，]/g, ''))
    const named = /元|[￥¥]/.test(match[0] + between + text.slice(Math.max(0, at - 2), at))
    if (named) return match[2] ? Math.round(value * 1_000_000) / 100 : value
  }
  return undefined
}
