import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../library/templates/finding.ts'
import type { KnownSubject, ValueSource } from '../../../library/templates/known/known-view.ts'
import type { TemplateSchema } from '../../../library/templates/template-schema.ts'
import { applicableRepair } from '../../../renderer/templates/form/applicable-repair.ts'
import { fieldAt, titleAt, valueAt, withValueAt } from '../../../renderer/templates/form/field-path.ts'
import { fieldGroups } from '../../../renderer/templates/form/form-schema.ts'
import { requiredNow } from '../../../renderer/templates/form/required-now.ts'
import { pathInForm, shownData } from '../../../renderer/templates/form/shown-data.ts'
import {
  subjectsOf,
  takenOver,
  withIdFacts,
  withoutValues,
  withSubject,
} from '../../../renderer/templates/form/subject-fields.ts'
import { withTwins } from '../../../renderer/templates/form/twin-findings.ts'

const schema: TemplateSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  properties: {
    镇: { type: 'string', 'x-meaning': 'town.name' },
    姓名: { type: 'string', 'x-meaning': 'person.name' },
    身份证号: { type: 'string', format: 'resident-id', 'x-meaning': 'person.residentId' },
    性别: { type: 'string', enum: ['男', '女'], 'x-meaning': 'person.sex' },
    出生日期: { type: 'string', format: 'date', 'x-meaning': 'person.birthDate' },
    婚姻状况: { type: 'string', enum: ['已婚', '未婚'] },
    配偶姓名: { type: 'string', 'x-meaning': 'person.name', 'x-subject': '配偶' },
    家庭成员: {
      type: 'array',
      title: '共同生活的人',
      'x-meaning': 'household.members',
      items: {
        type: 'object',
        properties: {
          姓名: { type: 'string', 'x-meaning': 'person.name' },
          身份证号: { type: 'string', format: 'resident-id', 'x-meaning': 'person.residentId' },
          性别: { type: 'string', 'x-meaning': 'person.sex' },
        },
      },
    },
  },
  required: ['姓名'],
  allOf: [
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema's own word
    { if: { properties: { 婚姻状况: { const: '已婚' } }, required: ['婚姻状况'] }, then: { required: ['配偶姓名'] } },
  ],
  'x-groups': [
    { title: '本人', fields: ['姓名', '身份证号', '没有的'] },
    { title: '空的', fields: ['没有的'] },
  ],
}
const earlier: ValueSource = { type: 'earlier', title: '《低保申请表》11月21日', open: '/forms/1' }
const computed: ValueSource = { type: 'computed', title: '由身份证号得出' }
const known = (meaning: string, value: string) =>
  ({ meaning, value, source: earlier }) as KnownSubject['values'][number]

describe('values by path', () => {
  it('are found, changed and taken out, in fields and in a table’s cells', () => {
    const data = { 姓名: '周福生', 家庭成员: [{ 姓名: '何桂兰' }] }
    expect(valueAt(data, '家庭成员/0/姓名')).toBe('何桂兰')
    expect(valueAt(data, '家庭成员/4/姓名')).toBeUndefined()
    expect(withValueAt(data, '家庭成员/1/姓名', '周小雨')).toEqual({
      姓名: '周福生',
      家庭成员: [{ 姓名: '何桂兰' }, { 姓名: '周小雨' }],
    })
    expect(withValueAt(data, '姓名', undefined)).toEqual({ 家庭成员: [{ 姓名: '何桂兰' }] })
    expect(data.姓名).toBe('周福生')
    expect(Object.keys(withValueAt({}, '__proto__', 'x'))).toEqual(['__proto__'])
    expect(valueAt({}, 'constructor')).toBeUndefined()
  })

  it('have their field and a name for people', () => {
    expect(fieldAt(schema, '家庭成员/3/性别')).toMatchObject({ 'x-meaning': 'person.sex' })
    expect(titleAt(schema, '家庭成员/3/性别', (n) => `第${n}行`)).toBe('共同生活的人 第4行 性别')
  })
})

describe('what is required', () => {
  it('follows the rules as the form stands', () => {
    expect([...requiredNow(schema, {})]).toEqual(['姓名'])
    expect([...requiredNow(schema, { 婚姻状况: '已婚' })]).toEqual(['姓名', '配偶姓名'])
    expect([...requiredNow(schema, { 婚姻状况: '未婚' })]).toEqual(['姓名'])
  })
})

