import type { FilledSample, TemplateField, TemplateSchema } from '../../library/templates/template-schema.ts'
import { templateSchemaOf } from './schema/template-schema-of.ts'
import type { TemplateDefinition } from './template-definition.ts'
import { buildTemplateDocument } from './template-document.ts'

/** The files of a template beside its Markdown, by name; the same definition always gives the same bytes. */
export async function templateFiles(definition: TemplateDefinition): Promise<Map<string, Buffer>> {
  const { identifier, title, schema, good, bad } = definition
  return new Map([
    [`${identifier}.docx`, await buildTemplateDocument(definition)],
    [`${identifier}.schema.json`, json(templateSchemaOf(title, schema))],
    [`${identifier}.good.sample.json`, json(sample('good', good))],
    [`${identifier}.bad.sample.json`, json(sample('bad', bad))],
  ])
}

/** The Markdown with its table of fields as the schema has them; everything else stays as it is. */
export function withFieldTable(markdown: string, schema: TemplateSchema): string {
  const rows = fieldRows(schema).map(([path, description]) => `| ${path} | ${description} |`)
  const section = ['## 字段', '', '| 字段 | 填什么 |', '| --- | --- |', ...rows, ''].join('\n')
  return markdown.replace(/## 字段\n[\s\S]*?(?=\n## |$)/, section)
}

/** Every field with what to fill in; a table's fields as 家庭成员/姓名. */
function fieldRows(schema: TemplateSchema): [path: string, description: string][] {
  return Object.entries(schema.properties).flatMap(([name, field]) => [
    [name, describe(field)] as [string, string],
    ...(field.type === 'array'
      ? Object.entries(field.items.properties).map(
          ([column, cell]) => [`${name}/${column}`, describe(cell)] as [string, string],
        )
      : []),
  ])
}

function describe(field: TemplateField): string {
  const [example] = ('examples' in field && field.examples) || []
  return `${field.description ?? ''}${example === undefined ? '' : `，如${example}`}`
}

function sample(quality: FilledSample['quality'], content: Omit<FilledSample, 'quality'>): FilledSample {
  const { title, ...rest } = content
  return { title, quality, ...rest }
}

function json(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
}
