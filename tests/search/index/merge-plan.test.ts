import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planMerge, type SegmentSize } from '../../../library/search/index/merge-plan.ts'

const sizes = fc.array(
  fc.record({
    scope: fc.constantFrom('current' as const, 'other' as const),
    passages: fc.integer({ min: 1, max: 65_536 }),
    dead: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { maxLength: 60 },
)

describe('merging', () => {
  it('comes to an end with few segments, makes none too large, and mixes no scopes', () => {
    fc.assert(
      fc.property(sizes, (all) => {
        let segments: SegmentSize[] = all.map(({ scope, passages, dead }, id) => ({
          id,
          scope,
          passages,
          live: Math.round(passages * (1 - dead)),
        }))
        let next = segments.length
        for (let chosen = planMerge(segments); chosen.length > 0; chosen = planMerge(segments)) {
          const merged = segments.filter(({ id }) => chosen.includes(id))
          const live = merged.reduce((sum, one) => sum + one.live, 0)
          expect(new Set(merged.map(({ scope }) => scope)).size).toBe(1)
          expect(live).toBeLessThanOrEqual(65_536)
          segments = segments.filter(({ id }) => !chosen.includes(id))
          if (live > 0) segments.push({ id: next++, scope: merged[0]?.scope ?? 'current', passages: live, live })
          expect(next).toBeLessThan(500)
        }
        const live = segments.reduce((sum, one) => sum + one.live, 0)
        expect(segments.length).toBeLessThanOrEqual(2 * (24 + live / 32_768))
        for (const one of segments) expect(one.live).toBeGreaterThanOrEqual(one.passages * 0.75)
      }),
    )
  })

  it('leaves a large segment alone while small ones come', () => {
    const large = { id: 1, scope: 'current' as const, passages: 60_000, live: 59_000 }
    const small = [2, 3, 4].map((id) => ({ id, scope: 'current' as const, passages: 10, live: 10 }))
    expect(planMerge([large, ...small])).toEqual([])
    expect(planMerge([large, ...small, { id: 5, scope: 'current', passages: 11, live: 11 }])).toEqual([2, 3, 4, 5])
  })
})
