import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import { type GivenMatch, type MatchedSheet, readMatchedSheet, rowKeys } from './read-matched-sheet.ts'
import { readSheetRow, SCALE_NOTES, type Scale, type SheetResponse, scaleOf } from './read-sheet-row.ts'
import { responseKey } from './response-key.ts'
import type { RefusedResponse } from './response-view.ts'
import { responseTargets, type SheetField } from './sheet-fields.ts'

/** Under which name the columns of sheets of answers are remembered. */
export const SHEET_TARGET = 'story-responses'

/** An answer of a sheet, with the key that it has also when the sheet comes again and longer. */
export interface KeyedResponse extends SheetResponse {
  readonly row: number
  readonly key: string
}

export interface ReadSheet extends Omit<MatchedSheet<SheetField>, 'places' | 'rows'> {
  readonly responses: readonly KeyedResponse[]
  readonly refused: readonly RefusedResponse[]
}

/**
 * Reads a sheet of answers that was received.
 * @param folder of the received sheet
 * @param given columns as the person matched them
 * @throws {SheetRefusedError} no sheet of that name, or the upload is gone
 */
export async function readResponseSheet(
  db: Kysely<LibraryTables>,
  folder: string,
  given: GivenMatch,
  today: string,
): Promise<ReadSheet> {
  const read = await readMatchedSheet(db, folder, given, responseTargets(), SHEET_TARGET)
  const { places, rows, ...sheet } = read
  const usefulAt = places.get('useful')
  const scale = usefulAt === undefined ? undefined : scaleOf(rows.map(({ cells }) => cells[usefulAt] ?? ''))
  const { responses, refused } = readRows(rows, places, scale, today)
  const heading = usefulAt === undefined ? undefined : sheet.headings[usefulAt]
  const notes = [
    ...(scale && heading !== undefined ? [`“${heading}”一列是数字，${SCALE_NOTES[scale]}`] : []),
    ...(places.has('givenOn') ? [] : ['没有日期一列，都记作今天。']),
  ]
  return { ...sheet, responses, refused, notes: [...sheet.notes, ...notes] }
}

function readRows(
  rows: readonly { readonly row: number; readonly cells: readonly string[] }[],
  places: ReadonlyMap<SheetField, number>,
  scale: Scale | undefined,
  today: string,
): { responses: KeyedResponse[]; refused: RefusedResponse[] } {
  const responses: KeyedResponse[] = []
  const refused: RefusedResponse[] = []
  const keyOf = rowKeys(responseKey)
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
      const key = keyOf({ way: 'sheet', at, ...(at !== '' && { givenOn }), ...facts })
      responses.push({ ...response, row, key })
    }
  }
  return { responses, refused }
}
