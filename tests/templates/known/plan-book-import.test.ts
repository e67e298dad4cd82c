import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IndexedEntry } from '../../../library/templates/known/book-index.ts'
import type { BookEntry } from '../../../library/templates/known/known-view.ts'
import { planBookImport } from '../../../library/templates/known/plan-book-import.ts'
import type { SheetRow } from '../../../library/templates/sheets/spreadsheet.ts'
import { residentId } from './office-desk.ts'

const MEANINGS = [
  'household.number',
  'household.head',
  'person.name',
  'person.residentId',
  'person.relation',
  'village.group',
  'person.phone',
  'plot.name',
  'plot.area',
]
const match = MEANINGS.map((field) => ({ column: field, field }))
const ABOUT = { source: '名册.xlsx', now: '2026-11-21T00:00:00.000Z' }

async function* rowsOf(cells: readonly (readonly string[])[]): AsyncGenerator<SheetRow> {
  for (const [at, row] of cells.entries()) yield { row: at + 2, cells: row }
}

const plan = (cells: readonly (readonly string[])[], book: readonly IndexedEntry[], columns = MEANINGS) =>
  planBookImport(rowsOf(cells), columns, match, book, ABOUT)

/** The book after an import. */
function bookWith(book: readonly IndexedEntry[], saved: readonly BookEntry[]): IndexedEntry[] {
  const byId = new Map(book.map((one) => [one.entry.id, one]))
  for (const entry of saved) byId.set(entry.id, { entry, discarded: false })
  return [...byId.values()]
}

/** People as a village has them: two of one name live in different households, and only some ids are known. */
const PEOPLE = [
  {
    household: '1',
    head: '张三',
    name: '张三',
    id: residentId(11),
    relation: '户主',
    group: '大塘村一组',
    plot: '大田',
    area: '1.5',
  },
  { household: '1', head: '张三', name: '张伟', id: '', relation: '子', group: '大塘村一组', plot: '', area: '' },
  {
    household: '2',
    head: '李四',
    name: '李四',
    id: '',
    relation: '户主',
    group: '大塘村二组',
    plot: '屋后',
    area: '2',
  },
  { household: '2', head: '李四', name: '张伟', id: '', relation: '婿', group: '大塘村二组', plot: '', area: '' },
  {
    household: '3',
    head: '李四',
    name: '李四',
    id: residentId(22),
    relation: '户主',
    group: '小塘村',
    plot: '大田',
    area: '3',
  },
] as const
/** A row about one of them, in which some of what need not be there is missing. */
const row = fc
  .record({
    person: fc.constantFrom(...PEOPLE),
    phone: fc.boolean(),
    plot: fc.boolean(),
    relation: fc.boolean(),
    head: fc.boolean(),
  })
  .map(({ person, phone, plot, relation, head }) => [
    person.household,
    head ? person.head : '',
    person.name,
    person.id,
    relation ? person.relation : '',
    person.group,
    phone ? `138${person.household}` : '',
    plot ? person.plot : '',
    plot ? person.area : '',
  ])
const broken = fc.constantFrom(
  ['', '', '', '', '', '', '', '', ''],
  ['1', '', '王五', '123', '', '', '', '', ''],
  ['', '', '张伟', '', '', '', '', '', ''],
)
const sheet = fc.array(fc.oneof({ weight: 6, arbitrary: row }, { weight: 1, arbitrary: broken }), { maxLength: 16 })

describe('an import into the book', () => {
  it('done again with the same rows changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(sheet, async (cells) => {
        const first = await plan(cells, [])
        const book = bookWith([], first.save)
        const second = await plan(cells, book)
        expect([second.outcome.added, second.outcome.changed]).toEqual([0, 0])
        expect(bookWith(book, second.save)).toEqual(book)
      }),
      { numRuns: 400 },
    )
  })

  it('never takes a value away, whatever came before', async () => {
    await fc.assert(
      fc.asyncProperty(sheet, sheet, fc.subarray(MEANINGS, { minLength: 1 }), async (before, cells, columns) => {
        const book = bookWith([], (await plan(before, [])).save)
        const fewer = cells.map((cell) => columns.map((column) => cell[MEANINGS.indexOf(column)] as string))
        const { save } = await plan(fewer, book, columns)
        const saved = new Map(save.map((entry) => [entry.id, entry]))
        for (const { entry } of book) {
          const now = saved.get(entry.id) ?? entry
          expect(Object.keys(now.values)).toEqual(expect.arrayContaining(Object.keys(entry.values)))
          if (entry.householdId !== undefined) expect(now.householdId).toBeDefined()
        }
      }),
      { numRuns: 300 },
    )
  })

  it('keeps one person for a resident id', async () => {
    await fc.assert(
      fc.asyncProperty(sheet, sheet, async (one, two) => {
        const book = bookWith([], (await plan(one, [])).save)
        const all = bookWith(book, (await plan(two, book)).save)
        const ids = all.flatMap(({ entry }) => entry.values['person.residentId'] ?? [])
        expect(new Set(ids).size).toBe(ids.length)
      }),
      { numRuns: 300 },
    )
  })
})
