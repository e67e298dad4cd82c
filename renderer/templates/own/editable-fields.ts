import type { Meaning } from '../../../library/templates/meanings.ts'
import type { TemplateField, TemplateSchema } from '../../../library/templates/template-schema.ts'
import type { Cell } from '../fields/pasted-rows.ts'

/** What a field takes, as its maker chooses it from one list. */
export const FIELD_KINDS = [
  'text',
  'multiline',
  'date',
  'year-month',
  'time',
  'number',
  'integer',
  'money',
  'choice',
  'switch',
  'resident-id',
  'mobile-phone',
  'phone',
  'social-credit-code',
  'bank-card',
  'postcode',
] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

/** A field as one line of the editor. */
export interface EditableField {
  /** 姓名, or 家庭成员/姓名 for a table's column. */
  readonly path: string
  readonly name: string
  /** The table whose column it is. */
  readonly table?: string | undefined
  readonly title: string
  readonly kind: FieldKind | 'table'
  readonly meaning?: Meaning | undefined
  readonly required: boolean
  /** The section of the form; empty for none. */
  readonly group: string
  readonly choices: string
}

/** The lines of a schema: each table followed by its columns. */
export function editableFields(schema: TemplateSchema): EditableField[] {
  const groupOf = new Map(
    schema['x-groups']?.flatMap(({ title, fields }) => fields.map((name) => [name, title] as const)),
  )
  return Object.entries(schema.properties).flatMap(([name, field]): EditableField[] => {
    const line = lineOf(name, field, schema.required, groupOf.get(name))
    if (field.type !== 'array') return [line]
    const columns = Object.entries(field.items.properties).map(([cell, inside]) => ({
      ...lineOf(cell, inside, field.items.required, undefined),
      path: `${name}/${cell}`,
      table: name,
    }))
    return [line, ...columns]
  })
}

/** The schema with its fields as the lines say; whatever the editor does not show stays as it was. */
export function schemaOf(schema: TemplateSchema, lines: readonly EditableField[]): TemplateSchema {
  const byPath = new Map(lines.map((line) => [line.path, line]))
  const properties = Object.entries(schema.properties).map(([name, field]): [string, TemplateField] => {
    const line = byPath.get(name)
    if (field.type !== 'array') return [name, line ? cellOf(field, line) : field]
    const cells = Object.entries(field.items.properties).map(([cell, inside]): [string, Cell] => {
      const column = byPath.get(`${name}/${cell}`)
      return [cell, column ? cellOf(inside, column) : inside]
    })
    const { required: _, ...items } = field.items
    const needed = lines.filter((one) => one.table === name && one.required).map((one) => one.name)
    return [
      name,
      {
        ...field,
        title: line?.title || name,
        items: { ...items, properties: Object.fromEntries(cells), ...(needed.length > 0 && { required: needed }) },
      },
    ]
  })
  const top = lines.filter(({ table }) => table === undefined)
  const required = top.filter((line) => line.required).map(({ name }) => name)
  const groups = [...new Set(top.map(({ group }) => group.trim()))].filter((title) => title !== '')
  const { required: _, 'x-groups': __, ...rest } = schema
  return {
    ...rest,
    properties: Object.fromEntries(properties),
    ...(required.length > 0 && { required }),
    ...(groups.length > 0 && {
      'x-groups': groups.map((title) => ({
        title,
        fields: top.filter(({ group }) => group.trim() === title).map(({ name }) => name),
      })),
    }),
  }
}

/** The lines of another document with what was chosen before for placeholders of the same name. */
export function keepChoices(lines: readonly EditableField[], before: readonly EditableField[]): EditableField[] {
  const chosen = new Map(before.map((line) => [line.path, line]))
  return lines.map((line) => {
    const own = chosen.get(line.path)
    return own && (own.kind === 'table') === (line.kind === 'table') ? { ...own, table: line.table } : line
  })
}

function lineOf(
  name: string,
  field: TemplateField,
  required: readonly string[] | undefined,
  group: string | undefined,
): EditableField {
  return {
    path: name,
    name,
    title: field.title ?? name,
    kind: kindOf(field),
    meaning: field['x-meaning'],
    required: required?.includes(name) ?? false,
    group: group ?? '',
    choices: field.type === 'string' ? (field.enum ?? []).join('、') : '',
  }
}

function kindOf(field: TemplateField): EditableField['kind'] {
  switch (field.type) {
    case 'array':
      return 'table'
    case 'boolean':
      return 'switch'
    case 'string':
      if (field.enum) return 'choice'
      return field['x-multiline'] ? 'multiline' : (field.format ?? 'text')
    case 'number':
      return field.format === 'money' ? 'money' : 'number'
    case 'integer':
      return 'integer'
  }
}

/** The field as its line says. What its former kind alone knew of (limits, formats) goes with that kind. */
function cellOf(field: Cell, line: EditableField): Cell {
  const title = line.title.trim() || line.name
  const meaning = line.meaning && { 'x-meaning': line.meaning }
  if (kindOf(field) === line.kind && line.kind !== 'choice') {
    const { 'x-meaning': _, ...rest } = field
    return { ...rest, title, ...meaning } as Cell
  }
  const base = {
    title,
    ...meaning,
    ...(field.description !== undefined && { description: field.description }),
    ...(field['x-subject'] !== undefined && { 'x-subject': field['x-subject'] }),
    ...(field['x-computed'] !== undefined && { 'x-computed': field['x-computed'] }),
  }
  switch (line.kind) {
    case 'number':
    case 'integer':
      return { type: line.kind, ...base }
    case 'money':
      return { type: 'number', format: 'money', ...base }
    case 'switch':
      return { type: 'boolean', ...base }
    case 'choice': {
      const choices = choicesOf(line.choices)
      const kept = field.type === 'string' && field.default && choices.includes(field.default)
      return {
        type: 'string',
        ...base,
        ...(choices.length > 0 && { enum: choices }),
        ...(kept && { default: field.default }),
      }
    }
    case 'multiline':
      return { type: 'string', 'x-multiline': true, ...base }
    case 'text':
    case 'table':
      return { type: 'string', ...base }
    default:
      return { type: 'string', format: line.kind, ...base }
  }
}

function choicesOf(words: string): string[] {
  return [...new Set(words.split(/[、,，;；\n]/).map((word) => word.trim()))].filter((word) => word !== '')
}
