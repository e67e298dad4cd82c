import { parseChineseNumber } from '../../../importing/recognition/chinese-number.ts'

/** A day, month or year written in a text. */
export interface TextDay {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date: string
  readonly start: number
  readonly end: number
}

const N = '[0-9０-９〇零○一二三四五六七八九十]'
const YEAR = `(?<year>(?:19|20)\\d{2}|[一二][〇零○Ｏ一二三四五六七八九]{3}|[１２][０-９]{3})\\s*年度?`
const RELATIVE = '(?<relative>前年|去年|上年|今年|本年|当年|同年|次年|第二年|翌年)'
const month = (name: string) => `(?<${name}>${N}{1,3})\\s*月(?!以?来?[一二三四五六七八九十\\d]*个)份?`
const day = (name: string) => `(?<${name}>${N}{1,3})\\s*[日号]`
/** With a year, without one, and in figures. */
const WRITTEN = new RegExp(
  [
    `(?:${YEAR}|${RELATIVE})(?:\\s*的?\\s*${month('month1')}(?:\\s*${day('day1')})?)?`,
    `(?<!每|逢|农历|零|第|[0-9０-９一二三四五六七八九十年])${month('month2')}(?:\\s*${day('day2')})?`,
    `(?<![\\d.])(?<y>(?:19|20)\\d{2})(?<mark>[-/.])(?<m>\\d{1,2})(?:\\k<mark>(?<d>\\d{1,2}))?(?![\\d])`,
  ].join('|'),
  'g',
)
/** What makes a date one of a law, a birth or a plan and not of what happened. */
const NOT_A_DAY = /^\s*(?:出生|生于?|人|修订|修正|版|印发|施行|起施行|公布|第?\d*号|工作(?:计划|要点)|级|届)/
const BORN = /(?:生于|出生于?|毕业于|入党|参军|退休于)\s*$/
/** 每年3月, 每月6日 come back; 一个月, 三个月 are lengths. */
const REPEATED = /(?:每|逢|隔|近|前|后|满|共|约|过去|之后|未来|再|第)\s*$/

/**
 * The days of a text, in order, as exactly as they are said. Years that are only meant (去年3月, 10月上旬) are reckoned from
 * the year before them in the text, or from the day it was written; where neither is known, they are left out.
 * @param writtenOn `YYYY…`, when the text was written
 */
export function textDays(text: string, writtenOn?: string, around: { year?: number } = {}): TextDay[] {
  const plain = text.replace(/《[^《》]{0,120}》(?:[（(][^（）()]{0,40}[)）])?/g, (title) => ' '.repeat(title.length))
  const written = writtenOn === undefined ? undefined : Number(writtenOn.slice(0, 4))
  const found: TextDay[] = []
  for (const match of plain.matchAll(WRITTEN)) {
    const groups = match.groups ?? {}
    const before = plain.slice(Math.max(0, match.index - 6), match.index)
    const after = plain.slice(match.index + match[0].length, match.index + match[0].length + 8)
    if (NOT_A_DAY.test(after) || BORN.test(before)) continue
    const relative = groups.relative
    const said = numberOf(groups.year ?? groups.y)
    const month = numberOf(groups.month1 ?? groups.month2 ?? groups.m)
    const day = numberOf(groups.day1 ?? groups.day2 ?? groups.d)
    if (said === undefined && relative === undefined && (REPEATED.test(before) || month === undefined)) continue
    const year = said ?? yearOf(relative, written, around.year)
    if (year === undefined) continue
    // An older year told by the way does not move those after it.
    const moves = month !== undefined || around.year === undefined || year > around.year
    if (moves && groups.month2 === undefined) around.year = year
    // 1987年的底册 is older than what happened.
    if (
      month === undefined &&
      relative === undefined &&
      /^(?:[装建修种买立办盖栽造](?:成|起|好)?)?的(?!冬|春|夏|秋|时候|一)/.test(after)
    )
      continue
    const date = dateOf(year, month, day)
    if (date) found.push({ date, start: match.index, end: match.index + match[0].length })
  }
  return found
}

function yearOf(relative: string | undefined, written: number | undefined, before: number | undefined) {
  switch (relative) {
    case '前年':
      return written === undefined ? undefined : written - 2
    case '去年':
    case '上年':
      return written === undefined ? undefined : written - 1
    case '今年':
    case '本年':
      return written
    case '次年':
    case '第二年':
    case '翌年':
      return before === undefined ? undefined : before + 1
    default:
      return before ?? written
  }
}

function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  return parseChineseNumber(text.normalize('NFKC').replace(/[○Ｏ]/g, '〇'))
}

function dateOf(year: number, month: number | undefined, day: number | undefined): string | undefined {
  if (year < 1900 || year > 2100) return undefined
  if (month === undefined) return String(year)
  if (month < 1 || month > 12) return undefined
  const ym = `${year}-${String(month).padStart(2, '0')}`
  if (day === undefined) return ym
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : ym
}

/**
 * The first and the last of some days, given as they come in a text; only the first where they are one. A bare year long
 * before all days that are told more exactly is told by the way.
 */
export function spanOf(days: readonly string[]): { from?: string; to?: string } {
  const exact = days.filter((day) => day.length > 4)
  const firstExact = Number([...exact].sort()[0]?.slice(0, 4) ?? 0)
  const told = days.filter((day) => day.length > 4 || exact.length < 1 || Number(day) > firstExact - 2)
  let from: string | undefined
  let to: string | undefined
  for (const day of told) {
    // Of 2023 and 2023-03 the one that is said first counts as the beginning, and neither as a later end.
    if (from === undefined || (day < from && !from.startsWith(day))) from = day
    if (to === undefined || (day > to && !isWithin(to, day))) to = day
    else if (day.startsWith(to) && day !== to && from === to) to = day
  }
  if (from === undefined) return {}
  return to === undefined || to <= from ? { from } : { from, to }
}

/** A year is no later than a month of it. */
const isWithin = (day: string, whole: string) => day.startsWith(whole)
