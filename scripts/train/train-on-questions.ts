import type { Bags } from './bags.ts'
import { ContrastStep, type Distractor, type Pair } from './contrast.ts'
import type { Bag, Embedding } from './embedding.ts'
import { anyBelow, anyOf, type Random, seededRandom } from './random.ts'
import { type Lessons, selfSupervisedPairs } from './self-supervised.ts'

/** A question with what answers it. */
export interface AnsweredQuestion {
  readonly id: string | number
  readonly question: string
  readonly bag: Bag
  /** Passages by number. */
  readonly answers: readonly number[]
  /** How many answers there are, also where they are not among the passages. */
  readonly wanted: number
  /** Passages that look like an answer by their words, best first. */
  readonly lookAlikes: Uint32Array
}

export interface QuestionOptions {
  readonly steps: number
  readonly seed: number
  readonly say?: ((line: string) => void) | undefined
}

const QUESTIONS = 128
const OTHERS = 128
const DISTRACTORS = 192
const RATE = 0.03
const WEIGHT_RATE = 0.01
const LONGEST_PASSAGE = 110
/** How many of the look-alikes mislead. */
const MISLEADING = 200

/** Goes on training a model with questions that were asked, among pairs that need none so that nothing is forgotten. */
export function trainOnQuestions(
  base: Embedding,
  lessons: Lessons,
  questions: readonly AnsweredQuestion[],
  options: QuestionOptions,
): Embedding {
  const model = base.copy()
  const random = seededRandom(options.seed)
  const step = new ContrastStep(QUESTIONS + OTHERS, DISTRACTORS, model.dimensions)
  const next = selfSupervisedPairs(lessons, random)
  let loss = 0
  for (let i = 0; i < options.steps; i++) {
    const asked = Array.from({ length: QUESTIONS }, () => anyOf(random, questions))
    const pairs: Pair[] = [
      ...asked.map((one) => questionPair(one, lessons.bags, random)),
      ...Array.from({ length: OTHERS }, next),
    ]
    const distractors = Array.from({ length: DISTRACTORS }, (_, place) =>
      lookAlike(asked[place % QUESTIONS] as AnsweredQuestion, lessons.bags, random),
    )
    const rate = { vectors: RATE * (1 - i / options.steps) + 0.001, weights: WEIGHT_RATE }
    loss += step.take(model, pairs, distractors, rate)
    if ((i + 1) % 250 !== 0) continue
    options.say?.(`questions ${i + 1}/${options.steps}: ${(loss / 250).toFixed(3)}`)
    loss = 0
  }
  return model
}

function questionPair(one: AnsweredQuestion, bags: Bags, random: Random): Pair {
  const number = anyOf(random, one.answers)
  const fewer = one.bag.length > 4 ? one.bag.filter(() => random() < 0.85) : one.bag
  const query = fewer.length > 1 ? fewer : one.bag
  return { query, passage: capped(bags.whole[number] as Bag), answers: new Set(one.answers), number }
}

function lookAlike(one: AnsweredQuestion, bags: Bags, random: Random): Distractor {
  const place = Math.floor(random() * random() * MISLEADING)
  const number = one.lookAlikes[Math.min(place, one.lookAlikes.length - 1)] ?? anyBelow(random, bags.whole.length)
  return { passage: capped(bags.whole[number] as Bag), number }
}

const capped = (bag: Bag) => (bag.length > LONGEST_PASSAGE ? bag.subarray(0, LONGEST_PASSAGE) : bag)
