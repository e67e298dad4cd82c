import type { PassageSearch } from '../passage-search.ts'
import type { SimilarityOf } from '../rank-nearest.ts'
import { openNeuralEncoder } from './neural-encoder.ts'
import { NeuralModelError } from './neural-model-error.ts'
import { createNeuralSimilarity } from './neural-similarity.ts'
import { openNeuralVectors } from './neural-vectors.ts'

/** An office's own model, ready to judge what search puts forward. */
export interface NeuralSearch {
  /** For a question, how near passages are to it; undefined when it says nothing. */
  ask(typed: string): Promise<SimilarityOf | undefined>
  close(): Promise<void>
}

/**
 * Opens a model and the vectors made of passages so far.
 * @param folder of the model
 * @param database neural.db
 * @param search the search of the moment; a restored backup brings another
 * @returns undefined when the model cannot be used: search then goes on without it
 */
export async function openNeuralSearch(
  folder: string,
  database: string,
  search: () => PassageSearch,
): Promise<NeuralSearch | undefined> {
  const encoder = await openNeuralEncoder(folder).catch((error: unknown) => {
    if (error instanceof NeuralModelError) return undefined
    throw error
  })
  if (!encoder) return undefined
  const vectors = openNeuralVectors(database, encoder.id, encoder.dimensions)
  const similarity = createNeuralSimilarity(encoder, vectors, {
    get version() {
      return search().version()
    },
    passageInContext: (passage) => search().inContext(passage),
  })
  return {
    async ask(typed) {
      const query = typed.trim() === '' ? undefined : await encoder.encodeQuery(typed.slice(0, LONGEST_QUESTION))
      return query && ((passages) => similarity.similarityOf(query, passages))
    },
    async close() {
      vectors.close()
      await encoder.close()
    },
  }
}

/** As much as search itself looks at. UTF-16 units. */
const LONGEST_QUESTION = 400
