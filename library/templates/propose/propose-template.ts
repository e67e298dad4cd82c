import path from 'node:path'
import type PizZip from 'pizzip'
import { compileDocument } from '../document/fill-document.ts'
import { openDocx } from '../document/open-docx.ts'
import { readParagraphs } from '../document/part-paragraphs.ts'
import type { TemplateSchema } from '../template-schema.ts'
import type { ProposedTemplate } from '../template-view.ts'
import { findBlanks } from './find-blanks.ts'
import { schemaOf } from './propose-schema.ts'

const LONGEST_TITLE = 40

/**
 * What a .docx of one's own could be as a template: fields from its placeholders or, where it has none, from its blanks.
 * @throws {TemplateDocumentError}
 */
export function proposeTemplate(docx: Uint8Array, fileName: string): ProposedTemplate {
  const zip = openDocx(docx)
  const title = titleOf(zip, fileName)
  const schema = schemaOf(zip, title)
  const blanks = findBlanks(zip).map(({ path: _, start: __, end: ___, ...blank }) => blank)
  const hasPlaceholders = Object.keys(schema.properties).length > 0
  const proposed: TemplateSchema = hasPlaceholders
    ? schema
    : { ...schema, properties: Object.fromEntries(blanks.map(({ name, field }) => [name, field])) }
  const { placeholders, problems } = compileDocument(docx, proposed)
  return {
    title,
    schema: proposed,
    placeholders,
    problems: hasPlaceholders ? problems : problems.filter(({ code }) => code !== 'FIELD_UNUSED'),
    blanks,
  }
}

/** The first heading or the first line that stands alone like one, else the file's name. */
function titleOf(zip: PizZip, fileName: string): string {
  const paragraphs = readParagraphs(zip.file('word/document.xml')?.asText() ?? '').filter(
    ({ text }) => text.trim() !== '',
  )
  const heading = paragraphs.find(({ style }) => /^(?:title|heading1|1|标题|a3)$/i.test(style ?? ''))
  const first = paragraphs[0]
  const line = heading ?? (first?.cell === undefined ? first : undefined)
  const text = line?.text.replace(/\s+/g, '') ?? ''
  const isTitle = text !== '' && [...text].length <= LONGEST_TITLE && !/[{}：:。，]/.test(text)
  return isTitle
    ? text
    : path
        .basename(fileName)
        .replace(/\.docx$/i, '')
        .trim() || '未命名模板'
}
