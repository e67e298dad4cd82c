import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BestMatches } from '../../../library/search/index/best-matches.ts'
import { sortedMatches } from '../../../library/search/index/sorted-matches.ts'

const scores = fc.array(fc.oneof(fc.float({ noNaN: true }), fc.constantFrom(-1, -0, 0, 1, 2)), {
  maxLength: 300,
})
const expected = (all: readonly number[]) =>
  all.map((score, at) => ({ score, passage: at * 3 })).sort((a, b) => b.score - a.score || a.passage - b.passage)

describe('matches', () => {
  it('are sorted best first, and of equals by number', () => {
    fc.assert(
      fc.property(scores, (all) => {
        const sorted = sortedMatches(
          Uint32Array.from(all.keys(), (at) => at * 3),
          Float32Array.from(all),
        )
        expect([...sorted.passages]).toEqual(expected(all).map(({ passage }) => passage))
        expect([...sorted.scores].every((score, at) => score === expected(all)[at]?.score)).toBe(true)
      }),
    )
  })

  it('shown one by one leave the best of them', () => {
    fc.assert(
      fc.property(scores, fc.nat(20), (all, most) => {
        const best = new BestMatches(most, 0)
        for (const [at, score] of all.entries()) if (score > best.threshold) best.take(at * 3, score)
        const wanted = expected(all)
          .filter(({ score }) => score > 0)
          .slice(0, most)
        expect([...best.sorted().passages]).toEqual(wanted.map(({ passage }) => passage))
      }),
    )
  })
})
