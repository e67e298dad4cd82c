import { randomUUID } from 'node:crypto'
import type { Meaning } from '../meanings.ts'
import type { SheetRow } from '../sheets/spreadsheet.ts'
import { bookIndex, type IndexedEntry } from './book-index.ts'
import { completeEntry, entryName } from './complete-entry.ts'
import type { BookEntry, BookImport, ColumnMatch } from './known-view.ts'
import { readVillageGroup } from './read-village-group.ts'

type Values = Partial<Record<Meaning, string>>
type Kind = BookEntry['kind']

/** What an import would do: the entries to be saved, and what is told of it. */
export interface BookPlan {
  readonly save: readonly BookEntry[]
  readonly outcome: BookImport
}

/** Entries shown before it is done. */
const SHOWN = 20
const MOST_REFUSED = 1000

/**
 * Compares rows with the book. An entry that is found gets what the row says and keeps what the row does not say;
 * the same rows again change nothing.
 * @param source of the entries, without the row: the file's name
 */
export async function planBookImport(
  rows: AsyncIterable<SheetRow>,
  columns: readonly string[],
  match: readonly ColumnMatch[],
  known: readonly IndexedEntry[],
  about: { readonly source: string; readonly now: string },
): Promise<BookPlan> {
  const index = bookIndex(known)
  const meanings = columns.map((column) => match.find((one) => one.column === column)?.field as Meaning | undefined)
  const followsHead = meanings.includes('person.relation') && !meanings.includes('household.number')
  /** By id: as it is now, the row that spoke of it first, and as the book has it. */
  const touched = new Map<string, { entry: BookEntry; row: number; original: BookEntry | undefined }>()
  const refused: { row: number; reason: string }[] = []
  let householdBefore: string | undefined

  const put = (kind: Kind, row: number, values: Values, extra: Record<string, string>, householdId?: string) => {
    const source = `${about.source} 第 ${row} 行`
    const found = index.find(kind, values, householdId, source)
    if (found.type === 'ambiguous') return { reason: `名册里有 ${found.count} 位同名的人，请在表里加上身份证号。` }
    const before = found.type === 'found' ? found.entry : undefined
    const earlier = before && touched.get(before.id)
    const moves = householdId !== undefined && (earlier?.entry.householdId ?? householdId) !== householdId
    if (earlier && kind === 'person' && (moves || contradicts(earlier.entry.values, values))) {
      return { reason: `与第 ${earlier.row} 行是同一个人（${earlier.entry.name}），但内容不同。` }
    }
    // A row changes what the book says; of two rows that speak of one household or plot, the first counts.
    const merged: Values = earlier ? { ...values, ...before?.values } : { ...before?.values, ...values }
    const entry: BookEntry = {
      id: before?.id ?? randomUUID(),
      kind,
      name: entryName(kind, merged),
      values: merged,
      extra: earlier ? { ...extra, ...before?.extra } : { ...before?.extra, ...extra },
      ...((householdId ?? before?.householdId) !== undefined && { householdId: householdId ?? before?.householdId }),
      source: earlier ? earlier.entry.source : source,
      updatedAt: about.now,
    }
    const kept = before && sameFacts(before, entry) ? before : entry
    const original = earlier ? earlier.original : found.type === 'found' && !found.discarded ? before : undefined
    touched.set(kept.id, { entry: kept, row: earlier?.row ?? row, original })
    index.add(kept)
    return { entry: kept }
  }

  for await (const row of rows) {
    const read = readRow(row, columns, meanings)
    if ('reason' in read) {
      refused.push({ row: row.row, reason: read.reason })
      continue
    }
    const { person, household, plot, extra } = read
    const isHead = /^(户主|本人)$/.test(person['person.relation'] ?? '')
    if (isHead && !household['household.head'] && person['person.name'])
      household['household.head'] = person['person.name']
    const names = household['household.number'] ?? household['household.head']
    const place = placeOf({ ...person, ...household })
    let householdId = followsHead && !isHead && names === undefined ? householdBefore : undefined
    if (names !== undefined) {
      const saved = put('household', row.row, { ...household, ...place }, {})
      if ('reason' in saved) {
        refused.push({ row: row.row, reason: saved.reason })
        continue
      }
      householdId = saved.entry.id
      householdBefore = householdId
    }
    const results = [
      ...(person['person.name'] ? [put('person', row.row, { ...person, ...place }, extra, householdId)] : []),
    ]
    const owner = results[0] && 'entry' in results[0] ? results[0].entry : undefined
    const hasPlot = entryName('plot', plot) !== ''
    if (hasPlot && (owner || !person['person.name'])) {
      results.push(
        put('plot', row.row, { ...plot, ...place }, person['person.name'] ? {} : extra, householdId ?? owner?.id),
      )
    }
    const failed = results.find((one) => 'reason' in one)
    if (failed && 'reason' in failed) refused.push({ row: row.row, reason: failed.reason })
    else if (results.length === 0 && names === undefined) refused.push({ row: row.row, reason: '没有姓名。' })
  }

  const all = [...touched.values()]
  const added = all.flatMap(({ entry, original }) => (original ? [] : [entry]))
  const changed = all.flatMap(({ entry, original }) => (original && !sameFacts(entry, original) ? [entry] : []))
  return {
    save: [...added, ...changed],
    outcome: {
      added: added.length,
      changed: changed.length,
      unchanged: all.length - added.length - changed.length,
      refused: refused.slice(0, MOST_REFUSED),
      sample: [...added.slice(0, SHOWN / 2), ...changed.slice(0, SHOWN / 2)],
    },
  }
}

