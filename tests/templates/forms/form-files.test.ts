import { Document, Footer, Header, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import PizZip from 'pizzip'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ErrorBody } from '../../../library/http/error-response.ts'
import type { DocumentPrinter } from '../../../library/printing/document-printer.ts'
import { findOffice } from '../../../library/printing/find-office.ts'
import { createOfficePrinter } from '../../../library/printing/office-printer.ts'
import { openPrinter } from '../../../library/printing/open-printer.ts'
import { appendSheet } from '../../../library/templates/forms/append-sheet.ts'
import { basisSheet } from '../../../library/templates/forms/basis-sheet.ts'
import type { FormView } from '../../../library/templates/forms/form-view.ts'
import { readPdf, wordsOf } from '../../printing/pdf-pages.ts'
import { printTogether } from '../../printing/print-together.ts'
import { applicant, application, type FormDesk, openFormDesk } from './form-desk.ts'

const office = findOffice()
/** Gives back what it is to print. */
const mirror: DocumentPrinter = { toPdf: async (docx) => docx }

let desk: FormDesk
let templateId: string
async function open(printer: DocumentPrinter) {
  desk = await openFormDesk({ printer })
  await desk.add({
    title: '社会救助暂行办法',
    documentNumber: '国务院令第649号',
    body: '第九条　国家对家庭给予最低生活保障。',
    issuedOn: '2014-02-21',
    effectiveFrom: '2014-05-01',
  })
  templateId = (await desk.addTemplate(application)).itemId
}
beforeEach(() => open(mirror))
afterEach(() => desk.close())

const finished = async (data = applicant): Promise<FormView> =>
  (await desk.finish((await desk.draft(templateId, data)).id)).form
const textOf = (docx: Uint8Array) =>
  (new PizZip(docx).file('word/document.xml')?.asText() ?? '').replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '')
const codeOf = (bytes: Uint8Array) => (JSON.parse(Buffer.from(bytes).toString()) as ErrorBody).error.code

describe('a basis sheet', () => {
  it('names the clauses with validity and dates, the template, the library and the code', async () => {
    const form = await finished()
    const { bytes, headers } = await desk.download(`/${form.id}/basis.docx`)
    expect(headers.get('content-disposition')).toContain(encodeURIComponent('张三-低保申请表-依据页.docx'))
    const text = textOf(bytes)
    for (const said of [
      '依据页',
      form.code ?? '?',
      '在薪火“我的文书”里输入这个编码',
      '《社会救助暂行办法》第九条',
      '现行有效',
      '国务院令第649号',
      '2014年2月21日公布，2014年5月1日施行',
      `《低保申请表》（版本 ${form.revision.slice(0, 12)}）`,
      form.libraryVersion ?? '?',
      form.docxSha256 ?? '?',
      '核对于 2026年11月21日',
    ]) {
      expect(text).toContain(said)
    }
    expect(text).not.toContain('保留的提示')
  })

  it('says what changed since, what was let stand, and what this library does not have', async () => {
    const { itemId } = await desk.addTemplate({
      title: '说明',
      paragraphs: ['{姓名} {电话}'],
      schema: {
        properties: { 姓名: { type: 'string' }, 电话: { type: 'string' } },
        required: ['电话'],
        'x-basis': [{ title: '社会救助暂行办法' }, { title: '没有的办法', provisions: ['第一条', '第二条'] }],
      },
    })
    const draft = await desk.draft(itemId, { 姓名: '张三\u0001' })
    const { findings } = await desk.finish(draft.id)
    const { form } = await desk.finish(
      draft.id,
      findings.map(({ id }) => id),
    )
    desk.setClock('2027-03-01T02:00:00.000Z')
    await desk.add({
      title: '社会救助暂行办法',
      body: '第九条　改了。',
      issuedOn: '2027-01-05',
      effectiveFrom: '2027-02-01',
    })
    const text = textOf((await desk.download(`/${form.id}/basis.docx`)).bytes)
    expect(text).toContain('《没有的办法》第一条、第二条')
    expect(text).toContain('资料库中没有，请自行核对')
    expect(text).toContain('2027年3月1日打印本页时，《社会救助暂行办法》的这个版本已修改。')
    expect(text).toContain('［坚持保留］')
    expect(text).toContain('核对于 2026年11月21日')
  })

  it('is no draft’s', async () => {
    const draft = await desk.draft(templateId, applicant)
    for (const file of ['docx', 'basis.docx', 'pdf']) {
      const answer = await desk.download(`/${draft.id}/${file}`)
      expect([answer.status, codeOf(answer.bytes)]).toEqual([409, 'FORM_NOT_FINISHED'])
    }
  })
})

describe('a PDF', () => {
  it.skipIf(office === undefined)(
    'has the values in place, and the basis sheet behind them when asked',
    async () => {
      await desk.close()
      await open(createOfficePrinter(office ?? ''))
      const form = await finished()
      const { bytes, headers } = await desk.download(`/${form.id}/pdf`)
      expect(headers.get('content-type')).toBe('application/pdf')
      const [page, ...more] = await readPdf(bytes)
      expect(more).toEqual([])
      expect(wordsOf(page ? [page] : [])).toContain('申请人:张三,身份证号:11010519491231002X')

      const both = await readPdf((await desk.download(`/${form.id}/pdf?basis=true`)).bytes)
      // The sheet fits one page of A4.
      expect(both).toHaveLength(2)
      expect(both.map(({ width, height }) => [Math.round(width), Math.round(height)])[1]).toEqual([595, 842])
      expect(wordsOf(both.slice(1))).toContain(form.code)
      expect(wordsOf(both.slice(0, 1))).toBe(wordsOf(page ? [page] : []))
      expect(wordsOf(both.slice(1))).toContain('核对于2026年11月21日')
    },
    60_000,
  )

  it('says what to do where nothing on this machine can print', async () => {
    await desk.close()
    await open(openPrinter([]))
    const answer = await desk.download(`/${(await finished()).id}/pdf`)
    expect([answer.status, codeOf(answer.bytes)]).toEqual([501, 'PRINT_UNAVAILABLE'])
  })
})

