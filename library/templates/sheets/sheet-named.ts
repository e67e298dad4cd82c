import type { SheetFacts } from './sheet-folder.ts'
import { refuseSheet } from './sheet-refused-error.ts'

/**
 * The sheet of that name, or the first where none is named, with its place among the sheets.
 * @throws {SheetRefusedError} SHEET_NOT_FOUND
 */
export function sheetNamed(facts: SheetFacts, name: string | undefined) {
  const at = name === undefined || name === '' ? 0 : facts.sheets.findIndex((sheet) => sheet.name === name)
  const sheet = facts.sheets[at]
  if (sheet) return { ...sheet, at }
  throw refuseSheet(
    'SHEET_NOT_FOUND',
    `里面没有叫“${name}”的工作表，有：${facts.sheets.map((one) => one.name).join('、')}。`,
  )
}
