import { describe, expect, it } from 'vitest'
import type { TemplateSchema } from '../../../library/templates/template-schema.ts'
import type { PlaceholderView } from '../../../library/templates/template-view.ts'
import { markData } from '../../../renderer/templates/preview/field-marks.ts'

const schema: TemplateSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  properties: {
    姓名: { type: 'string' },
    日期: { type: 'string', format: 'date' },
    金额: { type: 'number', format: 'money' },
    婚姻: { type: 'string' },
    是否: { type: 'boolean' },
    成员: {
      type: 'array',
      items: { type: 'object', properties: { 姓名: { type: 'string' }, 年龄: { type: 'integer' } } },
    },
  },
}
const placeholder = (path: string, type: PlaceholderView['type'] = 'value', tag = path): PlaceholderView => ({
  tag,
  path,
  type,
  part: '正文',
  paragraph: 1,
})
const mark = (data: object, placeholders: readonly PlaceholderView[] = []) =>
  markData(schema, placeholders, data as never, (title) => `〔${title}〕`)
/** A mark's three parts: whose words they are, whether they stand for nothing, the words. */
const read = (value: unknown, paths: readonly string[]) => {
  const found = /^\uE600(\d+)([\uE601\uE602])([\s\S]*)\uE603$/.exec(String(value))
  return found && [paths[Number(found[1])], found[2] === '\uE602', found[3]]
}

describe('values on their way through the document', () => {
  it('are enclosed by marks that name their field, as the document would print them', () => {
    const { data, paths } = mark({
      姓名: '周福生',
      日期: '2026-11-21',
      金额: 1200.5,
      成员: [{}, { 姓名: '何桂兰', 年龄: 61 }],
    })
    expect(read(data.姓名, paths)).toEqual(['姓名', false, '周福生'])
    expect(read(data.日期, paths)).toEqual(['日期', false, '2026年11月21日'])
    expect(read(data.金额, paths)).toEqual(['金额', false, '1200.50'])
    const rows = data.成员 as readonly Record<string, unknown>[]
    expect(read(rows[0]?.姓名, paths)).toEqual(['成员/0/姓名', true, '〔姓名〕'])
    expect(read(rows[1]?.年龄, paths)).toEqual(['成员/1/年龄', false, '61'])
  })

  it('name what is still empty', () => {
    const { data, paths } = mark({})
    expect(read(data.姓名, paths)).toEqual(['姓名', true, '〔姓名〕'])
    expect(data.成员).toEqual([])
    expect(data).not.toHaveProperty('是否')
  })

  it('stay as they are where the document decides by them or changes them', () => {
    const steering = [placeholder('婚姻', 'condition', '婚姻=已婚'), placeholder('金额', 'value', '金额|大写')]
    const { data } = mark({ 婚姻: '已婚', 金额: 5, 是否: true }, steering)
    expect(data).toMatchObject({ 婚姻: '已婚', 金额: 5, 是否: true })
    expect(mark({}, steering).data).not.toHaveProperty('婚姻')
  })

  it('cannot pretend to be another field', () => {
    const { data, paths } = mark({ 姓名: '\uE6001\uE601别人\uE603' })
    expect(read(data.姓名, paths)).toEqual(['姓名', false, '1别人'])
  })
})
