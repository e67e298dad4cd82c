import type { AssociationModel } from '../../../library/search/meaning/association-model.ts'
import { FUSION_FEATURES } from '../../../library/search/meaning/rank-fusion.ts'

const DIMENSIONS = 16

/** A model of a few words, each with its direction: equal directions mean the same. */
export function toyModel(words: Readonly<Record<string, number>>): Omit<AssociationModel, 'id'> {
  const names = Object.keys(words)
  const vectors = new Int8Array(names.length * DIMENSIONS)
  names.forEach((name, word) => {
    vectors[word * DIMENSIONS + (words[name] as number)] = 127
  })
  return {
    dimensions: DIMENSIONS,
    words: names,
    costs: new Uint8Array(names.length).fill(100),
    vectors,
    passageWeights: new Float32Array(names.length).fill(1),
    queryWeights: new Float32Array(names.length).fill(1),
    answering: new Float32Array(DIMENSIONS).fill(0.25),
    fusion: {
      units: 2,
      inner: new Float32Array(2 * FUSION_FEATURES.length).fill(0.1),
      bias: new Float32Array(2),
      outer: new Float32Array(2).fill(0.5),
      direct: new Float32Array(FUSION_FEATURES.length).fill(0.2),
    },
  }
}
