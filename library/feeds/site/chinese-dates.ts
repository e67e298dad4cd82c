/** Hours by which China's time is ahead of UTC: a site reads the same wherever it was built. */
const AHEAD = 8 * 3600 * 1000

/** A moment, or a day that is known only to the year or the month, as `2026年5月1日`. */
export function chineseDate(date: string): string {
  const day = date.length > 10 ? dayOf(date) : date
  const [year, month, dayOfMonth] = day.split('-').map(Number)
  return `${year}年${month ? `${month}月` : ''}${dayOfMonth ? `${dayOfMonth}日` : ''}`
}

/** The day in China of a moment. `YYYY-MM-DD` */
export const dayOf = (moment: string): string =>
  moment.length <= 10 ? moment : new Date(Date.parse(moment) + AHEAD).toISOString().slice(0, 10)

/** 2025年3月至5月 as `2025年3月—2025年5月`; one date where both are the same. */
export function chineseSpan(from: string | undefined, to: string | undefined): string | undefined {
  if (from === undefined) return to && chineseDate(to)
  return to === undefined || to === from ? chineseDate(from) : `${chineseDate(from)}—${chineseDate(to)}`
}
