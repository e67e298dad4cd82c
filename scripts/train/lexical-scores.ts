import { foldText } from '../../library/search/han-text.ts'
import type { WeightedTerm } from '../../library/search/index/passage-index.ts'
import { questionTerms } from '../../library/search/meaning/question-terms.ts'
import { pairTokens, tokenRuns } from '../../library/search/tokens.ts'
import type { TrainingPassage } from './training-passages.ts'

const K1 = 1.2
const B = 0.75
const USUAL_PASSAGE = 120
const OUTLINE = 1.5
const HAN = /\p{Script=Han}/gu

/** Postings of one kind of token: which passages hold each, and how much it weighs there. */
class Postings {
  private readonly lists = new Map<string, { passages: number[]; weights: number[] }>()
  private readonly all: number

  constructor(all: number) {
    this.all = all
  }

  add(passage: number, tokens: ReadonlyMap<string, number>, length: number, usual: number): void {
    for (const [token, frequency] of tokens) {
      let list = this.lists.get(token)
      if (!list) {
        list = { passages: [], weights: [] }
        this.lists.set(token, list)
      }
      list.passages.push(passage)
      list.weights.push((frequency * (K1 + 1)) / (frequency + K1 * (1 - B + (B * length) / usual)))
    }
  }

  score(tokens: ReadonlySet<string>, into: Float32Array): void {
    for (const token of tokens) {
      const list = this.lists.get(token)
      if (!list) continue
      const { passages, weights } = list
      const rarity = Math.log(1 + (this.all - passages.length + 0.5) / (passages.length + 0.5))
      for (let i = 0; i < passages.length; i++)
        (into[passages[i] as number] as number) += rarity * (weights[i] as number)
    }
  }
}

/** BM25 in memory over texts and outlines, as the passage index has it, for training where that is not at hand. */
export class LexicalScores {
  private readonly pairPostings: Postings
  private readonly singlePostings: Postings
  private readonly size: number

  constructor(passages: readonly TrainingPassage[]) {
    this.size = passages.length
    this.pairPostings = new Postings(passages.length)
    this.singlePostings = new Postings(passages.length)
    passages.forEach((one, number) => {
      const text = pairsOf(one.folded)
      const outline = pairsOf(foldText([...one.path, one.heading].join('\n')))
      const pairs = counted([text, 1], [outline, OUTLINE])
      this.pairPostings.add(number, pairs, text.length + outline.length, USUAL_PASSAGE)
      const singles = counted([one.folded.match(HAN) ?? [], 1])
      this.singlePostings.add(number, singles, text.length + outline.length, USUAL_PASSAGE)
    })
  }

  /** BM25 of a question's telling pairs for every passage. */
  pairs(question: string): Float32Array {
    return this.score(this.pairPostings, questionTerms(question).pairs)
  }

  /** BM25 of its characters. */
  singles(question: string): Float32Array {
    return this.score(this.singlePostings, questionTerms(question).singles)
  }

  private score(postings: Postings, terms: readonly WeightedTerm[]): Float32Array {
    const scores = new Float32Array(this.size)
    postings.score(new Set(terms.map((term) => term.token)), scores)
    return scores
  }
}

const pairsOf = (folded: string) => tokenRuns(folded).flatMap(pairTokens)

function counted(...fields: readonly (readonly [readonly string[], number])[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [tokens, weight] of fields)
    for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + weight)
  return counts
}
