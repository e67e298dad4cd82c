import type { AssociationModel } from './association-model.ts'
import { outlineWords } from './outline-words.ts'
import type { PassageInContext, SentenceEncoder } from './sentence-encoder.ts'
import { WordCutter } from './word-cutter.ts'

/** The association model as an encoder of sentences: a text's vector is the weighted sum of its words'. */
export class AssociationEncoder implements SentenceEncoder {
  readonly id: string
  readonly dimensions: number
  private readonly model: AssociationModel
  private readonly cutter: WordCutter
  private readonly sum: Float32Array
  /** The last outline: the passages of one document mostly share theirs. */
  private outline: { title: string; path: readonly string[]; heading: string; words: Int32Array } | undefined

  constructor(model: AssociationModel) {
    this.id = model.id
    this.dimensions = model.dimensions
    this.model = model
    this.cutter = new WordCutter(model.words, model.costs)
    this.sum = new Float32Array(model.dimensions)
  }

  encodePassage(passage: PassageInContext): Int8Array {
    const outline = this.outlineOf(passage)
    this.cutter.begin()
    this.cutter.addWords(outline)
    this.cutter.add(passage.text)
    return this.encode(this.model.passageWeights) ?? new Int8Array(this.dimensions)
  }

  encodeQuery(typed: string): Int8Array | undefined {
    this.cutter.cut(typed.length > LONGEST_QUERY ? typed.slice(0, LONGEST_QUERY) : typed)
    return this.encode(this.model.queryWeights)
  }

  private outlineOf({ title, path, heading }: PassageInContext): Int32Array {
    const last = this.outline
    const bare = outlineWords('', [], heading)
    if (last && last.title === title && last.heading === bare && sameList(last.path, path)) return last.words
    this.cutter.cut(outlineWords(title, path, bare))
    const words = this.cutter.words.slice(0, this.cutter.count)
    this.outline = { title, path, heading: bare, words }
    return words
  }

  private encode(weights: Float32Array): Int8Array | undefined {
    const { sum, dimensions, cutter } = this
    const { vectors } = this.model
    sum.fill(0)
    for (let i = 0; i < cutter.count; i++) {
      const word = cutter.words[i] as number
      const weight = weights[word] as number
      const from = word * dimensions
      for (let d = 0; d < dimensions; d += 4) {
        sum[d] = (sum[d] as number) + weight * (vectors[from + d] as number)
        sum[d + 1] = (sum[d + 1] as number) + weight * (vectors[from + d + 1] as number)
        sum[d + 2] = (sum[d + 2] as number) + weight * (vectors[from + d + 2] as number)
        sum[d + 3] = (sum[d + 3] as number) + weight * (vectors[from + d + 3] as number)
      }
    }
    return unitBytes(sum)
  }
}

/** Nobody asks in more characters; what is pasted beyond says nothing new. */
const LONGEST_QUERY = 1000
const LENGTH = 127

/** The direction of a vector in signed bytes, of length about 127; undefined when it has none. */
export function unitBytes(vector: Float32Array): Int8Array | undefined {
  let square = 0
  for (let d = 0; d < vector.length; d++) square += (vector[d] as number) ** 2
  if (square === 0) return undefined
  const scale = LENGTH / Math.sqrt(square)
  const bytes = new Int8Array(vector.length)
  for (let d = 0; d < vector.length; d++) bytes[d] = Math.round((vector[d] as number) * scale)
  return bytes
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  if (a === b) return true
  return a.length === b.length && a.every((one, place) => one === b[place])
}
