import type { BenchDocument } from '../corpus.ts'

/** Documents of one transaction, when much is written at once. */
const AT_ONCE = 1500

export async function* inBatches(documents: AsyncIterable<BenchDocument>): AsyncGenerator<BenchDocument[]> {
  let batch: BenchDocument[] = []
  for await (const document of documents) {
    if (batch.push(document) < AT_ONCE) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
