import { type Meaning, ownerOf } from '../meanings.ts'
import type { TemplateField, TemplateSchema } from '../template-schema.ts'

export type SingleField = Exclude<TemplateField, { type: 'array' }>
export type TableField = Extract<TemplateField, { type: 'array' }>

/** A field that means something, and whose it is: the empty string is the one the form is about. */
export interface MeantField {
  readonly name: string
  readonly field: SingleField
  readonly meaning: Meaning
  readonly subject: string
}

export function meantFields(schema: TemplateSchema): MeantField[] {
  return Object.entries(schema.properties).flatMap(([name, field]) => {
    const meaning = field['x-meaning']
    return field.type === 'array' || meaning === undefined
      ? []
      : [{ name, field, meaning, subject: field['x-subject'] ?? '' }]
  })
}

/** The table of a household's members, with the meanings of its cells. */
export function membersTable(schema: TemplateSchema) {
  for (const [name, field] of Object.entries(schema.properties)) {
    if (field.type !== 'array' || field['x-meaning'] !== 'household.members') continue
    const cells = Object.entries(field.items.properties).flatMap(([cell, one]) =>
      one['x-meaning'] === undefined ? [] : [{ cell, field: one as SingleField, meaning: one['x-meaning'] }],
    )
    return { name, field: field as TableField, cells }
  }
  return undefined
}

/** A village belongs to the one a form is about: an office has many. */
export const belongsToSubject = (meaning: Meaning) => ownerOf(meaning) === 'subject' || meaning.startsWith('village.')
