import { outlineWords } from '../../library/search/meaning/outline-words.ts'
import type { Bag } from './embedding.ts'
import type { TrainingPassage } from './training-passages.ts'
import { bagCutter, type Vocabulary } from './vocabulary.ts'

/** The passages as bags of words, in their order. */
export interface Bags {
  readonly cut: (...texts: readonly string[]) => Bag
  readonly size: number
  /** Per passage, its sentences. */
  readonly sentences: readonly (readonly Bag[])[]
  /** Its text. */
  readonly texts: readonly Bag[]
  /** Title and headings. */
  readonly outlines: readonly Bag[]
  /** All of it, as the encoder takes it in. */
  readonly whole: readonly Bag[]
  /** How much each word tells, by how few passages hold it; about 0.1 … 1.8. */
  readonly rarity: Float32Array
  /** Per Han word of two or more characters, these as words of the vocabulary. */
  readonly characters: readonly (Bag | undefined)[]
}

export function bagsOf(passages: readonly TrainingPassage[], vocabulary: Vocabulary): Bags {
  const cut = bagCutter(vocabulary)
  const size = vocabulary.words.length
  const holding = new Float32Array(size)
  const known = new Map<string, Bag>()
  const outlineOf = (text: string) => {
    const bag = known.get(text) ?? cut(text)
    known.set(text, bag)
    return bag
  }
  const outline = (one: TrainingPassage) => outlineWords(one.title, one.path, one.heading)
  const whole = passages.map((one) => cut(outline(one), one.text))
  for (const bag of whole) for (const word of bag) (holding[word] as number)++
  const numbers = new Map(vocabulary.words.map((word, number) => [word, number]))
  return {
    cut,
    size,
    whole,
    sentences: passages.map((one) =>
      one.folded
        .split(/[。;:\n]+/)
        .map((sentence) => cut(sentence))
        .filter(isFilled),
    ),
    texts: passages.map((one) => cut(one.text)),
    outlines: passages.map((one) => outlineOf(outline(one))),
    rarity: holding.map((count) => Math.log((passages.length + 1) / (count + 1)) / 6),
    characters: vocabulary.words.map((word) => {
      if (word.length < 2 || /[a-z]/.test(word)) return undefined
      const found = [...word].map((character) => numbers.get(character)).filter((one) => one !== undefined)
      return found.length > 0 ? Int32Array.from(found) : undefined
    }),
  }
}

const isFilled = (bag: Bag) => bag.length > 0
