export type Edge = 'after' | 'before'

/**
 * The date meant by what was typed: a year (its first or last day), a month, or a day, with the
 * separators people use. Empty means no limit; `undefined` that it is no date.
 */
export function dateFromTyped(typed: string, edge: Edge): string | undefined {
  const text = typed.normalize('NFKC').trim()
  if (text === '') return ''
  const found = /^(\d{4})(?:[-./年](\d{1,2})(?:[-./月](\d{1,2}))?)?[年月日]?$/.exec(text)
  if (!found) return undefined
  const year = Number(found[1])
  const month = found[2] ? Number(found[2]) : edge === 'after' ? 1 : 12
  const day = found[3] ? Number(found[3]) : edge === 'after' ? 1 : daysIn(year, month)
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined
  return `${found[1]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** How a date is shown in the box: a whole year as the year alone. */
export function typedFromDate(date: string, edge: Edge): string {
  const wholeYear = edge === 'after' ? '-01-01' : '-12-31'
  return date.endsWith(wholeYear) ? date.slice(0, 4) : date
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}
