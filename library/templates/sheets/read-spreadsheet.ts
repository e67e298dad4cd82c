import { open, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { findTable } from './find-table.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import { refuseSheet } from './sheet-refused-error.ts'
import type { SheetTable } from './spreadsheet.ts'

const MOST_ROWS = 100_000
/** A file as it lies there, packed. Bytes. */
const LARGEST_FILE = 64 * 1024 * 1024

/**
 * Reads a spreadsheet's visible sheets that hold something.
 * @throws {SheetRefusedError}
 */
export async function readSpreadsheet(file: string): Promise<SheetTable[]> {
  const name = path.basename(file)
  const { size } = await stat(file).catch((cause: unknown) => {
    throw refuseSheet('SHEET_NOT_FOUND', undefined, cause)
  })
  if (size === 0) throw refuseSheet('SHEET_EMPTY')
  if (size > LARGEST_FILE) throw refuseSheet('SHEET_TOO_LARGE', '文件超过 64 MB。')
  const raw = isZip(await firstBytes(file), name)
    ? await readXlsx(file)
    : [readCsv(await readFile(file), path.parse(name).name)]
  const sheets = raw.flatMap((sheet) => findTable(sheet) ?? [])
  if (sheets.length === 0) throw refuseSheet('SHEET_EMPTY')
  const long = sheets.find((sheet) => sheet.rows.length > MOST_ROWS)
  if (long) throw refuseSheet('SHEET_TOO_LARGE', `“${long.name}”有 ${long.rows.length} 行。`)
  return sheets
}

async function firstBytes(file: string): Promise<Buffer> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** True for a zip, false for text. @throws {SheetRefusedError} for anything else */
function isZip(bytes: Buffer, name: string): boolean {
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04') {
    if (bytes.includes('opendocument')) throw refuseSheet('SHEET_OLD_FORMAT', '这是 .ods 表格。')
    return true
  }
  if (bytes.subarray(0, 4).toString('hex') === 'd0cf11e0') {
    throw refuseSheet('SHEET_OLD_FORMAT', '它是旧的 .xls 或 .et 格式，或者设了打开密码。')
  }
  const isWide = /^(fffe|feff)/.test(bytes.subarray(0, 2).toString('hex'))
  if (!/\.(csv|txt|tsv)$/i.test(name) || (!isWide && bytes.includes(0))) throw refuseSheet('SHEET_UNKNOWN_FORMAT')
  return false
}
