import { parseChineseNumber } from '../../../importing/recognition/chinese-number.ts'

/** A day written in a text, also one that no calendar has; `end` is exclusive. */
export interface WrittenDay {
  readonly year: number
  readonly month: number
  readonly day: number
  /** Whether the year stands with it, or was taken from the one before. */
  readonly ownYear: boolean
  readonly start: number
  readonly end: number
  /** In Chinese numerals: 二〇二五年三月五日. */
  readonly inHan: boolean
  /** `YYYY-MM-DD`; undefined for what is in no calendar. */
  readonly iso: string | undefined
}

const HAN = '〇零○ＯO一二三四五六七八九十'
const FULL = new RegExp(
  `(?:([12]\\d{3}|[１２][０-９]{3})\\s*年\\s*([0-9０-９]{1,2})\\s*月\\s*([0-9０-９]{1,2})\\s*[日号]|([${HAN}]{4})年([${HAN}]{1,3})月([${HAN}]{1,3})日|(?<![0-9A-Za-z./-])([12]\\d{3})([-./])(\\d{1,2})\\8(\\d{1,2})(?![0-9./-]))`,
  'g',
)
const YEARLESS = /(?<![0-9年])(\d{1,2})月(\d{1,2})日/g

/** The days of a text with their year, in order. */
export function findDays(text: string): WrittenDay[] {
  return [...text.matchAll(FULL)].map((match) => {
    const inHan = match[4] !== undefined
    const [y, m, d] = [
      match[1] ?? match[4] ?? match[7],
      match[2] ?? match[5] ?? match[9],
      match[3] ?? match[6] ?? match[10],
    ]
    return written(y, m, d, match.index, match[0].length, { inHan, ownYear: true })
  })
}

/** Days without a year (11月21日), in the year given. */
export function findYearlessDays(text: string, year: number): WrittenDay[] {
  return [...text.matchAll(YEARLESS)].map((match) =>
    written(String(year), match[1], match[2], match.index, match[0].length, { inHan: false, ownYear: false }),
  )
}

function written(
  y: string | undefined,
  m: string | undefined,
  d: string | undefined,
  start: number,
  length: number,
  how: Pick<WrittenDay, 'inHan' | 'ownYear'>,
): WrittenDay {
  const [year, month, day] = [y, m, d].map((part) => parseChineseNumber((part ?? '').normalize('NFKC')) ?? 0)
  const [yy = 0, mm = 0, dd = 0] = [year, month, day]
  const date = new Date(Date.UTC(yy, mm - 1, dd))
  const real = date.getUTCMonth() === mm - 1 && date.getUTCDate() === dd && mm >= 1
  return {
    year: yy,
    month: mm,
    day: dd,
    start,
    end: start + length,
    iso: real ? date.toISOString().slice(0, 10) : undefined,
    ...how,
  }
}

/** 星期一 … for a `YYYY-MM-DD`. */
export const weekdayOf = (iso: string): string => '日一二三四五六'.charAt(new Date(`${iso}T00:00:00Z`).getUTCDay())

/** Days from one `YYYY-MM-DD` to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
