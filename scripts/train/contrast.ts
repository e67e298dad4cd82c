import type { Bag, Embedding, Rate } from './embedding.ts'

/** What is asked beside what answers it. */
export interface Pair {
  readonly query: Bag
  readonly passage: Bag
  /** The passages that answer it: none of them counts as a wrong answer. */
  readonly answers: ReadonlySet<number>
  /** Which passage this is. */
  readonly number: number
}

/** A wrong answer that looks like a right one. */
export interface Distractor {
  readonly passage: Bag
  readonly number: number
}

/** How sharply near answers are told apart from far ones. */
const TEMPERATURE = 0.06

/**
 * One step of learning by contrast: each query is to lie nearer to its passage than to any other
 * passage of the batch, and each passage nearer to its query than to any other. Returns the mean loss.
 */
export class ContrastStep {
  private readonly queries: Float32Array
  private readonly passages: Float32Array
  private readonly queryGradient: Float32Array
  private readonly passageGradient: Float32Array
  private readonly scores: Float32Array
  private readonly slopes: Float32Array
  private readonly queryLengths: Float32Array
  private readonly passageLengths: Float32Array

  constructor(pairs: number, distractors: number, dimensions: number) {
    const all = pairs + distractors
    this.queries = new Float32Array(pairs * dimensions)
    this.queryGradient = new Float32Array(pairs * dimensions)
    this.passages = new Float32Array(all * dimensions)
    this.passageGradient = new Float32Array(all * dimensions)
    this.scores = new Float32Array(pairs * all)
    this.slopes = new Float32Array(pairs * all)
    this.queryLengths = new Float32Array(pairs)
    this.passageLengths = new Float32Array(all)
  }

  take(model: Embedding, pairs: readonly Pair[], distractors: readonly Distractor[], rate: Rate): number {
    const dimensions = model.dimensions
    const all = [...pairs, ...distractors]
    pairs.forEach((pair, i) => {
      this.queryLengths[i] = model.encode('query', pair.query, this.queries, i * dimensions)
    })
    all.forEach((one, i) => {
      this.passageLengths[i] = model.encode('passage', one.passage, this.passages, i * dimensions)
    })
    this.compare(pairs, all, dimensions)
    const loss = this.slopesOf(pairs.length, all.length)
    this.gradients(pairs.length, all.length, dimensions)
    pairs.forEach((pair, i) => {
      const length = this.queryLengths[i] as number
      model.learn('query', pair.query, this.queries, i * dimensions, length, this.queryGradient, rate)
    })
    all.forEach((one, i) => {
      const length = this.passageLengths[i] as number
      model.learn('passage', one.passage, this.passages, i * dimensions, length, this.passageGradient, rate)
    })
    return loss
  }

  private compare(pairs: readonly Pair[], all: readonly Distractor[], dimensions: number): void {
    const { queries, passages, scores } = this
    for (let i = 0; i < pairs.length; i++) {
      const answers = (pairs[i] as Pair).answers
      const a = i * dimensions
      for (let j = 0; j < all.length; j++) {
        if (i !== j && answers.has((all[j] as Distractor).number)) {
          scores[i * all.length + j] = -1e9
          continue
        }
        const b = j * dimensions
        let sum = 0
        for (let d = 0; d < dimensions; d += 4)
          sum +=
            (queries[a + d] as number) * (passages[b + d] as number) +
            (queries[a + d + 1] as number) * (passages[b + d + 1] as number) +
            (queries[a + d + 2] as number) * (passages[b + d + 2] as number) +
            (queries[a + d + 3] as number) * (passages[b + d + 3] as number)
        scores[i * all.length + j] = sum / TEMPERATURE
      }
    }
  }

  /** The loss's slopes by score: softmax over each query's passages, and over each passage's queries. */
  private slopesOf(pairs: number, all: number): number {
    const { scores, slopes } = this
    let loss = 0
    for (let i = 0; i < pairs; i++) {
      const row = i * all
      let most = -1e9
      for (let j = 0; j < all; j++) if ((scores[row + j] as number) > most) most = scores[row + j] as number
      let sum = 0
      for (let j = 0; j < all; j++) sum += slopes[row + j] = Math.exp((scores[row + j] as number) - most)
      for (let j = 0; j < all; j++) (slopes[row + j] as number) /= sum
      ;(slopes[row + i] as number) -= 1
      loss -= (scores[row + i] as number) - most - Math.log(sum)
    }
    const column = new Float32Array(pairs)
    for (let j = 0; j < pairs; j++) {
      let most = -1e9
      for (let i = 0; i < pairs; i++) most = Math.max(most, scores[i * all + j] as number)
      let sum = 0
      for (let i = 0; i < pairs; i++) sum += column[i] = Math.exp((scores[i * all + j] as number) - most)
      for (let i = 0; i < pairs; i++) (slopes[i * all + j] as number) += (column[i] as number) / sum
      ;(slopes[j * all + j] as number) -= 1
    }
    return loss / pairs
  }

  private gradients(pairs: number, all: number, dimensions: number): void {
    const { queries, passages, queryGradient, passageGradient, slopes } = this
    queryGradient.fill(0)
    passageGradient.fill(0)
    for (let i = 0; i < pairs; i++) {
      const a = i * dimensions
      for (let j = 0; j < all; j++) {
        const slope = (slopes[i * all + j] as number) / (2 * TEMPERATURE)
        if (slope < 1e-4 && slope > -1e-4) continue
        const b = j * dimensions
        for (let d = 0; d < dimensions; d++) {
          ;(queryGradient[a + d] as number) += slope * (passages[b + d] as number)
          ;(passageGradient[b + d] as number) += slope * (queries[a + d] as number)
        }
      }
    }
  }
}
