import {
  FUSION_FEATURES,
  type FusionCandidates,
  type FusionWeights,
  fusionFeatures,
} from '../../library/search/meaning/rank-fusion.ts'
import { anyBelow, type Random, seededRandom } from './random.ts'

/** The candidates for one question, and which of them answer it (by place among the candidates). */
export interface FusionLesson {
  readonly candidates: FusionCandidates
  readonly answers: readonly number[]
}

export interface FusionOptions {
  readonly units: number
  readonly rounds: number
  readonly seed: number
}

const WIDTH = FUSION_FEATURES.length
const RATE = 0.01
/** Questions between two steps. */
const BATCH = 8
const DECAY = 1e-4
/** How many of the likeliest wrong candidates each question is trained with, and how many of any. */
const LIKELY = 250
const ANY = 60

interface Rows {
  /** Features, one candidate after another; the answers first. */
  readonly features: Float32Array
  readonly answers: number
  readonly count: number
}

/** Learns the fusion: each answer's score is to stand above those of all candidates that are none. */
export function trainFusion(lessons: readonly FusionLesson[], options: FusionOptions): FusionWeights {
  const { units, rounds, seed } = options
  const random = seededRandom(seed)
  const rows = lessons.filter((one) => one.answers.length > 0).map((one) => rowsOf(one, random))
  const size = units * WIDTH + 2 * units + WIDTH
  const values = Float64Array.from({ length: size }, (_, i) =>
    i < units * WIDTH + units ? (random() - (i < units * WIDTH ? 0 : 0.5)) * 0.3 : 0.1,
  )
  const isBias = (i: number) => i >= units * WIDTH && i < units * WIDTH + units
  const net = new FusionNet(values, units)
  const first = new Float64Array(size)
  const second = new Float64Array(size)
  let steps = 0
  for (let round = 0; round < rounds; round++) {
    shuffle(rows, random)
    for (let at = 0; at < rows.length; at += BATCH) {
      const slope = new Float64Array(size)
      for (const one of rows.slice(at, at + BATCH)) net.addSlope(one, slope)
      steps++
      const rate = RATE * (1 - round / rounds) + 0.0005
      for (let i = 0; i < size; i++) {
        const g = (slope[i] as number) / BATCH + DECAY * (values[i] as number)
        first[i] = 0.9 * (first[i] as number) + 0.1 * g
        second[i] = 0.999 * (second[i] as number) + 0.001 * g * g
        const step =
          (first[i] as number) / (1 - 0.9 ** steps) / (Math.sqrt((second[i] as number) / (1 - 0.999 ** steps)) + 1e-8)
        const next = (values[i] as number) - rate * step
        values[i] = isBias(i) ? next : Math.max(0, next)
      }
    }
  }
  return weightsOf(values, units)
}

/** The weights out of one array: inner, bias, outer, direct. */
function weightsOf(values: ArrayLike<number>, units: number): FusionWeights {
  const all = Float32Array.from(values)
  const bias = units * WIDTH
  return {
    units,
    inner: all.slice(0, bias),
    bias: all.slice(bias, bias + units),
    outer: all.slice(bias + units, bias + 2 * units),
    direct: all.slice(bias + 2 * units),
  }
}

class FusionNet {
  private readonly values: Float64Array
  private readonly units: number

  constructor(values: Float64Array, units: number) {
    this.values = values
    this.units = units
  }

  /** Adds the slope of the loss of one question: minus the logarithm of each answer's share against the wrong ones. */
  addSlope(rows: Rows, slope: Float64Array): void {
    const { values, units } = this
    const { features, count, answers } = rows
    const bias = units * WIDTH
    const outer = bias + units
    const direct = outer + units
    const layer = new Float64Array(count * units)
    const scores = new Float64Array(count)
    for (let i = 0; i < count; i++) {
      let score = 0
      for (let f = 0; f < WIDTH; f++) score += (values[direct + f] as number) * (features[i * WIDTH + f] as number)
      for (let unit = 0; unit < units; unit++) {
        let sum = values[bias + unit] as number
        for (let f = 0; f < WIDTH; f++)
          sum += (values[unit * WIDTH + f] as number) * (features[i * WIDTH + f] as number)
        const bent = sum / (1 + Math.abs(sum))
        layer[i * units + unit] = bent
        score += (values[outer + unit] as number) * bent
      }
      scores[i] = score
    }
    const slopes = slopesOf(scores, answers)
    for (let i = 0; i < count; i++) {
      const g = slopes[i] as number
      if (Math.abs(g) < 1e-6) continue
      for (let f = 0; f < WIDTH; f++) (slope[direct + f] as number) += g * (features[i * WIDTH + f] as number)
      for (let unit = 0; unit < units; unit++) {
        const bent = layer[i * units + unit] as number
        ;(slope[outer + unit] as number) += g * bent
        const inner = g * (values[outer + unit] as number) * (1 - Math.abs(bent)) ** 2
        ;(slope[bias + unit] as number) += inner
        for (let f = 0; f < WIDTH; f++)
          (slope[unit * WIDTH + f] as number) += inner * (features[i * WIDTH + f] as number)
      }
    }
  }
}

function slopesOf(scores: Float64Array, answers: number): Float64Array {
  const slopes = new Float64Array(scores.length)
  let most = Number.NEGATIVE_INFINITY
  for (const score of scores) most = Math.max(most, score)
  const shares = scores.map((score) => Math.exp(score - most))
  let wrong = 0
  for (let i = answers; i < shares.length; i++) wrong += shares[i] as number
  for (let a = 0; a < answers; a++) {
    const all = wrong + (shares[a] as number)
    ;(slopes[a] as number) += ((shares[a] as number) / all - 1) / answers
    for (let i = answers; i < shares.length; i++) (slopes[i] as number) += (shares[i] as number) / all / answers
  }
  return slopes
}

function rowsOf(lesson: FusionLesson, random: Random): Rows {
  const features = fusionFeatures(lesson.candidates)
  const wanted = new Set(lesson.answers)
  const ease = (i: number) => (features[i * WIDTH] as number) + (features[i * WIDTH + 4] as number)
  const wrong = Array.from(lesson.candidates.passages.keys()).filter((i) => !wanted.has(i))
  wrong.sort((a, b) => ease(b) - ease(a) || a - b)
  const likely = wrong.slice(0, LIKELY)
  const rest = wrong.slice(LIKELY)
  const any = rest.length === 0 ? [] : Array.from({ length: ANY }, () => rest[anyBelow(random, rest.length)] as number)
  const chosen = [...lesson.answers, ...likely, ...any]
  const rows = new Float32Array(chosen.length * WIDTH)
  chosen.forEach((candidate, place) => {
    rows.set(features.subarray(candidate * WIDTH, (candidate + 1) * WIDTH), place * WIDTH)
  })
  return { features: rows, answers: lesson.answers.length, count: chosen.length }
}

function shuffle<T>(list: T[], random: Random): void {
  for (let i = list.length - 1; i > 0; i--) {
    const other = anyBelow(random, i + 1)
    const kept = list[i] as T
    list[i] = list[other] as T
    list[other] = kept
  }
}
