import type { CellValue, FormRow, TemplateField } from '../../../library/templates/template-schema.ts'
import { readDate } from './read-date.ts'
import { readNumber } from './read-number.ts'

export type Table = Extract<TemplateField, { type: 'array' }>
export type Cell = Table['items']['properties'][string]

/** The cells of what a spreadsheet put on the clipboard: tabs, line breaks, cells with breaks in quotes. */
export function readCells(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const pattern = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gy
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    row.push(found[1] === undefined ? (found[2] ?? '') : found[1].replaceAll('""', '"'))
    if (found[3] !== '\t') {
      rows.push(row)
      row = []
    }
    if (pattern.lastIndex >= text.length && found[3] !== '\t') break
  }
  return rows.filter((cells) => cells.some((cell) => cell.trim() !== ''))
}

/** True when pasting means cells and not words: more than one of them. */
export function isCells(text: string): boolean {
  return text.includes('\t') || readCells(text).length > 1
}

/**
 * The rows of a table with pasted cells put over them from a place on. A first row of headings says which columns
 * are meant; without one they follow each other.
 * @param at the row pasted into, and the columns from there on
 */
export function pasteRows(
  table: Table,
  rows: readonly FormRow[],
  text: string,
  at: { readonly row: number; readonly names: readonly string[] },
  today: string,
): FormRow[] {
  const cells = readCells(text)
  const headings = (cells[0] ?? []).map((cell) => columnOf(table, cell))
  const headed = headings.filter((name) => name !== undefined).length >= 2
  const columns = headed ? headings : at.names
  const pasted = headed ? cells.slice(1) : cells
  const result = rows.map((row) => ({ ...row }))
  pasted.forEach((line, index) => {
    const place = at.row + index
    const row: Record<string, CellValue> = { ...result[place] }
    line.forEach((cell, column) => {
      const name = columns[column]
      const field = name === undefined ? undefined : table.items.properties[name]
      if (name === undefined || !field) return
      const value = cellValue(field, cell, today)
      if (value === undefined) delete row[name]
      else row[name] = value
    })
    result[place] = row
  })
  return table.maxItems === undefined ? result : result.slice(0, Math.max(table.maxItems, rows.length))
}

/** What a pasted cell gives a field: a number or date where it can be read, otherwise its words. */
function cellValue(field: Cell, text: string, today: string): CellValue | undefined {
  const words = text.trim()
  if (words === '') return undefined
  if (field.type === 'boolean') return !/^(否|无|×|x|no|0|false)$/i.test(words)
  if (field.type !== 'string') return readNumber(words, field['x-unit']) ?? words
  return field.format === 'date' ? (readDate(words, today) ?? words) : words
}

function columnOf(table: Table, heading: string): string | undefined {
  const words = heading.replace(/\s/g, '')
  const found = Object.entries(table.items.properties).find(
    ([name, field]) => words !== '' && (name === words || field.title === words),
  )
  return found?.[0]
}
