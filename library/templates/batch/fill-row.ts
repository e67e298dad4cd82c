import type { LibraryAccess } from '../../store/library-access.ts'
import { findByResidentId } from '../known/book.repository.ts'
import { fitValue } from '../known/fit-value.ts'
import { belongsToSubject, meantFields } from '../known/known-fields.ts'
import type { ColumnMatch, KnownValue, UnitProfile, ValueSource } from '../known/known-view.ts'
import { memberCells } from '../known/member-cells.ts'
import { destroyed } from '../known/plan-book-import.ts'
import { readResidentId } from '../known/resident-id.ts'
import { addBookFacts, addFact, deriveFacts, noFacts, type SubjectFacts } from '../known/subject-facts.ts'
import { cellValue } from '../sheets/cell-value.ts'
import type { SheetRow } from '../sheets/spreadsheet.ts'
import type { CellValue, FormData, FormRow, TemplateField, TemplateSchema } from '../template-schema.ts'

type SingleField = Exclude<TemplateField, { type: 'array' }>

/** Fields by the place of their column. */
export type MatchedColumns = readonly {
  readonly at: number
  readonly column: string
  readonly name: string
  readonly field: SingleField
}[]

/** @param fields the single fields of a schema, or the cells of a table, by name; `prefix` stands before these in the match */
export function matchedColumns(
  columns: readonly string[],
  match: readonly ColumnMatch[],
  fields: Readonly<Record<string, TemplateField>>,
  prefix = '',
): MatchedColumns {
  return columns.flatMap((column, at) => {
    const path = match.find((one) => one.column === column)?.field
    const name = path?.startsWith(prefix) ? path.slice(prefix.length) : undefined
    const field = name !== undefined && Object.hasOwn(fields, name) ? fields[name] : undefined
    return name === undefined || !field || field.type === 'array' ? [] : [{ at, column, name, field }]
  })
}

/** A row's values by field, and what is lost in it for good. */
export function readRowValues(row: SheetRow, matched: MatchedColumns) {
  const values: Record<string, CellValue> = {}
  const reasons: string[] = []
  for (const { at, column, name, field } of matched) {
    if (row.rounded?.includes(at) && field.type === 'string') reasons.push(destroyed(column))
    const value = cellValue(field, row.cells[at] ?? '')
    if (value !== undefined) values[name] = value
  }
  return { values, reasons }
}

/** What a row is called: who it is about, else its first cell. */
export function rowName(schema: TemplateSchema, values: Readonly<Record<string, CellValue>>, row: SheetRow): string {
  const named = meantFields(schema).find(
    ({ name, meaning, subject }) =>
      subject === '' && /^(person\.name|household\.head|plot\.name)$/.test(meaning) && values[name] !== undefined,
  )
  return named
    ? String(values[named.name])
    : (row.cells.find((cell) => /\D/.test(cell)) ?? row.cells.find(Boolean) ?? '')
}

/**
 * Adds to a row's values what is known besides: the office's own, what the book knows of the person with the row's
 * resident id, and what follows from that id. What the row says stays.
 */
export async function addKnown(
  library: LibraryAccess,
  schema: TemplateSchema,
  values: Readonly<Record<string, CellValue>>,
  office: SubjectFacts,
  profile: UnitProfile,
): Promise<{ values: FormData; sources: Record<string, ValueSource> }> {
  const fields = meantFields(schema)
  const facts = noFacts()
  const typed: ValueSource = { type: 'sheet', title: '' }
  for (const { name, meaning, subject } of fields) {
    const value = values[name]
    if (subject === '' && value !== undefined && belongsToSubject(meaning)) addFact(facts, meaning, value, typed)
  }
  const id = readResidentId(String(facts.values.get('person.residentId')?.value ?? ''))?.id
  const entry = id === undefined ? undefined : await findByResidentId(library.db, id)
  if (entry) await addBookFacts(facts, library.db, entry)
  deriveFacts(facts, profile, library.clock())
  const filled: Record<string, CellValue | readonly FormRow[]> = { ...values }
  const sources: Record<string, ValueSource> = {}
  for (const { name, field, meaning, subject } of fields) {
    if (filled[name] !== undefined) continue
    const known: KnownValue | undefined =
      (subject === '' ? facts.values.get(meaning) : undefined) ?? office.values.get(meaning)
    const value = known && fitValue(field, known.value)
    if (!known || value === undefined) continue
    filled[name] = value
    sources[name] = known.source
  }
  for (const { table, at, cell, path, known } of memberCells(schema, facts.members)) {
    const rows = [...((filled[table] as readonly FormRow[] | undefined) ?? [])]
    rows[at] = { ...rows[at], [cell]: known.value }
    filled[table] = rows
    sources[path] = known.source
  }
  return { values: filled, sources }
}
