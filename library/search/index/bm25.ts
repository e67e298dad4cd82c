const K1 = 1.2
const B = 0.75

/**
 * Tokens of a usual passage and of a usual document's title, number and topics, measured on some
 * 58,000 provisions of national law. Fixed, so that a weight depends on its passage alone and never
 * has to be computed again when others come or go.
 */
const USUAL_PASSAGE = 120
const USUAL_DOCUMENT = 16

/** What one occurrence counts for, by field. */
export const FIELD_WEIGHTS = { title: 2, number: 4, topics: 1.5, outline: 1.5, text: 1 } as const

/** What 255 stands for: the limit of BM25's saturation. */
const LARGEST = K1 + 1
export const WEIGHT_STEP = LARGEST / 255

/** The saturated frequency of a term in 1 … 255. */
function quantised(frequency: number, tokens: number, usual: number): number {
  const saturated = (frequency * LARGEST) / (frequency + K1 * (1 - B + (B * tokens) / usual))
  return Math.max(1, Math.round(saturated / WEIGHT_STEP))
}

export const passageWeight = (frequency: number, tokens: number) => quantised(frequency, tokens, USUAL_PASSAGE)
export const documentWeight = (frequency: number, tokens: number) => quantised(frequency, tokens, USUAL_DOCUMENT)

/** How much a term tells that `holding` of `all` hold; never negative. */
export const inverseFrequency = (holding: number, all: number) => Math.log(1 + (all - holding + 0.5) / (holding + 0.5))
