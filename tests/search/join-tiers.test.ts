import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Matches } from '../../library/search/index/passage-index.ts'
import { joinTiers } from '../../library/search/join-tiers.ts'
import { addBonus } from '../../library/search/title-bonus.ts'

const matches: fc.Arbitrary<Matches> = fc
  .uniqueArray(fc.record({ passage: fc.nat(30), score: fc.integer({ min: -50, max: 50 }) }), {
    selector: (one) => one.passage,
    maxLength: 12,
  })
  .map((all) => {
    const sorted = all.sort((a, b) => b.score - a.score || a.passage - b.passage)
    return {
      passages: Uint32Array.from(sorted, (one) => one.passage),
      scores: Float32Array.from(sorted, (one) => one.score),
    }
  })

it('tiers follow each other, each passage once where it stands first, and scores never rise', () => {
  fc.assert(
    fc.property(fc.array(matches, { maxLength: 4 }), (tiers) => {
      const joined = joinTiers(tiers.map((tier, at) => ({ matches: tier, why: `tier ${at}` })))
      expect([...joined.passages]).toEqual([...new Set(tiers.flatMap((tier) => [...tier.passages]))])
      for (let i = 1; i < joined.scores.length; i++) {
        expect(joined.scores[i]).toBeLessThanOrEqual(joined.scores[i - 1] as number)
      }
      for (const [at, passage] of joined.passages.entries()) {
        const why = joined.ends.find(({ end }) => at < end)?.why
        expect(why).toBe(`tier ${tiers.findIndex((tier) => tier.passages.includes(passage))}`)
      }
    }),
  )
})

it('a bonus orders passages as sorting by score and bonus would', () => {
  fc.assert(
    fc.property(matches, fc.array(fc.constantFrom(0, 6, 1000), { minLength: 31, maxLength: 31 }), (found, bonuses) => {
      const added = addBonus(found, (passage) => bonuses[passage] as number)
      const expected = [...found.passages]
        .map((passage, at) => ({ passage, at, score: (found.scores[at] as number) + (bonuses[passage] as number) }))
        .sort((a, b) => b.score - a.score || a.at - b.at)
      expect([...added.passages]).toEqual(expected.map((one) => one.passage))
      expect([...added.scores]).toEqual(expected.map((one) => one.score))
    }),
  )
})
