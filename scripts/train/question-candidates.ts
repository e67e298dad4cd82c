import type { FusionCandidates } from '../../library/search/meaning/rank-fusion.ts'
import { MOST_CANDIDATES } from './answered-questions.ts'
import type { Embedding } from './embedding.ts'
import type { Prepared } from './prepare.ts'
import { topPlaces } from './top-places.ts'
import type { AnsweredQuestion } from './train-on-questions.ts'

/** A trained model with the vectors of all passages, to be asked. */
export class AskedModel {
  readonly answering: Float32Array
  private readonly model: Embedding
  private readonly prepared: Prepared
  private readonly vectors: Float32Array
  private readonly likeliness: Float32Array

  /** @param learned the questions the model has seen; what answers them shows where answers lie */
  constructor(model: Embedding, prepared: Prepared, learned: readonly AnsweredQuestion[]) {
    const { whole } = prepared.lessons.bags
    this.model = model
    this.prepared = prepared
    this.vectors = new Float32Array(whole.length * model.dimensions)
    whole.forEach((bag, number) => {
      model.encode('passage', bag, this.vectors, number * model.dimensions)
    })
    for (let i = 0; i < this.vectors.length; i++) this.vectors[i] = inBytes(this.vectors[i] as number)
    this.answering = this.answeringDirection(learned)
    this.likeliness = this.productsWith(this.answering.map(inBytes))
  }

  /** What words and meaning find for a question, as the fusion takes it. */
  candidates(question: AnsweredQuestion): FusionCandidates {
    const { index, passages } = this.prepared
    const meaning = this.meaningOf(question)
    const found = new Set([...topPlaces(meaning, MOST_CANDIDATES), ...question.lookAlikes])
    const places = Uint32Array.from(found).sort()
    const pick = (values: Float32Array) => Float32Array.from(places, (place) => values[place] as number)
    return {
      passages: places,
      documents: Uint32Array.from(places, (place) => passages[place]?.document ?? 0),
      ...index.score(question.question, places),
      meaning: pick(meaning),
      answering: pick(this.likeliness),
    }
  }

  /** The cosine of every passage with a question. */
  meaningOf(question: AnsweredQuestion): Float32Array {
    const vector = new Float32Array(this.model.dimensions)
    this.model.encode('query', question.bag, vector, 0)
    return this.productsWith(vector.map(inBytes))
  }

  private productsWith(vector: Float32Array): Float32Array {
    const { dimensions } = this.model
    const products = new Float32Array(this.vectors.length / dimensions)
    for (let i = 0; i < products.length; i++) {
      const from = i * dimensions
      let sum = 0
      for (let d = 0; d < dimensions; d++) sum += (this.vectors[from + d] as number) * (vector[d] as number)
      products[i] = sum
    }
    return products
  }

  /** From the middle of all passages to the middle of those that answer. */
  private answeringDirection(learned: readonly AnsweredQuestion[]): Float32Array {
    const { dimensions } = this.model
    const answers = learned.flatMap((one) => one.answers)
    const all = Array.from(this.prepared.passages.keys())
    const direction = new Float32Array(dimensions)
    if (answers.length === 0) return direction
    const add = (places: readonly number[], sign: number) => {
      for (const place of places)
        for (let d = 0; d < dimensions; d++)
          (direction[d] as number) += (sign * (this.vectors[place * dimensions + d] as number)) / places.length
    }
    add(answers, 1)
    add(all, -1)
    const length = Math.hypot(...direction) || 1
    return direction.map((value) => value / length)
  }
}

/** As it is kept in the index, in signed bytes. */
const inBytes = (value: number) => Math.round(value * 127) / 127
