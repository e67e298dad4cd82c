/**
 * Writes the .docx templates of the starter channel into content/templates.
 * Run it after changing a definition in scripts/template-documents, and commit what it writes:
 *
 *     node scripts/make-template-documents.ts
 */
import { writeFile } from 'node:fs/promises'
import { allTemplateDocuments } from './template-documents/all-documents.ts'
import { buildTemplateDocument } from './template-documents/template-document.ts'

const folder = new URL('../content/templates/', import.meta.url)

for (const definition of allTemplateDocuments) {
  await writeFile(new URL(`${definition.identifier}.docx`, folder), await buildTemplateDocument(definition))
  console.log(`${definition.identifier}.docx  ${definition.title}`)
}