describe('a sheet behind a document', () => {
  const sheet = () =>
    basisSheet({
      title: '表',
      templateTitle: '表',
      templateRevision: '0',
      code: 'K7QM-P2XA-4',
      finishedOn: '2026年11月21日',
      libraryVersion: '',
      docxSha256: '',
      texts: [],
      changes: [],
      stood: [],
    })
  const row = new TableRow({ children: [new TableCell({ children: [new Paragraph('格')] })] })
  const documents = {
    'a paragraph at its end': { children: [new Paragraph('正文')] },
    'a table at its end': { children: [new Paragraph('正文'), new Table({ rows: [row] })] },
    'a header and footer': {
      headers: { default: new Header({ children: [new Paragraph('机密')] }) },
      footers: { default: new Footer({ children: [new Paragraph('第一页')] }) },
      children: [new Paragraph('正文')],
    },
    'a first page of its own': {
      properties: { titlePage: true },
      headers: { first: new Header({ children: [new Paragraph('机密')] }) },
      children: [new Paragraph('正文')],
    },
  }

  const docxOf = (section: (typeof documents)[keyof typeof documents]) =>
    Packer.toBuffer(
      new Document({
        styles: { default: { document: { paragraph: { indent: { firstLine: 640 }, spacing: { after: 600 } } } } },
        sections: [section],
      }),
    )

  it.skipIf(office === undefined)(
    'leaves the pages before it as they were, and takes over nothing of theirs',
    async () => {
      const given: Record<string, Uint8Array> = { sheet: await sheet() }
      for (const [at, section] of Object.values(documents).entries()) {
        const docx = await docxOf(section)
        given[`alone-${at}`] = docx
        given[`together-${at}`] = appendSheet(docx, await sheet())
      }
      const printed = await printTogether(office ?? '', given)
      // As it stands by itself.
      const [itself] = printed.sheet ?? []
      for (const [at, what] of Object.keys(documents).entries()) {
        const together = printed[`together-${at}`] ?? []
        expect(together.slice(0, -1), what).toEqual(printed[`alone-${at}`])
        const last = together.slice(-1)
        expect(wordsOf(last), what).toContain('依据页')
        expect(wordsOf(last), what).not.toMatch(/机密|第一页/)
        expect(last[0]?.lines.map(({ text }) => text)).toEqual(itself?.lines.map(({ text }) => text))
        for (const [index, line] of (last[0]?.lines ?? []).entries()) {
          expect(line.x).toBeCloseTo(itself?.lines[index]?.x ?? 0, 0)
        }
      }
    },
    120_000,
  )

  it('refuses what is no document', async () => {
    const sheetBytes = await sheet()
    expect(() => appendSheet(new Uint8Array([1, 2]), sheetBytes)).toThrow(/打不开/)
  })
})

describe('several forms at once', () => {
  const names = (bytes: Uint8Array) => Object.keys(new PizZip(bytes).files)

  it('are one archive, each file under a name of its own', async () => {
    const first = await finished()
    const second = await finished({ ...applicant, 人口: 4 })
    const third = await finished({ ...applicant, 姓名: '李四' })
    const ids = [first.id, second.id, third.id, first.id]
    const { bytes, headers } = await desk.download('/archive', { ids, formats: ['docx', 'basis'] })
    expect(headers.get('content-disposition')).toContain(encodeURIComponent('文书3份.zip'))
    expect(names(bytes)).toEqual([
      '张三-低保申请表.docx',
      '张三-低保申请表-依据页.docx',
      `张三-低保申请表 ${second.code}.docx`,
      `张三-低保申请表-依据页 ${second.code}.docx`,
      '李四-低保申请表.docx',
      '李四-低保申请表-依据页.docx',
    ])
    const alone = await desk.download(`/${third.id}/docx`)
    const packed = new PizZip(bytes).file('李四-低保申请表.docx')?.asUint8Array()
    expect(Buffer.compare(packed ?? new Uint8Array(), alone.bytes)).toBe(0)
  })

  it('are the same archive again', async () => {
    const { id } = await finished()
    const [one, other] = [
      await desk.download('/archive', { ids: [id], formats: ['docx'] }),
      await desk.download('/archive', { ids: [id], formats: ['docx'] }),
    ]
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0)
  })

  it('refuses an archive with a draft or with what is not there, and too many PDFs', async () => {
    const draft = await desk.draft(templateId, applicant)
    const drafts = await desk.download('/archive', { ids: [draft.id], formats: ['docx'] })
    expect([drafts.status, codeOf(drafts.bytes)]).toEqual([409, 'FORM_NOT_FINISHED'])
    expect((await desk.download('/archive', { ids: ['none'], formats: ['docx'] })).status).toBe(404)
    const many = Array.from({ length: 51 }, (_, number) => `form-${number}`)
    const refused = await desk.download('/archive', { ids: many, formats: ['pdf'] })
    expect([refused.status, codeOf(refused.bytes)]).toEqual([400, 'BAD_REQUEST'])
  })
})
