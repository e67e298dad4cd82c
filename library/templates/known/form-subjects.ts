import type { Meaning } from '../meanings.ts'
import type { CellValue, FormData, FormRow, TemplateSchema } from '../template-schema.ts'
import { belongsToSubject, meantFields, membersTable } from './known-fields.ts'
import { readResidentId } from './resident-id.ts'

/** Someone or something a form speaks of, with what it says of them by meaning. */
export interface FormSubject {
  /** As in `x-subject`; the empty string is the one the form is about. */
  readonly label: string
  /** The same for the same person in every form; see {@link subjectKey}. */
  readonly key: string
  readonly values: ReadonlyMap<Meaning, CellValue>
  /** The household's members, by meaning. */
  readonly members: readonly Readonly<Partial<Record<Meaning, CellValue>>>[]
}

/** Follows from another value, and is another one next year. */
const DERIVED: readonly Meaning[] = ['person.age']

/** Who a filled form speaks of; nobody where it names nobody. */
export function formSubjects(schema: TemplateSchema, data: FormData): FormSubject[] {
  const groups = new Map<string, Map<Meaning, CellValue>>()
  for (const { name, meaning, subject } of meantFields(schema)) {
    const value = data[name]
    if (!belongsToSubject(meaning) || DERIVED.includes(meaning) || !isFilled(value)) continue
    const values = groups.get(subject) ?? new Map<Meaning, CellValue>()
    if (!values.has(meaning)) values.set(meaning, value)
    groups.set(subject, values)
  }
  return [...groups].flatMap(([label, values]) => {
    const key = subjectKey(values)
    return key === undefined ? [] : [{ label, key, values, members: label === '' ? membersOf(schema, data) : [] }]
  })
}

const isFilled = (value: FormData[string] | undefined): value is CellValue =>
  value !== undefined && !Array.isArray(value) && (typeof value !== 'string' || value.trim() !== '')

function membersOf(schema: TemplateSchema, data: FormData): Partial<Record<Meaning, CellValue>>[] {
  const table = membersTable(schema)
  const rows = table && data[table.name]
  if (!table || !Array.isArray(rows)) return []
  return (rows as readonly FormRow[]).flatMap((row) => {
    const known = table.cells.flatMap(({ cell, meaning }) => {
      const value = row[cell]
      return DERIVED.includes(meaning) || !isFilled(value) ? [] : [[meaning, value] as const]
    })
    return known.length === 0 ? [] : [Object.fromEntries(known)]
  })
}

/** A person by resident id, else by name, village and household; else a household; else a plot. */
export function subjectKey(values: ReadonlyMap<Meaning, CellValue>): string | undefined {
  const text = (meaning: Meaning) => {
    const value = values.get(meaning)
    return value === undefined ? '' : String(value).normalize('NFKC').replace(/\s+/g, '')
  }
  const id = readResidentId(text('person.residentId'))?.id
  if (id !== undefined) return `person:${id}`
  const household = text('household.number') || text('household.head')
  const village = text('village.name')
  if (text('person.name') !== '') return `person:${text('person.name')}|${village}|${household}`
  if (household !== '') return `household:${household}|${village}`
  const plot = text('plot.number') || text('plot.name')
  return plot === '' ? undefined : `plot:${plot}|${village}`
}
