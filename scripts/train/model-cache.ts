import { createHash } from 'node:crypto'
import { globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Embedding } from './embedding.ts'

/** Keeps trained models, so that measuring again does not train again. */
export class ModelCache {
  private readonly folder: string
  private readonly key: string
  private readonly rarity: Float32Array
  private readonly dimensions: number

  /** @param fingerprint names what is learned from; the code that learns counts too */
  constructor(folder: string, fingerprint: string, rarity: Float32Array, dimensions: number) {
    this.folder = folder
    this.key = createHash('sha256').update(fingerprint).update(codeOfTraining()).digest('hex').slice(0, 16)
    this.rarity = rarity
    this.dimensions = dimensions
  }

  /** Takes a model out of the cache, or trains it and puts it there. */
  keep(name: string, train: () => Embedding): Embedding {
    const file = path.join(this.folder, `${this.key}-${this.dimensions}-${name}.bin`)
    const model = Embedding.random(this.dimensions, this.rarity, 0)
    const kept = readKept(file)
    if (kept && model.restore(kept)) return model
    const trained = train()
    mkdirSync(this.folder, { recursive: true })
    writeFileSync(`${file}.part`, Buffer.concat(trained.parts().map((part) => Buffer.from(part.buffer))))
    renameSync(`${file}.part`, file)
    return trained
  }
}

function codeOfTraining(): string {
  const names = globSync('*.ts', { cwd: import.meta.dirname }).sort()
  return names
    .filter((name) => !/candidates|fusion|measure|quality|starter|write|compact|cache/.test(name))
    .map((name) => readFileSync(path.join(import.meta.dirname, name), 'utf8'))
    .join('\n')
}

function readKept(file: string): Float32Array | undefined {
  try {
    return new Float32Array(Uint8Array.from(readFileSync(file)).buffer)
  } catch {
    // Not trained yet.
    return undefined
  }
}
