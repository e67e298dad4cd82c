import PizZip from 'pizzip'
import type { TemplateSchema } from '../../../library/templates/template-schema.ts'

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** What a test's document holds, as WordprocessingML. */
export interface DocxParts {
  readonly body: string
  readonly header?: string
  readonly footer?: string
  readonly footnotes?: string
  readonly endnotes?: string
  readonly others?: Readonly<Record<string, string | Uint8Array>>
  /** Instead of an ordinary document's. */
  readonly mainType?: string
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
export const run = (text: string) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
/** A paragraph, its text split over runs as an editor does. */
export const paragraph = (...runs: readonly string[]) => `<w:p>${runs.map(run).join('')}</w:p>`
export const table = (...rows: readonly (readonly string[])[]) =>
  `<w:tbl><w:tblPr/><w:tblGrid/>${rows
    .map((cells) => `<w:tr>${cells.map((cell) => `<w:tc><w:tcPr/>${cell}</w:tc>`).join('')}</w:tr>`)
    .join('')}</w:tbl>`

const PARTS = {
  header: ['header1.xml', 'w:hdr', 'header'],
  footer: ['footer1.xml', 'w:ftr', 'footer'],
  footnotes: ['footnotes.xml', 'w:footnotes', 'footnotes'],
  endnotes: ['endnotes.xml', 'w:endnotes', 'endnotes'],
} as const

/** A .docx of the parts given, small and valid. */
export function makeDocx(parts: DocxParts): Uint8Array {
  const zip = new PizZip()
  const type = (name: string) => `application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml`
  const present = Object.entries(PARTS).flatMap(([key, part]) => {
    const inside = parts[key as keyof typeof PARTS]
    return inside === undefined ? [] : [{ inside, part }]
  })
  const overrides = [
    `<Override PartName="/word/document.xml" ContentType="${parts.mainType ?? type('document.main')}"/>`,
    ...present.map(({ part }) => `<Override PartName="/word/${part[0]}" ContentType="${type(part[2])}"/>`),
  ]
  zip.file(
    '[Content_Types].xml',
    `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
  )
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  zip.file(
    '_rels/.rels',
    `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="word/document.xml"/></Relationships>`,
  )
  zip.file(
    'word/_rels/document.xml.rels',
    `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${present
      .map(({ part }, at) => `<Relationship Id="rId${at + 1}" Type="${relation}/${part[2]}" Target="${part[0]}"/>`)
      .join('')}</Relationships>`,
  )
  zip.file(
    'word/document.xml',
    `${DECLARATION}<w:document ${NAMESPACES}><w:body>${parts.body}<w:sectPr/></w:body></w:document>`,
  )
  for (const { inside, part } of present) {
    zip.file(`word/${part[0]}`, `${DECLARATION}<${part[1]} ${NAMESPACES}>${inside}</${part[1]}>`)
  }
  for (const [name, content] of Object.entries(parts.others ?? {})) zip.file(name, content)
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}

/** A schema of text fields, or of the fields given. */
export function schemaOf(
  properties: TemplateSchema['properties'] | readonly string[],
  more: Partial<TemplateSchema> = {},
): TemplateSchema {
  const fields = Array.isArray(properties)
    ? Object.fromEntries((properties as readonly string[]).map((name) => [name, { type: 'string' as const }]))
    : (properties as TemplateSchema['properties'])
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', properties: fields, ...more }
}
