import type { Kysely } from 'kysely'
import type { BookEntryTable, LibraryTables } from '../../store/schema.ts'
import type { BookEntry } from './known-view.ts'
import { nameSpelling } from './name-spelling.ts'

type Db = Kysely<LibraryTables>

/** Rows of one statement. */
const SLICE = 100

export interface BookQuery {
  readonly q?: string | undefined
  readonly kind?: BookEntry['kind'] | undefined
  readonly limit: number
  readonly offset: number
}

/** By name, pinyin, initials, the last digits of a resident id or telephone number, village and group; every word must fit. */
export async function findBook(db: Db, query: BookQuery): Promise<{ total: number; entries: BookEntry[] }> {
  let found = db.selectFrom('book_entry').where('discarded_at', 'is', null)
  if (query.kind) found = found.where('kind', '=', query.kind)
  for (const word of wordsOf(query.q)) {
    found = found.where((eb) =>
      eb.or([
        eb('name', 'like', `%${word}%`),
        ...(/^[a-z]+$/.test(word) ? [eb('initials', 'like', `%|${word}%`)] : []),
        ...(/^\d{2,}x?$/.test(word)
          ? [eb('resident_id', 'like', `%${word}`), eb('meanings', 'like', `%"person.phone":"%${word}"%`)]
          : [eb('meanings', 'like', `%${word}%`)]),
      ]),
    )
  }
  const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found.selectAll().orderBy('name').orderBy('id').limit(query.limit).offset(query.offset).execute()
  return { total, entries: rows.map(toEntry) }
}

const wordsOf = (q: string | undefined) =>
  (q ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[%_"\\]/g, '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8)

export async function findBookEntry(db: Db, id: string): Promise<BookEntry | undefined> {
  const row = await db
    .selectFrom('book_entry')
    .selectAll()
    .where('id', '=', id)
    .where('discarded_at', 'is', null)
    .executeTakeFirst()
  return row && toEntry(row)
}

/** Also one that was deleted: the id stays that person's. */
export async function findByResidentId(db: Db, residentId: string): Promise<BookEntry | undefined> {
  const row = await db
    .selectFrom('book_entry')
    .selectAll()
    .where('resident_id', '=', residentId)
    .where('discarded_at', 'is', null)
    .executeTakeFirst()
  return row && toEntry(row)
}

/** Everyone and everything of a household. */
export async function findHousehold(db: Db, householdId: string): Promise<BookEntry[]> {
  const rows = await db
    .selectFrom('book_entry')
    .selectAll()
    .where((eb) => eb.or([eb('id', '=', householdId), eb('household_id', '=', householdId)]))
    .where('discarded_at', 'is', null)
    .orderBy('updated_at')
    .orderBy('id')
    .execute()
  return rows.map(toEntry)
}

/** The whole book with what was deleted, for comparing a spreadsheet with it. */
export async function findWholeBook(db: Db): Promise<{ entry: BookEntry; discarded: boolean }[]> {
  const rows = await db.selectFrom('book_entry').selectAll().orderBy('id').execute()
  return rows.map((row) => ({ entry: toEntry(row), discarded: row.discarded_at !== null }))
}

/** Entries whose values hold a meaning, newest first. */
export async function findWithMeaning(db: Db, meaning: string, limit: number): Promise<BookEntry[]> {
  const rows = await db
    .selectFrom('book_entry')
    .selectAll()
    .where('discarded_at', 'is', null)
    .where('meanings', 'like', `%"${meaning}":"%`)
    .orderBy('updated_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toEntry)
}

/** Adds entries, or puts them in the place of those with their ids; all or none. */
export async function saveBookEntries(db: Db, entries: readonly BookEntry[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (let from = 0; from < entries.length; from += SLICE) {
      const rows = entries.slice(from, from + SLICE).map(toRow)
      await trx
        .insertInto('book_entry')
        .values(rows)
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet((eb) => ({
            kind: eb.ref('excluded.kind'),
            name: eb.ref('excluded.name'),
            initials: eb.ref('excluded.initials'),
            resident_id: eb.ref('excluded.resident_id'),
            household_id: eb.ref('excluded.household_id'),
            meanings: eb.ref('excluded.meanings'),
            extra: eb.ref('excluded.extra'),
            source: eb.ref('excluded.source'),
            updated_at: eb.ref('excluded.updated_at'),
            discarded_at: null,
          })),
        )
        .execute()
    }
  })
}

/** A deleted entry can be brought back for so long. Milliseconds. */
const BROUGHT_BACK = 30 * 24 * 3600 * 1000

/** Deletes an entry, or with null takes that back. False when there is no such entry. What was deleted long ago goes for good. */
export async function discardBookEntry(db: Db, id: string, at: string | null): Promise<boolean> {
  if (at !== null) {
    const before = new Date(Date.parse(at) - BROUGHT_BACK).toISOString()
    await db.deleteFrom('book_entry').where('discarded_at', '<', before).execute()
  }
  const { numUpdatedRows } = await db
    .updateTable('book_entry')
    .set({ discarded_at: at })
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function toRow(entry: BookEntry): BookEntryTable {
  return {
    id: entry.id,
    kind: entry.kind,
    name: entry.name,
    initials: nameSpelling(entry.name),
    resident_id: entry.values['person.residentId'] ?? null,
    household_id: entry.householdId ?? null,
    meanings: JSON.stringify(entry.values),
    extra: JSON.stringify(entry.extra),
    source: entry.source,
    updated_at: entry.updatedAt,
    discarded_at: null,
  }
}

/** Rows are written by {@link toRow} alone, so their JSON is as it was. */
function toEntry(row: BookEntryTable): BookEntry {
  return {
    id: row.id,
    kind: row.kind as BookEntry['kind'],
    name: row.name,
    values: JSON.parse(row.meanings) as BookEntry['values'],
    extra: JSON.parse(row.extra) as BookEntry['extra'],
    ...(row.household_id !== null && { householdId: row.household_id }),
    source: row.source,
    updatedAt: row.updated_at,
  }
}
