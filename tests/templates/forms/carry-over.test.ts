import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carryOver, valuesToCopy, withoutComputed } from '../../../library/templates/forms/carry-over.ts'
import type { FormData, FormRow, TemplateField, TemplateSchema } from '../../../library/templates/template-schema.ts'

const schemaOf = (properties: Record<string, TemplateField>): TemplateSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  properties,
})
const carried = (from: Record<string, TemplateField>, data: FormData, to: Record<string, TemplateField>) =>
  carryOver(schemaOf(from), { data, sources: {} }, schemaOf(to))

const name = fc.constantFrom('姓名', '电话', '人口', '面积', '地址', '备注')
const meaning = fc.constantFrom('person.name', 'person.phone', 'household.size', undefined)
const withMeaning = <Field extends object>(field: Field) =>
  meaning.map((one) => (one === undefined ? field : { ...field, 'x-meaning': one })) as fc.Arbitrary<Field>
const cellField = fc.oneof(
  withMeaning({ type: 'string' as const }),
  withMeaning({ type: 'number' as const }),
  withMeaning({ type: 'boolean' as const }),
)
const tableField = fc
  .dictionary(name, cellField, { noNullPrototype: true })
  .map((properties) => ({ type: 'array' as const, items: { type: 'object' as const, properties } }))
const properties: fc.Arbitrary<Record<string, TemplateField>> = fc.dictionary(name, fc.oneof(cellField, tableField), {
  noNullPrototype: true,
})
const cell = fc.oneof(fc.constantFrom('张三', '12', '12.50', ' 3'), fc.integer(), fc.boolean())
const row = fc.dictionary(name, cell, { noNullPrototype: true })
const data: fc.Arbitrary<FormData> = fc.dictionary(name, fc.oneof(cell, fc.array(row, { maxLength: 3 })), {
  noNullPrototype: true,
})

/** Each single value as text, in any order. */
const values = (given: readonly (FormData[string] | FormRow)[]): string[] =>
  given
    .flatMap((one) =>
      Array.isArray(one) ? values(one) : typeof one === 'object' ? values(Object.values(one)) : [String(one).trim()],
    )
    .sort()

describe('carrying values over to another schema', () => {
  it('loses none: each is in a field, or listed as without one', () => {
    fc.assert(
      fc.property(properties, data, properties, (from, given, to) => {
        const { data: placed, unplaced } = carried(from, given, to)
        expect(values([...Object.values(placed), ...unplaced.map(({ value }) => value)])).toEqual(
          values(Object.values(given)),
        )
      }),
      { numRuns: 500 },
    )
  })

  it('gives fields only what they hold', () => {
    fc.assert(
      fc.property(properties, data, properties, (from, given, to) => {
        for (const [field, value] of Object.entries(carried(from, given, to).data)) {
          const { type } = to[field] ?? {}
          expect(Array.isArray(value) ? 'array' : typeof value).toBe(type)
        }
      }),
    )
  })

  it('changes nothing where the schema stayed as it was', () => {
    fc.assert(
      fc.property(properties, data, (same, given) => {
        const known = Object.fromEntries(Object.entries(carried(same, given, same).data))
        const { data: again, unplaced } = carried(same, known, same)
        expect([again, unplaced]).toEqual([known, []])
      }),
    )
  })

  it('puts a value into the field of its name before any field of its meaning', () => {
    const person = { type: 'string', 'x-meaning': 'person.name' } as const
    expect(carried({ 姓名: person }, { 姓名: '张三' }, { 申请人: person, 姓名: person }).data).toEqual({ 姓名: '张三' })
  })

  it('tells apart whose a value is', () => {
    const of = (subject: string) => ({ type: 'string', 'x-meaning': 'person.name', 'x-subject': subject }) as const
    const { data: placed, unplaced } = carried({ 丈夫: of('丈夫') }, { 丈夫: '张三' }, { 申请人: of('妻子') })
    expect(placed).toEqual({})
    expect(unplaced).toMatchObject([{ value: '张三' }])
  })

  it('takes a number written as text for the number it is, and no other text', () => {
    const to = { 人口: { type: 'integer' } } as const
    const from = { 人口: { type: 'string' } } as const
    expect(carried(from, { 人口: '3' }, to).data).toEqual({ 人口: 3 })
    for (const 人口 of ['三', '3口', '0x10', '1e3', '03', '']) expect(carried(from, { 人口 }, to).data).toEqual({})
  })

  it('keeps where table cells came from', () => {
    const table = (column: string): TemplateField => ({
      type: 'array',
      items: { type: 'object', properties: { [column]: { type: 'string', 'x-meaning': 'person.name' } } },
    })
    const source = { type: 'book', title: '本地名册' } as const
    const { data: placed, sources } = carryOver(
      schemaOf({ 成员: table('姓名') }),
      { data: { 成员: [{ 姓名: '张三' }] }, sources: { '成员/0/姓名': source } },
      schemaOf({ 成员: table('成员姓名') }),
    )
    expect([placed, sources]).toEqual([{ 成员: [{ 成员姓名: '张三' }] }, { '成员/0/成员姓名': source }])
  })
})

describe('the values of a copy', () => {
  const computed = { type: 'computed', title: '自动算出' } as const
  it('are without what was computed, in tables too, but with what was typed over it', () => {
    const form = {
      data: { 合计: 3, 金额: 5, 明细: [{ 小计: 1, 名称: '甲' }] },
      sources: { 合计: computed, '明细/0/小计': computed, 金额: { type: 'typed', title: '手工填写' } as const },
    }
    expect(withoutComputed(form)).toEqual({
      data: { 金额: 5, 明细: [{ 名称: '甲' }] },
      sources: { 金额: { type: 'typed', title: '手工填写' } },
    })
  })

  it('are without date and number of the document, whose own fields may be called alike', () => {
    const schema = schemaOf({
      成文日期: { type: 'string', 'x-meaning': 'document.date' },
      年度: { type: 'string', 'x-meaning': 'document.year' },
      发文字号: { type: 'string' },
      登记: { type: 'string', title: '登记编号' },
      机关代字: { type: 'string', 'x-meaning': 'unit.documentCode' },
      户编号: { type: 'string', 'x-meaning': 'household.number' },
      出生日期: { type: 'string', 'x-meaning': 'person.birthDate' },
    })
    const given = Object.fromEntries(Object.keys(schema.properties).map((field) => [field, '值']))
    expect(Object.keys(valuesToCopy(schema, { data: given, sources: {} }).data)).toEqual([
      '机关代字',
      '户编号',
      '出生日期',
    ])
  })
})
