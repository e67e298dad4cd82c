import { readFileSync } from 'node:fs'
import { type CompiledDocument, compileDocument } from '../../library/templates/document/fill-document.ts'
import { type DataCheck, openDataCheck } from '../../library/templates/schema/check-data.ts'
import { FilledSample, TemplateSchema } from '../../library/templates/template-schema.ts'
import { contentRoot } from './read-content.ts'

/** The day on which the samples are checked. */
export const today = '2026-11-21'

export interface ContentTemplate {
  readonly docx: Buffer
  readonly schema: TemplateSchema
  readonly good: FilledSample
  readonly bad: FilledSample
  compiled(): CompiledDocument
  check(): DataCheck
}

/** A template as it lies in content/templates. */
export function readContentTemplate(identifier: string): ContentTemplate {
  const read = (ending: string) => readFileSync(new URL(`templates/${identifier}${ending}`, contentRoot))
  const json = (ending: string): unknown => JSON.parse(read(ending).toString('utf8'))
  const docx = read('.docx')
  const schema = TemplateSchema.parse(json('.schema.json'))
  return {
    docx,
    schema,
    good: FilledSample.parse(json('.good.sample.json')),
    bad: FilledSample.parse(json('.bad.sample.json')),
    compiled: () => compileDocument(docx, schema),
    check: () => openDataCheck(schema),
  }
}

/** Every field in the form's order; those of a table as 家庭成员/姓名, after the table. */
export function fieldPaths(schema: TemplateSchema): string[] {
  return Object.entries(schema.properties).flatMap(([name, field]) => [
    name,
    ...(field.type === 'array' ? Object.keys(field.items.properties).map((cell) => `${name}/${cell}`) : []),
  ])
}
