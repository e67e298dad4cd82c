import type { TextFinding } from '../text-finding.ts'
import { digitRuns, maskDigits, type NumberWindow, numberWindows } from './digit-runs.ts'
import { isOfAThing, touchesCode, wordsAfter, wordsBefore } from './words-around.ts'

/** How people group a mobile number: 138 1234 5678, 138-12345678, or every digit apart. */
const GROUPS: ReadonlySet<string> = new Set([
  '11',
  '3,4,4',
  '3,8',
  '7,4',
  '4,4,3',
  '4,3,4',
  '5,6',
  '6,5',
  '3,3,5',
  '3,4,2,2',
  '3,2,2,2,2',
  '3,2,3,3',
  '3,3,3,2',
  '1,1,1,1,1,1,1,1,1,1,1',
  '2,9',
  '4,7',
  '9,2',
  '8,3',
  '5,3,3',
  '5,4,2',
])
const LABEL =
  /(?:电话|手机|联系|致电|拨打?|打|座机|热线|传真|tel|phone|mobile|微信|同号|短信|加)(?:方式|号码?|人|同号|到|给)?$/iu
/** 加V13812345678, Tel13812345678. */
const BY_LETTERS = /(?:^|[^A-Za-z])(?:[Vv][Xx]?|[Ww][Xx]|[Tt][Ee][Ll]|[Mm]obile)$/u
const MOBILE = /^1[3-9]\d{9}$/
const ABROAD = /^(?:00)?861[3-9]\d{9}$/
const AT_HOME = /(?:家里?|家庭|住宅|宅|私人|个人)(?:的)?(?:电话|座机|固话)(?:号码?)?$/u
const AMOUNT =
  /^(?:[.．]\d|元|块|万|亿|吨|公斤|千克|斤|两|米|平方|立方|公里|里|亩|次|人|户|字|个|件|条|株|棵|只|头|kWh|毫秒|秒|分钟|小时|字节|度|%|％|号文|年)/iu
