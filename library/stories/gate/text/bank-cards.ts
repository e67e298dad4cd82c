import { FIELD_FORMATS } from '../../../templates/schema/field-formats.ts'
import type { TextFinding } from '../text-finding.ts'
import { digitRuns, maskDigits, type NumberWindow, numberWindows } from './digit-runs.ts'
import { isOfAThing, touchesCode, wordsAfter, wordsBefore } from './words-around.ts'

/** ISO/IEC 7812-1: UnionPay, Visa, MasterCard, JCB, and Chinese cards from before UnionPay. */
const ISSUERS =
  /^(?:6[02-9]\d{14,17}|4\d{15}|5[1-5]\d{14}|35(?:2[89]|[3-8]\d)\d{12}|9558\d{14,15}|(?:10|37|40|43|45|49|52|53|55|58|68|69|84|87|88|90|94|95|96|98|99)\d{14,17})$/
/** Issuers without doubt, where no word says that it is a card. */
const SURE = /^(?:62\d{14,17}|60\d{14,17}|4\d{15}|5[1-5]\d{14}|9558\d{14,15}|35(?:2[89]|[3-8]\d)\d{12})$/
const LABEL =
  /(?:银行|信用社|农商行?|农信|工行|农行|中行|建行|邮储|邮政|交行|一卡通|惠农卡?|储蓄|借记|工资|社保|存折|存单|户头|打到|汇到|转到|收款)?(?:卡|账户?|帐户?|存折)(?:号码?|上)?$/u
const ACCOUNT = /(?:账|帐)(?:户|号)?(?:号码?)?$/u
const AMOUNT = /^(?:[.．]\d|元|万|亿|吨|公斤|次|人|户|%|％)/u

/** Bank cards of 16 to 19 digits by issuer and check digit (Luhn), and account numbers where the words say so. */
export function bankCards(text: string): TextFinding[] {
  return digitRuns(text).flatMap((run) =>
    [19, 18, 17, 16, 15, 14, 13, 12].flatMap((length) =>
      numberWindows(run, length).flatMap((window) => {
        const severity = severityOf(text, window)
        return severity === undefined ? [] : [finding(text, window, severity)]
      }),
    ),
  )
}

function severityOf(text: string, window: NumberWindow): TextFinding['severity'] | undefined {
  const { value, start, end, pieces, gaps, digits } = window
  if (value.includes('X') || touchesCode(text, start, end) || AMOUNT.test(wordsAfter(text, end))) return undefined
  if (digits.some(({ chinese }) => chinese) && digits.some(({ chinese }) => !chinese)) return undefined
  // Cards are written in fours, or six and the rest; a list of numbers is not.
  const isTogether = pieces.length <= 6 && pieces.slice(0, -1).every((piece) => piece >= 3)
  if (!isTogether || gaps.some((gap) => !/^[\s\-－—–·.]{1,2}$/u.test(gap))) return undefined
  const before = wordsBefore(text, start)
  const isLabelled = LABEL.test(before)
  const passes = FIELD_FORMATS['bank-card'].fault(value) === undefined
  if (isLabelled && value.length >= 12) return ACCOUNT.test(before) && !passes ? 'should' : 'must'
  if (!passes || value.length < 16 || !ISSUERS.test(value)) return undefined
  if (isOfAThing(text, start)) return undefined
  return SURE.test(value) ? 'must' : undefined
}

function finding(text: string, window: NumberWindow, severity: TextFinding['severity']): TextFinding {
  const { start, end } = window
  return {
    code: 'bank-card',
    severity,
    start,
    end,
    quote: text.slice(start, end),
    says: severity === 'must' ? '这里有一个银行卡号。' : '这里有一个账号。',
    todo: severity === 'must' ? '请遮盖或删去。' : '单位的公开账户可以保留；是某个人的请遮盖。',
    repair: { type: 'mask', replacement: maskDigits(text, window, 4, 4), says: '遮盖中间的数字' },
  }
}
