import type { KnownSubject, ValueSource } from '../../../library/templates/known/known-view.ts'
import type { Meaning } from '../../../library/templates/meanings.ts'
import type { CellValue, FormRow, TemplateSchema } from '../../../library/templates/template-schema.ts'
import type { Draft } from '../../drafts/draft-history.ts'
import { readResidentId } from '../fields/resident-id.ts'
import { fieldAt, valueAt, withValueAt } from './field-path.ts'

/** One whom a form speaks of, with the fields that are about them. */
export interface FormSubject {
  /** As the schema calls them; empty for the one that the form is about. */
  readonly subject: string
  readonly kind: 'person' | 'household' | 'plot'
  readonly fields: readonly { readonly name: string; readonly meaning: Meaning }[]
}

/** Everyone and everything a form speaks of, in the order of their first fields. */
export function subjectsOf(schema: TemplateSchema): FormSubject[] {
  const found = new Map<string, { name: string; meaning: Meaning }[]>()
  for (const [name, field] of Object.entries(schema.properties)) {
    const meaning = field['x-meaning']
    if (field.type === 'array' || !meaning || !isSubjects(meaning)) continue
    const subject = field['x-subject'] ?? ''
    found.set(subject, [...(found.get(subject) ?? []), { name, meaning }])
  }
  return [...found].map(([subject, fields]) => ({
    subject,
    fields,
    kind: fields.some(({ meaning }) => meaning.startsWith('person.'))
      ? 'person'
      : fields.some(({ meaning }) => meaning.startsWith('household.'))
        ? 'household'
        : 'plot',
  }))
}

/** The draft with everything that is known of the chosen one in the fields about them. */
export function withSubject(schema: TemplateSchema, draft: Draft, about: FormSubject, chosen: KnownSubject): Draft {
  let next = draft
  for (const { name, meaning } of about.fields) {
    const known = chosen.values.find((one) => one.meaning === meaning)
    if (known) next = withSourced(next, name, known.value, known.source)
  }
  const members = about.subject === '' && chosen.members && chosen.members.length > 0 ? chosen.members : undefined
  return members ? withMembers(schema, next, members) : next
}

/** The household's members as the rows of the table that asks for them. */
function withMembers(schema: TemplateSchema, draft: Draft, members: NonNullable<KnownSubject['members']>): Draft {
  let next = draft
  for (const [name, field] of Object.entries(schema.properties)) {
    if (field.type !== 'array' || field['x-meaning'] !== 'household.members') continue
    next = withoutValues(next, [name])
    for (const [cell, inside] of Object.entries(field.items.properties)) {
      members.forEach((values, row) => {
        const known = values.find(({ meaning }) => meaning === inside['x-meaning'])
        if (known) next = withSourced(next, `${name}/${row}/${cell}`, known.value, known.source)
      })
    }
  }
  return next
}

/** Whose data the form began with, from the form filled before or the book; undefined when it began empty. */
export interface TakenOver {
  readonly name: string
  readonly source: ValueSource
  /** Fields and cells. */
  readonly paths: readonly string[]
  /** How many fields, a table counted once. */
  readonly fields: number
}

export function takenOver(schema: TemplateSchema, draft: Draft): TakenOver | undefined {
  const about = subjectsOf(schema)[0]
  const isTaken = (path: string) => ['earlier', 'book'].includes(draft.sources[path]?.type ?? '')
  const source = draft.sources[about?.fields.find(({ name }) => isTaken(name))?.name ?? '']
  // What belongs to the office is the same for the next one too.
  const paths = Object.keys(draft.sources).filter((path) => {
    const meaning = fieldAt(schema, path)?.['x-meaning']
    return isTaken(path) && (meaning === undefined || isSubjects(meaning))
  })
  const fields = new Set(paths.map((path) => path.split('/')[0])).size
  if (!about || !source || fields < 2) return undefined
  const naming = about.fields.find(({ meaning }) => /\.(name|head|number)$/.test(meaning))
  return { name: String((naming && draft.data[naming.name]) ?? ''), source, paths, fields }
}

/** The draft without these values. */
export function withoutValues(draft: Draft, paths: readonly string[]): Draft {
  let { data } = draft
  const sources = { ...draft.sources }
  for (const path of paths) {
    data = withValueAt(data, path, undefined)
    delete sources[path]
  }
  for (const name of new Set(paths.map((path) => path.split('/')[0] ?? ''))) {
    const rows = data[name]
    const bare = Array.isArray(rows) && (rows as readonly FormRow[]).every((row) => Object.keys(row).length === 0)
    if (bare) data = withValueAt(data, name, undefined)
  }
  return { data, sources }
}

export function withSourced(draft: Draft, path: string, value: CellValue, source: ValueSource): Draft {
  return { data: withValueAt(draft.data, path, value), sources: { ...draft.sources, [path]: source } }
}

/** A whole resident id says sex and birth date: they go where the same one's are asked for and nothing stands yet. */
export function withIdFacts(schema: TemplateSchema, draft: Draft, path: string, source: ValueSource): Draft {
  const cells = /^(.+)\/(\d+)\/(.+)$/.exec(path)
  const table = cells ? schema.properties[cells[1] ?? ''] : undefined
  const fields = table?.type === 'array' ? table.items.properties : schema.properties
  const own = fields[cells?.[3] ?? path]
  const value = valueAt(draft.data, path)
  const isId = own?.type === 'string' && (own.format === 'resident-id' || own['x-meaning'] === 'person.residentId')
  const reading = isId && typeof value === 'string' ? readResidentId(value) : undefined
  if (!own || reading?.kind !== 'good') return draft
  let next = draft
  for (const [name, field] of Object.entries(fields)) {
    if (field['x-subject'] !== own['x-subject'] || field.type !== 'string') continue
    const fact = factFor(field['x-meaning'], own['x-meaning'], reading)
    const target = cells ? `${cells[1]}/${cells[2]}/${name}` : name
    const standing = valueAt(next.data, target)
    const fromId = next.sources[target]?.title === source.title
    if (fact === undefined || (standing !== undefined && standing !== '' && !fromId)) continue
    if (!field.enum || field.enum.includes(fact)) next = withSourced(next, target, fact, source)
  }
  return next
}

function factFor(
  meaning: Meaning | undefined,
  idMeaning: Meaning | undefined,
  reading: { readonly sex: string; readonly birthDate: string },
): string | undefined {
  if (idMeaning !== 'person.residentId') return undefined
  if (meaning === 'person.sex') return reading.sex
  return meaning === 'person.birthDate' ? reading.birthDate : undefined
}

function isSubjects(meaning: Meaning): boolean {
  return /^(person|household|plot)\./.test(meaning)
}
