import writeXlsxFile, { type SheetData } from 'write-excel-file/node'

/** A sheet of text: nothing in it is ever a formula or a number. Widths in characters. */
export interface TextSheet {
  readonly name: string
  readonly columns: readonly { readonly name: string; readonly width?: number | undefined }[]
  readonly rows: readonly (readonly string[])[]
}

/** What a cell of a spreadsheet holds at most. Characters. */
const LONGEST_CELL = 32_000

/** A workbook of text sheets, the heading row of each kept in view. */
export function textWorkbook(sheets: readonly TextSheet[]): Promise<Buffer> {
  return writeXlsxFile(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name,
      data: [
        columns.map((column) => ({ value: column.name, type: String, fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map(textCell)),
      ] satisfies SheetData,
      columns: columns.map(({ width = 16 }) => ({ width })),
      stickyRowsCount: 1,
    })),
  ).toBuffer()
}

const textCell = (text: string) =>
  text === '' ? null : { value: legalXml(text).slice(0, LONGEST_CELL), type: String, wrap: text.includes('\n') }

/** Characters that no XML may hold. */
const legalXml = (text: string) =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not get into XML.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')

/** One line of the ledger of a batch. */
export interface LedgerLine {
  readonly row: number
  readonly name: string
  readonly file: string
  readonly code: string
  readonly findings: string
}

/** The ledger (台账) of what a batch made. */
export const batchLedger = (lines: readonly LedgerLine[]): Promise<Buffer> =>
  textWorkbook([
    {
      name: '台账',
      columns: [
        { name: '行号', width: 8 },
        { name: '名称', width: 20 },
        { name: '文件', width: 40 },
        { name: '编号', width: 16 },
        { name: '检查结果', width: 60 },
      ],
      rows: lines.map(({ row, name, file, code, findings }) => [
        row === 0 ? '' : String(row),
        name,
        file,
        code,
        findings,
      ]),
    },
  ])
