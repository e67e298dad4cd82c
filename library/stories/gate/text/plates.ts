import type { TextFinding } from '../text-finding.ts'

const PROVINCE = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]'
/** Latin letters and digits in either width; I and O are on no plate, but people write them for 1 and 0. */
const SIGN = '[A-Za-z0-9Ａ-Ｚａ-ｚ０-９]'
const LETTER = '[A-Za-zＡ-Ｚａ-ｚ]'
const GAP = '[\\s·•.．\\-－*]{0,3}'
const CIVIL = new RegExp(
  `${PROVINCE}${GAP}${LETTER}${GAP}(?:${SIGN}${GAP}){4}(?:${SIGN}{1,2}|[学警港澳挂试超领使])`,
  'gu',
)
const ARMED = new RegExp(`(?:WJ|ＷＪ|wj)${GAP}${PROVINCE}?${GAP}(?:${SIGN}){4,5}`, 'gu')
/** Two letters of the forces' plates of 2012, or the older ones that begin with a character. */
const FORCES = new RegExp(
  `(?:(?<![A-Za-z0-9])[VKHBSLJNGCEZ][A-HJ-NP-Y]${GAP}\\d{5}(?![A-Za-z0-9])|[军空海北沈兰济南广成][A-Z]${GAP}\\d{5}(?!\\d))`,
  'gu',
)
const TRACTOR = new RegExp(`${PROVINCE}\\s?\\d{2}[\\s·.\\-]{1,2}\\d{5}(?!\\d)`, 'gu')
const LABEL =
  /(?:车牌|牌照|号牌|车号|车辆|拖拉机|农机|收割机|小车|轿车|货车|面包车|军车|警车|驾驶|一辆|开着|牌)(?:号码?|的|为|是|照)*[：:\s“"（(]*$/u

/** Number plates (GA 36-2018) of cars, new-energy cars, police, forces and tractors. */
export function plates(text: string): TextFinding[] {
  return [
    ...matches(text, CIVIL).filter(({ quote, end }) => isCivil(quote) && !/^[A-Za-z0-9]/.test(text.slice(end))),
    ...matches(text, ARMED).filter(({ quote, end }) => digitsIn(quote) >= 4 && !/^[A-Za-z0-9]/.test(text.slice(end))),
    ...matches(text, FORCES).filter(({ start, quote }) =>
      /^[^A-Z]/.test(quote)
        ? !/\p{Script=Han}$/u.test(text.slice(0, start)) || isLabelled(text, start)
        : isLabelled(text, start),
    ),
    ...matches(text, TRACTOR).filter(({ start }) => isLabelled(text, start)),
  ].map(({ start, end, quote }) => ({
    code: 'plate' as const,
    severity: 'must' as const,
    start,
    end,
    quote,
    says: '这里有一个车牌号。',
    todo: '请遮盖或删去。',
    repair: { type: 'mask' as const, replacement: `${quote.slice(0, 2)}*****`, says: '遮盖号码' },
  }))
}

const isLabelled = (text: string, start: number) => LABEL.test(text.slice(Math.max(0, start - 14), start))
const digitsIn = (text: string) => (text.match(/\p{Nd}/gu) ?? []).length

/** At most two of the five or six signs are letters (GA 36-2018 §5.9). */
function isCivil(quote: string): boolean {
  const signs = quote
    .normalize('NFKC')
    .slice(1)
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(1)
  return (
    digitsIn(signs) >= (/[学警港澳挂试超领使]$/.test(quote) ? 4 : 3) && (signs.match(/[A-Za-z]/g) ?? []).length <= 2
  )
}

function matches(text: string, pattern: RegExp): { start: number; end: number; quote: string }[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    quote: match[0],
  }))
}
