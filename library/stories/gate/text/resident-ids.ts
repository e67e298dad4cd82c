import { residentIdCheck } from '../../../templates/schema/resident-id-check.ts'
import type { TextFinding } from '../text-finding.ts'
import { digitRuns, maskDigits, type NumberWindow, numberWindows } from './digit-runs.ts'
import { isOfAThing, touchesCode, wordsBefore } from './words-around.ts'

/** First two digits of GB/T 2260, with 81 to 83 for residents from Hong Kong, Macau and Taiwan, 9 for foreigners. */
const PROVINCES =
  /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9[0-9])(?:0[1-9]|[1-6]\d|7[0-2]|90|00)(?:0[0-9]|[1-9]\d)$/
/** A region, then a birth date: of this or the last century, or with two digits for the year. */
const LIKE = /^[1-9]\d{5}(?:(?:19|20)\d{2}[01]\d[0-3]\d[\dX]{4,6}|\d{2}[01]\d[0-3]\d{4})$/
const LABEL =
  /(?:身份证(?:件)?|公民身份|证件|居民身份|居住证|残疾人?证|低保证|户口簿?|社保|医保)(?:号码?|编号|为|是|上?写着?)?$/u

/**
 * Resident ids (GB 11643-1999) of 18 characters by birth date and check character, or by the word before when a digit
 * was mistyped; of 15 digits by birth date; and those within 残疾人证 numbers (two digits more).
 */
export function residentIds(text: string): TextFinding[] {
  return digitRuns(text).flatMap((run) => {
    const windows = [20, 18, 15].flatMap((length) => numberWindows(run, length, LIKE))
    return windows.flatMap((window) => {
      const severity = severityOf(text, window)
      return severity === undefined ? [] : [finding(text, window, severity)]
    })
  })
}

function severityOf(text: string, window: NumberWindow): TextFinding['severity'] | undefined {
  const { value, start, end } = window
  if (!couldBe(value)) return undefined
  const before = text.slice(Math.max(0, start - 1), start)
  // A school's number for a pupil is G and the resident id.
  const isPupils = /[GLgl]/.test(before) && !/^[A-Za-z0-9]/.test(text.slice(end, end + 1))
  if (touchesCode(text, start, end) && !isPupils) return undefined
  if (value.length === 20) return 'must'
  const isLabelled = LABEL.test(wordsBefore(text, start, 20))
  const isOther = !isLabelled && isOfAThing(text, start)
  if (value.length === 18) {
    if (residentIdCheck(value) === value[17]) return isOther ? 'should' : 'must'
    return isLabelled ? 'must' : undefined
  }
  if (isLabelled) return 'must'
  // Without a check character spread digits say too little.
  return isOther || window.gaps.length > 0 || isAmount(text, end) ? undefined : 'should'
}

/** By region and birth date, and for a 残疾人证 by its two digits more. */
function couldBe(value: string): boolean {
  if (value.length === 20) return /[1-7][1-4]$/.test(value) && isWhole(value.slice(0, 18))
  if (value.length === 18) return isPlausible(value, 1900, 2100)
  return !value.includes('X') && isPlausible(withCentury(value), 1905, 1999)
}

const isWhole = (value: string) => isPlausible(value, 1900, 2100) && residentIdCheck(value) === value[17]
const withCentury = (value: string) => `${value.slice(0, 6)}19${value.slice(6)}`
const isAmount = (text: string, end: number) =>
  /^\s*(?:[.．]\d|元|万|亿|吨|公斤|千克|斤|米|平方|立方|次|人|户|%|％)/u.test(text.slice(end))

function isPlausible(value: string, first: number, last: number): boolean {
  if (!PROVINCES.test(value.slice(0, 6)) || value.slice(0, 17).includes('X')) return false
  const [year, month, day] = [value.slice(6, 10), value.slice(10, 12), value.slice(12, 14)].map(Number) as [
    number,
    number,
    number,
  ]
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= first && year <= last && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function finding(text: string, window: NumberWindow, severity: TextFinding['severity']): TextFinding {
  const { start, end, value } = window
  const tail = value.length === 20 ? 6 : value.length === 15 ? 3 : 4
  return {
    code: 'resident-id',
    severity,
    start,
    end,
    quote: text.slice(start, end),
    says: severity === 'must' ? '这里有一个身份证号。' : '这一串数字像身份证号。',
    todo:
      severity === 'must' ? '请遮盖或删去；故事里用不着身份证号。' : '请看一看：是身份证号就遮盖，是别的编号可以保留。',
    repair: { type: 'mask', replacement: maskDigits(text, window, 6, tail), says: '遮盖中间的数字' },
  }
}
