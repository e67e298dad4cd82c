import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import PizZip from 'pizzip'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { compileDocument } from '../../../library/templates/document/fill-document.ts'
import { safeText } from '../../../library/templates/document/print-value.ts'
import type { FormData, TemplateSchema } from '../../../library/templates/template-schema.ts'
import { makeDocx, paragraph, run, schemaOf, table } from './make-docx.ts'
import { paragraphsOf } from './read-made.ts'

const fill = (body: string, schema: TemplateSchema, data: FormData) =>
  paragraphsOf(compileDocument(makeDocx({ body }), schema).fill(data))
const members = {
  type: 'array',
  items: { type: 'object', properties: { 姓名: { type: 'string' }, 年龄: { type: 'integer' } } },
} as const

describe('values', () => {
  it('are text whatever they hold: XML, braces, control characters, emoji, rare characters', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom(
        '<w:p/>',
        '</w:t></w:r>',
        '&lt;b&gt; &amp; &#x0;',
        '{姓名}{#成员}{/}{@xml}',
        '\ufdd01\ufdd1 \ufdd0#0\ufdd1',
        ']]><!-- -->',
        '𠮷㙍𬌗👨‍👩‍👧',
        '=SUM(A1:A2)',
        '第一行\r\n第二行\n第三行\r第四行',
        '{{7*7}} %s',
        '__proto__',
        '  前后有空格  ',
      ),
    )
    fc.assert(
      fc.property(hostile, hostile, (name, note) => {
        const made = fill(paragraph('甲', '{姓', '名}乙') + paragraph('{备注}'), schemaOf(['姓名', '备注']), {
          姓名: name,
          备注: note,
        })
        expect(made).toEqual([`甲${safeText(name)}乙`, safeText(note)])
      }),
    )
  })

  it('keep their line breaks as line breaks', () => {
    const docx = compileDocument(makeDocx({ body: paragraph('{备注}') }), schemaOf(['备注'])).fill({
      备注: '甲\n乙\r\n丙',
    })
    expect(
      new PizZip(docx)
        .file('word/document.xml')
        ?.asText()
        .match(/<w:br\/>/g),
    ).toHaveLength(2)
    expect(paragraphsOf(docx)).toEqual(['甲\n乙\n丙'])
  })

  it('that are not there print as nothing, never as “undefined”', () => {
    const schema = schemaOf({ 姓名: { type: 'string' }, 金额: { type: 'number', format: 'money' }, 成员: members })
    const body = paragraph('[{姓名}|{金额|大写}|{姓名|遮}]') + paragraph('{#成员}[{姓名},{年龄}]{/成员}')
    expect(fill(body, schema, {})).toEqual(['[||]', ''])
    expect(fill(body, schema, { 成员: [{}] })).toEqual(['[||]', '[,]'])
  })

  it('of names that every object has are values like any other', () => {
    const schema = schemaOf(['constructor', 'toString', 'hasOwnProperty'])
    const body = paragraph('[{constructor}{toString}{hasOwnProperty}]')
    expect(fill(body, schema, {})).toEqual(['[]'])
    expect(fill(body, schema, { constructor: '甲', toString: '乙' } as unknown as FormData)).toEqual(['[甲乙]'])
  })

  it('print by their field: dates, money, switches, numbers without noise', () => {
    const schema = schemaOf({
      日期: { type: 'string', format: 'date' },
      金额: { type: 'number', format: 'money' },
      人数: { type: 'integer' },
      是否: { type: 'boolean' },
      比例: { type: 'number' },
    })
    const data = { 日期: '2026-11-21', 金额: 1234.5, 人数: 3, 是否: true, 比例: 0.1 + 0.2 }
    expect(
      fill(paragraph('{日期} {日期|汉字} {日期|月}月 {金额} {金额|大写} {人数} {是否} {比例}'), schema, data),
    ).toEqual(['2026年11月21日 二〇二六年十一月二十一日 11月 1234.50 壹仟贰佰叁拾肆元伍角整 3 是 0.3'])
  })
})

