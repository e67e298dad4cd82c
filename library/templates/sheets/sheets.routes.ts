import { Hono } from 'hono'
import { z } from 'zod'
import { validate } from '../../http/validate.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { findColumnMatch } from '../known/column-match.repository.ts'
import { readTemplate } from '../read-template.ts'
import { matchColumns } from './match-columns.ts'
import { bookTargets, templateTargets } from './match-targets.ts'
import { receiveSheet } from './receive-sheet.ts'
import type { ReceivedSheets } from './received-sheets.ts'
import { readSheetFacts, readSheetRows } from './sheet-folder.ts'
import { sheetNamed } from './sheet-named.ts'
import type { SheetRow } from './spreadsheet.ts'

/** Rows as they were given, by their numbers, e.g. those that could not be made. */
const RowsBody = z.object({ sheet: z.string().max(200), rows: z.array(z.int().positive()).max(100_000) })
const MatchQuery = z.object({
  sheet: z.string().max(200).optional(),
  /** An item's id, or `book`. */
  template: z.string().min(1).max(100),
  /** A table of the template, when the rows go into it. */
  table: z.string().min(1).max(200).optional(),
})

/**
 * `/api/sheets`: spreadsheets given to be used in later calls.
 * @param mayReadPaths false for `serve`, whose visitors sit at other machines
 */
export function sheetRoutes(library: LibraryAccess, sheets: ReceivedSheets, mayReadPaths: boolean) {
  return new Hono()
    .post('/', async (c) => c.json(await receiveSheet(c.req.raw, sheets, mayReadPaths), 201))
    .get('/:upload', async (c) => c.json(await sheets.view(c.req.param('upload'))))
    .post('/:upload/rows', validate('json', RowsBody), async (c) => {
      const { sheet: name, rows: wanted } = c.req.valid('json')
      const folder = sheets.folderOf(c.req.param('upload'))
      const sheet = sheetNamed(await readSheetFacts(folder), name)
      const numbers = new Set(wanted)
      const rows: Pick<SheetRow, 'row' | 'cells'>[] = []
      for await (const { row, cells } of readSheetRows(folder, sheet.at))
        if (numbers.has(row)) rows.push({ row, cells })
      return c.json({ columns: sheet.columns, rows })
    })
    .get('/:upload/match', validate('query', MatchQuery), async (c) => {
      const { sheet: name, template, table } = c.req.valid('query')
      const { columns } = sheetNamed(await readSheetFacts(sheets.folderOf(c.req.param('upload'))), name)
      if (template === 'book') {
        return c.json(matchColumns(columns, bookTargets(), await findColumnMatch(library.db, 'book', columns)))
      }
      const { schema } = await readTemplate(library, template)
      const remembered = await findColumnMatch(library.db, matchTarget(template, table), columns)
      return c.json(matchColumns(columns, templateTargets(schema, table), remembered))
    })
}

/** Under which name a match is remembered. */
export const matchTarget = (templateId: string, table: string | undefined) =>
  `template:${templateId}${table === undefined ? '' : `/${table}`}`
