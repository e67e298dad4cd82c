import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  FUSION_FEATURES,
  type FusionCandidates,
  fuseRanks,
  fusionFeatures,
} from '../../../library/search/meaning/rank-fusion.ts'
import { toyModel } from './toy-model.ts'

const weights = toyModel({ 甲: 1 }).fusion

const candidates = (rows: readonly (readonly [number, number, number, number, number, number])[]): FusionCandidates => {
  const column = (place: number) => Float32Array.from(rows, (row) => row[place] as number)
  return {
    passages: Uint32Array.from(column(0)),
    documents: Uint32Array.from(column(1)),
    pairs: column(2),
    singles: column(3),
    meaning: column(4),
    answering: column(5),
  }
}

describe('weighing words and meaning together', () => {
  it('computes the features in the order the weights expect', () => {
    const features = fusionFeatures(
      candidates([
        [10, 0, 8, 4, 0.6, 0.1],
        [11, 0, 4, 2, 0.4, 0.1],
        [30, 1, 0, 1, 0.2, 0.4],
      ]),
    )
    const row = (i: number) => [...features.subarray(i * FUSION_FEATURES.length, (i + 1) * FUSION_FEATURES.length)]
    const named = (i: number) => new Map(FUSION_FEATURES.map((name, place) => [name, row(i)[place] as number]))
    expect(FUSION_FEATURES).toHaveLength(12)
    expect(named(0).get('pairs, of the most')).toBe(1)
    expect(named(1).get('pairs, of the most')).toBe(0.5)
    expect(named(1).get('singles, of the most')).toBe(0.5)
    expect(named(0).get('pairs, standardised')).toBeCloseTo(1.2247, 3)
    expect(named(1).get('meaning, standardised')).toBeCloseTo(0, 4)
    expect(named(1).get('meaning, below the most')).toBeCloseTo(-1, 4)
    expect(named(1).get('pairs elsewhere in the document, of the most')).toBe(1)
    expect(named(2).get('pairs elsewhere in the document, of the most')).toBe(0)
    expect(named(0).get('meaning elsewhere in the document, below the most')).toBeCloseTo(-1, 4)
    expect(named(1).get('pairs of the passages beside it, of the most')).toBe(1)
    expect(named(2).get('pairs of the passages beside it, of the most')).toBe(0)
    expect(named(0).get('share of the document in all meaning')).toBeGreaterThan(0.99)
  })

  it('ranks a candidate higher that has more of any evidence', () => {
    const value = fc.float({ min: 0, max: 1, noNaN: true })
    const row = fc.tuple(value, value, value, value)
    fc.assert(
      fc.property(
        row,
        fc.integer({ min: 0, max: 3 }),
        fc.array(row, { minLength: 2, maxLength: 20 }),
        (one, more, rest) => {
          const better = one.map((own, place) => (place === more ? own + 0.2 : own)) as typeof one
          const all = [one, better, ...rest].map((own, place) => [place * 2, place, ...own] as const)
          const scores = fuseRanks(candidates(all), weights)
          expect(scores[1] as number).toBeGreaterThanOrEqual((scores[0] as number) - 1e-5)
        },
      ),
    )
  })

  it('gives numbers for candidates that are all alike, and nothing for none', () => {
    const alike = fuseRanks(
      candidates([
        [1, 0, 0, 0, 0, 0],
        [2, 0, 0, 0, 0, 0],
      ]),
      weights,
    )
    expect([...alike].every(Number.isFinite)).toBe(true)
    expect(fuseRanks(candidates([]), weights)).toHaveLength(0)
  })
})
