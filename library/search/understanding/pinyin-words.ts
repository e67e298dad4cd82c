import { foldText } from '../han-text.ts'
import type { CharacterReadings } from './character-readings.ts'
import { createPinyinIndex } from './pinyin-index.ts'

/** A word that was typed in pinyin as a whole. */
export interface PinyinWord {
  readonly word: string
  /** 因 zjd = 宅基地. */
  readonly why: string
}

/** Finds the words that a whole query in pinyin, initials or a mix of both stands for; those given first come first. */
export function createPinyinWords(
  words: Iterable<string>,
  readings: CharacterReadings,
): (typed: string, most: number) => PinyinWord[] {
  const list = [...new Set(Array.from(words, foldText))].filter((word) => /\p{Script=Han}/u.test(word))
  const index = createPinyinIndex(list, readings)
  return (typed, most) => {
    const folded = foldText(typed).trim()
    if (folded.length < 2) return []
    const whole = (similar: boolean) => index.find(folded, { similar }).filter((match) => match.extent === 'whole')
    const exact = whole(false)
    return (exact.length > 0 ? exact : whole(true))
      .slice(0, most)
      .map(({ at }) => ({ word: list[at] as string, why: `因 ${folded} = ${list[at]}` }))
  }
}
