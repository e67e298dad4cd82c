import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { METADATA } from '../repository-format.ts'
import { refuseUpdate, UpdateRefusedError } from '../update-refused-error.ts'
import { collect, limited } from './limited.ts'
import type { RepositorySource } from './repository-source.ts'

/** More entries than any channel has: a million items with their pictures. */
const MOST_ENTRIES = 3_000_000

/**
 * A repository in a .zip, at its root or in a folder of it. Entries are read where they lie; nothing is unpacked.
 * @returns undefined when the archive holds no repository
 */
export async function zipSource(file: string): Promise<RepositorySource | undefined> {
  const zip = await openZip(file)
  try {
    const entries = await listEntries(zip)
    const timestamp = [...entries.keys()]
      .filter((name) => name.endsWith(`${METADATA}/timestamp.json`))
      .sort(byLength)[0]
    if (timestamp === undefined) {
      zip.close()
      return undefined
    }
    return archivedSource(file, zip, entries, timestamp.slice(0, -`${METADATA}/timestamp.json`.length))
  } catch (error) {
    zip.close()
    throw told(error, file)
  }
}

const byLength = (a: string, b: string) => a.length - b.length

function archivedSource(
  file: string,
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
  below: string,
): RepositorySource {
  const stream = async (name: string, most: number) => {
    const entry = entries.get(below + name)
    if (!entry) return undefined
    if (entry.uncompressedSize > most) throw refuseUpdate('PACK_TOO_LARGE', name)
    try {
      const pieces = await zip.openReadStreamPromise(entry)
      return limited(toldPieces(pieces as AsyncIterable<Uint8Array>, name), most, name)
    } catch (error) {
      throw told(error, name)
    }
  }
  return {
    place: file,
    parallel: 2,
    stream,
    async read(name, most) {
      const pieces = await stream(name, most)
      return pieces && collect(pieces)
    },
    async close() {
      zip.close()
    },
  }
}

async function openZip(file: string): Promise<ZipFile> {
  try {
    return await openPromise(file, { lazyEntries: true, autoClose: false, validateEntrySizes: true })
  } catch (error) {
    throw told(error, file)
  }
}

function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MOST_ENTRIES) throw refuseUpdate('PACK_TOO_LARGE', `${zip.entryCount} 个文件`)
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>()
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', reject)
    zip.readEntry()
  })
}

async function* toldPieces(pieces: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* pieces
  } catch (error) {
    throw told(error, file)
  }
}

function told(error: unknown, file: string): Error {
  if (error instanceof UpdateRefusedError) return error
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return refuseUpdate('SOURCE_NOT_FOUND', file, error)
  if (code !== undefined && /^E[A-Z]+$/.test(code)) return refuseUpdate('SOURCE_GONE', `${file}：${code}`, error)
  return refuseUpdate('SOURCE_DAMAGED', `${file} 不是完整的 zip 文件，可能没有拷完。`, error)
}
