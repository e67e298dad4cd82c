import { describe, expect, it } from 'vitest'
import { fuseRanks } from '../../../../library/search/meaning/rank-fusion.ts'
import { seededRandom } from '../../../../scripts/train/random.ts'
import { type FusionLesson, trainFusion } from '../../../../scripts/train/train-fusion.ts'

/** Questions whose answers have much meaning in common, while words only mislead. */
function lessons(): FusionLesson[] {
  const random = seededRandom(4)
  const any = (count: number) => Float32Array.from({ length: count }, random)
  return Array.from({ length: 40 }, () => {
    const meaning = any(30)
    meaning[7] = 1.2
    const candidates = {
      passages: Uint32Array.from({ length: 30 }, (_, i) => i * 3),
      documents: Uint32Array.from({ length: 30 }, (_, i) => i),
      pairs: any(30),
      singles: any(30),
      meaning,
      answering: any(30),
    }
    return { candidates, answers: [7] }
  })
}

describe('training the fusion', () => {
  const weights = trainFusion(lessons(), { units: 4, rounds: 20, seed: 1 })

  it('learns which evidence tells', () => {
    for (const { candidates, answers } of lessons()) {
      const scores = fuseRanks(candidates, weights)
      expect(scores.indexOf(Math.max(...scores))).toBe(answers[0])
    }
  })

  it('never learns that more evidence is worse', () => {
    for (const part of [weights.inner, weights.outer, weights.direct]) expect(part.every((one) => one >= 0)).toBe(true)
  })

  it('gives the same weights again', () => {
    expect(trainFusion(lessons(), { units: 4, rounds: 20, seed: 1 })).toEqual(weights)
  })
})
