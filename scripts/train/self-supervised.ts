import type { Bags } from './bags.ts'
import type { Pair } from './contrast.ts'
import type { Bag } from './embedding.ts'
import type { EverydayWord } from './everyday-pairs.ts'
import { anyBelow, anyOf, type Random } from './random.ts'

const LONGEST_QUERY = 40
const LONGEST_PASSAGE = 90
const SHORTEST_TEXT = 6

/** What the texts themselves teach. */
export interface Lessons {
  readonly bags: Bags
  readonly citations: readonly (readonly [number, number])[]
  readonly everyday: readonly EverydayWord[]
}

/**
 * Gives pairs without end that need no question: a sentence beside the rest of its passage, headings
 * beside their text, a few words beside the others, what cites beside what is cited, and official words
 * said in everyday ones.
 */
export function selfSupervisedPairs(lessons: Lessons, random: Random): () => Pair {
  const { bags, citations, everyday } = lessons
  const long = bags.texts.flatMap((bag, number) => (bag.length >= SHORTEST_TEXT ? [number] : []))
  const pair = (query: Bag, passage: Bag, number: number): Pair => ({
    query: spelledOut(part(query, LONGEST_QUERY, random), bags, random),
    passage: part(passage, LONGEST_PASSAGE, random),
    answers: new Set([number]),
    number,
  })
  const fromEveryday = () => {
    const word = anyOf(random, everyday)
    const { passage, official } = anyOf(random, word.places)
    const left = (bags.texts[passage] as Bag).filter((one) => !official.includes(one))
    const more = some(left, anyBelow(random, 7), random)
    return pair(join(word.everyday, more), bags.whole[passage] as Bag, passage)
  }
  const fromCitation = () => {
    const [from, to] = anyOf(random, citations)
    const said = anyOf(random, bags.sentences[from] as readonly Bag[])
    return pair(said, bags.whole[to] as Bag, to)
  }
  return () => {
    const kind = random()
    if (kind < 0.14 && everyday.length > 0) return fromEveryday()
    if (kind < 0.2 && citations.length > 0) return fromCitation()
    const number = anyOf(random, long)
    const text = bags.texts[number] as Bag
    const outline = bags.outlines[number] as Bag
    const sentences = bags.sentences[number] as readonly Bag[]
    if (kind < 0.55 && sentences.length >= 2) {
      const asked = anyBelow(random, sentences.length)
      const rest = join(outline, ...sentences.filter((_, place) => place !== asked))
      return pair(sentences[asked] as Bag, rest, number)
    }
    if (kind < 0.7 && outline.length > 0) return pair(outline, text, number)
    const few = 2 + anyBelow(random, 9)
    const start = anyBelow(random, Math.max(1, text.length - few * 2))
    const query = some(text.subarray(start, start + few * 2), few, random)
    return pair(
      query,
      join(outline, text).filter(() => random() < 0.7),
      number,
    )
  }
}

/** A stretch of at most so many words. */
function part(bag: Bag, most: number, random: Random): Bag {
  if (bag.length <= most) return bag
  const start = anyBelow(random, bag.length - most)
  return bag.subarray(start, start + most)
}

/** So many words of a bag, or all. */
function some(bag: Bag, few: number, random: Random): Bag {
  if (bag.length <= few) return bag
  return bag.filter(() => random() < few / bag.length)
}

/** Now and then characters instead of a word, so that they can stand in for words that are not known. */
function spelledOut(bag: Bag, bags: Bags, random: Random): Bag {
  if (random() < 0.6) return bag
  return join(...[...bag].map((word) => (random() < 0.2 ? bags.characters[word] : undefined) ?? Int32Array.of(word)))
}

/** Bags as one, each word once. */
export function join(...bags: readonly Bag[]): Bag {
  const all = new Set<number>()
  for (const bag of bags) for (const word of bag) all.add(word)
  return Int32Array.from(all)
}