describe('tables and conditions', () => {
  const schema = schemaOf({
    姓名: { type: 'string' },
    婚姻状况: { type: 'string' },
    低保户: { type: 'boolean' },
    成员: members,
  })

  it('repeat a row for each entry, and take the row away when there is none', () => {
    const body = table([paragraph('姓名'), paragraph('年龄')], [paragraph('{#成员}{姓名}'), paragraph('{年龄}{/成员}')])
    expect(fill(body, schema, { 成员: [{ 姓名: '甲', 年龄: 3 }, { 姓名: '乙' }] })).toEqual([
      '姓名',
      '年龄',
      '甲',
      '3',
      '乙',
      '',
    ])
    expect(fill(body, schema, { 成员: [] })).toEqual(['姓名', '年龄'])
  })

  it('never take an empty cell from the field of the same name outside the table', () => {
    const body = paragraph('{姓名}：{#成员}[{姓名}]{/}')
    expect(fill(body, schema, { 姓名: '户主', 成员: [{ 年龄: 3 }, { 姓名: '子' }] })).toEqual(['户主：[][子]'])
  })

  it('give fields outside the table within its rows', () => {
    const body = paragraph('{#成员}{姓名}是{婚姻状况}；{/成员}')
    expect(fill(body, schema, { 婚姻状况: '已婚', 成员: [{ 姓名: '甲' }, { 姓名: '乙' }] })).toEqual([
      '甲是已婚；乙是已婚；',
    ])
  })

  it.each([
    ['{#低保户}是{/}{^低保户}否{/}', { 低保户: true }, '是'],
    ['{#低保户}是{/}{^低保户}否{/}', { 低保户: false }, '否'],
    ['{#低保户}是{/}{^低保户}否{/}', {}, '否'],
    ['{#婚姻状况=已婚}配偶{/婚姻状况}', { 婚姻状况: '已婚' }, '配偶'],
    ['{#婚姻状况 ＝ 已婚}配偶{/婚姻状况=已婚}', { 婚姻状况: '未婚' }, ''],
    ['{#婚姻状况≠已婚}单身{/}', { 婚姻状况: '未婚' }, '单身'],
    ['{#婚姻状况!=已婚}单身{/}', {}, '单身'],
    ['{^婚姻状况=已婚}单身{/}', { 婚姻状况: '已婚' }, ''],
    ['{#姓名}有{/}{^姓名}无{/}', { 姓名: '  ' }, '无'],
    ['{^成员}无{/成员}{#成员}{#年龄=3}三岁{/}{/}', { 成员: [{ 年龄: 3 }, { 年龄: 4 }] }, '三岁'],
    ['{^成员}无{/成员}', { 成员: [] }, '无'],
  ])('%s with %j prints “%s”', (text, data, printed) => {
    expect(fill(paragraph(`[${text}]`), schema, data as unknown as FormData)).toEqual([`[${printed}]`])
  })

  it('a condition alone in its paragraph leaves no empty line', () => {
    const body = paragraph('{#低保户}') + paragraph('附低保证') + paragraph('{/低保户}') + paragraph('完')
    expect(fill(body, schema, { 低保户: true })).toEqual(['附低保证', '完'])
    expect(fill(body, schema, { 低保户: false })).toEqual(['完'])
  })
})

describe('one compiled document', () => {
  const read = (name: string) => readFileSync(new URL(`../../../content/templates/${name}`, import.meta.url))
  const schema = JSON.parse(read('dibao-shenqingbiao.schema.json').toString('utf8')) as TemplateSchema
  const docx = read('dibao-shenqingbiao.docx')
  const { data } = JSON.parse(read('dibao-shenqingbiao.good.sample.json').toString('utf8')) as { data: FormData }

  it('fills again and again as a new one would, in any order', () => {
    const reused = compileDocument(docx, schema)
    const people = [data, {}, { ...data, 申请人姓名: '李四', 家庭成员: [] }, data]
    for (const one of people) {
      expect(paragraphsOf(reused.fill(one))).toEqual(paragraphsOf(compileDocument(docx, schema).fill(one)))
    }
  })

  it('changes nothing but the parts with placeholders', () => {
    const before = new PizZip(docx)
    const after = new PizZip(compileDocument(docx, schema).fill(data))
    expect(Object.keys(after.files).sort()).toEqual(Object.keys(before.files).sort())
    for (const name of Object.keys(before.files)) {
      if (name === 'word/document.xml' || before.files[name]?.dir) continue
      expect(after.file(name)?.asText()).toBe(before.file(name)?.asText())
    }
  })

  it('gives the same bytes for the same data, whenever and by whichever it is filled', () => {
    const compiled = compileDocument(docx, schema)
    const first = Buffer.from(compiled.fill(data))
    compiled.fill({})
    vi.useFakeTimers({ now: new Date('2031-01-01T00:00:00Z') })
    onTestFinished(() => void vi.useRealTimers())
    expect(first.equals(compiled.fill(data))).toBe(true)
    expect(first.equals(compileDocument(docx, schema).fill(data))).toBe(true)
  })

  it('numbers a picture in each row that repeats it', () => {
    const drawing =
      '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="7" name="图"/></wp:inline></w:drawing></w:r>'
    const body = `<w:p>${run('{#成员}{姓名}')}${drawing}${run('{/}')}</w:p>`
    const made = compileDocument(makeDocx({ body }), schemaOf({ 成员: members })).fill({
      成员: [{ 姓名: '甲' }, { 姓名: '乙' }, { 姓名: '丙' }],
    })
    const xml = new PizZip(made).file('word/document.xml')?.asText() ?? ''
    expect([...xml.matchAll(/docPr id="(\d+)"/g)].map(([, id]) => id)).toEqual(['7', '8', '9'])
  })

  it('knows no raw XML and no other delimiters than its own', () => {
    const body = `<w:p>${run('{@xml}{=<< >>=}<<姓名>>')}</w:p>`
    expect(fill(body, schemaOf(['姓名', 'xml']), { 姓名: '张三', xml: '<w:p/>' })).toEqual(['{@xml}{=<< >>=}<<姓名>>'])
  })
})
