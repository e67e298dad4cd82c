import { describe, expect, it } from 'vitest'
import type { MixTarget } from '../../../library/feeds/feed.schema.ts'
import { sumsOf, withTarget } from '../../../renderer/feeds/definition/mix-sums.ts'

const mix: readonly MixTarget[] = [
  { dimension: 'group', value: '老年人', share: 30 },
  { dimension: 'group', value: '妇女', share: 20 },
  { dimension: 'theme', value: '民生服务', share: 60 },
]

describe('the mix an office wants', () => {
  it('adds up each dimension by itself, and leaves out those without a target', () => {
    expect(sumsOf(mix)).toEqual([
      { dimension: 'theme', sum: 60 },
      { dimension: 'group', sum: 50 },
    ])
    expect(sumsOf([])).toEqual([])
  })

  it('changes a target in its place, and takes it out with a share of nothing', () => {
    const raised = withTarget(mix, { dimension: 'group', value: '老年人', share: 40 })
    expect(raised.map(({ share }) => share)).toEqual([40, 20, 60])
    expect(withTarget(mix, { dimension: 'group', value: '妇女', share: 0 }).map(({ value }) => value)).toEqual([
      '老年人',
      '民生服务',
    ])
  })

  it('takes the same word of two dimensions for two targets', () => {
    const both = withTarget(mix, { dimension: 'theme', value: '老年人', share: 10 })
    expect(both).toHaveLength(4)
    expect(both.filter(({ value }) => value === '老年人').map(({ share }) => share)).toEqual([30, 10])
  })
})
