import type { NeuralModelConfig } from './neural-model-folder.ts'

/** What a model said of a batch: one vector a sentence, or one a token. */
export interface ModelOutput {
  readonly data: Float32Array
  /** [sentences, dimensions] or [sentences, tokens, dimensions] */
  readonly dims: readonly number[]
}

/** One vector for each sentence. @param lengths tokens of each, without padding */
export function poolSentences(
  output: ModelOutput,
  lengths: readonly number[],
  pooling: NeuralModelConfig['pooling'],
): Float32Array[] {
  const dimensions = output.dims.at(-1) as number
  const at = (start: number) => output.data.subarray(start * dimensions, (start + 1) * dimensions)
  if (output.dims.length === 2) return lengths.map((_, sentence) => at(sentence))
  const width = output.dims[1] as number
  if (pooling === 'cls') return lengths.map((_, sentence) => at(sentence * width))
  return lengths.map((length, sentence) => {
    const mean = new Float32Array(dimensions)
    for (let token = 0; token < length; token++) {
      const vector = at(sentence * width + token)
      for (let i = 0; i < dimensions; i++) mean[i] = (mean[i] as number) + (vector[i] as number) / length
    }
    return mean
  })
}

/** Signed bytes of a length of about 127, filled up with zeros to a multiple of 16; all zero when there is no direction. */
export function quantiseSentence(vector: Float32Array, normalize: boolean): Int8Array {
  const bytes = new Int8Array(Math.ceil(vector.length / 16) * 16)
  let squares = 0
  for (const value of vector) squares += value * value
  const length = normalize ? Math.sqrt(squares) : Math.max(1, Math.sqrt(squares))
  if (!(length > 0) || !Number.isFinite(length)) return bytes
  for (let i = 0; i < vector.length; i++) bytes[i] = Math.round(((vector[i] as number) / length) * 127)
  return bytes
}
