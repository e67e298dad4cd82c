import readXlsxFile, { type CellValue } from 'read-excel-file/node'
import { refuseSheet } from './sheet-refused-error.ts'
import type { RawCell, RawSheet } from './spreadsheet.ts'
import { type MergedArea, readXlsxFacts } from './xlsx-facts.ts'

/** A number as the file has it, so that long ones are not rounded here as well. */
interface KeptNumber {
  readonly digits: string
}
type Cell = CellValue<KeptNumber> | Date | null

/** Cells that merged areas may fill, in one sheet. */
const MOST_SPREAD = 1_000_000

/**
 * Reads the visible sheets of an .xlsx: stored values of formulas, merged cells spread over their area.
 * @throws {SheetRefusedError}
 */
export async function readXlsx(file: string): Promise<RawSheet[]> {
  const facts = await readXlsxFacts(file)
  const read = await readXlsxFile<KeptNumber>(file, { parseNumber: (digits) => ({ digits }) }).catch(
    (cause: unknown) => {
      throw refuseSheet('SHEET_BROKEN', brokenWhy(cause), cause)
    },
  )
  const hidden = facts.sheets.filter((sheet) => sheet.hidden)
  const visible = read.flatMap(({ sheet: name, data }, at): RawSheet[] => {
    const own = facts.sheets[at]?.name === name ? facts.sheets[at] : facts.sheets.find((one) => one.name === name)
    if (own?.hidden) return []
    const cells = (data as Cell[][]).map((row) => row.map(toRaw))
    const notes: string[] = []
    const merged = own?.merged ?? []
    if (merged.length > 0) {
      spread(cells, merged)
      notes.push(`有 ${merged.length} 处合并单元格，已按每行填满。`)
    }
    if (own && own.formulas > 0) notes.push(`有 ${own.formulas} 个公式，按保存时的结果读取。`)
    return [{ name, cells, notes }]
  })
  if (hidden.length === 0 || !visible[0]) return visible
  const note = `隐藏的工作表没有读取：${hidden.map((sheet) => sheet.name).join('、')}。`
  return [{ ...visible[0], notes: [...visible[0].notes, note] }, ...visible.slice(1)]
}

function toRaw(cell: Cell): RawCell {
  if (cell === null || cell === undefined) return null
  if (typeof cell === 'string') return { type: 'text', text: cell }
  if (typeof cell === 'boolean') return { type: 'text', text: cell ? '是' : '否' }
  if (cell instanceof Date) return { type: 'date', date: cell }
  if ('digits' in cell) return { type: 'number', digits: cell.digits }
  return null
}

function spread(cells: RawCell[][], areas: readonly MergedArea[]): void {
  let left = MOST_SPREAD
  for (const area of areas) {
    const value = cells[area.top]?.[area.left] ?? null
    if (value === null) continue
    for (let row = area.top; row <= Math.min(area.bottom, cells.length - 1); row++) {
      const line = cells[row] as RawCell[]
      for (let column = area.left; column <= Math.min(area.right, line.length - 1) && left > 0; column++, left--) {
        line[column] = value
      }
    }
  }
}

/** The reader names the cell it stumbled over. */
function brokenWhy(cause: unknown): string {
  const place = /\b([A-Z]{1,3}\d{1,7})\b/.exec(cause instanceof Error ? cause.message : '')?.[1]
  return place ? `单元格 ${place} 的内容有损坏，或公式没有保存结果。` : '文件里的表格内容有损坏。'
}
