import type { FieldCheck, LegalBasis, Material, TemplateSchema } from '../../../library/templates/template-schema.ts'
import { type FieldDefinition, requiredOf, titled } from './field-definition.ts'

export type SchemaDefinition = {
  /** What the form is for, in one sentence. */
  readonly description: string
  /** The form's sections and their fields, in the order they are asked. */
  readonly sections: Readonly<Record<string, Readonly<Record<string, FieldDefinition>>>>
  /** What is required only when: see requiredWhen. */
  readonly when?: readonly Record<string, unknown>[]
  readonly checks: readonly FieldCheck[]
  readonly basis?: readonly LegalBasis[]
  readonly materials?: readonly Material[]
  readonly fileName: string
  readonly official?: true
}

/** The schema as it lies beside the document. */
export function templateSchemaOf(title: string, definition: SchemaDefinition): TemplateSchema {
  const fields = Object.assign({}, ...Object.values(definition.sections)) as Record<string, FieldDefinition>
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    title,
    description: definition.description,
    properties: titled(fields),
    required: requiredOf(fields),
    ...(definition.when && { allOf: [...definition.when] }),
    'x-groups': Object.entries(definition.sections).map(([name, section]) => ({
      title: name,
      fields: Object.keys(section),
    })),
    'x-checks': [...definition.checks],
    ...(definition.basis && { 'x-basis': [...definition.basis] }),
    ...(definition.materials && { 'x-materials': [...definition.materials] }),
    'x-file-name': definition.fileName,
    ...(definition.official && { 'x-official': true }),
  }
}

/** Fields that are required only when another has a value. */
export function requiredWhen(
  field: string,
  value: string | boolean,
  ...needed: readonly string[]
): Record<string, unknown> {
  return {
    if: { properties: { [field]: { const: value } }, required: [field] },
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema names it so
    then: { required: [...needed] },
  }
}
