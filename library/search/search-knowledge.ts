import { AssociationEncoder } from './meaning/association-encoder.ts'
import { type AssociationModel, readAssociationModel } from './meaning/association-model.ts'
import { AssociationModelError } from './meaning/association-model-error.ts'
import { associationMeaning, type Meaning } from './meaning/meaning.ts'
import type { SentenceEncoder } from './meaning/sentence-encoder.ts'
import type { SearchKnowledge } from './passage-search.ts'
import { readTopics, readVocabulary } from './vocabulary.ts'

/** The model of the starter channel. */
const MODEL = new URL('../../content/model/association.bin', import.meta.url)

/** The association model; undefined when it is missing or cannot be read: words alone are then searched. */
function readModel(): AssociationModel | undefined {
  try {
    return readAssociationModel(MODEL)
  } catch (error) {
    if (error instanceof AssociationModelError) return undefined
    throw error
  }
}

function openMeaning(): Meaning | undefined {
  const model = readModel()
  return model && associationMeaning(model)
}

/** What gives the passages of an index their vectors. */
export function openEncoder(): SentenceEncoder | undefined {
  const model = readModel()
  return model && new AssociationEncoder(model)
}

/** What the starter channel knows of words and what they mean. */
export const searchKnowledge: SearchKnowledge = { readVocabulary, readTopics, openMeaning }
