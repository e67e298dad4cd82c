/**
 * The day so many months before another; a day that its month does not have becomes the month's last.
 * @param day `YYYY-MM-DD`
 */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 - months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return `${first.toISOString().slice(0, 8)}${String(Math.min(date, last)).padStart(2, '0')}`
}

/**
 * Whole months from one day to another; 0 where it lies in the future. A year counts as its last day, a month too.
 * @param from a year, a month or a day
 */
export function monthsSince(from: string, today: string): number {
  const [year = 0, month = 12, date = 28] = from.slice(0, 10).split('-').map(Number)
  const [thisYear = 0, thisMonth = 1, thisDate = 1] = today.split('-').map(Number)
  return Math.max(0, (thisYear - year) * 12 + thisMonth - month - (thisDate < date ? 1 : 0))
}

const NUMERALS = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

/** 这个月, 三个月前, 一年前, 两年多前: how long ago, as people say it. */
export function agoInWords(months: number): string {
  if (months === 0) return '这个月'
  if (months < 12) return `${NUMERALS[months]}个月前`
  const years = Math.floor(months / 12)
  return `${NUMERALS[years] ?? years}年${months % 12 === 0 ? '' : '多'}前`
}
