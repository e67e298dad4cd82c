import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { LONGEST_WORD, WordCutter } from '../../library/search/meaning/word-cutter.ts'
import type { Bag } from './embedding.ts'
import type { TrainingPassage } from './training-passages.ts'

/** The words the model knows, and how unlikely each is (minus the logarithm of its frequency, times 15.9). */
export interface Vocabulary {
  readonly words: readonly string[]
  readonly costs: Uint8Array
}

const HAN_WORD = new RegExp(`^\\p{Script=Han}{2,${LONGEST_WORD}}$`, 'u')
const LATIN_WORD = /^[a-z][a-z0-9]+$/
const HAN = /\p{Script=Han}/gu
const FEWEST = 4
const FEWEST_OF_CHARACTER = 20
const COST_STEPS = 15.9

/**
 * Chooses the words by how often Jieba cuts them out of the passages; `always` are known however rare.
 * Words first, then single characters, the more frequent first.
 */
export function chooseVocabulary(passages: readonly TrainingPassage[], always: readonly string[]): Vocabulary {
  const jieba = Jieba.withDict(dict)
  const counts = new Map<string, number>()
  const characters = new Map<string, number>()
  const titles = new Set(passages.map((passage) => [passage.title, ...passage.path].join('\n')))
  for (const text of [...titles, ...passages.map((passage) => passage.folded)]) {
    for (const word of jieba.cutForSearch(text, true))
      if (HAN_WORD.test(word) || LATIN_WORD.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
    for (const [character] of text.matchAll(HAN)) characters.set(character, (characters.get(character) ?? 0) + 1)
  }
  for (const word of always) if (HAN_WORD.test(word)) counts.set(word, Math.max(FEWEST, counts.get(word) ?? 0))
  const words = [...counts].filter(([, count]) => count >= FEWEST).sort(byCount)
  const lone = [...characters].filter(([, count]) => count >= FEWEST_OF_CHARACTER).sort(byCount)
  const all = words.reduce((sum, [, count]) => sum + count, 0)
  const costs = words.map(([, count]) => Math.round(-Math.log(count / all / 1.5) * COST_STEPS))
  return {
    words: [...words, ...lone].map(([word]) => word),
    costs: Uint8Array.from([...costs.map((cost) => Math.min(254, Math.max(1, cost))), ...lone.map(() => 254)]),
  }
}

function byCount(a: readonly [string, number], b: readonly [string, number]): number {
  return b[1] - a[1] || (a[0] < b[0] ? -1 : 1)
}

/** Cuts texts into bags. */
export function bagCutter(vocabulary: Vocabulary): (...texts: readonly string[]) => Bag {
  const cutter = new WordCutter(vocabulary.words, vocabulary.costs)
  return (...texts) => {
    cutter.begin()
    for (const text of texts) cutter.add(text)
    return cutter.words.slice(0, cutter.count)
  }
}
