import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Finding } from '../../library/templates/finding.ts'
import { compileExpression } from '../../library/templates/schema/expression.ts'
import { fileNameOf } from '../../library/templates/schema/file-name.ts'
import type { FilledSample, TemplateSchema } from '../../library/templates/template-schema.ts'
import { allTemplateDocuments } from '../../scripts/template-documents/all-documents.ts'
import { templateFiles, withFieldTable } from '../../scripts/template-documents/write-template-files.ts'
import { FrontMatter } from './front-matter.schema.ts'
import { contentRoot, readContent } from './read-content.ts'
import { fieldPaths, readContentTemplate, today } from './read-content-template.ts'
import { readDocx } from './read-docx.ts'

const folder = new URL('templates/', contentRoot)
const templates = readContent().filter((file) => file.folder === 'templates')

describe.each(templates)('$name', ({ name, frontMatter, body }) => {
  const item = FrontMatter.parse(frontMatter)
  const template = readContentTemplate(name.replace('.md', ''))
  const { schema, good, bad } = template

  it('lists the document, its schema and both samples as attachments', () => {
    const paths = item.kind === 'template' ? item.attachments.map((attachment) => attachment.path) : []
    const identifier = item.identifier
    expect(paths).toEqual([
      `${identifier}.docx`,
      `${identifier}.schema.json`,
      `${identifier}.good.sample.json`,
      `${identifier}.bad.sample.json`,
    ])
    expect([good.quality, bad.quality]).toEqual(['good', 'bad'])
  })

  it('is a Word document without macros, embedded objects or external links', async () => {
    const parts = await readDocx(template.docx)
    expect([...parts.keys()]).toEqual(expect.arrayContaining(['[Content_Types].xml', 'word/document.xml']))
    expect([...parts.keys()].filter((part) => /vba|activeX|embeddings|\.bin$/i.test(part))).toEqual([])
    const relations = [...parts].filter(([part]) => part.endsWith('.rels')).map(([, part]) => part.toString('utf8'))
    expect(relations.join('')).not.toContain('TargetMode="External"')
  })

  it('has a field for every placeholder and a placeholder for every field', () => {
    expect(template.compiled().problems).toEqual([])
  })

  it('lists exactly the fields of its schema', () => {
    const table = body.split('## 字段')[1]?.split('\n## ')[0] ?? ''
    const listed = [...table.matchAll(/^\| ([^|]+?) \| [^|]+ \|$/gm)].map((match) => match[1] ?? '').slice(2)
    expect(listed).toEqual(fieldPaths(schema))
  })

  it('says of every field what to fill in, and asks every field in a section', () => {
    expect(fieldsWithoutWords(schema)).toEqual([])
    const grouped = (schema['x-groups'] ?? []).flatMap((group) => group.fields)
    expect(grouped).toEqual(Object.keys(schema.properties))
  })

  it('has two to seven checks about its own fields', () => {
    const checks = schema['x-checks'] ?? []
    expect(checks.length).toBeGreaterThanOrEqual(2)
    expect(checks.length).toBeLessThanOrEqual(7)
    expect(new Set(checks.map((check) => check.id)).size).toBe(checks.length)
    const paths = new Set(fieldPaths(schema))
    expect(checks.flatMap((check) => check.fields).filter((field) => !paths.has(field))).toEqual([])
  })

  it('names the made file by what was filled', async () => {
    const data = await template.check().complete(good.data, { today })
    const name = fileNameOf(schema, item.title, data, today)
    expect(name).not.toMatch(/[{}]/)
    expect(name.length).toBeGreaterThan(4)
    const named = [...(schema['x-file-name'] ?? '').matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? '')
    expect(named.filter((field) => !Object.hasOwn(schema.properties, field))).toEqual([])
  })

  it('can say which papers are needed, and says it in words too', async () => {
    const materials = schema['x-materials'] ?? []
    const data = await template.check().complete(good.data, { today })
    for (const { name: paper, when, whenSays } of materials) {
      if (when === undefined) continue
      expect(whenSays, paper).toBeDefined()
      const bindings = { form: data, today }
      expect(['boolean', 'undefined'], paper).toContain(typeof (await compileExpression(when).evaluate(data, bindings)))
    }
  })

  it('finds nothing in the copy that is filled well', async () => {
    expect(await findingsIn(good)).toEqual([])
  })

  it('finds in the copy with faults exactly what its notes explain', async () => {
    const findings = await findingsIn(bad)
    expect([...new Set(findings.map(fieldOf))].sort()).toEqual(Object.keys(bad.notes ?? {}).sort())
    expect(findings.filter((finding) => finding.rule === 'check-not-run')).toEqual([])
  })

  it('notes only fields that it has', () => {
    const paths = new Set(fieldPaths(schema))
    const noted = [good, bad].flatMap((sample) => Object.keys(sample.notes ?? {}))
    expect(noted.filter((path) => !paths.has(path.replace(/\/\d+/, '')))).toEqual([])
  })

  it('speaks of nobody: resident ids of no place, phones of one invented series', () => {
    const said = JSON.stringify([good, bad])
    const ids = said.match(/(?<!\d)\d{17}[\dX](?!\d)/g) ?? []
    const phones = said.match(/(?<!\d)1[3-9]\d{9}(?!\d)/g) ?? []
    expect(ids.filter((id) => !id.startsWith('990000'))).toEqual([])
    expect(phones.filter((number) => !number.startsWith('1380000'))).toEqual([])
  })

  async function findingsIn(sample: FilledSample): Promise<Finding[]> {
    const check = template.check()
    return check.findings(await check.complete(sample.data, { today }), { today })
  }
})

describe('the template documents', () => {
  it('are at least 32', () => {
    expect(templates.length).toBeGreaterThanOrEqual(32)
  })

  it('are exactly those that have a definition', async () => {
    const defined = allTemplateDocuments.flatMap(({ identifier }) =>
      ['.md', '.docx', '.schema.json', '.good.sample.json', '.bad.sample.json'].map((end) => `${identifier}${end}`),
    )
    expect(readdirSync(folder).sort()).toEqual(defined.sort())
  })

  describe.each(allTemplateDocuments)('$identifier', (definition) => {
    let built: Map<string, Buffer>
    beforeAll(async () => {
      built = await templateFiles(definition)
    })

    it('is committed as its definition builds it, byte for byte', () => {
      const differing = [...built].filter(([name, bytes]) => !readFileSync(new URL(name, folder)).equals(bytes))
      expect(differing.map(([name]) => name)).toEqual([])
    })

    it('has its table of fields in the Markdown as the schema says', () => {
      const markdown = readFileSync(new URL(`${definition.identifier}.md`, folder), 'utf8')
      const schema = readContentTemplate(definition.identifier).schema
      expect(withFieldTable(markdown, schema)).toBe(markdown)
    })

    it('is built with the same bytes again', async () => {
      const again = await templateFiles(definition)
      expect([...again].filter(([name, bytes]) => !built.get(name)?.equals(bytes)).map(([name]) => name)).toEqual([])
    })
  })
})

function fieldOf({ place }: Finding): string {
  return place.type === 'field' ? place.path : place.type
}

function fieldsWithoutWords(schema: TemplateSchema): string[] {
  return Object.entries(schema.properties).flatMap(([name, field]) => {
    const cells = field.type === 'array' ? Object.entries(field.items.properties) : []
    return [[name, field] as const, ...cells].flatMap(([title, one]) =>
      one.title === undefined || one.description === undefined ? [title] : [],
    )
  })
}
