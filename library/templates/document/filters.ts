import type { CellValue } from '../template-schema.ts'
import { capitalAmount } from './capital-amount.ts'
import { chineseDate, chineseNumeral, hanDate, partOfDate } from './chinese-date.ts'
import { decimalText } from './decimal-text.ts'
import { masked } from './masked.ts'

/** A filter changes how a value is printed. What it does not understand it prints as it is, for a check to speak of. */
export type Filter = (value: CellValue, printed: string) => string

const onDate =
  (change: (date: string) => string | undefined): Filter =>
  (value, printed) =>
    change(String(value).trim()) ?? printed

/** The filters behind `|` in a placeholder. */
export const FILTERS: ReadonlyMap<string, Filter> = new Map<string, Filter>([
  ['大写', (value, printed) => capitalAmount(value) ?? printed],
  ['中文', onDate(chineseDate)],
  ['汉字', (value, printed) => hanDate(String(value).trim()) ?? hanNumber(value) ?? printed],
  ['遮', (_value, printed) => masked(printed)],
  ['年', onDate((date) => partOfDate(date, 'year'))],
  ['月', onDate((date) => partOfDate(date, 'month'))],
  ['日', onDate((date) => partOfDate(date, 'day'))],
])

function hanNumber(value: CellValue): string | undefined {
  const text = typeof value === 'number' ? decimalText(value) : String(value).trim()
  return /^\d{1,8}$/.test(text) ? chineseNumeral(Number(text)) : undefined
}
