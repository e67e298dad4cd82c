import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findOffice } from '../../../library/printing/find-office.ts'
import { compileDocument } from '../../../library/templates/document/fill-document.ts'
import type { FormData, TemplateSchema } from '../../../library/templates/template-schema.ts'
import { wordsOf } from '../../printing/pdf-pages.ts'
import { printTogether } from '../../printing/print-together.ts'
import { makeDocx, paragraph, schemaOf, table } from './make-docx.ts'

/** LibreOffice of this machine; without it these tests say that they were skipped. */
const office = findOffice()

describe.skipIf(office === undefined)('a filled document in LibreOffice', { timeout: 180_000 }, () => {
  it('shows every value in place, also rare characters, emoji and line breaks, and the sample of a template of the starter content', async () => {
    const body = [
      paragraph('姓名：{姓', '名}'),
      paragraph('{备注}'),
      table([paragraph('成员'), paragraph('年龄')], [paragraph('{#成员}{姓名}'), paragraph('{年龄}{/}')]),
    ].join('')
    const schema = schemaOf({
      姓名: { type: 'string' },
      备注: { type: 'string', 'x-multiline': true },
      成员: {
        type: 'array',
        items: { type: 'object', properties: { 姓名: { type: 'string' }, 年龄: { type: 'integer' } } },
      },
    })
    const docx = makeDocx({ body, header: paragraph('页眉{姓名}'), footer: paragraph('页脚{姓名}') })
    const made = compileDocument(docx, schema).fill({
      姓名: '王𠮷㙍',
      备注: '第一行\n<第二行> & {姓名} 完',
      成员: [
        { 姓名: '赵甲', 年龄: 31 },
        { 姓名: '赵乙', 年龄: 2 },
      ],
    })
    const read = (name: string) => readFileSync(new URL(`../../../content/templates/${name}`, import.meta.url))
    const starter = JSON.parse(read('dibao-shenqingbiao.schema.json').toString('utf8')) as TemplateSchema
    const { data } = JSON.parse(read('dibao-shenqingbiao.good.sample.json').toString('utf8')) as { data: FormData }
    const sample = compileDocument(read('dibao-shenqingbiao.docx'), starter).fill(data)
    const printed = await printTogether(office ?? '', { made, sample })
    const words = wordsOf(printed.made ?? [])
    for (const word of ['姓名:王𠮷㙍', '第一行\n', '<第二行>&{姓名}完', '赵甲', '31', '赵乙'])
      expect(words).toContain(word)
    const shown = wordsOf(printed.sample ?? [])
    const texts = Object.values(data).filter(
      (value) => typeof value === 'string' && /^\p{Script=Han}{2,6}$/u.test(value),
    )
    expect(texts.length).toBeGreaterThan(1)
    for (const text of texts) expect(shown).toContain(String(text).normalize('NFKC'))
    expect(shown).not.toMatch(/[{}]|undefined/)
  })
})
