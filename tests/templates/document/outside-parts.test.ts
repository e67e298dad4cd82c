import PizZip from 'pizzip'
import { describe, expect, it } from 'vitest'
import { compileDocument } from '../../../library/templates/document/fill-document.ts'
import { makeDocx, paragraph, schemaOf } from './make-docx.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (...all: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`
const outside = (type: string, target: string) =>
  `<Relationship Id="rId9" Type="${OFFICE}/${type}" Target="${target}" TargetMode="External"/>`
const documentWith = (others: Record<string, string>) => makeDocx({ body: paragraph('姓名：{姓名}'), others })
const fill = (docx: Uint8Array) => new PizZip(compileDocument(docx, schemaOf(['姓名'])).fill({ 姓名: '周福生' }))

describe('what a document fetches from outside', () => {
  it('is refused where the page would lack it', () => {
    for (const type of ['image', 'oleObject', 'subDocument', 'frame', 'aFChunk']) {
      const others = { 'word/_rels/document.xml.rels': relations(outside(type, 'https://example.invalid/x.png')) }
      expect(() => fill(documentWith(others)), type).toThrow(
        expect.objectContaining({ code: 'TEMPLATE_DOCUMENT_OUTSIDE' }),
      )
    }
  })

  it('is let go where it is the template file of another machine, and a link stays', () => {
    const made = fill(
      documentWith({
        'word/_rels/document.xml.rels': relations(outside('hyperlink', 'https://example.invalid/')),
        'word/_rels/settings.xml.rels': relations(outside('attachedTemplate', 'file:///C:\\Users\\a\\b.dotm')),
        'word/settings.xml': `<w:settings xmlns:w="x" xmlns:r="y"><w:attachedTemplate r:id="rId9"/><w:zoom/></w:settings>`,
      }),
    )
    expect(made.file('word/_rels/settings.xml.rels')?.asText()).not.toContain('External')
    expect(made.file('word/settings.xml')?.asText()).toBe('<w:settings xmlns:w="x" xmlns:r="y"><w:zoom/></w:settings>')
    expect(made.file('word/_rels/document.xml.rels')?.asText()).toContain('https://example.invalid/')
    expect(made.file('word/document.xml')?.asText()).toContain('周福生')
  })

  it('is refused as a program where it is a control', () => {
    const docx = documentWith({ 'word/activeX/activeX1.xml': '<ax:ocx xmlns:ax="x"/>' })
    expect(() => fill(docx)).toThrow(expect.objectContaining({ code: 'TEMPLATE_DOCUMENT_MACROS' }))
  })
})
