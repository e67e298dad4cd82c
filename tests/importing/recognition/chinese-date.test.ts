import { describe, expect, it } from 'vitest'
import { findDates, toIsoDate, wholeDate } from '../../../library/importing/recognition/chinese-date.ts'

describe('findDates', () => {
  it.each([
    ['2024年3月1日', '2024-03-01'],
    ['2024 年 3 月 1 日', '2024-03-01'],
    ['２０１８年１１月２５日', '2018-11-25'],
    ['二〇二四年三月一日', '2024-03-01'],
    ['二○二四年十二月三十一日', '2024-12-31'],
    ['二O二四年十月二十日', '2024-10-20'],
    ['2024-03-01', '2024-03-01'],
    ['2024.3.1', '2024-03-01'],
    ['2024/3/1', '2024-03-01'],
  ])('reads %s', (text, iso) => {
    expect(findDates(`于${text}起`).map((date) => date.iso)).toEqual([iso])
  })

  it('gives every date with its place, in order', () => {
    const text = '1986年1月23日发布，2022-03-30修订'
    const dates = findDates(text)
    expect(dates.map((date) => text.slice(date.index, date.index + date.length))).toEqual([
      '1986年1月23日',
      '2022-03-30',
    ])
  })

  it.each(['2024年13月1日', '2023年2月29日', '12024-03-01', '0024年3月1日', '2024-3-123'])(
    'does not take %s for a date',
    (text) => {
      expect(findDates(text)).toEqual([])
    },
  )
})

describe('toIsoDate', () => {
  it('keeps to the calendar', () => {
    expect(toIsoDate('2024', '2', '29')).toBe('2024-02-29')
    expect(toIsoDate('2023', '2', '29')).toBeUndefined()
  })
})

describe('wholeDate', () => {
  it('reads a line that is only a date, with or without brackets', () => {
    expect(wholeDate('　2024年3月5日')).toBe('2024-03-05')
    expect(wholeDate('（2024年3月5日）')).toBe('2024-03-05')
  })

  it('is undefined when more is said', () => {
    expect(wholeDate('2024年3月5日印发')).toBeUndefined()
  })
})
