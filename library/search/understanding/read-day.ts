/** The end of a period that a date stands for. */
export type DayEnd = 'first' | 'last'

const DIGITS = '〇一二三四五六七八九'
const WRITTEN = /^(\d{4})(?:[-./年](\d{1,2}))?(?:[-./月](\d{1,2}))?[年月日号]?$/
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})?$/

/**
 * The first or last day (`YYYY-MM-DD`) of 2023, 2023-5, 2023/5/7, 2023年5月, 2023.5.7, 202305, 20230507
 * or 二〇二三年. The 31st stands for the last day of a month that was not named, since days are only compared.
 * @returns undefined for anything else, and for days no calendar has
 */
export function readDay(typed: string, end: DayEnd): string | undefined {
  const value = typed.trim().replace(/[〇零一二三四五六七八九]/g, (digit) => String(Math.max(0, DIGITS.indexOf(digit))))
  const match = WRITTEN.exec(value) ?? COMPACT.exec(value)
  if (!match?.[1]) return undefined
  const [month = end === 'first' ? '01' : '12', day = end === 'first' ? '01' : '31'] = match
    .slice(2)
    .map((part) => part?.padStart(2, '0'))
  if (month < '01' || month > '12' || day < '01' || day > '31') return undefined
  if (match[3] !== undefined && Number(day) > daysOf(Number(match[1]), Number(month))) return undefined
  return `${match[1]}-${month}-${day}`
}

const daysOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
