import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MEANING_WORDS } from '../../../library/templates/known/meaning-words.ts'
import { MEANINGS } from '../../../library/templates/meanings.ts'
import { matchColumns } from '../../../library/templates/sheets/match-columns.ts'
import { bookTargets, templateTargets } from '../../../library/templates/sheets/match-targets.ts'
import type { TemplateSchema } from '../../../library/templates/template-schema.ts'

const schema = (properties: TemplateSchema['properties']): TemplateSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  properties,
})
const fieldsOf = (columns: readonly string[], properties: TemplateSchema['properties']) =>
  matchColumns(columns, templateTargets(schema(properties))).map(({ field, by }) => [field, by])

const heading = fc.oneof(
  fc.constantFrom(...MEANINGS.flatMap((meaning) => [...MEANING_WORDS[meaning]])),
  fc.string({ maxLength: 12 }),
)

describe('columns', () => {
  it('match by name before meaning, and by meaning before likeness', () => {
    expect(
      fieldsOf(['申请人姓名', '手机号码', '家庭年收入（元）', '天气'], {
        联系方式: { type: 'string', 'x-meaning': 'person.phone' },
        姓名: { type: 'string', 'x-meaning': 'person.name' },
        家庭年收入: { type: 'number' },
      }),
    ).toEqual([
      ['姓名', 'meaning'],
      ['联系方式', 'meaning'],
      ['家庭年收入', 'name'],
      [undefined, undefined],
    ])
  })

  it('match as alike when only a part of the words differs', () => {
    expect(fieldsOf(['实际种植补贴面积'], { 种植补贴面积: { type: 'number' } })).toEqual([['种植补贴面积', 'alike']])
  })

  it('keep two persons of one form apart', () => {
    const properties: TemplateSchema['properties'] = {
      姓名: { type: 'string', 'x-meaning': 'person.name' },
      配偶的名字: { type: 'string', 'x-meaning': 'person.name', 'x-subject': '配偶' },
    }
    expect(fieldsOf(['配偶姓名', '姓名'], properties)).toEqual([
      ['配偶的名字', 'meaning'],
      ['姓名', 'name'],
    ])
    expect(fieldsOf(['姓名'], properties)).toEqual([['姓名', 'name']])
  })

  it('match the last part of a heading of two rows', () => {
    expect(fieldsOf(['承包地/面积（亩）'], { 面积: { type: 'number' } })).toEqual([['面积', 'name']])
  })

  it('are matched as the last time, also where one was left out on purpose', () => {
    const targets = bookTargets()
    const remembered = { 姓名: null, 称呼: 'person.name' }
    expect(matchColumns(['姓名', '称呼'], targets, remembered)).toEqual([
      { column: '姓名', by: 'remembered' },
      { column: '称呼', field: 'person.name', by: 'remembered' },
    ])
  })

  it('each stand once in the answer, in their order, and no target twice', () => {
    fc.assert(
      fc.property(fc.uniqueArray(heading, { maxLength: 30 }), (columns) => {
        const matched = matchColumns(columns, bookTargets())
        const fields = matched.flatMap(({ field }) => field ?? [])
        expect(matched.map(({ column }) => column)).toEqual(columns)
        expect(new Set(fields).size).toBe(fields.length)
      }),
    )
  })

  it('with the very name of a target always find it', () => {
    const targets = bookTargets()
    fc.assert(
      fc.property(fc.shuffledSubarray(targets), (chosen) => {
        const columns = chosen.map(({ names }) => names[0] as string)
        expect(matchColumns(columns, targets).map(({ field }) => field)).toEqual(chosen.map(({ field }) => field))
      }),
    )
  })
})