describe('the sections of a form', () => {
  it('have every field once, those in none last', () => {
    const groups = fieldGroups(schema, '其他')
    expect(groups.map(({ title }) => title)).toEqual(['本人', '其他'])
    expect(groups.flatMap(({ names }) => names).sort()).toEqual(Object.keys(schema.properties).sort())
  })
})

describe('what the form shows', () => {
  it('is the person’s, and where they left a field the form’s, also beside rows that are still empty', () => {
    const own = { 姓名: '周', 家庭成员: [{}, { 姓名: '何' }, { 姓名: '' }] }
    const completed = { 姓名: '不是这个', 镇: '云溪镇', 家庭成员: [{ 姓名: '何', 序号: 1 }] }
    expect(shownData(own, completed)).toEqual({
      姓名: '周',
      镇: '云溪镇',
      家庭成员: [{}, { 姓名: '何', 序号: 1 }, { 姓名: '' }],
    })
    expect(pathInForm(own, '家庭成员/0/姓名')).toBe('家庭成员/1/姓名')
    expect(pathInForm(own, '姓名')).toBe('姓名')
  })
})

describe('the one a form is about', () => {
  it('fills every field of theirs at once, and their household', () => {
    const [self, spouse] = subjectsOf(schema)
    expect([self?.subject, spouse?.subject]).toEqual(['', '配偶'])
    const chosen: KnownSubject = {
      id: '1',
      title: '周福生',
      source: earlier,
      values: [known('person.name', '周福生'), known('person.sex', '男')],
      members: [[known('person.name', '何桂兰')], [known('person.name', '周小雨')]],
    }
    if (!self || !spouse) throw new Error('no subjects')
    const filled = withSubject(schema, { data: { 镇: '云溪镇' }, sources: {} }, self, chosen)
    expect(filled.data).toEqual({
      镇: '云溪镇',
      姓名: '周福生',
      性别: '男',
      家庭成员: [{ 姓名: '何桂兰' }, { 姓名: '周小雨' }],
    })
    expect(withSubject(schema, { data: {}, sources: {} }, spouse, chosen).data).toEqual({ 配偶姓名: '周福生' })
    const taken = takenOver(schema, filled)
    expect(taken).toMatchObject({ name: '周福生', fields: 3 })
    expect(withoutValues(filled, taken?.paths ?? [])).toEqual({ data: { 镇: '云溪镇' }, sources: {} })
  })

  it('is not spoken of where only the office is known', () => {
    expect(takenOver(schema, { data: { 镇: '云溪镇' }, sources: { 镇: earlier } })).toBeUndefined()
  })

  it('has sex and birth date by a whole resident id, but never over what a person wrote', () => {
    const draft = { data: { 身份证号: '990000196203051219' }, sources: {} }
    expect(withIdFacts(schema, draft, '身份证号', computed).data).toMatchObject({ 性别: '男', 出生日期: '1962-03-05' })
    const written = { data: { ...draft.data, 性别: '女' }, sources: {} }
    expect(withIdFacts(schema, written, '身份证号', computed).data).toMatchObject({ 性别: '女' })
    const row = { data: { 家庭成员: [{ 身份证号: '990000196411182483' }] }, sources: {} }
    expect(withIdFacts(schema, row, '家庭成员/0/身份证号', computed).data.家庭成员).toEqual([
      { 身份证号: '990000196411182483', 性别: '女' },
    ])
  })
})

describe('findings', () => {
  const inField: Finding = {
    id: 'f',
    rule: 'format',
    severity: 'must',
    says: '校验位不对',
    place: { type: 'field', path: '身份证号', title: '身份证号' },
  }
  const inDocument: Finding = {
    ...inField,
    id: 'd',
    place: { type: 'document', part: '正文', paragraph: 1, start: 0, end: 3, quote: '123', context: '123' },
    repair: { label: '改为《乙法》', replacement: '乙法' },
  }

  it('that say the same of the same words are one', () => {
    expect(withTwins([inField, inDocument], { 身份证号: '123' })).toEqual([{ finding: inField, ids: ['f', 'd'] }])
    expect(withTwins([inField, inDocument], { 身份证号: '999' })).toHaveLength(2)
  })

  it('are repaired in the fields that hold the words, and nowhere when they are the template’s', () => {
    expect(applicableRepair(inDocument, { 理由: '依据123办理', 家庭成员: [{ 姓名: '123' }] })).toEqual([
      { path: '理由', value: '依据乙法办理' },
      { path: '家庭成员/0/姓名', value: '乙法' },
    ])
    expect(applicableRepair(inDocument, { 理由: '别的' })).toBeUndefined()
    expect(applicableRepair(inField, {})).toBeUndefined()
  })
})
