import { expect, it } from 'vitest'
import { dateFromTyped, typedFromDate } from '../../../renderer/search/typed-date.ts'

it.each([
  ['2019', 'after', '2019-01-01'],
  ['2019', 'before', '2019-12-31'],
  ['２０１９年', 'after', '2019-01-01'],
  ['2019-2', 'before', '2019-02-28'],
  ['2020年2月', 'before', '2020-02-29'],
  ['2019.8.26', 'after', '2019-08-26'],
  ['2019年8月26日', 'before', '2019-08-26'],
  [' ', 'after', ''],
] as const)('understands %j as the date to start %s', (typed, edge, date) => {
  expect(dateFromTyped(typed, edge)).toBe(date)
})

it.each(['19', '去年', '2019-13', '2019-02-30', '20190826'])('finds no date in %j', (typed) => {
  expect(dateFromTyped(typed, 'after')).toBeUndefined()
})

it('shows a whole year as the year alone', () => {
  expect(typedFromDate('2019-01-01', 'after')).toBe('2019')
  expect(typedFromDate('2019-12-31', 'before')).toBe('2019')
  expect(typedFromDate('2019-08-26', 'after')).toBe('2019-08-26')
})
