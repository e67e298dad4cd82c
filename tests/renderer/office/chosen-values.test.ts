import { describe, expect, it } from 'vitest'
import type { LedgerConflict } from '../../../library/templates/batch/batch-view.ts'
import { choose, chosenOf, takeLedger, unsettled, versionsOf } from '../../../renderer/office/ledgers/chosen-values.ts'

const conflict = (key: string, column: string, ...values: [file: string, value: string][]): LedgerConflict => ({
  key,
  column,
  values: values.map(([file, value], at) => ({ file, row: at + 2, value })),
})
const phone = conflict('张三', '电话', ['乙.xlsx', '222'], ['甲.xlsx', '111'], ['丙.xlsx', ''])
const village = conflict('张三', '村名', ['甲.xlsx', '上坪村'], ['乙.xlsx', '河口村'])
const files = ['甲.xlsx', '乙.xlsx', '丙.xlsx']

describe('what holds where ledgers contradict each other', () => {
  it('is chosen for each by itself', () => {
    const chosen = choose(choose({}, phone, '111'), village, '河口村')
    expect([chosenOf(chosen, phone), chosenOf(chosen, village)]).toEqual(['111', '河口村'])
    expect(unsettled([phone, village], chosen)).toBe(0)
  })

  it('is nothing before it is chosen, also for a key that every object has', () => {
    expect(chosenOf({}, conflict('toString', 'length', ['甲.xlsx', '1']))).toBeUndefined()
    expect(unsettled([phone, village], choose({}, phone, '111'))).toBe(1)
  })

  it('is taken from the ledger added last, or first, that says something', () => {
    expect(takeLedger([phone, village], files, 'newest')).toEqual({ 张三: { 电话: '222', 村名: '河口村' } })
    expect(takeLedger([phone, village], files, 'first')).toEqual({ 张三: { 电话: '111', 村名: '上坪村' } })
  })

  it('is offered once for each thing said, with all who say so', () => {
    const three = conflict('李四', '电话', ['甲.xlsx', '1'], ['乙.xlsx', '2'], ['丙.xlsx', '1'], ['丁.xlsx', ''])
    expect(versionsOf(three).map(({ value, from }) => [value, from.map(({ file }) => file)])).toEqual([
      ['1', ['甲.xlsx', '丙.xlsx']],
      ['2', ['乙.xlsx']],
    ])
  })
})