/** (0575)84012345. */
const IN_BRACKETS = /[（(]0(?:10|2\d|[3-9]\d{2})[)）]\s?[2-8]\d{6,7}(?!\d)/gu
/** What may stand between the groups of a phone number. */
const GAPS = /^(?:[\s.·•\-－—–_*`~\u00ad\u200b-\u200f\u2060\ufeff]{1,3}|[\s]*[\r\n][\s]*)$/u

/** 石政发〔2026〕…号, ZJ-…: a year in brackets or letters, of which the number is the rest. */
const AFTER_CODE = /(?:[〔［[（(]\s*(?:19|20)\d{2}\s*[〕］\]）)]第?|[A-Za-z][-_])$/

/** Mobile numbers of 11 digits, also in Chinese digits, spread out or with +86; landlines with their area code. */
export function phones(text: string): TextFinding[] {
  const found: TextFinding[] = []
  for (const run of digitRuns(text)) {
    for (const window of [13, 15].flatMap((length) => numberWindows(run, length, ABROAD))) {
      found.push(...mobile(text, window, true))
    }
    for (const window of numberWindows(run, 11, MOBILE)) {
      if (isGrouped(window)) found.push(...mobile(text, window, false))
    }
    for (const length of [10, 11, 12]) {
      found.push(...numberWindows(run, length, /^0/, 6).flatMap((at) => landline(text, at)))
    }
    for (const length of [7, 8]) {
      found.push(...numberWindows(run, length, /^[2-8]/, 2).flatMap((at) => shortNumber(text, at)))
    }
  }
  return [...found, ...[...text.matchAll(IN_BRACKETS)].map((match) => bracketed(text, match.index, match[0]))]
}

const isGrouped = ({ pieces, gaps, digits }: NumberWindow) =>
  gaps.every((gap) => GAPS.test(gap)) &&
  (GROUPS.has(pieces.join(',')) || (digits.some(({ chinese }) => chinese) && gaps.length === 0))

function mobile(text: string, window: NumberWindow, abroad: boolean): TextFinding[] {
  const { start, end, gaps } = window
  const isNamed = BY_LETTERS.test(text.slice(Math.max(0, start - 8), start))
  if ((!isNamed && touchesCode(text, start, end)) || /[.．]$/.test(text.slice(0, start))) return []
  if (gaps.some((gap) => !GAPS.test(gap))) return []
  const isLabelled = isNamed || LABEL.test(wordsBefore(text, start))
  if (!isLabelled && (AMOUNT.test(wordsAfter(text, end)) || /[¥￥$]\s*$/.test(text.slice(0, start)))) return []
  if (!isLabelled && /^(?:-|—|－)\d/.test(text.slice(end))) return []
  if (!isLabelled && (isOfAThing(text, start) || AFTER_CODE.test(text.slice(0, start)))) return []
  const hidden = abroad ? window.value.length - 8 : 3
  const replacement = maskDigits(text, window, hidden, 4)
  return [
    {
      code: 'phone',
      severity: 'must',
      start,
      end,
      quote: text.slice(start, end),
      says: '这里有一个手机号。',
      todo: '请遮盖或删去；要留联系方式，请写单位的公开电话。',
      repair: { type: 'mask', replacement, says: '遮盖中间的数字' },
    },
  ]
}

/** 0575-84012345, (0575)84012345: most are an office's, whose number may be printed. */
function landline(text: string, window: NumberWindow): TextFinding[] {
  const { value, start, end } = window
  const area = /^0(?:10|2\d|[3-9]\d{2})/.exec(value)?.[0]
  if (area === undefined) return []
  const rest = value.slice(area.length)
  const { pieces, gaps } = window
  const isLabelled = LABEL.test(wordsBefore(text, start))
  if (!/^[2-8]\d{6,7}$/.test(rest) || touchesCode(text, start, end)) return []
  if (!(pieces[0] === area.length || (pieces.length === 1 && isLabelled))) return []
  if (gaps.some((gap) => !/^[\s\-－—–·]{1,2}$/u.test(gap))) return []
  if (!isLabelled && (isOfAThing(text, start) || AMOUNT.test(wordsAfter(text, end)))) return []
  return [landlineFinding(text, window, area.length)]
}

/** Seven or eight digits are a phone number only where the words before say so. */
function shortNumber(text: string, window: NumberWindow): TextFinding[] {
  const { start, end } = window
  const before = wordsBefore(text, start)
  const isPhone = /(?:电话|座机|固话|传真)(?:号码?)?$/u.test(before) && !/[\d)）\-－—]\s*$/.test(text.slice(0, start))
  if (!isPhone || touchesCode(text, start, end)) return []
  return window.pieces.length > 2 || AMOUNT.test(wordsAfter(text, end)) ? [] : [landlineFinding(text, window, 0)]
}

function bracketed(text: string, start: number, quote: string): TextFinding {
  const isHome = AT_HOME.test(wordsBefore(text, start))
  return landlineOf({ start, end: start + quote.length, quote }, isHome, quote.replace(/\d{5}(?=\d{2}$)/, '*****'))
}

function landlineFinding(text: string, window: NumberWindow, area: number): TextFinding {
  const { start, end } = window
  const isHome = AT_HOME.test(wordsBefore(text, start))
  return landlineOf({ start, end, quote: text.slice(start, end) }, isHome, maskDigits(text, window, area, 2))
}

const landlineOf = (
  place: Pick<TextFinding, 'start' | 'end' | 'quote'>,
  isHome: boolean,
  replacement: string,
): TextFinding => ({
  code: 'phone',
  severity: isHome ? 'must' : 'should',
  ...place,
  says: isHome ? '这里有一个住宅电话。' : '这里有一个固定电话。',
  todo: isHome ? '请遮盖或删去。' : '单位的公开电话可以保留；是某个人家里的请遮盖。',
  repair: { type: 'mask', replacement, says: '遮盖中间的数字' },
})
