import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { feedBuildError } from './feed-build-error.ts'
import { readPlacing } from './place-files.ts'
import { hashOfFile, isNobodys, listFiles } from './site-listing.ts'
import { MANIFEST } from './site-manifest.ts'

/** A site as somebody has it: a folder, or an archive of one. */
export interface SiteCopy {
  readonly files: readonly string[]
  /** @returns undefined where there is none; an unreadable one is an empty text */
  readText(file: string, most: number): Promise<string | undefined>
  /** @returns undefined when it is longer than it should be, or cannot be read */
  hashOf(file: string, size: number): Promise<string | undefined>
  /** True for a file of an issue that was being put in place when the build was stopped: the next build finishes it. */
  isOnItsWay(file: string): boolean
  close(): Promise<void>
}

export async function openFolderCopy(directory: string): Promise<SiteCopy> {
  const place = (file: string) => path.join(directory, ...file.split('/'))
  const placing = await readPlacing(directory).catch(() => undefined)
  const moving = new Set([
    ...(placing?.moves.map(([, file]) => file) ?? []),
    ...(placing?.removals.map(([file]) => file) ?? []),
  ])
  return {
    files: await listFiles(directory),
    async readText(file, most) {
      const found = await stat(place(file)).catch(() => undefined)
      if (!found?.isFile()) return undefined
      return found.size > most ? '' : readFile(place(file), 'utf8')
    },
    async hashOf(file, size) {
      const found = await stat(place(file)).catch(() => undefined)
      if (!found?.isFile() || found.size !== size) return undefined
      return hashOfFile(place(file)).catch(() => undefined)
    },
    isOnItsWay: (file) => moving.has(file),
    close: async () => {},
  }
}

const MOST_ENTRIES = 200_000

export async function openZipCopy(file: string): Promise<SiteCopy> {
  let zip: ZipFile
  const entries = new Map<string, Entry>()
  try {
    zip = await openPromise(file, { autoClose: false, lazyEntries: true })
    if (zip.entryCount > MOST_ENTRIES) throw new Error('too many entries')
    for await (const entry of zip.eachEntry()) if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry)
  } catch (cause) {
    throw feedBuildError('SITE_NOT_FOUND', '这个文件不是压缩包，或没有拷全。', cause)
  }
  // Whoever packs a folder often packs its name too.
  const manifest = [...entries.keys()]
    .filter((name) => name.split('/').at(-1) === MANIFEST)
    .sort((a, b) => a.length - b.length)[0]
  const prefix = manifest?.slice(0, -MANIFEST.length) ?? ''
  const names = [...entries.keys()].filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length))
  const pieces = async function* (name: string, most: number): AsyncGenerator<Buffer> {
    const entry = entries.get(prefix + name)
    if (!entry || entry.uncompressedSize > most) throw new Error(name)
    let size = 0
    for await (const piece of await zip.openReadStreamPromise(entry)) {
      size += (piece as Buffer).length
      if (size > most) throw new Error(name)
      yield piece as Buffer
    }
  }
  return {
    files: names.filter((name) => !name.split('/').some(isNobodys)),
    async readText(name, most) {
      if (!entries.has(prefix + name)) return undefined
      const all: Buffer[] = []
      try {
        for await (const piece of pieces(name, most)) all.push(piece)
      } catch {
        return ''
      }
      return Buffer.concat(all).toString('utf8')
    },
    async hashOf(name, size) {
      const hash = createHash('sha256')
      try {
        for await (const piece of pieces(name, size)) hash.update(piece)
      } catch {
        return undefined
      }
      return hash.digest('hex')
    },
    isOnItsWay: () => false,
    async close() {
      zip.close()
    },
  }
}
