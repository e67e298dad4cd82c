import type { RawCell } from './spreadsheet.ts'

/** Digits that a spreadsheet program keeps of a number. */
const KEPT_DIGITS = 15

/** A cell as text, and whether a long number in it has been rounded before it came here. */
export function rawCellText(cell: RawCell | undefined): { readonly text: string; readonly rounded: boolean } {
  if (!cell) return { text: '', rounded: false }
  switch (cell.type) {
    case 'text': {
      const text = cell.text.trim()
      // What a .csv saved by a spreadsheet program shows of a resident id.
      return { text, rounded: /^\d(\.\d+)?E\+1[5-9]$/i.test(text) }
    }
    case 'date':
      return { text: dateText(cell.date), rounded: false }
    case 'number': {
      const value = Number(cell.digits)
      if (!Number.isFinite(value)) return { text: cell.digits, rounded: false }
      const rounded = Number.isInteger(value) && Math.abs(value) >= 10 ** KEPT_DIGITS
      return { text: String(Number(value.toPrecision(KEPT_DIGITS))), rounded }
    }
  }
}

/** Spreadsheets know no time zones: a date is the day that was typed. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  const iso = date.toISOString()
  const time = iso.slice(11, 16)
  if (iso.startsWith('1899-12-3') || iso.startsWith('1900-01-00')) return time
  return time === '00:00' ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`
}
