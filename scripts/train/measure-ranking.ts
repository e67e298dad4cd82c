import type { FusionCandidates } from '../../library/search/meaning/rank-fusion.ts'

/** The first hundred passages by score, ties in the order of the candidates. */
export function rankingOf(candidates: FusionCandidates, scores: Float32Array): Uint32Array {
  const order = Array.from(scores.keys()).sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b)
  return Uint32Array.from(order.slice(0, 100), (place) => candidates.passages[place] as number)
}

/** The sum of both evidences, standardised: a fusion that has learned nothing. */
export function sumScores(candidates: FusionCandidates): Float32Array {
  const words = standardised(candidates.pairs)
  const meaning = standardised(candidates.meaning)
  return words.map((one, i) => one + (meaning[i] as number))
}

function standardised(values: Float32Array): Float32Array {
  const middle = values.reduce((sum, one) => sum + one, 0) / values.length
  const spread = Math.sqrt(values.reduce((sum, one) => sum + (one - middle) ** 2, 0) / values.length) || 1
  return values.map((one) => (one - middle) / spread)
}
