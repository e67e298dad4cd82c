import { FIELD_FORMATS } from '../../../templates/schema/field-formats.ts'
import type { TextFinding } from '../text-finding.ts'
import { digitRuns, maskDigits, type NumberWindow, numberWindows } from './digit-runs.ts'
import { isOfAThing, touchesCode, wordsAfter, wordsBefore } from './words-around.ts'

/** ISO/IEC 7812-1 issuers that leave no doubt where no word says that it is a card: UnionPay, Visa, MasterCard, JCB. */
const SURE = /^(?:62\d{14,17}|60\d{14,17}|4\d{15}|5[1-5]\d{14}|9558\d{14,15}|35(?:2[89]|[3-8]\d)\d{12})$/
const LABEL =
  /(?:银行|信用社|农商行?|农信|工行|农行|中行|建行|邮储|邮政|交行|一卡通|惠农卡?|储蓄|借记|工资|社保|存折|存单|户头|打到|汇到|转到|收款)?(?:卡|账户?|帐户?|存折)(?:号码?|上)?$/u
const ACCOUNT = /(?:账|帐)(?:户|号)?(?:号码?)?$/u
/** Characters between the pieces of a card's number, all together. */
const WIDEST = 12
const AMOUNT = /^(?:[.．]\d|元|万|亿|吨|公斤|次|人|户|%|％)/u

/** Bank cards of 16 to 19 digits by issuer and check digit (Luhn), and account numbers where the words say so. */
export function bankCards(text: string): TextFinding[] {
  return digitRuns(text).flatMap((run) =>
    [19, 18, 17, 16, 15, 14, 13, 12].flatMap((length) =>
      numberWindows(run, length, /^\d+$/, WIDEST).flatMap((window) => {
        const severity = severityOf(text, window)
        return severity === undefined ? [] : [finding(text, window, severity)]
      }),
    ),
  )
}

function severityOf(text: string, window: NumberWindow): TextFinding['severity'] | undefined {
  const { value, start, end } = window
  const passes = FIELD_FORMATS['bank-card'].fault(value) === undefined
  const isLabelled = value.length >= 12 && LABEL.test(wordsBefore(text, start))
  if (!isLabelled && (!passes || value.length < 16 || !SURE.test(value) || isOfAThing(text, start))) return undefined
  if (value.includes('X') || touchesCode(text, start, end) || AMOUNT.test(wordsAfter(text, end))) return undefined
  const { pieces, gaps, digits } = window
  if (digits.some(({ chinese }) => chinese) && digits.some(({ chinese }) => !chinese)) return undefined
  // Cards are written in fours, or six and the rest; a list of numbers is not.
  const isTogether = pieces.length <= 6 && pieces.slice(0, -1).every((piece) => piece >= 3)
  if (!isTogether || gaps.some((gap) => !/^[\s\-－—–·.]{1,2}$/u.test(gap))) return undefined
  return isLabelled && ACCOUNT.test(wordsBefore(text, start)) && !passes ? 'should' : 'must'
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
