import PizZip from 'pizzip'
import { describe, expect, it } from 'vitest'
import { markPageNumbers } from '../../library/printing/mark-page-numbers.ts'

const run = (inside: string) => `<w:r><w:rPr><w:sz w:val="28"/></w:rPr>${inside}</w:r>`
const char = (type: string) => run(`<w:fldChar w:fldCharType="${type}"/>`)
const text = (said: string) => run(`<w:t>${said}</w:t>`)
const instruction = (said: string) => run(`<w:instrText xml:space="preserve"> ${said} </w:instrText>`)
/** As WPS and Word write a field: each part a run, and the number as it was when saved. */
const field = (said: string, saved: string) =>
  [char('begin'), instruction(said), char('separate'), text(saved), char('end')].join('')

function marked(footer: string, part = 'word/footer1.xml'): string {
  const zip = new PizZip()
  zip.file(part, `<w:ftr><w:p>${footer}</w:p></w:ftr>`)
  const xml = new PizZip(markPageNumbers(zip.generate({ type: 'uint8array' }))).file(part)?.asText() ?? ''
  return [...xml.matchAll(/<w:t>([^<]*)<\/w:t>/g)].map((one) => one[1]).join('')
}

describe('fields of page numbers', () => {
  it('become marks, and what was saved in them goes', () => {
    expect(
      marked(
        `${text('第')}${field('PAGE \\* MERGEFORMAT', '7')}${text('页，共')}${field('NUMPAGES', '9')}${text('页')}`,
      ),
    ).toBe('第\ue0a0页，共\ue0a1页')
  })

  it('may be simple ones', () => {
    expect(marked(`<w:fldSimple w:instr=" PAGE ">${text('7')}</w:fldSimple>`)).toBe('\ue0a0')
  })

  it('are told from other fields and from words', () => {
    const other = `${text('PAGE')}${field('DATE', '2026-11-21')}${field('PAGEREF _Toc1', '3')}`
    expect(marked(other)).toBe('PAGE2026-11-213')
  })

  it('are left alone in the text itself', () => {
    expect(marked(field('PAGE', '7'), 'word/document.xml')).toBe('7')
  })

  it('leave a document without them as it is, and what is no document, too', () => {
    const zip = new PizZip()
    zip.file('word/footer1.xml', '<w:ftr/>')
    const plain = zip.generate({ type: 'uint8array' })
    expect(markPageNumbers(plain)).toBe(plain)
    const broken = new Uint8Array([1, 2, 3])
    expect(markPageNumbers(broken)).toBe(broken)
  })
})
