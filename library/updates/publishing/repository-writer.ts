import { createHash, randomUUID } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import { copyFile, link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { createZstdCompress, constants as zlib, zstdCompress } from 'node:zlib'
import { syncDirectory } from '../../store/blob-store.ts'
import { METADATA, OBJECTS, type ObjectReference, objectPath, TARGETS } from '../repository-format.ts'

const compressBytes = promisify(zstdCompress)

/** Dense enough that a slow line is not kept waiting, quick enough for a thousand texts in seconds. */
const LEVEL = 12
const parameters = { [zlib.ZSTD_c_compressionLevel]: LEVEL }
const HALF = /^\.[0-9a-f-]{36}\.tmp$/

/** Writes a repository's files: each is there whole and on the disk, or not at all. */
export interface RepositoryWriter {
  has(object: string): boolean
  /** Stores a text, packed when that makes it smaller. */
  putText(text: string): Promise<ObjectReference>
  /**
   * Stores a file, packed when that makes it smaller and its kind is not packed already.
   * @returns undefined when its SHA-256 is not the one expected
   */
  putFile(file: string, sha256: string, mediaType: string): Promise<ObjectReference | undefined>
  /** Takes over an object of another repository; false when it is not there. */
  takeFrom(other: string, object: string): Promise<boolean>
  /** Writes a file of metadata or a target; its folder is durable when this returns. */
  write(file: string, bytes: Uint8Array): Promise<void>
  writeMissing(file: string, bytes: Uint8Array): Promise<void>
  /** Makes the names of all objects durable: before metadata speaks of them. */
  settle(): Promise<void>
  /** What was written so far. */
  readonly written: { readonly objects: number; readonly bytes: number }
}

/** Opens a repository for writing, and clears what a former process left half-written. */
export async function openRepositoryWriter(directory: string): Promise<RepositoryWriter> {
  for (const folder of [METADATA, TARGETS, `${TARGETS}/bins`, OBJECTS]) {
    await mkdir(path.join(directory, folder), { recursive: true })
    await clearHalves(path.join(directory, folder))
  }
  const known = new Set<string>()
  const shelves = new Set<string>()
  for (const shelf of await readdir(path.join(directory, OBJECTS))) {
    shelves.add(shelf)
    for (const name of await clearHalves(path.join(directory, OBJECTS, shelf))) known.add(name)
  }
  const unsettled = new Set<string>()
  const written = { objects: 0, bytes: 0 }
  const place = (file: string) => path.join(directory, ...file.split('/'))

  const openShelf = async (object: string) => {
    const shelf = object.slice(0, 2)
    if (!shelves.has(shelf)) {
      // Not with what it lies in: a stick that was pulled out is not replaced by a folder of its name.
      await mkdir(place(`${OBJECTS}/${shelf}`)).catch(unlessThere)
      shelves.add(shelf)
      unsettled.add(place(OBJECTS))
    }
    unsettled.add(place(`${OBJECTS}/${shelf}`))
  }
  /** Gives a finished file its name. */
  const keep = async (temporary: string, object: string, bytes: number) => {
    await openShelf(object)
    await rename(temporary, place(objectPath(object)))
    known.add(object)
    written.objects += 1
    written.bytes += bytes
  }
  const store = async (bytes: Uint8Array, size: number, encoding: 'zstd' | 'none'): Promise<ObjectReference> => {
    const object = sha256Of(bytes)
    if (!known.has(object)) {
      const temporary = place(`${OBJECTS}/.${randomUUID()}.tmp`)
      await whole(temporary, async () => {
        await writeSynced(temporary, bytes)
        await keep(temporary, object, bytes.byteLength)
      })
    }
    return { object, stored: bytes.byteLength, size, encoding }
  }

  const write = async (file: string, bytes: Uint8Array) => {
    const full = place(file)
    const temporary = path.join(path.dirname(full), `.${randomUUID()}.tmp`)
    await whole(temporary, async () => {
      await writeSynced(temporary, bytes)
      await rename(temporary, full)
    })
    await syncDirectory(path.dirname(full))
    written.bytes += bytes.byteLength
  }

  return {
    written,
    write,
    async writeMissing(file, bytes) {
      if (!(await stat(place(file)).catch(() => undefined))) await write(file, bytes)
    },
    has: (object) => known.has(object),
    async putText(text) {
      const bytes = Buffer.from(text)
      // Told the size, zstd takes small tables: otherwise it clears many megabytes for each small text.
      const packed = await compressBytes(bytes, { params: parameters, pledgedSrcSize: bytes.byteLength })
      const smaller = packed.byteLength < bytes.byteLength
      return store(smaller ? packed : bytes, bytes.byteLength, smaller ? 'zstd' : 'none')
    },
    async putFile(file, sha256, mediaType) {
      const { size } = await stat(file)
      const temporary = place(`${OBJECTS}/.${randomUUID()}.tmp`)
      return whole(temporary, async () => {
        const packs = !isPacked(mediaType)
        let copied = await copyHashed(file, temporary, packs ? size : undefined)
        if (copied.source !== sha256) {
          await rm(temporary)
          return undefined
        }
        let encoding: ObjectReference['encoding'] = packs ? 'zstd' : 'none'
        if (packs && copied.bytes >= size) {
          await rm(temporary)
          copied = await copyHashed(file, temporary, undefined)
          encoding = 'none'
        }
        if (known.has(copied.stored)) await rm(temporary)
        else await keep(temporary, copied.stored, copied.bytes)
        return { object: copied.stored, stored: copied.bytes, size, encoding }
      })
    },
    async takeFrom(other, object) {
      const source = path.join(other, ...objectPath(object).split('/'))
      const found = await stat(source).catch(() => undefined)
      if (!found?.isFile()) return false
      const temporary = place(`${OBJECTS}/.${randomUUID()}.tmp`)
      await whole(temporary, async () => {
        // Objects are never rewritten, so two names for one file are as good as two files where the disk allows it.
        await link(source, temporary).catch(() => copySynced(source, temporary))
        await keep(temporary, object, found.size)
      })
      return true
    },
    async settle() {
      for (const folder of unsettled) await syncDirectory(folder)
      unsettled.clear()
    },
  }
}

const unlessThere = (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EEXIST') throw error
}

/** Removes what is half-written in a folder, and gives the names of the rest. */
async function clearHalves(folder: string): Promise<string[]> {
  const names = await readdir(folder)
  for (const name of names) if (HALF.test(name)) await rm(path.join(folder, name), { force: true })
  return names.filter((name) => !HALF.test(name))
}

/** Does `work` on a temporary file, which is gone if it fails. */
async function whole<T>(temporary: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw error
  }
}

