import type { Block } from './deck.ts'
import { SAFETY, SPACING } from './slide-spacing.ts'
import { countLines, widthOf } from './text-width.ts'

type Table = Extract<Block, { type: 'table' }>

/** Points; below this nobody reads it. */
const SMALLEST = 12

/** Tables are set smaller than text, and those with many columns smaller still. */
export function tableSize(
  { head, rows }: Table,
  { width, size }: { readonly width: number; readonly size: number },
): number {
  const columns = Math.max(1, head.length, ...rows.map((row) => row.length))
  const usual = size * 0.83
  // Four characters a column are read as a word.
  const fits = width / columns / (4 + 2 * SPACING.cellPadding)
  return Math.round(Math.max(SMALLEST, Math.min(usual, fits)) * 2) / 2
}

/** Widths by what stands in the columns, none too narrow to read. Points. */
export function columnWidths({ head, rows }: Table, width: number): number[] {
  const count = Math.max(1, head.length, ...rows.map((row) => row.length))
  const wanted = Array.from({ length: count }, (_, index) => {
    const cells = [head, ...rows].map((row) => row[index] ?? '')
    const widths = cells.map((cell) => Math.min(60, widthOf(cell.slice(0, 80))))
    // Something between the mean and the longest: one long cell does not press the others.
    const mean = widths.reduce((sum, one) => sum + one, 0) / widths.length
    return Math.max(3.5, (Math.max(...widths) + mean) / 2) + 2 * SPACING.cellPadding
  })
  const sum = wanted.reduce((total, one) => total + one, 0)
  return wanted.map((one) => Math.round((one / sum) * width * 10) / 10)
}

/** Points. */
export function rowHeight(row: readonly string[], columns: readonly number[], size: number): number {
  const lines = row.map((cell, index) => {
    const width = ((columns[index] ?? size) * SAFETY) / size - 2 * SPACING.cellPadding
    return countLines(cell, Math.max(0.5, width))
  })
  return Math.max(1, ...lines) * size * SPACING.lineHeight + 2 * SPACING.cellPadding * size + 1
}
