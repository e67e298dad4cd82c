import { bare, meaningsOf } from './match-columns.ts'
import { rawCellText } from './raw-cell-text.ts'
import type { RawSheet, SheetRow, SheetTable } from './spreadsheet.ts'

/** Headings stand in one of these rows. */
const LOOKED_AT = 20
/** A total or a signature stands in one of the last rows. */
const LAST_ROWS = 6
const MOST_COLUMNS = 300
const LONGEST_HEADING = 40

const TOTAL = /^(合\s*计|总\s*计|小\s*计|共\s*计|累\s*计)[:：]?$/
const FOOTER = /^(填表人|制表人|审核人|填报人|经办人|负责人|单位负责人|填表时间|填报时间|备注|注|说明)\s*[:：]/

/**
 * Tells title rows, headings of one or two rows, rows, and totals apart.
 * Undefined for a sheet with nothing in it.
 */
export function findTable(sheet: RawSheet): SheetTable | undefined {
  const lines = sheet.cells.map((line, at) => {
    const cells = line.slice(0, MOST_COLUMNS).map(rawCellText)
    return {
      row: at + 1,
      cells: cells.map((cell) => cell.text),
      rounded: cells.flatMap((cell, column) => (cell.rounded ? [column] : [])),
    }
  })
  const filled = lines.filter((line) => line.cells.some((cell) => cell !== ''))
  if (filled.length === 0) return undefined
  const width = Math.max(...filled.slice(0, 2000).map((line) => lastFilled(line.cells) + 1))
  const at = headingAt(filled, width)
  const heading = filled[at] as SheetRow
  const second = filled[at + 1]
  const hasTwo = second !== undefined && second.row === heading.row + 1 && isSecondHeading(heading.cells, second.cells)
  const notes = [...sheet.notes]
  if (sheet.cells.some((line) => line.length > MOST_COLUMNS)) notes.push(`列太多，只读取了前 ${MOST_COLUMNS} 列。`)
  const title = filled[0] as SheetRow
  if (at > 0) notes.push(`表头上面的 ${at} 行没有读取（${title.cells.find((cell) => cell !== '')?.slice(0, 20)}）。`)
  if (hasTwo) notes.push('表头有两行，已合在一起。')
  const columns = nameColumns(heading.cells, hasTwo ? second.cells : undefined, width)
  const body = filled.slice(at + (hasTwo ? 2 : 1))
  const rows = body.filter((line, index) => {
    const why = passedOver(line.cells, heading.cells, body.length - index)
    if (why) notes.push(`第 ${line.row} 行${why}，没有读取。`)
    return !why
  })
  const between = (rows.at(-1)?.row ?? 0) - (rows[0]?.row ?? 0) + 1 - rows.length
  if (rows.length > 0 && between > 0) notes.push(`中间有 ${between} 个空行或小结行，已跳过。`)
  // A column without a heading in which nothing stands is only space.
  const headed = (column: number) => [heading, ...(hasTwo ? [second] : [])].some(({ cells }) => cells[column])
  const used = columns.flatMap((_, column) =>
    headed(column) || rows.some(({ cells }) => cells[column]) ? [column] : [],
  )
  return {
    name: sheet.name,
    columns: used.map((column) => columns[column] as string),
    rows: rows.map(({ row, cells, rounded }) => {
      const places = rounded.map((column) => used.indexOf(column)).filter((place) => place >= 0)
      return {
        row,
        cells: used.map((column) => cells[column] ?? ''),
        ...(places.length > 0 && { rounded: places }),
      }
    }),
    notes,
  }
}

const lastFilled = (cells: readonly string[]) => cells.findLastIndex((cell) => cell !== '')

const distinct = (cells: readonly string[]) => new Set(cells.filter((cell) => cell !== '')).size

/** A number, a date, a telephone number or an id: what a row holds and a heading does not. */
const isData = (cell: string) =>
  cell.length > LONGEST_HEADING || /^[\d\s.,:/年月日-]*\d[\d\s.,:/年月日Xx-]*$/.test(cell)

/** A year, a month or a number may head a column: 2024年, 3月, 1. */
const mayHead = (cell: string) => !isData(cell) || /^(\d{4}年?度?|\d{1,2}(月份?|季度|日)?)$/.test(cell)

/** The first row of words that head columns everywhere, or that says about as many things as any and none of them data. */
function headingAt(filled: readonly SheetRow[], width: number): number {
  const first = filled.slice(0, LOOKED_AT)
  const most = Math.max(...first.map((line) => distinct(line.cells)))
  const known = first.findIndex(({ cells }) => {
    const said = cells.filter((cell) => cell !== '')
    const usual = said.filter((cell) => meaningsOf(bare(cell)).length > 0)
    return distinct(cells) >= most * 0.4 && usual.length >= said.length * 0.6
  })
  const full = (line: SheetRow) => distinct(line.cells) >= Math.max(Math.min(2, width), most * 0.6)
  const found = first.findIndex((line) => full(line) && line.cells.every((cell) => cell === '' || mayHead(cell)))
  const places = [known, found].filter((place) => place >= 0)
  return places.length > 0 ? Math.min(...places) : Math.max(0, first.findIndex(full))
}

/** Under a heading that spans columns, or is left empty by one that does, stand the headings of those columns. */
function isSecondHeading(top: readonly string[], below: readonly string[]): boolean {
  if (below.some((cell) => cell !== '' && isData(cell))) return false
  const spans = top.some((cell, at) => {
    const spanned = cell === '' || cell === top[at - 1] || cell === top[at + 1]
    return spanned && (below[at] ?? '') !== '' && below[at] !== cell
  })
  const agrees = below.every((cell, at) => {
    const above = top[at] ?? ''
    const spanned = above === '' || above === top[at - 1] || above === top[at + 1] || (top[at + 1] ?? '') === ''
    return cell === '' || cell === above || spanned
  })
  // Beside it stands a heading that goes through both rows, which no row of data leaves free.
  const passes = top.some((cell, at) => cell !== '' && ((below[at] ?? '') === '' || below[at] === cell))
  return spans && agrees && passes
}

function nameColumns(top: readonly string[], below: readonly string[] | undefined, width: number): string[] {
  const seen = new Map<string, number>()
  let group = ''
  return Array.from({ length: width }, (_, at) => {
    const upper = oneLine(top[at] ?? '')
    const lower = oneLine(below?.[at] ?? '')
    if (upper !== '') group = upper
    const over = upper || (lower === '' ? '' : group)
    const name = (below === undefined || lower === '' || lower === over ? over : `${over}/${lower}`) || `第${at + 1}列`
    const before = seen.get(name) ?? 0
    seen.set(name, before + 1)
    return before === 0 ? name : `${name}（${before + 1}）`
  })
}

/** Headings are broken into lines and spaced out to fit their columns. */
const oneLine = (text: string) =>
  text
    .replace(/\s*[\r\n]+\s*/g, '')
    .replace(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, '')
    .trim()

function passedOver(cells: readonly string[], heading: readonly string[], fromEnd: number): string | undefined {
  if (cells.every((cell, at) => cell === (heading[at] ?? '')) && distinct(cells) > 1) return '又是表头'
  const first = cells.find((cell) => cell !== '') ?? ''
  if (cells.some((cell) => TOTAL.test(cell)) && (fromEnd <= LAST_ROWS || TOTAL.test(first))) return '是合计'
  if (fromEnd <= LAST_ROWS && FOOTER.test(first)) return '是表尾的说明'
  return undefined
}
