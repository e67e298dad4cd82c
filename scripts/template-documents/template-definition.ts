import type { FilledSample } from '../../library/templates/template-schema.ts'
import type { SchemaDefinition } from './schema/template-schema-of.ts'
import type { TemplateDocument } from './template-document.ts'

type SampleDefinition = Omit<FilledSample, 'quality'>

/** A template whole: its document, its schema, a copy filled well and one with faults. */
export type TemplateDefinition = TemplateDocument & {
  readonly schema: SchemaDefinition
  /** Nothing is found in it. */
  readonly good: SampleDefinition
  /** Its notes name exactly the fields where something is found, and say what. */
  readonly bad: SampleDefinition
}
