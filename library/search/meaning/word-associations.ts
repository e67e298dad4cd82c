import type { AssociationModel } from './association-model.ts'
import { WordCutter } from './word-cutter.ts'

/** A word that was asked and the one of a passage that it was taken for. */
export interface WordAssociation {
  readonly asked: string
  readonly found: string
}

/** So many of the telling words of a question are looked at. */
const MOST_ASKED = 4
const LONGEST_PASSAGE = 600
/** The cosine from which two words are near enough to be named as the reason. */
const NEAR = 0.4
/** The cosine from which a longer word around the nearest one is named in its place (最低生活保障 for 最低). */
const NEAR_WHOLE = 0.25
/** A word tells when it weighs at least this share of the heaviest of the question. */
const TELLING = 0.35

/** Names the words of a question and of a passage that brought the two together. */
export class WordAssociations {
  private readonly model: AssociationModel
  private readonly cutter: WordCutter
  private readonly lengths: Float32Array

  constructor(model: AssociationModel) {
    this.model = model
    this.cutter = new WordCutter(model.words, model.costs)
    this.lengths = new Float32Array(model.words.length)
  }

  /**
   * For a question, a function that gives the most telling pair of a passage: a word that was asked
   * and that the passage does not hold, and the passage's nearest to it. Undefined when none is near.
   */
  ofQuestion(typed: string): (text: string) => WordAssociation | undefined {
    const asked = this.tellingWords(typed.slice(0, LONGEST_PASSAGE))
    const all = this.wordsOf(typed.slice(0, LONGEST_PASSAGE))
    return (text) => {
      const pair = this.nearestPair(asked, text.slice(0, LONGEST_PASSAGE))
      if (!pair) return undefined
      const words = this.cutter.words.subarray(0, this.cutter.count)
      return {
        asked: this.text(this.wholeOf(pair.asked, all, pair.found)),
        found: this.text(this.wholeOf(pair.found, words, pair.asked)),
      }
    }
  }

  private tellingWords(typed: string): number[] {
    const { queryWeights } = this.model
    const weigh = (word: number) => (queryWeights[word] as number) * this.lengthOf(word)
    const words = [...this.wordsOf(typed)]
    const heaviest = Math.max(0, ...words.map(weigh))
    return words
      .filter((word) => this.text(word).length > 1 && weigh(word) >= TELLING * heaviest)
      .sort((a, b) => weigh(b) - weigh(a) || a - b)
      .slice(0, MOST_ASKED)
  }

  private wordsOf(text: string): Int32Array {
    this.cutter.cut(text)
    return this.cutter.words.slice(0, this.cutter.count)
  }

  /** The longest of the words that holds a word and is still near to what it was paired with. */
  private wholeOf(word: number, words: Int32Array, other: number): number {
    let whole = word
    for (const one of words) {
      const longer = this.text(one).length > this.text(whole).length && this.text(one).includes(this.text(word))
      if (longer && this.cosine(one, other) >= NEAR_WHOLE && !sharesMost(this.text(one), this.text(other))) whole = one
    }
    return whole
  }

  private nearestPair(asked: readonly number[], text: string): { asked: number; found: number } | undefined {
    const wanted = asked.filter((word) => !text.includes(this.text(word)))
    if (wanted.length === 0) return undefined
    this.cutter.cut(text)
    let best = NEAR
    let pair: { asked: number; found: number } | undefined
    for (let i = 0; i < this.cutter.count; i++) {
      const found = this.cutter.words[i] as number
      if (this.text(found).length < 2) continue
      for (const word of wanted) {
        const cosine = this.cosine(word, found)
        if (cosine <= best || sharesMost(this.text(word), this.text(found))) continue
        best = cosine
        pair = { asked: word, found }
      }
    }
    return pair
  }

  private text(word: number): string {
    return this.model.words[word] as string
  }

  private cosine(a: number, b: number): number {
    const product = this.product(a, b)
    return product <= 0 ? 0 : product / (this.lengthOf(a) * this.lengthOf(b))
  }

  private lengthOf(word: number): number {
    const known = this.lengths[word] as number
    if (known > 0) return known
    const length = Math.sqrt(this.product(word, word)) || 1
    this.lengths[word] = length
    return length
  }

  private product(a: number, b: number): number {
    const { vectors, dimensions } = this.model
    const first = a * dimensions
    const second = b * dimensions
    let sum = 0
    for (let d = 0; d < dimensions; d++) sum += (vectors[first + d] as number) * (vectors[second + d] as number)
    return sum
  }
}

/** Whether one word says the other with little more: nothing that would have to be explained. */
function sharesMost(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a)
}
