import { describe, expect, it } from 'vitest'
import type { TemplateSchema } from '../../../library/templates/template-schema.ts'
import {
  askedFields,
  columnFields,
  fileNameExample,
  requiredFields,
  rowData,
  tablesOf,
  unknownNames,
} from '../../../renderer/office/batch/batch-fields.ts'
import { mendingSheet } from '../../../renderer/office/batch/mending-sheet.ts'

const schema: TemplateSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  properties: {
    姓名: { type: 'string', 'x-meaning': 'person.name' },
    单位: { type: 'string', 'x-meaning': 'unit.name' },
    村名: { type: 'string', 'x-meaning': 'village.name' },
    村书记: { type: 'string', 'x-meaning': 'village.secretary' },
    面积: { type: 'number', 'x-unit': '亩' },
    日期: { type: 'string', format: 'date' },
    困难: { type: 'boolean' },
    年龄: { type: 'integer', 'x-computed': '1' },
    家庭成员: {
      type: 'array',
      items: {
        type: 'object',
        properties: { 姓名: { type: 'string' }, 年龄: { type: 'integer', 'x-unit': '岁' } },
        required: ['姓名'],
      },
    },
  },
  required: ['姓名', '单位', '面积', '年龄'],
}

describe('a template’s fields as columns', () => {
  it('are all but its tables', () => {
    expect(columnFields(schema).map(([name]) => name)).not.toContain('家庭成员')
    expect(columnFields(schema)).toHaveLength(8)
  })

  it('are asked of a row where nothing else fills them', () => {
    expect(askedFields(schema).map(([name]) => name)).toEqual(['姓名', '村名', '面积', '日期', '困难'])
    expect(requiredFields(schema)).toEqual(['姓名', '面积'])
  })

  it('are the cells of the table that takes the rows', () => {
    expect(tablesOf(schema)).toEqual(['家庭成员'])
    expect(columnFields(schema, '家庭成员').map(([path]) => path)).toEqual(['家庭成员/姓名', '家庭成员/年龄'])
    expect(requiredFields(schema, '家庭成员')).toEqual(['家庭成员/姓名'])
    const row = { '家庭成员/姓名': '李四', '家庭成员/年龄': '8岁' }
    expect(rowData(columnFields(schema, '家庭成员'), row, '2026-11-21')).toEqual({ 姓名: '李四', 年龄: 8 })
  })
})

describe('a row for looking at', () => {
  it('has numbers, days and switches where they can be read, and the words where not', () => {
    const row = { 姓名: '张三', 面积: '3.5亩', 日期: '2026年3月1日', 困难: '否' }
    expect(rowData(columnFields(schema), row, '2026-11-21')).toEqual({
      姓名: '张三',
      面积: 3.5,
      日期: '2026-03-01',
      困难: false,
    })
    expect(rowData(columnFields(schema), { 面积: '三亩多', 日期: '春天' }, '2026-11-21')).toEqual({
      面积: '三亩多',
      日期: '春天',
    })
  })
})

describe('the name of a file', () => {
  const data = { 姓名: '张三/李四', 日期: '2026-03-01' }
  it('shows values as they are printed, without what no file name may hold', () => {
    expect(fileNameExample('{姓名}-申请表-{日期|中文}', schema, data)).toBe('张三_李四-申请表-2026年3月1日')
  })

  it('loses the strokes that an empty field leaves at its ends', () => {
    expect(fileNameExample('{村名}-{姓名}', schema, data)).toBe('张三_李四')
  })

  it('is refused where it names what is no field', () => {
    expect(unknownNames('{姓名}-{名字}-{家庭成员}', schema)).toEqual(['名字', '家庭成员'])
  })
})

describe('a spreadsheet of rows to be mended', () => {
  const words = { reason: '原因', row: '行号', name: '名称' }
  const failed = [{ row: 6, name: '张三', reasons: ['身份证号不对', '没有村名'] }]

  it('has the columns as they were given and the reasons behind them', () => {
    const source = { columns: ['姓名', '身份证'], rows: [{ row: 6, cells: ['张三', '12'] }] }
    expect(mendingSheet(failed, source, words)).toEqual({
      headings: ['姓名', '身份证', '原因'],
      lines: [['张三', '12', '身份证号不对；没有村名']],
    })
  })

  it('has one column of reasons, the newest, when it was mended before', () => {
    const source = { columns: ['姓名', '原因'], rows: [{ row: 6, cells: ['张三', '从前的'] }] }
    expect(mendingSheet(failed, source, words)).toEqual({
      headings: ['姓名', '原因'],
      lines: [['张三', '身份证号不对；没有村名']],
    })
  })

  it('names the rows where they are no longer known', () => {
    expect(mendingSheet(failed, undefined, words)).toEqual({
      headings: ['行号', '名称', '原因'],
      lines: [['6', '张三', '身份证号不对；没有村名']],
    })
  })
})
