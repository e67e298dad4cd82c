/** What is known of the passages that may answer, each array in the order of `passages`. */
export interface FusionCandidates {
  /** Numbers of the passages, ascending. */
  readonly passages: Uint32Array
  /** The document each belongs to. */
  readonly documents: Uint32Array
  /** BM25 of the question's character pairs, 0 … */
  readonly pairs: Float32Array
  /** BM25 of its single characters, 0 … */
  readonly singles: Float32Array
  /** Cosine of the vectors of question and passage. */
  readonly meaning: Float32Array
  /** How much the passage looks like one that answers questions at all: cosine with the model's `answering`. */
  readonly answering: Float32Array
}

/** What the fusion weighs, in the order of its weights. More of any of them never lowers a score. */
export const FUSION_FEATURES = [
  'pairs, standardised',
  'pairs, of the most',
  'singles, standardised',
  'singles, of the most',
  'meaning, standardised',
  'meaning, below the most',
  'answering, standardised',
  'pairs elsewhere in the document, of the most',
  'meaning elsewhere in the document, below the most',
  'share of the document in all meaning',
  'pairs of the passages beside it, of the most',
  'meaning of the passages beside it, below the most',
] as const
const WIDTH = FUSION_FEATURES.length

/** A small network: features, one layer bent by x / (1 + |x|), one sum. All weights but the biases are 0 or more. */
export interface FusionWeights {
  /** How many units the layer has. */
  readonly units: number
  /** Per unit, a weight for each feature. */
  readonly inner: Float32Array
  readonly bias: Float32Array
  /** Per unit. */
  readonly outer: Float32Array
  /** Per feature, past the layer. */
  readonly direct: Float32Array
}

/** How far below the nearest another still counts as much the same, in cosines. */
const NEARLY = 0.06

/** The score of each candidate, higher is better; comparable within one question only. */
export function fuseRanks(candidates: FusionCandidates, weights: FusionWeights): Float32Array {
  const features = fusionFeatures(candidates)
  const scores = new Float32Array(candidates.passages.length)
  for (let i = 0; i < scores.length; i++) scores[i] = fusedScore(features, i * WIDTH, weights)
  return scores
}

function fusedScore(features: Float32Array, from: number, weights: FusionWeights): number {
  const { units, inner, bias, outer, direct } = weights
  let score = 0
  for (let f = 0; f < WIDTH; f++) score += (direct[f] as number) * (features[from + f] as number)
  for (let unit = 0; unit < units; unit++) {
    let sum = bias[unit] as number
    for (let f = 0; f < WIDTH; f++) sum += (inner[unit * WIDTH + f] as number) * (features[from + f] as number)
    score += ((outer[unit] as number) * sum) / (1 + Math.abs(sum))
  }
  return score
}

/** The features of each candidate, {@link FUSION_FEATURES} one after another. */
export function fusionFeatures(candidates: FusionCandidates): Float32Array {
  const { passages, documents, pairs, singles, meaning, answering } = candidates
  const count = passages.length
  const features = new Float32Array(count * WIDTH)
  if (count === 0) return features
  const put = (feature: number, values: Float32Array, scale: Scale) => {
    for (let i = 0; i < count; i++)
      features[i * WIDTH + feature] = ((values[i] as number) - scale.middle) / scale.spread
  }
  const mostPairs = most(pairs, 0)
  const mostMeaning = most(meaning, -1)
  put(0, pairs, standard(pairs))
  put(1, pairs, { middle: 0, spread: mostPairs || 1 })
  put(2, singles, standard(singles))
  put(3, singles, { middle: 0, spread: most(singles, 0) || 1 })
  put(4, meaning, standard(meaning))
  put(5, meaning, { middle: mostMeaning, spread: 0.2 })
  put(6, answering, standard(answering))
  put(7, bestElsewhere(pairs, documents), { middle: 0, spread: mostPairs || 1 })
  put(8, bestElsewhere(meaning, documents), { middle: mostMeaning, spread: 0.2 })
  put(9, shareOfDocument(meaning, documents, mostMeaning), { middle: 0, spread: 1 })
  put(10, bestBeside(pairs, passages, documents, 0), { middle: 0, spread: mostPairs || 1 })
  put(11, bestBeside(meaning, passages, documents, mostMeaning - 0.4), { middle: mostMeaning, spread: 0.2 })
  return features
}

interface Scale {
  readonly middle: number
  readonly spread: number
}

function most(values: Float32Array, least: number): number {
  let found = least
  for (const value of values) if (value > found) found = value
  return found
}

function standard(values: Float32Array): Scale {
  let sum = 0
  for (const value of values) sum += value
  const middle = sum / values.length
  let square = 0
  for (const value of values) square += (value - middle) ** 2
  return { middle, spread: Math.sqrt(square / values.length) + 1e-6 }
}

/** Per candidate, the most that another candidate of its document has; its own least where there is none. */
function bestElsewhere(values: Float32Array, documents: Uint32Array): Float32Array {
  const best = new Map<number, { at: number; first: number; second: number }>()
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (value < least) least = value
    const known = best.get(documents[i] as number)
    if (!known) best.set(documents[i] as number, { at: i, first: value, second: Number.NEGATIVE_INFINITY })
    else if (value > known.first) {
      known.second = known.first
      known.first = value
      known.at = i
    } else if (value > known.second) known.second = value
  }
  return values.map((_, i) => {
    const known = best.get(documents[i] as number)
    return Math.max(least, known === undefined ? least : known.at === i ? known.second : known.first)
  })
}

/** Per candidate, how much of what comes near belongs to its document, 0 … 1. */
function shareOfDocument(meaning: Float32Array, documents: Uint32Array, nearest: number): Float32Array {
  const sums = new Map<number, number>()
  let all = 0
  for (let i = 0; i < meaning.length; i++) {
    const near = Math.exp(((meaning[i] as number) - nearest) / NEARLY)
    all += near
    sums.set(documents[i] as number, (sums.get(documents[i] as number) ?? 0) + near)
  }
  return meaning.map((_, i) => (sums.get(documents[i] as number) ?? 0) / all)
}

/** Per candidate, the most that the passage before or after it has, when that is a candidate of the same document. */
function bestBeside(
  values: Float32Array,
  passages: Uint32Array,
  documents: Uint32Array,
  otherwise: number,
): Float32Array {
  const isBeside = (a: number, b: number) =>
    documents[a] === documents[b] && Math.abs((passages[a] as number) - (passages[b] as number)) === 1
  return values.map((_, i) => {
    let best = otherwise
    if (i > 0 && isBeside(i - 1, i)) best = Math.max(best, values[i - 1] as number)
    if (i + 1 < values.length && isBeside(i, i + 1)) best = Math.max(best, values[i + 1] as number)
    return best
  })
}
