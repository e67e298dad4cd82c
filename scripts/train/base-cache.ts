import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Embedding } from './embedding.ts'

/** Takes a trained model out of the cache, or trains it and puts it there. */
export function cachedEmbedding(
  file: string,
  rarity: Float32Array,
  dimensions: number,
  train: () => Embedding,
): Embedding {
  const kept = readKept(file)
  if (kept) {
    const model = Embedding.random(dimensions, rarity, 0)
    if (model.restore(kept)) return model
  }
  const model = train()
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(`${file}.part`, Buffer.concat(model.parts().map((part) => Buffer.from(part.buffer))))
  renameSync(`${file}.part`, file)
  return model
}

function readKept(file: string): Float32Array | undefined {
  try {
    return new Float32Array(Uint8Array.from(readFileSync(file)).buffer)
  } catch {
    // Not trained yet.
    return undefined
  }
}
