import { describe, expect, it } from 'vitest'
import type { ReadToken } from '../../../renderer/design/antd-theme.ts'
import { lyingBars, standingBars } from '../../../renderer/feeds/balance/bar-options.ts'
import { spanOf, spanStart } from '../../../renderer/feeds/balance/span.ts'

describe('the span of the balance view', () => {
  const today = new Date(2026, 10, 21)

  it('begins on the same day so many months ago', () => {
    expect(spanStart('all', today)).toBeUndefined()
    expect(spanStart('year', today)).toBe('2025-11-21')
    expect(spanStart('quarter', today)).toBe('2026-08-21')
  })

  it('begins on a month’s last day where it has no such day', () => {
    expect(spanStart('quarter', new Date(2026, 4, 31))).toBe('2026-02-28')
    expect(spanStart('half', new Date(2024, 7, 30))).toBe('2024-02-29')
  })

  it('is known again by the day in the address', () => {
    expect(spanOf('2025-11-21', today)).toBe('year')
    expect(spanOf(undefined, today)).toBe('all')
    expect(spanOf('2020-01-01', today)).toBeUndefined()
  })
})

describe('the pictures of the balance', () => {
  const tokens: Record<string, string> = { '--text-size': '20px', '--accent': '#ee8f78', '--ink': '#e9e4d8' }
  const read: ReadToken = (name) => tokens[name] ?? '#000'
  const bars = [
    { name: '老年人', value: 10, target: 30 },
    { name: '妇女', value: 50 },
    { name: '儿童', value: 0, target: 10 },
  ]

  it('keep the order of the vocabulary, never that of the numbers', () => {
    const { yAxis } = lyingBars(bars, read, { unit: '%' }) as { yAxis: { data: string[]; inverse: boolean } }
    expect(yAxis.data).toEqual(['老年人', '妇女', '儿童'])
    expect(yAxis.inverse).toBe(true)
  })

  it('show what is wanted beside what is, and nothing where nothing is wanted', () => {
    const { series } = lyingBars(bars, read, { unit: '%' }) as { series: { data: unknown[] }[] }
    expect(series.map(({ data }) => data)).toEqual([
      [30, null, 10],
      [10, 50, 0],
    ])
  })

  it('are drawn in the page’s colours and type, and do not move', () => {
    const option = lyingBars(bars, read, { unit: '%' }) as { animation: boolean; series: { itemStyle: object }[] }
    expect(option.animation).toBe(false)
    expect(option.series[1]?.itemStyle).toEqual({ color: '#ee8f78' })
    expect(JSON.stringify(option)).toContain('"fontSize":16.25')
    expect((standingBars(bars, read) as { animation: boolean }).animation).toBe(false)
  })
})
