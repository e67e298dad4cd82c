import type { PassageIndex, WeightedTerm } from '../index/passage-index.ts'
import { AssociationEncoder, unitBytes } from './association-encoder.ts'
import type { AssociationModel } from './association-model.ts'
import { fuseRanks } from './rank-fusion.ts'
import { WordAssociations } from './word-associations.ts'

/** What a model of meaning adds to the words of a question. */
export interface Meaning {
  /** Vectors of an index compare only when they are of this model. */
  readonly id: string
  encodeQuery(typed: string): Int8Array | undefined
  /** The scores of candidates (ascending numbers) by words and meaning together. */
  rank(index: PassageIndex, evidence: Evidence, passages: Uint32Array): Float32Array
  /** For a question, a function that names the words that brought a passage's text near it. */
  reasons(typed: string): (text: string) => string | undefined
  /** The words it knows, commonest first. */
  readonly words: readonly string[]
}

export interface Evidence {
  readonly vector: Int8Array
  readonly terms: readonly WeightedTerm[]
  readonly characters: readonly WeightedTerm[]
}

export function associationMeaning(model: AssociationModel): Meaning {
  const encoder = new AssociationEncoder(model)
  const associations = new WordAssociations(model)
  const answering = unitBytes(model.answering)
  return {
    id: model.id,
    words: model.words,
    encodeQuery: (typed) => encoder.encodeQuery(typed),
    rank: (index, { vector, terms, characters }, passages) =>
      fuseRanks(
        {
          passages,
          documents: Uint32Array.from(passages, (passage) => index.ordinalOf(passage)),
          pairs: index.scoreOf(terms, passages),
          singles: index.scoreOf(characters, passages),
          meaning: index.similarityOf(vector, passages),
          answering: answering ? index.similarityOf(answering, passages) : new Float32Array(passages.length),
        },
        model.fusion,
      ),
    reasons(typed) {
      const pairOf = associations.ofQuestion(typed)
      return (text) => {
        const pair = pairOf(text)
        return pair && `因 ${pair.asked} ≈ ${pair.found}`
      }
    },
  }
}
