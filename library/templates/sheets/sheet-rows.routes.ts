import { Hono } from 'hono'
import { z } from 'zod'
import { validate } from '../../http/validate.ts'
import type { ReceivedSheets } from './received-sheets.ts'
import { readSheetFacts, readSheetRows } from './sheet-folder.ts'
import { sheetNamed } from './sheet-named.ts'
import type { SheetRow } from './spreadsheet.ts'

/** Rows told at once. */
const MOST_ROWS = 5000

const RowsBody = z.object({
  sheet: z.string().max(200).optional(),
  /** Their numbers in the spreadsheet. */
  rows: z.array(z.int().positive()).min(1).max(MOST_ROWS),
})

/** `/api/sheets/:upload/rows`: chosen rows as they were given, for those that have to be mended and given again. */
export function sheetRowRoutes(sheets: ReceivedSheets) {
  return new Hono().post('/:upload/rows', validate('json', RowsBody), async (c) => {
    const folder = sheets.folderOf(c.req.param('upload'))
    const { sheet: name, rows } = c.req.valid('json')
    const sheet = sheetNamed(await readSheetFacts(folder), name)
    const wanted = new Set(rows)
    const found: Pick<SheetRow, 'row' | 'cells'>[] = []
    for await (const { row, cells } of readSheetRows(folder, sheet.at)) {
      if (wanted.has(row)) found.push({ row, cells })
    }
    return c.json({ columns: sheet.columns, rows: found })
  })
}
