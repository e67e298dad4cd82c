import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileDocument } from '../../../library/templates/document/fill-document.ts'
import type { TemplateSchema } from '../../../library/templates/template-schema.ts'
import { makeDocx, paragraph, run, schemaOf, table } from './make-docx.ts'
import { paragraphsOf } from './read-made.ts'

const FIELDS = ['姓名', '身份证号', '联系电话', '申请日期']
const compiled = (body: string, schema: TemplateSchema = schemaOf(FIELDS)) =>
  compileDocument(makeDocx({ body }), schema)
const problemsOf = (body: string, schema?: TemplateSchema) =>
  compiled(body, schema).problems.filter(({ code }) => code !== 'FIELD_UNUSED')

/** Cuts a text at arbitrary places, as editors do at every correction. */
const splits = (text: string) =>
  fc.array(fc.integer({ min: 0, max: text.length }), { maxLength: 12 }).map((cuts) => {
    const places = [0, ...cuts.sort((a, b) => a - b), text.length]
    return places.slice(1).map((end, at) => text.slice(places[at], end))
  })

describe('placeholders', () => {
  it('are read and filled however the editor split them over runs', () => {
    const text = '申请人{姓名}，身份证{身份证号|遮}，电话 { 联系电话 }。'
    fc.assert(
      fc.property(splits(text), (runs) => {
        const document = compiled(paragraph(...runs))
        expect(document.problems.filter(({ code }) => code !== 'FIELD_UNUSED')).toEqual([])
        expect(document.placeholders.map(({ tag, path }) => [tag, path])).toEqual([
          ['姓名', '姓名'],
          ['身份证号|遮', '身份证号'],
          ['联系电话', '联系电话'],
        ])
        const made = document.fill({ 姓名: '张三', 身份证号: '110101199003072316', 联系电话: '13800001234' })
        expect(paragraphsOf(made)).toEqual(['申请人张三，身份证110101********2316，电话 13800001234。'])
      }),
    )
  })

  it('are found in headers, footers, notes and text boxes, each named with its paragraph', () => {
    const box = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>${paragraph('{姓名}')}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${paragraph('{姓名}')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
    const docx = makeDocx({
      body: `${paragraph('标题')}${box}`,
      header: paragraph('{身份证号}'),
      footer: paragraph('第一行') + paragraph('{联系电话}'),
      footnotes: `<w:footnote w:id="1">${paragraph('{姓名}')}</w:footnote>`,
      endnotes: `<w:endnote w:id="1">${paragraph('{申请日期}')}</w:endnote>`,
    })
    const document = compileDocument(docx, schemaOf(FIELDS))
    expect(document.placeholders.map(({ part, paragraph: number, path }) => `${part}${number} ${path}`)).toEqual([
      '正文3 姓名',
      '页眉1 身份证号',
      '页脚2 联系电话',
      '脚注1 姓名',
      '尾注1 申请日期',
    ])
    const made = document.fill({ 姓名: '张三', 身份证号: '甲', 联系电话: '乙', 申请日期: '丙' })
    // Both copies of the text box are filled.
    expect(paragraphsOf(made)).toEqual(['标题', '张三张三', '张三', '张三'])
    expect(paragraphsOf(made, 'word/header1.xml')).toEqual(['甲'])
    expect(paragraphsOf(made, 'word/footer1.xml')).toEqual(['第一行', '乙'])
    expect(paragraphsOf(made, 'word/footnotes.xml')).toEqual(['张三'])
    expect(paragraphsOf(made, 'word/endnotes.xml')).toEqual(['丙'])
  })

  it('keep the looks of the run they began in', () => {
    const made = compiled(`<w:p>${run('甲')}<w:r><w:t>{姓</w:t></w:r>${run('名}乙')}</w:p>`).fill({ 姓名: '张三' })
    expect(paragraphsOf(made)).toEqual(['甲张三乙'])
  })
})

describe('what is wrong with a template is said with its place', () => {
  it.each([
    ['{姓名', 'PLACEHOLDER_UNCLOSED', '{姓名', '姓名'],
    ['申请人姓名}', 'PLACEHOLDER_UNOPENED', '申请人姓名}', '姓名'],
    ['{姓明}', 'PLACEHOLDER_UNKNOWN', '{姓明}', '姓名'],
    ['{身份证号码}', 'PLACEHOLDER_UNKNOWN', '{身份证号码}', '身份证号'],
    ['{性名}', 'PLACEHOLDER_UNKNOWN', '{性名}', '姓名'],
    ['{申请时间}', 'PLACEHOLDER_UNKNOWN', '{申请时间}', undefined],
    ['｛姓名｝', 'PLACEHOLDER_UNKNOWN', '｛姓名｝', '姓名'],
    ['{姓名｝', 'PLACEHOLDER_UNKNOWN', '{姓名｝', '姓名'],
    ['{}', 'PLACEHOLDER_UNKNOWN', '{}', undefined],
    ['{姓名|大些}', 'FILTER_UNKNOWN', '{姓名|大些}', '大写'],
    ['{#姓名}在', 'LOOP_UNCLOSED', '{#姓名}', undefined],
    ['在{/姓名}', 'LOOP_UNOPENED', '{/姓名}', undefined],
    ['{@姓名}', 'PLACEHOLDER_UNKNOWN', '{@姓名}', '姓名'],
  ])('%s: %s', (text, code, quote, likely) => {
    const found = problemsOf(paragraph('标题') + paragraph(...text))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ code, quote, part: '正文', paragraph: 2 })
    expect(found[0]?.likely).toBe(likely)
    expect(found[0]?.says).toMatch(/[\u4e00-\u9fff].*。$/)
  })

  it('names fields that the document never uses, but not those that only a rule needs', () => {
    const schema = schemaOf(
      {
        姓名: { type: 'string' },
        低保户: { type: 'boolean' },
        备注: { type: 'string' },
        成员: {
          type: 'array',
          items: { type: 'object', properties: { 名: { type: 'string' }, 年龄: { type: 'integer' } } },
        },
      },
      {
        allOf: [
          {
            if: { properties: { 低保户: { const: true } } },
            // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it so.
            then: { required: ['姓名'] },
          },
        ],
      },
    )
    const { problems } = compiled(paragraph('{姓名}{#成员}{名}{/}'), schema)
    expect(problems.map(({ code, quote }) => [code, quote])).toEqual([
      ['FIELD_UNUSED', '备注'],
      ['FIELD_UNUSED', '成员/年龄'],
    ])
  })

  it('names broken expressions, broken patterns, and names of no field', () => {
    const schema = schemaOf(
      { 姓名: { type: 'string', 'x-computed': '$sum(' }, 代码: { type: 'string', pattern: '(' } },
      {
        required: ['姓明'],
        'x-checks': [{ id: 'a-check', severity: 'must', holds: '1 +', says: '不对。', fields: ['没有'] }],
      },
    )
    const { problems } = compiled(paragraph('{姓名}{代码}'), schema)
    expect(problems.map(({ code, quote }) => [code, quote])).toEqual([
      ['SCHEMA_BROKEN', '姓明'],
      ['SCHEMA_BROKEN', '没有'],
      ['EXPRESSION_BROKEN', '1 +'],
      ['EXPRESSION_BROKEN', '$sum('],
      ['SCHEMA_BROKEN', '('],
    ])
  })

  it('says that a loop beginning inside a table and ending outside cannot be repeated, and fills the rest', () => {
    const rows = { type: 'array', items: { type: 'object', properties: { 名: { type: 'string' } } } } as const
    const schema = schemaOf({ 姓名: { type: 'string' }, 成员: rows, 证人: rows, 在场: { type: 'boolean' } })
    const body = [
      paragraph('{姓名}'),
      table([paragraph('{#成员}{名}')]),
      paragraph('{/成员}'),
      paragraph('{#证人}{名}，{/证人}'),
      paragraph('{#在场}'),
      table([paragraph('到场{/在场}')]),
    ].join('')
    const document = compiled(body, schema)
    expect(document.problems.map(({ code, quote, part, paragraph: at }) => [code, quote, part, at])).toEqual([
      ['LOOP_UNCLOSED', '{#成员}', '正文', 2],
      ['LOOP_UNCLOSED', '{#在场}', '正文', 5],
    ])
    const made = document.fill({ 姓名: '张三', 成员: [{ 名: '李四' }], 证人: [{ 名: '甲' }, { 名: '乙' }], 在场: true })
    expect(paragraphsOf(made)).toEqual(['张三', '{#成员}{名}', '{/成员}', '甲，乙，', '{#在场}', '到场{/在场}'])
  })

  it('leaves what it does not understand as it is printed, for the check of the document to find', () => {
    const made = compiled(paragraph('{姓明}和{姓名')).fill({ 姓名: '张三' })
    expect(paragraphsOf(made)).toEqual(['{姓明}和{姓名'])
  })

  it('never throws for any text in braces', () => {
    const text = fc.string({
      unit: fc.constantFrom(
        '{',
        '}',
        '｛',
        '｝',
        '#',
        '^',
        '/',
        '=',
        '≠',
        '|',
        '姓',
        '名',
        ' ',
        'a',
        '@',
        '-',
        '<',
        '&',
      ),
      maxLength: 40,
    })
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (lines) => {
        const document = compiled(lines.map((line) => paragraph(...line)).join(''))
        expect(() => paragraphsOf(document.fill({ 姓名: '张三' }))).not.toThrow()
      }),
    )
  })
})
