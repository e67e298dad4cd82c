/** A passage as its meaning is taken in: the words above it help to say what it is about. */
export interface PassageInContext {
  readonly title: string
  /** Headings above, outermost first. */
  readonly path: readonly string[]
  readonly heading: string
  readonly text: string
}

/**
 * Turns text into vectors whose inner product says how near two meanings are.
 * Vectors have `dimensions` signed bytes and a length of about 127, so that the inner product over
 * 127² is the cosine.
 */
export interface SentenceEncoder {
  /** Names the model by its content; vectors of another model do not compare and are made anew. */
  readonly id: string
  /** A multiple of 16, for SIMD. */
  readonly dimensions: number
  /** The vector of a passage; all zero when no word of it is known. */
  encodePassage(passage: PassageInContext): Int8Array
  /** The vector of what was asked; undefined when no word of it is known. */
  encodeQuery(typed: string): Int8Array | undefined
}
