import { describe, expect, it } from 'vitest'
import { isCells, pasteRows, readCells, type Table } from '../../../renderer/templates/fields/pasted-rows.ts'

const table: Table = {
  type: 'array',
  title: '家庭成员',
  items: {
    type: 'object',
    properties: {
      姓名: { type: 'string', title: '成员姓名' },
      出生日期: { type: 'string', format: 'date' },
      月收入: { type: 'number', format: 'money', 'x-unit': '元' },
      残疾: { type: 'boolean' },
    },
  },
}
const today = '2026-11-21'
const paste = (text: string, rows: object[] = [], row = 0, names = Object.keys(table.items.properties)) =>
  pasteRows(table, rows as never, text, { row, names }, today)

describe('cells of a spreadsheet', () => {
  it('are read with breaks and quotes inside', () => {
    expect(readCells('a\tb\r\n"x ""y""\nz"\t\r\n\r\n')).toEqual([
      ['a', 'b'],
      ['x "y"\nz', ''],
    ])
    expect(readCells('一')).toEqual([['一']])
  })

  it('are told from words', () => {
    expect(isCells('张三')).toBe(false)
    expect(isCells('张三\n')).toBe(false)
    expect(isCells('张三\t男')).toBe(true)
    expect(isCells('张三\n李四')).toBe(true)
  })
})

describe('pasting into a table', () => {
  it('puts cells over the rows from the place pasted into, as what the columns hold', () => {
    expect(paste('张三\t1962.3.5\t1,200元\t是\n李四\t去年\t没有\t否', [{ 姓名: '旧' }])).toEqual([
      { 姓名: '张三', 出生日期: '1962-03-05', 月收入: 1200, 残疾: true },
      { 姓名: '李四', 出生日期: '去年', 月收入: '没有', 残疾: false },
    ])
    expect(paste('600\n700', [{ 姓名: '张三' }], 0, ['月收入', '残疾'])).toEqual([
      { 姓名: '张三', 月收入: 600 },
      { 月收入: 700 },
    ])
  })

  it('follows a first row of headings, by name or title, in any order', () => {
    expect(paste('月收入\t备注\t成员姓名\n500\t好\t张三')).toEqual([{ 月收入: 500, 姓名: '张三' }])
  })

  it('empties what is pasted empty and leaves other columns alone', () => {
    expect(paste('\t2000-01-01', [{ 姓名: '张三', 月收入: 1 }])).toEqual([{ 出生日期: '2000-01-01', 月收入: 1 }])
  })

  it('goes no further than a table may', () => {
    const short = { ...table, maxItems: 2 }
    expect(pasteRows(short, [], 'a\nb\nc', { row: 0, names: ['姓名'] }, today)).toHaveLength(2)
  })
})
