import { describe, expect, it } from 'vitest'
import { rematched, rowByField, withoutColumn } from '../../../renderer/office/sheets/matched-columns.ts'

const matches = [
  { column: '姓名', field: '申请人', by: 'meaning' },
  { column: '电话', field: '联系电话', by: 'alike' },
  { column: '手机' },
] as const

describe('a match of columns that is corrected', () => {
  it('gives a target to one column only', () => {
    expect(rematched(matches, '手机', '联系电话')).toEqual([
      matches[0],
      { column: '电话' },
      { column: '手机', field: '联系电话', by: 'person' },
    ])
  })

  it('says that a column was left out by the person', () => {
    expect(rematched(matches, '电话', undefined)[1]).toEqual({ column: '电话', by: 'person' })
  })

  it('names the fields that no column gives', () => {
    expect(withoutColumn(matches, ['申请人', '身份证号'])).toEqual(['身份证号'])
  })
})

describe('a row by its fields', () => {
  it('leaves out empty cells, cells that are missing and columns without a field', () => {
    expect(rowByField(['姓名', '手机', '电话'], [' 张三 ', '139', ''], matches)).toEqual({ 申请人: '张三' })
    expect(rowByField(['姓名', '手机', '电话'], ['张三'], matches)).toEqual({ 申请人: '张三' })
  })
})
