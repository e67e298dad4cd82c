import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { capitalAmount } from '../../../library/templates/document/capital-amount.ts'
import { amountInWords } from '../../../renderer/templates/fields/amount-in-words.ts'
import { dateText, readDate, readMonth, readTime } from '../../../renderer/templates/fields/read-date.ts'
import { numberText, readNumber } from '../../../renderer/templates/fields/read-number.ts'
import { plainId, readResidentId } from '../../../renderer/templates/fields/resident-id.ts'

const today = '2026-11-21'

describe('a date typed in any usual way', () => {
  it.each([
    ['2026.11.21', '2026-11-21'],
    ['2026-1-2', '2026-01-02'],
    ['2026/11/21', '2026-11-21'],
    ['20261121', '2026-11-21'],
    ['2026年11月21日', '2026-11-21'],
    ['2026 年 11 月 21 日', '2026-11-21'],
    ['２０２６．１１．２１', '2026-11-21'],
    ['二〇二六年十一月二十一日', '2026-11-21'],
    ['二○二六年十月三十日', '2026-10-30'],
    ['11-21', '2026-11-21'],
    ['3月5日', '2026-03-05'],
    ['今天', '2026-11-21'],
    ['昨天', '2026-11-20'],
    ['明天', '2026-11-22'],
    ['2024-02-29', '2024-02-29'],
  ])('reads %s', (typed, date) => expect(readDate(typed, today)).toBe(date))

  it.each(['', '2026', '2026-13-01', '2026-02-29', '2026-11-31', '11', '张三', '20261', '0000-01-01'])(
    'takes %j for no day',
    (typed) => expect(readDate(typed, today)).toBeUndefined(),
  )

  it('reads again what it shows', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (day) => {
        const iso = day.toISOString().slice(0, 10)
        expect(readDate(dateText(iso), today)).toBe(iso)
      }),
    )
  })

  it('reads months and times too', () => {
    expect(['2026.11', '202611', '2026年1月', '十一月'].map(readMonth)).toEqual([
      '2026-11',
      '2026-11',
      '2026-01',
      undefined,
    ])
    expect(['9:30', '9点半', '14时', '1430', '25:00', '9:60'].map(readTime)).toEqual([
      '09:30',
      '09:30',
      '14:00',
      '14:30',
      undefined,
      undefined,
    ])
  })
})

describe('a number as it is typed', () => {
  it.each([
    ['1,234.5', 1234.5],
    ['１２．５', 12.5],
    ['3万', 30_000],
    ['1.1万元', 11_000],
    ['¥200', 200],
    ['12亩', 12],
    ['-5', -5],
    ['.5', 0.5],
  ])('reads %s', (typed, value) => expect(readNumber(typed, '亩')).toBe(value))

  it.each(['', '十二', '1e5', '1-2', 'Infinity', '12户'])('takes %j for no number', (typed) =>
    expect(readNumber(typed, '亩')).toBeUndefined(),
  )

  it('reads again what it shows', () => {
    const cents = fc.integer({ min: -1e12, max: 1e12 })
    fc.assert(fc.property(cents, (n) => void expect(readNumber(numberText(n / 100))).toBeCloseTo(n / 100, 6)))
  })
})

describe('an amount in words', () => {
  it.each([
    [0, '零元整'],
    [0.05, '伍分'],
    [105, '壹佰零伍元整'],
    [10.5, '壹拾元零伍角整'],
    [12_345.67, '壹万贰仟叁佰肆拾伍元陆角柒分'],
    [-12, '负壹拾贰元整'],
    [1e15, ''],
  ])('writes %d as %s', (amount, words) => expect(amountInWords(amount)).toBe(words))

  it('is what the document prints', () => {
    const cents = fc.oneof(fc.integer({ min: -1_000_000_00, max: 1_000_000_00 }), fc.integer({ min: 0, max: 1e14 }))
    fc.assert(fc.property(cents, (n) => void expect(amountInWords(n / 100)).toBe(capitalAmount(n / 100))))
  })
})

describe('a resident id while it is typed', () => {
  it('says whose it is once it is whole, and that more is to come before', () => {
    expect(readResidentId('99000019620305121')).toEqual({ kind: 'typing', missing: 1 })
    expect(readResidentId('990000196203051219')).toEqual({ kind: 'good', sex: '男', birthDate: '1962-03-05' })
    expect(readResidentId('9900 0020130520 366x')).toEqual({ kind: 'good', sex: '女', birthDate: '2013-05-20' })
  })

  it.each([
    ['990000196203051218', 'check-digit'],
    ['99000019620230', 'date'],
    ['99000x', 'characters'],
    ['9900001962030512190', 'length'],
  ])('says what is wrong with %s', (typed, why) => expect(readResidentId(typed)).toEqual({ kind: 'wrong', why }))

  it('finds every single wrong digit', () => {
    const id = '990000196203051219'
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const wrong = id.slice(0, at) + ((Number(id[at]) + by) % 10) + id.slice(at + 1)
        expect(readResidentId(wrong).kind).toBe('wrong')
      }),
    )
  })

  it('is kept without spaces and with a capital X', () =>
    expect(plainId('9900 0020130520366ｘ')).toBe('99000020130520366X'))
})
