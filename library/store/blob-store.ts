import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'

/** Blobs by their SHA-256, one file each under `objects/ab/`; a file is there whole or not at all. */
export interface BlobStore {
  /** Stores bytes durably and returns their SHA-256. */
  put(bytes: Uint8Array): Promise<string>
  has(sha256: string): Promise<boolean>
  read(sha256: string): Promise<Buffer>
  /** Bytes `start` to `end`, both inclusive, as HTTP ranges count. */
  stream(sha256: string, range?: { start: number; end: number }): ReadStream
  pathOf(sha256: string): string
}

export function createBlobStore(directory: string): BlobStore {
  const pathOf = (sha256: string) => path.join(directory, sha256.slice(0, 2), sha256)
  const has = (sha256: string) =>
    stat(pathOf(sha256)).then(
      (status) => status.isFile(),
      () => false,
    )
  return {
    pathOf,
    has,
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      if (!(await has(sha256))) await writeWhole(pathOf(sha256), bytes)
      return sha256
    },
    read: (sha256) => readFile(pathOf(sha256)),
    stream: (sha256, range) => createReadStream(pathOf(sha256), range),
  }
}

/** Writes a file so that its name shows either nothing, the former content, or all of the new one, even after a power cut. */
export async function writeWhole(file: string, bytes: Uint8Array | string): Promise<void> {
  const directory = path.dirname(file)
  await mkdir(directory, { recursive: true })
  const temporary = path.join(directory, `.${randomUUID()}.tmp`)
  try {
    const handle = await open(temporary, 'wx', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await syncDirectory(directory)
}

/** Makes a rename in `directory` durable. Windows keeps its directories durable by itself and refuses to open them. */
export async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(directory, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
