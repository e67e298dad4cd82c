import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { allTemplateDocuments } from '../../scripts/template-documents/all-documents.ts'
import { buildTemplateDocument } from '../../scripts/template-documents/template-document.ts'
import { FrontMatter } from './front-matter.schema.ts'
import { contentRoot, readContent } from './read-content.ts'
import { readDocx, readPlaceholders, runTexts } from './read-docx.ts'

const folder = new URL('templates/', contentRoot)
const templates = readContent().filter((file) => file.folder === 'templates')

describe.each(templates)('$name', ({ frontMatter, body }) => {
  const item = FrontMatter.parse(frontMatter)
  const documents = item.kind === 'template' ? item.attachments.map((a) => readFileSync(new URL(a.path, folder))) : []

  it('is a Word document without macros, embedded objects or external links', async () => {
    for (const bytes of documents) {
      const parts = await readDocx(bytes)
      expect([...parts.keys()]).toEqual(expect.arrayContaining(['[Content_Types].xml', 'word/document.xml']))
      expect([...parts.keys()].filter((name) => /vba|activeX|embeddings|\.bin$/i.test(name))).toEqual([])
      const relations = [...parts].filter(([name]) => name.endsWith('.rels')).map(([, part]) => part.toString('utf8'))
      expect(relations.join('')).not.toContain('TargetMode="External"')
    }
  })

  it('has whole placeholders, and loops that open and close', async () => {
    for (const bytes of documents) expect(readPlaceholders(runTexts(await readDocx(bytes))).problems).toEqual([])
  })

  it('lists exactly the fields of its document', async () => {
    const inDocuments = new Set<string>()
    for (const bytes of documents) {
      for (const field of readPlaceholders(runTexts(await readDocx(bytes))).fields) inDocuments.add(field)
    }
    const table = body.split('## 字段')[1]?.split('\n## ')[0] ?? ''
    const listed = [...table.matchAll(/^\| ([^|]+?) \| [^|]+ \|$/gm)].map((match) => match[1] ?? '')
    expect(listed.filter((name) => name !== '字段' && name !== '---').sort()).toEqual([...inDocuments].sort())
  })
})

describe('the template documents', () => {
  it('are exactly those that have a definition', () => {
    const defined = allTemplateDocuments.map((definition) => `${definition.identifier}.docx`)
    expect(
      readdirSync(folder)
        .filter((name) => name.endsWith('.docx'))
        .sort(),
    ).toEqual(defined.sort())
  })

  it.each(allTemplateDocuments)(
    '$identifier is committed as its definition builds it, byte for byte',
    async (definition) => {
      const committed = readFileSync(new URL(`${definition.identifier}.docx`, folder))
      expect((await buildTemplateDocument(definition)).equals(committed)).toBe(true)
    },
  )
})
