import type { RJSFSchema } from '@rjsf/utils'
import type { TemplateSchema } from '../../../library/templates/template-schema.ts'

/**
 * What the form generator needs of a template's schema: the fields in order, their types, and what is required now.
 * Rules, defaults and computed values stay with the service, so that there is one place that decides.
 */
export function formSchema(schema: TemplateSchema, required: ReadonlySet<string>): RJSFSchema {
  const properties = Object.entries(schema.properties).map(([name, field]): [string, RJSFSchema] => [
    name,
    {
      type: field.type,
      title: field.title ?? name,
      ...(field.type === 'array' && { items: { type: 'object' } }),
    },
  ])
  return { type: 'object', properties: Object.fromEntries(properties), required: [...required] }
}

/** A section of the form. */
export interface FieldGroup {
  readonly title: string
  readonly names: readonly string[]
}

/** The sections in order; fields in none come last, without a heading when there are no others. */
export function fieldGroups(schema: TemplateSchema, restTitle: string): FieldGroup[] {
  const named = (schema['x-groups'] ?? []).map(({ title, fields }) => ({
    title,
    names: fields.filter((name) => Object.hasOwn(schema.properties, name)),
  }))
  const grouped = new Set(named.flatMap(({ names }) => names))
  const rest = Object.keys(schema.properties).filter((name) => !grouped.has(name))
  const groups = named.filter(({ names }) => names.length > 0)
  return rest.length === 0 ? groups : [...groups, { title: groups.length === 0 ? '' : restTitle, names: rest }]
}
