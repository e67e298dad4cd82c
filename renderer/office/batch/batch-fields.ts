import type { CellValue, FormData, TemplateField, TemplateSchema } from '../../../library/templates/template-schema.ts'
import { dateText, readDate } from '../../templates/fields/read-date.ts'
import { readNumber } from '../../templates/fields/read-number.ts'

type SingleField = Exclude<TemplateField, { type: 'array' }>

/** The fields a column can fill: all but tables. */
export function columnFields(schema: TemplateSchema): readonly (readonly [name: string, field: SingleField])[] {
  return Object.entries(schema.properties).filter((entry): entry is [string, SingleField] => entry[1].type !== 'array')
}

/** Fields that a row should bring: not computed, and not the office's own, which its profile fills. */
export function askedFields(schema: TemplateSchema): readonly string[] {
  return columnFields(schema)
    .filter(
      ([, field]) =>
        field['x-computed'] === undefined &&
        !/^(unit\.|town\.|county\.|city\.|province\.|document\.|village\.(secretary|phone)$)/.test(
          field['x-meaning'] ?? '',
        ),
    )
    .map(([name]) => name)
}

/** Fields without which no row of them can be made, unless something else is known. */
export const requiredFields = (schema: TemplateSchema) => {
  const asked = new Set(askedFields(schema))
  return (schema.required ?? []).filter((name) => asked.has(name))
}

/** A row of the spreadsheet as data for looking at: numbers, switches and days where they can be read. */
export function rowData(schema: TemplateSchema, row: Readonly<Record<string, string>>, today: string): FormData {
  const data: Record<string, CellValue> = {}
  for (const [name, field] of columnFields(schema)) {
    const text = row[name]
    if (text !== undefined) data[name] = cellOf(field, text, today)
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
