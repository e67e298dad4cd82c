import type { CellValue, FormData, TemplateField, TemplateSchema } from '../../../library/templates/template-schema.ts'
import { dateText, readDate } from '../../templates/fields/read-date.ts'
import { readNumber } from '../../templates/fields/read-number.ts'

export type SingleField = Exclude<TemplateField, { type: 'array' }>
type Fields = readonly (readonly [path: string, field: SingleField])[]

/** What the profile, the villages and the day fill by themselves. */
const OFFICE = /^(unit\.|town\.|county\.|city\.|province\.|document\.|village\.(secretary|phone)$)/

const isAsked = (field: SingleField) => field['x-computed'] === undefined && !OFFICE.test(field['x-meaning'] ?? '')

export const tablesOf = (schema: TemplateSchema): readonly string[] =>
  Object.keys(schema.properties).filter((name) => schema.properties[name]?.type === 'array')

/**
 * The fields a column can fill, by path.
 * @param table the table that takes the rows, whose cells these are then; without one all fields that are no table
 */
export function columnFields(schema: TemplateSchema, table?: string): Fields {
  const field = table === undefined ? undefined : schema.properties[table]
  if (field?.type === 'array') {
    return Object.entries(field.items.properties).map(([name, cell]) => [`${table}/${name}`, cell] as const)
  }
  return Object.entries(schema.properties).filter((entry): entry is [string, SingleField] => entry[1].type !== 'array')
}

/** Fields that somebody has to say: a row, or the person, for what stands around a table. */
export const askedFields = (schema: TemplateSchema): Fields =>
  columnFields(schema).filter(([, field]) => isAsked(field))

/** Paths of the fields without which no row of them can be made, unless something else is known. */
export function requiredFields(schema: TemplateSchema, table?: string): readonly string[] {
  const field = table === undefined ? undefined : schema.properties[table]
  const required = field?.type === 'array' ? field.items.required : schema.required
  const paths = new Set((required ?? []).map((name) => (field ? `${table}/${name}` : name)))
  return columnFields(schema, table)
    .filter(([path, one]) => paths.has(path) && isAsked(one))
    .map(([path]) => path)
}

/** A row of the spreadsheet by its fields' own names, for looking at: numbers, switches, days where they can be read. */
export function rowData(
  fields: Fields,
  row: Readonly<Record<string, string>>,
  today: string,
): Readonly<Record<string, CellValue>> {
  const data: Record<string, CellValue> = {}
  for (const [path, field] of fields) {
    const text = row[path]
    if (text !== undefined) data[path.split('/').at(-1) ?? path] = cellOf(field, text, today)
  }
  return data
}

function cellOf(field: SingleField, text: string, today: string): CellValue {
  if (field.type === 'boolean') return !/^(否|无|没有|×|x|n|no|false|0)$/i.test(text)
  if (field.type !== 'string') return readNumber(text, field['x-unit']) ?? text
  return field.format === 'date' ? (readDate(text, today) ?? text) : text
}

/** The name a file would get, for people to see; the service makes it legal and tells equal names apart. */
export function fileNameExample(pattern: string, schema: TemplateSchema, data: FormData): string {
  const filled = pattern.replace(/\{([^{}|]*)(\|[^{}]*)?\}/g, (_whole, name: string) => {
    const value = data[name.trim()]
    if (value === undefined || typeof value === 'object') return ''
    const field = schema.properties[name.trim()]
    return field?.type === 'string' && field.format === 'date' ? dateText(String(value)) : String(value)
  })
  return filled.replace(/^[-_—\s]+|[-_—\s]+$/g, '').replace(/[<>:"/\\|?*]/g, '_')
}

/** Names in a pattern that are no field: `{姓}` where the field is 姓名. */
export function unknownNames(pattern: string, schema: TemplateSchema): string[] {
  const names = [...pattern.matchAll(/\{([^{}|]*)(?:\|[^{}]*)?\}/g)].map(([, name = '']) => name.trim())
  return names.filter((name) => schema.properties[name] === undefined || schema.properties[name]?.type === 'array')
}
