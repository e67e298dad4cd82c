import { type Random, seededRandom } from './random.ts'

/** The words of a text by number, each once. */
export type Bag = Int32Array

/** Which side of a comparison a text stands on: what is asked, or where it is looked for. */
export type Side = 'query' | 'passage'

const SMALLEST_WEIGHT = 0.02

/**
 * One vector a word and two weights, as a query's and as a passage's word. A text's vector is the
 * weighted sum of its words', of length one. Trained by Adagrad with one accumulator a word.
 */
export class Embedding {
  readonly size: number
  readonly dimensions: number
  readonly vectors: Float32Array
  readonly weights: Record<Side, Float32Array>
  private readonly vectorSteps: Float32Array
  private readonly weightSteps: Record<Side, Float32Array>

  private constructor(size: number, dimensions: number) {
    this.size = size
    this.dimensions = dimensions
    this.vectors = new Float32Array(size * dimensions)
    this.weights = { query: new Float32Array(size), passage: new Float32Array(size) }
    this.vectorSteps = new Float32Array(size)
    this.weightSteps = { query: new Float32Array(size), passage: new Float32Array(size) }
  }

  /** Random vectors of about length one, and the given weights. */
  static random(dimensions: number, weights: Float32Array, seed: number): Embedding {
    const one = new Embedding(weights.length, dimensions)
    const random = seededRandom(seed)
    const scale = 1 / Math.sqrt(dimensions)
    for (let i = 0; i < one.vectors.length; i++) one.vectors[i] = normal(random) * scale
    one.weights.query.set(weights)
    one.weights.passage.set(weights)
    return one
  }

  copy(): Embedding {
    const one = new Embedding(this.size, this.dimensions)
    one.vectors.set(this.vectors)
    one.vectorSteps.set(this.vectorSteps)
    for (const side of ['query', 'passage'] as const) {
      one.weights[side].set(this.weights[side])
      one.weightSteps[side].set(this.weightSteps[side])
    }
    return one
  }

  /** Whether training has ever moved a word. */
  isTrained(word: number): boolean {
    return (this.vectorSteps[word] as number) > 0
  }

  /** Everything as one array of numbers, to be kept, and taken back by {@link restore}. */
  parts(): Float32Array[] {
    const { query, passage } = this.weights
    return [this.vectors, this.vectorSteps, query, passage, this.weightSteps.query, this.weightSteps.passage]
  }

  /** Takes back what {@link parts} gave; false, and unchanged, when it is of another size. */
  restore(all: Float32Array): boolean {
    const parts = this.parts()
    if (parts.reduce((sum, part) => sum + part.length, 0) !== all.length) return false
    let at = 0
    for (const part of parts) {
      part.set(all.subarray(at, at + part.length))
      at += part.length
    }
    return true
  }

  /** Writes the unit vector of a bag at `to` of `out`; returns its length before. */
  encode(side: Side, bag: Bag, out: Float32Array, to: number): number {
    const { dimensions, vectors } = this
    const weights = this.weights[side]
    out.fill(0, to, to + dimensions)
    for (let i = 0; i < bag.length; i++) {
      const word = bag[i] as number
      const weight = weights[word] as number
      const from = word * dimensions
      for (let d = 0; d < dimensions; d++) (out[to + d] as number) += weight * (vectors[from + d] as number)
    }
    let square = 0
    for (let d = 0; d < dimensions; d++) square += (out[to + d] as number) ** 2
    const length = Math.sqrt(square) + 1e-9
    for (let d = 0; d < dimensions; d++) (out[to + d] as number) /= length
    return length
  }

  /**
   * Moves the words of a bag against the gradient of its unit vector.
   * @param unit the unit vector at `at`, `length` what {@link encode} returned
   * @param gradient at `at`, changed
   */
  learn(side: Side, bag: Bag, unit: Float32Array, at: number, length: number, gradient: Float32Array, rate: Rate) {
    const { dimensions, vectors, vectorSteps } = this
    const weights = this.weights[side]
    const weightSteps = this.weightSteps[side]
    let along = 0
    for (let d = 0; d < dimensions; d++) along += (unit[at + d] as number) * (gradient[at + d] as number)
    let square = 0
    for (let d = 0; d < dimensions; d++) {
      const own = ((gradient[at + d] as number) - along * (unit[at + d] as number)) / length
      gradient[at + d] = own
      square += own * own
    }
    if (square === 0) return
    for (let i = 0; i < bag.length; i++) {
      const word = bag[i] as number
      const from = word * dimensions
      const weight = weights[word] as number
      const steps = (vectorSteps[word] as number) + (square * weight * weight) / dimensions
      vectorSteps[word] = steps
      const step = (rate.vectors * weight) / Math.sqrt(steps + 1e-8)
      let slope = 0
      for (let d = 0; d < dimensions; d++) {
        const g = gradient[at + d] as number
        slope += g * (vectors[from + d] as number)
        ;(vectors[from + d] as number) -= step * g
      }
      const weightStep = (weightSteps[word] as number) + slope * slope
      weightSteps[word] = weightStep
      weights[word] = Math.max(SMALLEST_WEIGHT, weight - (rate.weights * slope) / Math.sqrt(weightStep + 1e-8))
    }
  }
}

/** How far one step goes. */
export interface Rate {
  readonly vectors: number
  readonly weights: number
}

/** A normally distributed number (Box-Muller). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
