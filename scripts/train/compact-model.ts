import type { AssociationModel } from '../../library/search/meaning/association-model.ts'
import type { FusionWeights } from '../../library/search/meaning/rank-fusion.ts'
import type { Embedding } from './embedding.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A trained model in signed bytes, without the words that training never met. */
export function compactModel(
  model: Embedding,
  vocabulary: Vocabulary,
  answering: Float32Array,
  fusion: FusionWeights,
): Omit<AssociationModel, 'id'> {
  const { dimensions } = model
  const kept = vocabulary.words.flatMap((_, word) => (model.isTrained(word) ? [word] : []))
  const vectors = new Int8Array(kept.length * dimensions)
  const scales = new Float32Array(kept.length)
  kept.forEach((word, place) => {
    const vector = model.vectors.subarray(word * dimensions, (word + 1) * dimensions)
    const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    scales[place] = largest / 127
    vector.forEach((value, d) => {
      vectors[place * dimensions + d] = Math.round((value / largest) * 127)
    })
  })
  const scaled = (weights: Float32Array) =>
    Float32Array.from(kept, (word, place) => (weights[word] as number) * (scales[place] as number))
  return {
    dimensions,
    vectors,
    answering,
    fusion,
    words: kept.map((word) => vocabulary.words[word] as string),
    costs: Uint8Array.from(kept, (word) => vocabulary.costs[word] as number),
    passageWeights: scaled(model.weights.passage),
    queryWeights: scaled(model.weights.query),
  }
}
