import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { foldText } from './han-text.ts'

/** An everyday word and the official terms that stand for it in texts. */
export interface Synonym {
  readonly everyday: string
  readonly official: readonly string[]
}

/** What everyday words mean in official texts; one direction only. */
export interface Vocabulary {
  /** The synonym of exactly this word. */
  of(word: string): Synonym | undefined
  /** The synonyms whose everyday word stands in a longer text, longest first, none inside another. */
  within(text: string): readonly Synonym[]
  /** All of them, folded. */
  readonly synonyms: readonly Synonym[]
}

const Synonyms = z.array(z.object({ everyday: z.string().min(1), official: z.array(z.string().min(1)).min(1) }))

const Topics = z.array(z.object({ name: z.string().min(1) }))

/** The vocabulary of the starter channel. */
const SYNONYMS = new URL('../../content/vocabulary/synonyms.yaml', import.meta.url)
const TOPICS = new URL('../../content/vocabulary/topics.yaml', import.meta.url)

/** Reads `content/vocabulary/synonyms.yaml`. */
export function readVocabulary(file: URL = SYNONYMS): Vocabulary {
  return createVocabulary(Synonyms.parse(parse(readFileSync(file, 'utf8'))))
}

/** The names of the topics of `content/vocabulary/topics.yaml`. */
export function readTopics(): readonly string[] {
  return Topics.parse(parse(readFileSync(TOPICS, 'utf8'))).map((topic) => topic.name)
}

export function createVocabulary(synonyms: readonly Synonym[]): Vocabulary {
  const byWord = new Map(
    synonyms.map((synonym) => {
      const everyday = foldText(synonym.everyday)
      return [everyday, { everyday, official: synonym.official.map(foldText) }]
    }),
  )
  const longestFirst = [...byWord.values()].sort((a, b) => b.everyday.length - a.everyday.length)
  return {
    synonyms: [...byWord.values()],
    of: (word) => byWord.get(word),
    within(text) {
      let rest = text
      return longestFirst.filter(({ everyday }) => {
        if (everyday.length < 2 || !rest.includes(everyday)) return false
        rest = rest.replaceAll(everyday, '\n')
        return true
      })
    },
  }
}

export const emptyVocabulary: Vocabulary = createVocabulary([])
