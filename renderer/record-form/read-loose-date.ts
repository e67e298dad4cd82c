import { readDate, readMonth } from '../templates/fields/read-date.ts'

/**
 * What is known of a time, from what was typed: 2026, 2026年, 2026年3月, 2026-03-05, 昨天.
 * @param today `YYYY-MM-DD`
 * @returns `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; undefined when it is none of them
 */
export function readLooseDate(typed: string, today: string): string | undefined {
  const year = /^\s*(\d{4})\s*年?\s*$/.exec(typed.normalize('NFKC'))?.[1]
  if (year) return Number(year) >= 1800 && Number(year) <= 2200 ? year : undefined
  return readDate(typed, today) ?? readMonth(typed)
}

/** 2026年3月5日, 2026年3月, 2026年; what is no date stays as it is. */
export function looseDateText(value: string): string {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(value)
  if (!found) return value
  const [, year, month, day] = found
  return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`
}
