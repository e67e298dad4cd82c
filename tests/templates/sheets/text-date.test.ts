import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellValue } from '../../../library/templates/sheets/cell-value.ts'
import { readTextDate } from '../../../library/templates/sheets/text-date.ts'

const DAY = 86_400_000

describe('a date as people write it', () => {
  it.each([
    ['2024.3.5', '2024-03-05'],
    ['2024年3月', '2024-03'],
    ['2024/03/05 08:30', '2024-03-05'],
    ['２０２４年３月５日', '2024-03-05'],
    ['二〇二四年十二月三十一日', '2024-12-31'],
    ['20240305', '2024-03-05'],
    ['45356', '2024-03-05'],
  ])('%s is %s', (text, date) => {
    expect(readTextDate(text)).toBe(date)
  })

  it.each(['2023-02-29', '2024年13月', '明天', '12', '13800138000', '', '99999'])('%s is none', (text) => {
    expect(readTextDate(text)).toBeUndefined()
  })

  it('is the same day in every way of writing it', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1920, 0, 1) / DAY, max: Date.UTC(2090, 0, 1) / DAY }), (days) => {
        const date = new Date(days * DAY)
        const iso = date.toISOString().slice(0, 10)
        const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
        for (const written of [iso, `${year}.${month}.${day}`, `${year}年${month}月${day}日`, String(days + 25_569)]) {
          expect(readTextDate(written)).toBe(iso)
        }
      }),
    )
  })
})

describe('a cell', () => {
  it('becomes what its field holds, and stays as it is where it cannot', () => {
    expect(cellValue({ type: 'number', 'x-unit': '亩' }, '1,200.5 亩')).toBe(1200.5)
    expect(cellValue({ type: 'number' }, '约三亩')).toBe('约三亩')
    expect(cellValue({ type: 'boolean' }, '√')).toBe(true)
    expect(cellValue({ type: 'boolean' }, '也许')).toBe('也许')
    expect(cellValue({ type: 'string', enum: ['男', '女'] }, '男性')).toBe('男')
    expect(cellValue({ type: 'string', format: 'resident-id' }, '５１０７２２ 19620315011x')).toBe('51072219620315011X')
    expect(cellValue({ type: 'string' }, '=cmd|calc')).toBe('=cmd|calc')
    expect(cellValue({ type: 'string' }, '   ')).toBeUndefined()
  })
})
