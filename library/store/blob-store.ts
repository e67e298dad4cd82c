import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { storageGone } from './storage-error.ts'

/** What came in as a stream. `size` in bytes. */
export interface TakenBlob {
  readonly sha256: string
  readonly size: number
}

/** Blobs by their SHA-256, one file each under `objects/ab/`; a file is there whole or not at all. */
export interface BlobStore {
  /**
   * Stores bytes durably and returns their SHA-256.
   * @throws {StorageError} STORAGE_GONE when the library's folder is no longer there
   */
  put(bytes: Uint8Array): Promise<string>
  /**
   * Stores a stream of bytes durably, if they are those of that name.
   * @returns false when they are others; nothing is stored then
   */
  receive(sha256: string, bytes: AsyncIterable<Uint8Array>): Promise<boolean>
  /**
   * Stores a stream of bytes of any length durably, without holding it in memory.
   * @param accept looks at the whole file before it gets its name; when it throws, nothing is stored
   */
  take(bytes: AsyncIterable<Uint8Array>, accept?: (file: string, blob: TakenBlob) => Promise<void>): Promise<TakenBlob>
  has(sha256: string): Promise<boolean>
  read(sha256: string): Promise<Buffer>
  /** Bytes `start` to `end`, both inclusive, as HTTP ranges count. */
  stream(sha256: string, range?: { start: number; end: number }): ReadStream
  pathOf(sha256: string): string
  /** Removes what a crash left half-written a day ago or earlier. */
  clearHalves(): Promise<void>
}

const HALF = /^\.[0-9a-f-]{36}\.tmp$/
/** The shelf of what has no name yet. */
const ARRIVING = 'arriving'
const DAY = 24 * 3600 * 1000

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
      if (await has(sha256)) return sha256
      await makeBelow(path.dirname(pathOf(sha256)))
      await writeWhole(pathOf(sha256), bytes)
      return sha256
    },
    async receive(sha256, bytes) {
      await makeBelow(path.dirname(pathOf(sha256)))
      return writeIfNamed(pathOf(sha256), bytes, sha256)
    },
    async take(bytes, accept) {
      const shelf = path.join(directory, ARRIVING)
      await makeBelow(shelf)
      const file = path.join(shelf, `.${randomUUID()}.tmp`)
      try {
        const blob = await writeStream(file, bytes)
        await accept?.(file, blob)
        await makeBelow(path.dirname(pathOf(blob.sha256)))
        if (await has(blob.sha256)) await rm(file, { force: true })
        else await rename(file, pathOf(blob.sha256))
        await syncDirectory(path.dirname(pathOf(blob.sha256)))
        return blob
      } catch (error) {
        await rm(file, { force: true })
        throw error
      }
    },
    read: (sha256) => readFile(pathOf(sha256)),
    stream: (sha256, range) => createReadStream(pathOf(sha256), range),
    async clearHalves() {
      for (const shelf of await readdir(directory)) {
        for (const name of await readdir(path.join(directory, shelf)).catch(() => [] as string[])) {
          const file = path.join(directory, shelf, name)
          const old = HALF.test(name) && (await stat(file)).mtimeMs < Date.now() - DAY
          if (old) await rm(file, { force: true })
        }
      }
    },
  }
}

/**
 * Makes a folder, but never the one it lies in: a library's folder is not made anew where its stick was pulled out.
 * @throws {StorageError} STORAGE_GONE
 */
export async function makeBelow(directory: string): Promise<void> {
  try {
    await mkdir(directory, { mode: 0o700 })
    await syncDirectory(path.dirname(directory))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw storageGone(error)
    if (code !== 'EEXIST') throw error
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

/** Writes what comes in under its name, whole and durable, unless its SHA-256 is another. */
async function writeIfNamed(file: string, bytes: AsyncIterable<Uint8Array>, sha256: string): Promise<boolean> {
  const temporary = path.join(path.dirname(file), `.${randomUUID()}.tmp`)
  try {
    const right = (await writeStream(temporary, bytes)).sha256 === sha256
    if (right) await rename(temporary, file)
    else await rm(temporary, { force: true })
    await syncDirectory(path.dirname(file))
    return right
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** Writes a stream to a new file, durably, hashing it on the way. */
async function writeStream(file: string, bytes: AsyncIterable<Uint8Array>): Promise<TakenBlob> {
  const hash = createHash('sha256')
  let size = 0
  const handle = await open(file, 'wx', 0o600)
  try {
    for await (const piece of bytes) {
      hash.update(piece)
      size += piece.length
      await handle.writeFile(piece)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { sha256: hash.digest('hex'), size }
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
