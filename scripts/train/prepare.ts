import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { bagsOf } from './bags.ts'
import { findCitations } from './citations.ts'
import { findEverydayPlaces, readEverydayWords } from './everyday-pairs.ts'
import { EVERYDAY_WORDS } from './everyday-words.ts'
import { IndexedPassages } from './indexed-passages.ts'
import type { Lessons } from './self-supervised.ts'
import { readTrainingPassages, type TrainingPassage } from './training-passages.ts'
import { chooseVocabulary, type Vocabulary } from './vocabulary.ts'

/** Everything training needs, read and cut once. */
export interface Prepared {
  readonly passages: readonly TrainingPassage[]
  readonly vocabulary: Vocabulary
  readonly lessons: Lessons
  readonly index: IndexedPassages
  /** Names all of it by its content. */
  readonly fingerprint: string
}

const Synonyms = z.array(z.object({ everyday: z.string(), official: z.array(z.string()) }))

/**
 * Reads the texts of a corpus (`laws/`) and what the app brings.
 * @param content the folder of the starter channel, with its vocabulary
 */
export function prepareTraining(corpus: string, content: string): Prepared {
  const laws = readTrainingPassages(path.join(corpus, 'laws'))
  const documents = (laws.at(-1)?.document ?? -1) + 1
  const own = readTrainingPassages(content).map((one) => ({ ...one, document: one.document + documents }))
  const passages = [...laws, ...own]
  const synonyms = Synonyms.parse(parse(readFileSync(path.join(content, 'vocabulary/synonyms.yaml'), 'utf8')))
  const everydayWords = [...readEverydayWords(EVERYDAY_WORDS), ...synonyms]
  const vocabulary = chooseVocabulary(
    passages,
    everydayWords.map((one) => one.everyday),
  )
  const bags = bagsOf(passages, vocabulary)
  const hash = createHash('sha256').update(JSON.stringify([vocabulary.words, everydayWords]))
  for (const one of passages) hash.update(JSON.stringify([one.file, one.title, one.path, one.heading, one.text]))
  return {
    passages,
    vocabulary,
    lessons: {
      bags,
      citations: findCitations(passages),
      everyday: findEverydayPlaces(everydayWords, passages, bags),
    },
    index: new IndexedPassages(passages),
    fingerprint: hash.digest('hex').slice(0, 16),
  }
}
