import { describe, expect, it } from 'vitest'
import { TemplateSchema } from '../../../library/templates/template-schema.ts'
import {
  type EditableField,
  editableFields,
  keepChoices,
  schemaOf,
} from '../../../renderer/templates/own/editable-fields.ts'
import { blanksAtFirst, blanksToKeep, schemaWithBlanks } from '../../../renderer/templates/own/taken-blanks.ts'

const schema = TemplateSchema.parse({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  properties: {
    姓名: { type: 'string', title: '姓名', 'x-meaning': 'person.name', maxLength: 30 },
    金额: { type: 'number', 'x-computed': '1+1', 'x-unit': '元' },
    日期: { type: 'string', format: 'date' },
    婚姻: { type: 'string', enum: ['已婚', '未婚'] },
    成员: {
      type: 'array',
      items: { type: 'object', properties: { 姓名: { type: 'string' } }, required: ['姓名'] },
    },
  },
  required: ['姓名'],
  'x-groups': [{ title: '本人', fields: ['姓名', '日期'] }],
  'x-checks': [{ id: 'x1', severity: 'must', holds: 'true', says: '…', fields: ['姓名'] }],
})
const change = (path: string, changes: Partial<EditableField>) =>
  editableFields(schema).map((line) => (line.path === path ? { ...line, ...changes } : line))

describe('a template’s fields as lines', () => {
  it('come back as they were when nothing is changed', () => {
    const again = TemplateSchema.parse(schemaOf(schema, editableFields(schema)))
    expect(again.properties.姓名).toEqual(schema.properties.姓名)
    expect(again.properties.金额).toMatchObject({ type: 'number', 'x-computed': '1+1', 'x-unit': '元' })
    expect(again.properties.成员).toMatchObject({ items: { required: ['姓名'] } })
    expect(again.required).toEqual(['姓名'])
    expect(again['x-groups']).toEqual(schema['x-groups'])
    expect(again['x-checks']).toEqual(schema['x-checks'])
  })

  it('change kind, meaning, sections and what is required', () => {
    const again = TemplateSchema.parse(
      schemaOf(schema, [
        ...change('金额', { kind: 'money', required: true, group: ' 钱 ', title: '申请金额' }).filter(
          ({ path }) => path !== '婚姻',
        ),
        ...change('婚姻', { choices: '已婚，未婚、 离异', meaning: 'person.marriage' }).filter(
          ({ path }) => path === '婚姻',
        ),
      ]),
    )
    expect(again.properties.金额).toEqual({ type: 'number', format: 'money', title: '申请金额', 'x-computed': '1+1' })
    expect(again.properties.婚姻).toMatchObject({ enum: ['已婚', '未婚', '离异'], 'x-meaning': 'person.marriage' })
    expect(again.required).toEqual(['姓名', '金额'])
    expect(again['x-groups']).toContainEqual({ title: '钱', fields: ['金额'] })
  })

  it.each(['text', 'multiline', 'time', 'integer', 'switch', 'choice', 'resident-id', 'postcode'] as const)(
    'make a schema that holds when a field becomes %s',
    (kind) => {
      const again = schemaOf(schema, change('日期', { kind, choices: '' }))
      expect(TemplateSchema.safeParse(again).error).toBeUndefined()
    },
  )

  it('keep what was chosen when the document is replaced', () => {
    const chosen = change('姓名', { title: '申请人' })
    const [name] = keepChoices(editableFields(schema), chosen)
    expect(name?.title).toBe('申请人')
    expect(keepChoices(editableFields(schema), [])).toEqual(editableFields(schema))
  })
})

describe('blanks of a document', () => {
  const blank = {
    id: 'b1',
    name: '电话',
    field: { type: 'string' as const },
    part: '正文',
    paragraph: 2,
    quote: '电话：____',
  }
  const placeholder = { tag: '姓名', path: '姓名', type: 'value' as const, part: '正文', paragraph: 1 }

  it('are all taken where there are no placeholders, and none beside them', () => {
    expect(blanksAtFirst({ placeholders: [], blanks: [blank] })).toEqual({ b1: '电话' })
    expect(blanksAtFirst({ placeholders: [placeholder], blanks: [blank] })).toEqual({})
  })

  it('are fields while they are taken, by the name they are given', () => {
    const proposed = { schema, placeholders: [placeholder], blanks: [blank] }
    expect(Object.keys(schemaWithBlanks(proposed, {}).properties)).toEqual(Object.keys(schema.properties))
    expect(schemaWithBlanks(proposed, { b1: '{联系|电话}' }).properties.联系电话).toMatchObject({ title: '联系电话' })
    expect(blanksToKeep({ b1: '{联系|电话}', b2: '  ' })).toEqual([{ id: 'b1', name: '联系电话' }])
  })
})
