import { readFileSync } from 'node:fs'
import PizZip from 'pizzip'
import { describe, expect, it } from 'vitest'
import { compileDocument } from '../../../library/templates/document/fill-document.ts'
import { makeDocx, paragraph, schemaOf } from './make-docx.ts'

const refusal = (docx: Uint8Array): string => {
  try {
    compileDocument(docx, schemaOf([]))
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
  return 'opened'
}
const plain = makeDocx({ body: paragraph('正文') })

/** An OLE compound file (MS-CFB) with a stream of this name. */
function compoundFile(stream: string): Uint8Array {
  const magic = Buffer.from('d0cf11e0a1b11ae1', 'hex')
  return Buffer.concat([magic, Buffer.alloc(2000), Buffer.from(stream, 'utf16le'), Buffer.alloc(2000)])
}

describe('a document that cannot be a template', () => {
  it('is refused when it is no zip, is cut off, or holds no document', () => {
    expect(refusal(Buffer.from('姓名：{姓名}'))).toBe('TEMPLATE_DOCUMENT_BROKEN')
    expect(refusal(new Uint8Array())).toBe('TEMPLATE_DOCUMENT_BROKEN')
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      expect(refusal(plain.slice(0, Math.floor(plain.length * share)))).toBe('TEMPLATE_DOCUMENT_BROKEN')
    }
    const other = new PizZip()
    other.file('readme.txt', 'no document')
    expect(refusal(other.generate({ type: 'uint8array' }))).toBe('TEMPLATE_DOCUMENT_BROKEN')
  })

  it('is refused by every damaged byte with a sentence of ours, or opened', () => {
    for (let at = 0; at < plain.length; at += 7) {
      const damaged = plain.slice()
      damaged[at] = (damaged[at] ?? 0) ^ 0xff
      expect(refusal(damaged)).toMatch(/^(opened|TEMPLATE_DOCUMENT_[A-Z_]+)$/)
    }
  })

  it('is told apart when it is encrypted and when it is an old .doc', () => {
    expect(refusal(compoundFile('EncryptedPackage'))).toBe('TEMPLATE_DOCUMENT_ENCRYPTED')
    expect(refusal(compoundFile('WordDocument'))).toBe('TEMPLATE_DOCUMENT_OLD')
  })

  it('is refused for macros, in its parts or by its content type', () => {
    const body = paragraph('{姓名}')
    expect(refusal(makeDocx({ body, others: { 'word/vbaProject.bin': 'x' } }))).toBe('TEMPLATE_DOCUMENT_MACROS')
    const mainType = 'application/vnd.ms-word.document.macroEnabled.main+xml'
    expect(refusal(makeDocx({ body, mainType }))).toBe('TEMPLATE_DOCUMENT_MACROS')
  })

  it('is refused for a document type, which could multiply entities', () => {
    const others = { 'word/styles.xml': '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' }
    expect(refusal(makeDocx({ body: '', others }))).toBe('TEMPLATE_DOCUMENT_BROKEN')
  })

  it('is refused when it unpacks to far more than it is', () => {
    const bomb = makeDocx({ body: paragraph('x'), others: { 'word/media/a.bin': new Uint8Array(130 * 1024 * 1024) } })
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(refusal(bomb)).toBe('TEMPLATE_DOCUMENT_TOO_LARGE')
  })

  it('is refused when its directory lies about how large a part is', () => {
    const bomb = Buffer.from(
      makeDocx({ body: paragraph('x'), others: { 'word/large.xml': ' '.repeat(60 * 1024 * 1024) } }),
    )
    // The uncompressed size in each header that states it becomes 1000.
    const real = Buffer.alloc(4)
    real.writeUInt32LE(60 * 1024 * 1024)
    for (let at = bomb.indexOf(real); at >= 0; at = bomb.indexOf(real, at + 4)) bomb.writeUInt32LE(1000, at)
    expect(refusal(bomb)).toBe('TEMPLATE_DOCUMENT_TOO_LARGE')
  })

  it('says so in sentences that tell what is safe', () => {
    expect(() => compileDocument(Buffer.from('x'), schemaOf([]))).toThrow(/打不开.*另存为 \.docx.*没有改动/)
  })
})

it('every document of the starter content opens', () => {
  for (const name of ['dibao-shenqingbiao', 'huiyi-tongzhi']) {
    const docx = readFileSync(new URL(`../../../content/templates/${name}.docx`, import.meta.url))
    expect(refusal(docx)).toBe('opened')
  }
})
