import { readAssociationModel } from './meaning/association-model.ts'
import { AssociationModelError } from './meaning/association-model-error.ts'
import { associationMeaning, type Meaning } from './meaning/meaning.ts'
import type { SearchKnowledge } from './passage-search.ts'
import { readTopics, readVocabulary } from './vocabulary.ts'

/** The model of the starter channel. */
const MODEL = new URL('../../content/model/association.bin', import.meta.url)

/** The association model; undefined when it is missing or cannot be read: words alone are then searched. */
function openMeaning(): Meaning | undefined {
  try {
    return associationMeaning(readAssociationModel(MODEL))
  } catch (error) {
    if (error instanceof AssociationModelError) return undefined
    throw error
  }
}

/** What the starter channel knows of words and what they mean. */
export const searchKnowledge: SearchKnowledge = { readVocabulary, readTopics, openMeaning }