/** Written for everybody to read: web servers run as somebody else. */
async function writeSynced(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o644)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function copySynced(from: string, to: string): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_EXCL)
  const handle = await open(to, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Copies a file in pieces, with the SHA-256 of what was read and of what was written.
 * @param packed its size, to pack it; undefined to leave it as it is
 */
async function copyHashed(from: string, to: string, packed: number | undefined) {
  const [source, stored] = [createHash('sha256'), createHash('sha256')]
  let bytes = 0
  const handle = await open(to, 'wx', 0o644)
  try {
    const reading = async function* () {
      for await (const piece of createReadStream(from, { highWaterMark: 1024 * 1024 })) {
        source.update(piece as Buffer)
        yield piece as Buffer
      }
    }
    const writing = async (pieces: AsyncIterable<Uint8Array>) => {
      for await (const piece of pieces) {
        stored.update(piece)
        bytes += piece.byteLength
        await handle.writeFile(piece)
      }
    }
    if (packed !== undefined) {
      await pipeline(reading, createZstdCompress({ params: parameters, pledgedSrcSize: packed }), writing)
    } else await pipeline(reading, writing)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { source: source.digest('hex'), stored: stored.digest('hex'), bytes }
}

/** Kinds that compressing does not make smaller, as good as never. */
const isPacked = (mediaType: string) =>
  /^(?:video|audio)\/|^image\/(?!svg|bmp|tiff)|zip|gzip|7z|rar|openxmlformats|opendocument/.test(mediaType)

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
