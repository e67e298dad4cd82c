import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import { validate } from '../../http/validate.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import type { ReceivedSheets } from '../sheets/received-sheets.ts'
import { readSheetFacts, readSheetRows } from '../sheets/sheet-folder.ts'
import { sheetNamed } from '../sheets/sheet-named.ts'
import { findBook, findBookEntry, findWholeBook } from './book.repository.ts'
import { BOOK_MEANINGS, BookEntryBody } from './book-entry.schema.ts'
import { bookErrors } from './book-error.ts'
import { bookIndex } from './book-index.ts'
import { ColumnMatchBody } from './column-match.schema.ts'
import { completeEntry, entryName } from './complete-entry.ts'
import type { BookEntry, ColumnMatch } from './known-view.ts'
import { planBookImport } from './plan-book-import.ts'

/** What the book writes, done by the writer's thread. */
export interface BookWrites {
  saveBookEntries(entries: readonly BookEntry[]): Promise<unknown>
  discardBookEntry(id: string, at: string | null): Promise<boolean>
  saveColumnMatch(target: string, columns: readonly string[], match: readonly ColumnMatch[]): Promise<unknown>
}

const ListQuery = z.object({
  q: z.string().max(200).optional(),
  kind: z.enum(['person', 'household', 'plot']).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  offset: z.coerce.number().int().nonnegative().default(0),
})

const ImportBody = z.object({
  upload: z.string().max(100),
  sheet: z.string().max(200),
  match: z.array(ColumnMatchBody).max(300),
  commit: z.boolean().default(false),
})

/** Entries written by hand have no file. */
const BY_HAND = '手工录入'

/** `/api/book`: the local book of people, households and plots. */
export function bookRoutes(library: LibraryAccess, writes: BookWrites, sheets: ReceivedSheets) {
  const toEntry = async (id: string, body: BookEntryBody, source: string, before?: BookEntry): Promise<BookEntry> => {
    const completed = completeEntry(body.kind, body.values)
    if ('reason' in completed) throw bookErrors.refused(completed.reason)
    const householdId =
      body.householdId ?? before?.householdId ?? (await householdOf(library, body.kind, completed.values))
    const isHousehold =
      householdId === undefined || (await findBookEntry(library.db, householdId))?.kind === 'household'
    if (!isHousehold) throw bookErrors.noHousehold()
    return {
      id,
      kind: body.kind,
      name: entryName(body.kind, completed.values),
      values: completed.values,
      extra: body.extra,
      ...(householdId !== undefined && { householdId }),
      source,
      updatedAt: library.clock().toISOString(),
    }
  }
  return new Hono()
    .get('/', validate('query', ListQuery), async (c) => c.json(await findBook(library.db, c.req.valid('query'))))
    .post('/', validate('json', BookEntryBody), async (c) => {
      const entry = await toEntry(randomUUID(), c.req.valid('json'), BY_HAND)
      await writes.saveBookEntries([entry])
      return c.json(entry, 201)
    })
    .post('/import', validate('json', ImportBody), async (c) => {
      const { upload, sheet: name, match, commit } = c.req.valid('json')
      const folder = sheets.folderOf(upload)
      const facts = await readSheetFacts(folder)
      const sheet = sheetNamed(facts, name)
      const { columns } = sheet
      const known = match.filter(({ field }) => (BOOK_MEANINGS as readonly string[]).includes(field ?? ''))
      if (!known.some(({ field }) => IDENTIFYING.test(field ?? ''))) throw bookErrors.noName()
      const { save, outcome } = await planBookImport(
        readSheetRows(folder, sheet.at),
        columns,
        known,
        await findWholeBook(library.db),
        { source: facts.file, now: library.clock().toISOString() },
      )
      if (commit) {
        await writes.saveBookEntries(save)
        await writes.saveColumnMatch('book', columns, match)
      }
      return c.json(outcome)
    })
    .get('/:id', async (c) => c.json(await requireEntry(library, c.req.param('id'))))
    .put('/:id', validate('json', BookEntryBody), async (c) => {
      const before = await requireEntry(library, c.req.param('id'))
      const entry = await toEntry(before.id, c.req.valid('json'), before.source, before)
      await writes.saveBookEntries([entry])
      return c.json(entry)
    })
    .delete('/:id', async (c) => {
      await requireEntry(library, c.req.param('id'))
      await writes.discardBookEntry(c.req.param('id'), library.clock().toISOString())
      return c.json({ id: c.req.param('id') })
    })
    .post('/:id/restore', async (c) => {
      const id = c.req.param('id')
      if (!(await writes.discardBookEntry(id, null))) throw bookErrors.notFound()
      return c.json(await requireEntry(library, id))
    })
}

/** The one household that somebody's head or household number speaks of. */
async function householdOf(
  library: LibraryAccess,
  kind: BookEntry['kind'],
  values: BookEntry['values'],
): Promise<string | undefined> {
  const named = values['household.number'] ?? values['household.head']
  if (kind === 'household' || named === undefined) return undefined
  const found = bookIndex(await findWholeBook(library.db)).find('household', values, undefined, '')
  return found.type === 'found' ? found.entry.id : undefined
}

/** One of these names a row. */
const IDENTIFYING = /^(person\.name|household\.(head|number)|plot\.(name|number))$/

async function requireEntry(library: LibraryAccess, id: string): Promise<BookEntry> {
  const entry = await findBookEntry(library.db, id)
  if (entry) return entry
  throw bookErrors.notFound()
}
