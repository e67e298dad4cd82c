import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import { findColumnMatch } from '../../templates/known/column-match.repository.ts'
import type { ColumnMatch } from '../../templates/known/known-view.ts'
import { matchColumns } from '../../templates/sheets/match-columns.ts'
import { readSheetFacts, readSheetRows } from '../../templates/sheets/sheet-folder.ts'
import { sheetNamed } from '../../templates/sheets/sheet-named.ts'
import { readSheetRow, SCALE_NOTES, type Scale, type SheetResponse, scaleOf } from './read-sheet-row.ts'
import { responseKey } from './response-key.ts'
import type { RefusedResponse } from './response-view.ts'
import { responseTargets, SHEET_FIELDS, type SheetField } from './sheet-fields.ts'

/** Under which name the columns of sheets of answers are remembered. */
export const SHEET_TARGET = 'story-responses'

/** An answer of a sheet, with the key that it has also when the sheet comes again and longer. */
export interface KeyedResponse extends SheetResponse {
  readonly row: number
  readonly key: string
}

export interface ReadSheet {
  readonly file: string
  readonly sheet: string
  readonly sheets: readonly { readonly name: string; readonly rows: number }[]
  readonly columns: readonly ColumnMatch[]
  readonly headings: readonly string[]
  readonly responses: readonly KeyedResponse[]
  readonly refused: readonly RefusedResponse[]
  readonly notes: readonly string[]
}

/** Columns whose name says that they are about a person are never matched by likeness alone. */
const PERSONAL = /姓名|名字|电话|手机|联系方式|身份证|证件|微信|QQ|邮箱|住址|地址|IP/i

/**
 * Reads a sheet of answers that was received.
 * @param folder of the received sheet
 * @param given columns as the person matched them
 * @throws {SheetRefusedError} no sheet of that name, or the upload is gone
 */
export async function readResponseSheet(
  db: Kysely<LibraryTables>,
  folder: string,
  given: { readonly sheet?: string | undefined; readonly match?: readonly ColumnMatch[] | undefined },
  today: string,
): Promise<ReadSheet> {
  const facts = await readSheetFacts(folder)
  const sheet = sheetNamed(facts, given.sheet)
  const columns = given.match ? completed(sheet.columns, given.match) : await matched(db, sheet.columns)
  const places = fieldPlaces(columns)
  const rows: { row: number; cells: readonly string[] }[] = []
  for await (const { row, cells } of readSheetRows(folder, sheet.at)) rows.push({ row, cells })
  const usefulAt = places.get('useful')
  const scale = usefulAt === undefined ? undefined : scaleOf(rows.map(({ cells }) => cells[usefulAt] ?? ''))
  const { responses, refused } = readRows(rows, places, scale, today)
  const notes = [...sheet.notes]
  const heading = usefulAt === undefined ? undefined : sheet.columns[usefulAt]
  if (scale && heading !== undefined) notes.push(`“${heading}”一列是数字，${SCALE_NOTES[scale]}`)
  if (!places.has('givenOn')) notes.push('没有日期一列，都记作今天。')
  const personal = sheet.columns.filter((column) => PERSONAL.test(column))
  if (personal.length > 0) notes.push(`“${personal.join('”“')}”是个人信息，没有读取。`)
  return {
    file: facts.file,
    sheet: sheet.name,
    sheets: facts.sheets.map(({ name, rows: count }) => ({ name, rows: count })),
    columns,
    headings: sheet.columns,
    responses,
    refused,
    notes,
  }
}

async function matched(db: Kysely<LibraryTables>, headings: readonly string[]): Promise<ColumnMatch[]> {
  const remembered = await findColumnMatch(db, SHEET_TARGET, headings)
  const usable = headings.filter((heading) => !PERSONAL.test(heading))
  const found = new Map(matchColumns(usable, responseTargets(), remembered).map((match) => [match.column, match]))
  return headings.map((column) => found.get(column) ?? { column })
}

/** As the person says; a field that is none of ours, or a column that is not there, is left out. */
function completed(headings: readonly string[], given: readonly ColumnMatch[]): ColumnMatch[] {
  const fields = new Set<string>(SHEET_FIELDS.map(({ field }) => field))
  const used = new Set<string>()
  return headings.map((column) => {
    const match = given.find((one) => one.column === column)
    const field = match?.field
    if (field === undefined || !fields.has(field) || used.has(field) || PERSONAL.test(column)) return { column }
    used.add(field)
    return { column, field, by: match?.by ?? 'person' }
  })
}

function fieldPlaces(columns: readonly ColumnMatch[]): Map<SheetField, number> {
  return new Map(columns.flatMap(({ field }, at) => (field === undefined ? [] : [[field as SheetField, at] as const])))
}

function readRows(
  rows: readonly { readonly row: number; readonly cells: readonly string[] }[],
  places: ReadonlyMap<SheetField, number>,
  scale: Scale | undefined,
  today: string,
): { responses: KeyedResponse[]; refused: RefusedResponse[] } {
  const responses: KeyedResponse[] = []
  const refused: RefusedResponse[] = []
  const seen = new Map<string, number>()
  for (const { row, cells } of rows) {
    const said = Object.fromEntries([...places].map(([field, at]) => [field, cells[at] ?? '']))
    const read = readSheetRow(said, scale, today)
    if (typeof read === 'string') {
      refused.push({ row, reason: read })
      continue
    }
    for (const response of read) {
      // Without a day of its own, today's would make it another tomorrow.
      const { givenOn, at, ...facts } = response
      const base = responseKey({ way: 'sheet', at: at === '' ? '' : at, ...(at !== '' && { givenOn }), ...facts })
      const nth = seen.get(base) ?? 0
      seen.set(base, nth + 1)
      responses.push({ ...response, row, key: responseKey({ base, nth }) })
    }
  }
  return { responses, refused }
}
