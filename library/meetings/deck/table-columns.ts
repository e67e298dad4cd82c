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

/** Columns of short words stand on one line; the others share what is left by what stands in them. Points. */
export function columnWidths({ head, rows }: Table, width: number, size = 20): number[] {
  const count = Math.max(1, head.length, ...rows.map((row) => row.length))
  const total = width / size
  const columns = Array.from({ length: count }, (_, index) => {
    const cells = [head, ...rows].map((row) => row[index] ?? '')
    const widths = cells.map((cell) => Math.min(30, widthOf(cell.slice(0, 40))))
    const longest = Math.max(...widths)
    // Something between the mean and the longest: one long cell does not press the others.
    const mean = widths.reduce((sum, one) => sum + one, 0) / widths.length
    return { longest, wanted: Math.max(3.5, (longest + mean) / 2) + 2 * SPACING.cellPadding }
  })
  const narrow = ({ longest }: { longest: number }) => longest <= SHORT
  const ownWidth = ({ longest }: { longest: number }) => (longest + 0.4) / SAFETY + 2 * SPACING.cellPadding
  const fixed = columns.filter(narrow).reduce((sum, one) => sum + ownWidth(one), 0)
  const shared = columns.filter((one) => !narrow(one)).reduce((sum, { wanted }) => sum + wanted, 0)
  const fits = shared > 0 && fixed < total * 0.6
  const all = columns.reduce((sum, { wanted }) => sum + wanted, 0)
  return columns.map((one) => {
    const ems = !fits
      ? (one.wanted / all) * total
      : narrow(one)
        ? ownWidth(one)
        : (one.wanted / shared) * (total - fixed)
    return Math.floor(ems * size * 10) / 10
  })
}

/** A name, a day, a number of a provision. In em. */
const SHORT = 10

/** Points. */
export function rowHeight(row: readonly string[], columns: readonly number[], size: number): number {
  const lines = row.map((cell, index) => {
    const width = ((columns[index] ?? size) * SAFETY) / size - 2 * SPACING.cellPadding
    return countLines(cell, Math.max(0.5, width))
  })
  return Math.max(1, ...lines) * size * SPACING.lineHeight + 2 * SPACING.cellPadding * size + 1
}
