import type { TemplateField, TemplateSchema } from '../template-schema.ts'

/** A field in a list, as programs ask for it. */
export interface ListedField {
  /** 姓名, or 家庭成员/姓名 in a table. */
  readonly path: string
  readonly title: string
  readonly type: TemplateField['type']
  readonly required: boolean
  readonly format?: string | undefined
  readonly meaning?: string | undefined
  readonly description?: string | undefined
}

/** The fields in the order of the form, each table before its columns. */
export function listFields(schema: TemplateSchema): ListedField[] {
  return Object.entries(schema.properties).flatMap(([name, field]) => {
    const own = listed(name, name, field, schema.required)
    if (field.type !== 'array') return [own]
    const cells = Object.entries(field.items.properties)
    return [own, ...cells.map(([cell, one]) => listed(`${name}/${cell}`, cell, one, field.items.required))]
  })
}

function listed(
  path: string,
  name: string,
  field: TemplateField,
  required: readonly string[] | undefined,
): ListedField {
  return {
    path,
    title: field.title ?? name,
    type: field.type,
    required: required?.includes(name) ?? false,
    ...('format' in field && field.format && { format: field.format }),
    ...(field['x-meaning'] && { meaning: field['x-meaning'] }),
    ...(field.description && { description: field.description }),
  }
}
