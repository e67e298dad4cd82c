import type { NeuralEncoder } from './neural-encoder.ts'
import type { NeuralVectors } from './neural-vectors.ts'
import type { PassageInContext } from './sentence-encoder.ts'

/** Says how near passages are to a query by the vectors made so far; synchronous, for the middle of a search. */
export interface NeuralSimilarity {
  /**
   * The cosine for each passage, in their order; NaN where its vector was not made yet, so that
   * it keeps the place that the rest gives it. For candidates (some thousands), not for a library.
   */
  similarityOf(query: Int8Array, passages: Uint32Array): Float32Array
}

/** Vectors kept by number; some 50 MB at 512 dimensions. */
const MOST_KEPT = 100_000

/**
 * @param index what the numbers mean: it is asked only for passages not seen since its `version` changed
 */
export function createNeuralSimilarity(
  encoder: Pick<NeuralEncoder, 'passageText'>,
  vectors: NeuralVectors,
  index: { readonly version: number; passageInContext(passage: number): PassageInContext },
): NeuralSimilarity {
  const kept = new Map<number, Int8Array | undefined>()
  let seen = ''
  return {
    similarityOf(query, passages) {
      const state = `${index.version} ${vectors.version()}`
      if (state !== seen || kept.size > MOST_KEPT) kept.clear()
      seen = state
      const unknown = [...passages].filter((passage) => !kept.has(passage))
      const texts = unknown.map((passage) => encoder.passageText(index.passageInContext(passage)))
      vectors.read(texts).forEach((vector, at) => void kept.set(unknown[at] as number, vector))
      return Float32Array.from(passages, (passage) => {
        const vector = kept.get(passage)
        return vector ? innerProduct(query, vector) / 127 ** 2 : Number.NaN
      })
    },
  }
}

function innerProduct(a: Int8Array, b: Int8Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}