interface ReadRow {
  readonly person: Values
  readonly household: Values
  readonly plot: Values
  readonly extra: Record<string, string>
}

function readRow(
  row: SheetRow,
  columns: readonly string[],
  meanings: readonly (Meaning | undefined)[],
): ReadRow | { readonly reason: string } {
  const read: ReadRow = { person: {}, household: {}, plot: {}, extra: {} }
  for (const [at, cell] of row.cells.entries()) {
    const text = cell.trim()
    const meaning = meanings[at]
    if (text === '') continue
    if (row.rounded?.includes(at) && meaning) return { reason: destroyed(columns[at] ?? '') }
    if (meaning === undefined || meaning === 'person.age') read.extra[columns[at] ?? `第${at + 1}列`] = text
    else if (meaning === 'village.group') {
      const { village, group } = readVillageGroup(text)
      if (village !== undefined) read.person['village.name'] ??= village
      if (group !== undefined) read.person['village.group'] = group
    } else if (meaning.startsWith('household.')) read.household[meaning] = text
    else if (meaning.startsWith('plot.')) read.plot[meaning] = text
    else read.person[meaning] = text
  }
  // A list of households has the head's own id and telephone beside the head's name, and no other name.
  const head = read.household['household.head']
  const isOwn = Object.keys(read.person).some((meaning) => meaning.startsWith('person.'))
  if (head !== undefined && !meanings.includes('person.name') && isOwn) {
    read.person['person.name'] = head
    read.person['person.relation'] ??= '户主'
  }
  if (read.person['person.name'] === undefined) return read
  const completed = completeEntry('person', read.person)
  return 'reason' in completed ? completed : { ...read, person: { ...completed.values } }
}

/** Said where the digits are gone for good. */
export const destroyed = (column: string) =>
  `“${column}”里的长号码已被表格软件改成近似数（如 1.1E+17），后几位丢了。请在原表里把这一列设为“文本”格式，重新填写号码。`

const placeOf = (values: Values): Values => ({
  ...(values['village.name'] !== undefined && { 'village.name': values['village.name'] }),
  ...(values['village.group'] !== undefined && { 'village.group': values['village.group'] }),
})

const contradicts = (before: Values, values: Values) =>
  Object.entries(values).some(([meaning, value]) => {
    const known = before[meaning as Meaning]
    return meaning.startsWith('person.') && known !== undefined && known !== value
  })

function sameFacts(a: BookEntry, b: BookEntry): boolean {
  const facts = ({ name, values, extra, householdId }: BookEntry) =>
    JSON.stringify([name, Object.entries(values).sort(), Object.entries(extra).sort(), householdId])
  return facts(a) === facts(b)
}
