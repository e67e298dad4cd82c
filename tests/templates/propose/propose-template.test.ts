import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { proposeField } from '../../../library/templates/propose/propose-field.ts'
import { proposeTemplate } from '../../../library/templates/propose/propose-template.ts'
import { TemplateSchema } from '../../../library/templates/template-schema.ts'
import { makeDocx, paragraph, run, table } from '../document/make-docx.ts'

const propose = (body: string, name = '表.docx') => proposeTemplate(makeDocx({ body }), name)

describe('a field by its everyday name', () => {
  it.each([
    ['姓名', { type: 'string', 'x-meaning': 'person.name' }],
    ['申请人姓名', { type: 'string', 'x-meaning': 'person.name' }],
    ['户主姓名', { type: 'string', 'x-meaning': 'household.head' }],
    ['配偶姓名', { 'x-meaning': 'person.name', 'x-subject': '配偶' }],
    ['监护人联系电话', { format: 'phone', 'x-meaning': 'person.phone', 'x-subject': '监护人' }],
    ['身份证号码', { format: 'resident-id', 'x-meaning': 'person.residentId' }],
    ['手机号', { format: 'mobile-phone', 'x-meaning': 'person.phone' }],
    ['乡镇名', { 'x-meaning': 'town.name' }],
    ['村', { 'x-meaning': 'village.name' }],
    ['组', { 'x-meaning': 'village.group' }],
    ['住址', { 'x-meaning': 'person.address' }],
    ['日期', { format: 'date', 'x-meaning': 'document.date' }],
    ['出生日期', { format: 'date', 'x-meaning': 'person.birthDate' }],
    ['承包面积', { type: 'number', 'x-meaning': 'plot.area' }],
    ['补助金额', { type: 'number', format: 'money', 'x-unit': '元' }],
    ['家庭人口', { type: 'integer', 'x-meaning': 'household.size' }],
    ['性别', { enum: ['男', '女'], 'x-meaning': 'person.sex' }],
    ['统一社会信用代码', { format: 'social-credit-code', 'x-meaning': 'unit.creditCode' }],
    ['银行卡号', { format: 'bank-card', 'x-meaning': 'person.bankAccount' }],
    ['申请理由', { type: 'string', 'x-multiline': true }],
    ['别的', { type: 'string' }],
  ] as const)('%s', (name, expected) => {
    expect(proposeField(name, [])).toMatchObject({ title: name, ...expected })
  })

  it('is money when it is printed in capitals, and a date when its year is', () => {
    expect(proposeField('合同价', ['大写'])).toMatchObject({ type: 'number', format: 'money' })
    expect(proposeField('签订', ['年'])).toMatchObject({ type: 'string', format: 'date' })
  })

  it('in a table belongs to the table’s people, not to the applicant', () => {
    expect(proposeField('姓名', [], '家庭成员')).toMatchObject({ 'x-meaning': 'person.name', 'x-subject': '家庭成员' })
  })
})

describe('a document', () => {
  it('takes its title from a heading, a first line, or its file', () => {
    const heading = `<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>${run('救助申请表')}</w:p>`
    expect(propose(paragraph('编号：{编号}') + heading).title).toBe('救助申请表')
    expect(propose(paragraph('证 明') + paragraph('{姓名}')).title).toBe('证明')
    expect(propose(paragraph('兹证明{姓名}。'), '居住证明.docx').title).toBe('居住证明')
  })

  it('gives sections from its headings', () => {
    const { schema } = propose(
      [
        paragraph('申请表'),
        paragraph('一、基本情况'),
        paragraph('{姓名}，{身份证号}'),
        paragraph('（二）收入'),
        paragraph('{收入}，{姓名}'),
        paragraph('三、空的'),
        paragraph('我承诺，以上属实。'),
      ].join(''),
    )
    expect(schema['x-groups']).toEqual([
      { title: '基本情况', fields: ['姓名', '身份证号'] },
      { title: '收入', fields: ['收入'] },
    ])
  })

  it('takes a pair of tags without names inside for a condition, and with names for a table', () => {
    const { schema } = propose(paragraph('{#低保户}系低保户{/}{#成员}{姓名}{/}{#婚姻=已婚}{配偶姓名}{/}'))
    expect(Object.entries(schema.properties).map(([name, { type }]) => [name, type])).toEqual([
      ['低保户', 'boolean'],
      ['成员', 'array'],
      ['婚姻', 'string'],
      ['配偶姓名', 'string'],
    ])
  })

  it('finds blanks on lines, behind colons and in cells, and leaves what is signed by hand', () => {
    const { blanks } = propose(
      [
        paragraph('姓名：____，性别____，年龄：      岁'),
        paragraph('家庭住址：'),
        table([paragraph('联系 电话'), '<w:p/>'], [paragraph('这一格是说明文字，不是要填的，太长了'), '<w:p/>']),
        paragraph('负责人（签字）：______　　年　月　日'),
        paragraph('单位（盖章）：'),
        paragraph('说明：以上内容请如实填写。'),
      ].join(''),
    )
    expect(blanks.map(({ name }) => name)).toEqual(['姓名', '性别', '年龄', '家庭住址', '联系电话'])
  })

  it('of any text gives a schema that can be used', () => {
    const text = fc.string({ unit: fc.constantFrom(...'姓名：__{}#/^|=（）、一。 　是否/ab'), maxLength: 30 })
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (lines) => {
        const { schema, blanks } = propose(lines.map((line) => paragraph(line)).join(''))
        expect(TemplateSchema.safeParse(schema).success).toBe(true)
        expect(new Set(blanks.map(({ id }) => id)).size).toBe(blanks.length)
        for (const { name } of blanks) expect(name).toMatch(/^[^{}|/#^]+$/)
      }),
    )
  })
})
