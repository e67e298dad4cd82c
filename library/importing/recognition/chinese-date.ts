import { parseChineseNumber } from './chinese-number.ts'

/** A date found in running text; `index` and `length` in UTF-16 units. */
export interface FoundDate {
  readonly iso: string
  readonly index: number
  readonly length: number
}

const numeral = '[〇零○ＯO一二三四五六七八九十0-9０-９]'
const inWords = new RegExp(`(${numeral}{4})\\s*年\\s*(${numeral}{1,3})\\s*月\\s*(${numeral}{1,3})\\s*日`, 'g')
const inFigures = /(?<![0-9])([12][0-9]{3})([-./])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])/g

/** All dates in a text in order: 2024年3月1日, 二〇二四年三月一日, 2024-03-01, 2024.3.1. */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = []
  for (const match of [...text.matchAll(inWords)]) {
    const iso = toIsoDate(match[1], match[2], match[3])
    if (iso) found.push({ iso, index: match.index, length: match[0].length })
  }
  for (const match of text.matchAll(inFigures)) {
    const iso = toIsoDate(match[1], match[3], match[4])
    if (iso) found.push({ iso, index: match.index, length: match[0].length })
  }
  return found.sort((a, b) => a.index - b.index)
}

/** The ISO form of a year, month and day in figures or characters; undefined for a day no calendar has. */
export function toIsoDate(year = '', month = '', day = ''): string | undefined {
  const [y, m, d] = [year, month, day].map((part) => parseChineseNumber(part))
  if (y === undefined || m === undefined || d === undefined || y < 1900 || y > 2999) return undefined
  const date = new Date(Date.UTC(y, m - 1, d))
  if (date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return undefined
  return date.toISOString().slice(0, 10)
}

/** The date when a whole line is nothing but one, as under a signature. */
export function wholeDate(line: string): string | undefined {
  const text = line.trim().replace(/^[（(]\s*|\s*[）)]$/g, '')
  const date = findDates(text)[0]
  return date && date.index === 0 && date.length === text.length ? date.iso : undefined
}
