/**
 * Writes the templates of the starter channel into content/templates: the .docx, the schema and the filled samples of
 * each, and the table of fields in the Markdown beside it. Run it after changing a definition in
 * scripts/template-documents, and commit what it writes:
 *
 *     node scripts/make-template-documents.ts
 */
import { readFile, writeFile } from 'node:fs/promises'
import { allTemplateDocuments } from './template-documents/all-documents.ts'
import { templateSchemaOf } from './template-documents/schema/template-schema-of.ts'
import { templateFiles, withFieldTable } from './template-documents/write-template-files.ts'

const folder = new URL('../content/templates/', import.meta.url)

for (const definition of allTemplateDocuments) {
  for (const [name, bytes] of await templateFiles(definition)) await writeFile(new URL(name, folder), bytes)
  const markdown = new URL(`${definition.identifier}.md`, folder)
  const schema = templateSchemaOf(definition.title, definition.schema)
  await writeFile(markdown, withFieldTable(await readFile(markdown, 'utf8'), schema))
  console.log(`${definition.identifier}  ${definition.title}`)
}
