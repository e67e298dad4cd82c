import { ContrastStep, type Pair } from './contrast.ts'
import { Embedding } from './embedding.ts'
import { seededRandom } from './random.ts'
import { type Lessons, selfSupervisedPairs } from './self-supervised.ts'

const BATCH = 256
const FIRST_RATE = 0.05
const LAST_RATE = 0.002
const WEIGHT_RATE = 0.01

export interface BaseOptions {
  readonly dimensions: number
  /** Batches of 256 pairs. */
  readonly steps: number
  readonly say?: ((line: string) => void) | undefined
}

/** Trains the model on the texts alone. */
export function trainBase(lessons: Lessons, options: BaseOptions): Embedding {
  const { dimensions, steps, say } = options
  const model = Embedding.random(dimensions, lessons.bags.rarity, 3)
  const batch = Math.min(BATCH, lessons.bags.whole.length)
  const step = new ContrastStep(batch, 0, dimensions)
  const next = selfSupervisedPairs(lessons, seededRandom(7))
  let loss = 0
  for (let i = 0; i < steps; i++) {
    const pairs: Pair[] = Array.from({ length: batch }, next)
    const rate = { vectors: FIRST_RATE * (1 - i / steps) + LAST_RATE, weights: WEIGHT_RATE }
    loss += step.take(model, pairs, [], rate)
    if ((i + 1) % 200 !== 0) continue
    say?.(`base ${i + 1}/${steps}: ${(loss / 200).toFixed(3)}`)
    loss = 0
  }
  return model
}
