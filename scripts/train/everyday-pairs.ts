import type { Bags } from './bags.ts'
import type { Bag } from './embedding.ts'
import type { TrainingPassage } from './training-passages.ts'

/** An everyday word, and the passages that hold what it is called officially. */
export interface EverydayWord {
  readonly everyday: Bag
  readonly places: readonly { readonly passage: number; readonly official: Bag }[]
}

/** Everyday words with their official ones, `everyday = official、official`, one pair a line. */
export function readEverydayWords(lines: string): { everyday: string; official: string[] }[] {
  return lines
    .split('\n')
    .filter((line) => line.includes('='))
    .map((line) => {
      const [everyday = '', official = ''] = line.split('=')
      return { everyday: everyday.trim(), official: official.split('、').map((one) => one.trim()) }
    })
}

/** So many places a word are enough. */
const MOST_PLACES = 600

export function findEverydayPlaces(
  words: readonly { everyday: string; official: readonly string[] }[],
  passages: readonly TrainingPassage[],
  bags: Bags,
): EverydayWord[] {
  return words.flatMap(({ everyday, official }) => {
    const bag = bags.cut(everyday)
    const places = official.flatMap((term) => {
      const termBag = bags.cut(term)
      const found = passages.flatMap((one, passage) =>
        one.folded.includes(term) ? [{ passage, official: termBag }] : [],
      )
      const every = Math.max(1, Math.ceil((found.length * official.length) / MOST_PLACES))
      return found.filter((_, place) => place % every === 0)
    })
    return bag.length === 0 || places.length === 0 ? [] : [{ everyday: bag, places }]
  })
}
