import type { NeuralEncoder } from './neural-encoder.ts'
import type { NeuralVectors } from './neural-vectors.ts'
import type { PassageInContext } from './sentence-encoder.ts'

export interface NeuralFilling {
  /** Passages encoded at once; what is under way is lost when the process dies, and no more. */
  readonly batchSize?: number
  /** Ends after the batch under way. */
  readonly signal?: AbortSignal
  readonly onProgress?: (passagesDone: number) => void
}

/**
 * Makes the vectors that are missing, in batches; started again it goes on where it was.
 * Inference holds the thread that calls: run this in a job's own thread or process.
 * @returns how many vectors were made
 */
export async function fillNeuralVectors(
  passages: Iterable<PassageInContext>,
  encoder: NeuralEncoder,
  vectors: NeuralVectors,
  options: NeuralFilling = {},
): Promise<number> {
  const size = options.batchSize ?? 16
  let done = 0
  let made = 0
  let batch: PassageInContext[] = []
  const encodeBatch = async () => {
    const byText = new Map(batch.map((passage) => [encoder.passageText(passage), passage]))
    const texts = [...byText.keys()]
    const known = vectors.read(texts)
    const missing = texts.filter((_, index) => known[index] === undefined)
    if (missing.length > 0) {
      vectors.write(missing, await encoder.encodePassages(missing.map((text) => byText.get(text) as PassageInContext)))
    }
    made += missing.length
    done += batch.length
    batch = []
    options.onProgress?.(done)
  }
  for (const passage of passages) {
    batch.push(passage)
    if (batch.length < size) continue
    await encodeBatch()
    if (options.signal?.aborted) return made
  }
  if (batch.length > 0) await encodeBatch()
  return made
}
