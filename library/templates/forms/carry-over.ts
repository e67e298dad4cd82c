import type { ValueSource } from '../known/known-view.ts'
import { ownerOf } from '../meanings.ts'
import type { CellValue, FormData, FormRow, TemplateField, TemplateSchema } from '../template-schema.ts'
import type { UnplacedValue } from './form-view.ts'
import { cellsOf, keepCells } from './values-by-path.ts'

type Sources = Readonly<Record<string, ValueSource>>
type Cell = CellValue | readonly FormRow[]
/** A field of a form, or a column of one of its tables. */
type Field = TemplateField
type Fields = Readonly<Record<string, Field>>

interface Filled {
  readonly data: FormData
  readonly sources: Sources
}

/** Values in their new fields, with where they came from, and those without a field. */
interface Carried extends Filled {
  readonly unplaced: readonly UnplacedValue[]
}

/** A number or date of one document: another document has its own. */
const OF_ONE_DOCUMENT = /(字号|文号|编号|案号|流水号)$/

/**
 * Carries values from the fields of one schema to those of another: to the field of the same name, else to one of
 * the same meaning and subject that is still empty. What finds no field is listed.
 * @param by `meaning` leaves alone what has none, though another field has its name
 */
export function carryOver(
  from: TemplateSchema,
  { data, sources }: Filled,
  to: TemplateSchema,
  by: 'name-or-meaning' | 'meaning' = 'name-or-meaning',
): Carried {
  const carried: Record<string, Cell> = {}
  const carriedSources: Record<string, ValueSource> = {}
  const unplaced: UnplacedValue[] = []
  const places = matchFields(Object.keys(data), from.properties, to.properties, by)
  for (const [name, value] of Object.entries(data)) {
    const target = places.get(name)
    const field = target === undefined ? undefined : to.properties[target]
    const title = from.properties[name]?.title ?? name
    if (typeof value === 'object') {
      const rows = field?.type === 'array' ? carryRows(name, value, from.properties[name], field, by) : undefined
      if (target === undefined || !rows) unplaced.push({ path: name, title, value })
      else {
        carried[target] = rows.rows
        for (const [path, oldPath] of rows.places) {
          const source = sources[oldPath]
          if (source) carriedSources[`${target}/${path}`] = source
        }
        unplaced.push(...rows.unplaced.map((one) => ({ ...one, title: `${title}：${one.title}` })))
      }
      continue
    }
    const fitting = field && converted(value, field)
    if (target === undefined || fitting === undefined) unplaced.push({ path: name, title, value })
    else {
      carried[target] = fitting
      const source = sources[name]
      if (source) carriedSources[target] = source
    }
  }
  return { data: carried, sources: carriedSources, unplaced: unplaced.filter(({ value }) => value !== '') }
}

/** A form's values for another document: without what was computed, and without the date and number of that document. */
export function valuesToCopy(schema: TemplateSchema, form: Filled): Filled {
  const { data, sources } = withoutComputed(form)
  const ofOneDocument = (name: string) => {
    const field = schema.properties[name]
    const meaning = field?.['x-meaning']
    if (meaning === 'document.date' || meaning === 'document.year') return true
    return OF_ONE_DOCUMENT.test(field?.title ?? name) && (meaning === undefined || ownerOf(meaning) === 'office')
  }
  return keepPaths({ data, sources }, (path) => path.includes('/') || !ofOneDocument(path))
}

/** What the form computed is computed again; what the person typed over it stays. */
export const withoutComputed = (form: Filled): Filled =>
  keepPaths(form, (path) => form.sources[path]?.type !== 'computed')

function keepPaths({ data, sources }: Filled, keeps: (path: string) => boolean): Filled {
  const kept = keepCells(data, keeps)
  const paths = new Set([...cellsOf(kept)].map(([path]) => path))
  return { data: kept, sources: Object.fromEntries(Object.entries(sources).filter(([path]) => paths.has(path))) }
}

/** By old name, the new field: names first, so that no meaning takes a field from its namesake. */
function matchFields(names: readonly string[], from: Fields, to: Fields, by: 'name-or-meaning' | 'meaning') {
  const places = new Map<string, string>()
  const taken = new Set<string>()
  const place = (name: string, target: string) => {
    places.set(name, target)
    taken.add(target)
  }
  if (by === 'name-or-meaning') {
    for (const name of names) if (Object.hasOwn(to, name) && sameShape(from[name], to[name])) place(name, name)
  }
  for (const name of names) {
    const field = from[name]
    if (places.has(name) || field?.['x-meaning'] === undefined) continue
    const alike = ([target, other]: [string, Field]) =>
      !taken.has(target) &&
      other['x-meaning'] === field['x-meaning'] &&
      other['x-subject'] === field['x-subject'] &&
      sameShape(field, other)
    const target = Object.entries(to).find(alike)?.[0]
    if (target !== undefined) place(name, target)
  }
  return places
}

/** A table never becomes a single value. */
const sameShape = (one: Field | undefined, other: Field | undefined) =>
  one === undefined || (one.type === 'array') === (other?.type === 'array')

function carryRows(
  name: string,
  rows: readonly FormRow[],
  from: Field | undefined,
  to: Field & { type: 'array' },
  by: 'name-or-meaning' | 'meaning',
) {
  const columns = from?.type === 'array' ? from.items.properties : {}
  const used = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  // Within a table that stands for the same, columns of one name are the same.
  const places = matchFields(used, columns, to.items.properties, by === 'meaning' ? 'name-or-meaning' : by)
  const unplaced: UnplacedValue[] = []
  const carried: [path: string, oldPath: string][] = []
  const carriedRows = rows.map((row, index) => {
    const cells: Record<string, CellValue> = {}
    for (const [column, value] of Object.entries(row)) {
      const target = places.get(column)
      const field = target === undefined ? undefined : to.items.properties[target]
      const fitting = field && converted(value, field)
      const oldPath = `${name}/${index}/${column}`
      if (target === undefined || fitting === undefined) {
        unplaced.push({ path: oldPath, title: columns[column]?.title ?? column, value })
      } else {
        cells[target] = fitting
        carried.push([`${index}/${target}`, oldPath])
      }
    }
    return cells
  })
  return { rows: carriedRows, places: carried, unplaced }
}

/** The value as the field holds it; undefined where that would change what it says. */
function converted(value: CellValue, field: Field): CellValue | undefined {
  switch (field.type) {
    case 'string':
      return typeof value === 'boolean' ? undefined : String(value)
    case 'number':
    case 'integer': {
      if (typeof value === 'number') return value
      const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN
      return Number.isFinite(number) && String(number) === String(value).trim() ? number : undefined
    }
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined
    case 'array':
      return undefined
  }
}
