import type { Clause, DocumentMask, Matches, PassageIndex, WeightedTerm } from './index/passage-index.ts'
import { sortedMatches } from './index/sorted-matches.ts'
import type { Meaning } from './meaning/meaning.ts'

/** How many passages each kind of evidence may put forward, and how many are given. */
const CANDIDATES = 1000
/** The cosine from which a passage is near a word that it does not hold. */
const NEAR = 0.4
/** What a single character tells beside a pair, where no model weighs them. */
const CHARACTER_WEIGHT = 0.5

/** How near passages (ascending) are to a question: cosines, in their order. */
export type SimilarityOf = (passages: Uint32Array) => Float32Array

export interface NearestQuestion {
  readonly text: string
  /** The telling pairs, and what stands for them. */
  readonly terms: readonly WeightedTerm[]
  readonly characters: readonly WeightedTerm[]
  readonly excluded: readonly Clause[]
  /** Asked in plain words; what is only a word or two must have something in common with what it finds. */
  readonly isQuestion: boolean
  /** What an office's own model says of candidates; NaN where it has not read a passage yet. */
  readonly similarityOf?: SimilarityOf | undefined
}

/**
 * The passages nearest to a question: by its telling words, and where there is a model by what it
 * means. Each kind of evidence puts candidates forward, and all of it is looked up for every candidate.
 */
export function rankNearest(
  index: PassageIndex,
  question: NearestQuestion,
  mask: DocumentMask,
  meaning: Meaning | undefined,
): Matches {
  const { terms, characters, excluded } = question
  const byWords = index.rankAny(terms, excluded, mask, CANDIDATES)
  const vector = meaning && index.encoderId === meaning.id ? meaning.encodeQuery(question.text) : undefined
  if (!meaning || !vector) {
    const passages = byWords.passages.slice().sort()
    const pairs = index.scoreOf(terms, passages)
    const singles = index.scoreOf(characters, passages)
    const scores = pairs.map((score, at) => score + CHARACTER_WEIGHT * (singles[at] as number))
    return sortedMatches(passages, withSimilarity(scores, question.similarityOf?.(passages)))
  }
  const byMeaning = allowed(index, index.nearest(vector, mask, CANDIDATES).passages, excluded)
  const candidates = union(byWords.passages, byMeaning)
  const passages = question.isQuestion ? candidates : related(index, question, vector, candidates)
  const scores = meaning.rank(index, { vector, terms, characters }, passages)
  const best = sortedMatches(passages, withSimilarity(scores, question.similarityOf?.(passages)))
  return { passages: best.passages.subarray(0, CANDIDATES), scores: best.scores.subarray(0, CANDIDATES) }
}

/** Adds two kinds of evidence, each brought to one scale; a passage that was not read takes the mean. */
function withSimilarity(scores: Float32Array, similarities: Float32Array | undefined): Float32Array {
  if (!similarities) return scores
  const ours = standardised(scores)
  const theirs = standardised(similarities)
  return ours.map((score, at) => score + (theirs[at] as number))
}

function standardised(values: Float32Array): Float32Array {
  const known = values.filter((value) => !Number.isNaN(value))
  const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length)
  const square = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, known.length)
  const spread = Math.sqrt(square) + 1e-6
  return values.map((value) => (Number.isNaN(value) ? 0 : (value - mean) / spread))
}

function allowed(index: PassageIndex, passages: Uint32Array, excluded: readonly Clause[]): Uint32Array {
  return excluded.reduce((left, clause) => {
    const ascending = left.slice().sort()
    const held = index.holds(clause, ascending)
    return ascending.filter((_, at) => held[at] === 0)
  }, passages)
}

/** Those that hold any of the words or are near in meaning: to a word that nothing knows all is equally far. */
function related(
  index: PassageIndex,
  { terms }: NearestQuestion,
  vector: Int8Array,
  candidates: Uint32Array,
): Uint32Array {
  const words = index.scoreOf(terms, candidates)
  const meaning = index.similarityOf(vector, candidates)
  return candidates.filter((_, at) => (words[at] as number) > 0 || (meaning[at] as number) >= NEAR)
}

/** Ascending, each once. */
function union(a: Uint32Array, b: Uint32Array): Uint32Array {
  const all = new Uint32Array(a.length + b.length)
  all.set(a)
  all.set(b, a.length)
  all.sort()
  return all.filter((passage, at) => at === 0 || all[at - 1] !== passage)
}
