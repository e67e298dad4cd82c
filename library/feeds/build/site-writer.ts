import { lstat, readFile } from 'node:fs/promises'
import path from 'node:path'
import { syncDirectory } from '../../store/blob-store.ts'
import { createFileCopier } from './copy-file.ts'
import { feedBuildError } from './feed-build-error.ts'
import { placeFiles, stagedFile, writeSynced } from './place-files.ts'
import { hashOfFile, STAGING } from './site-listing.ts'
import { MANIFEST, type SiteFile, sha256Of } from './site-manifest.ts'
import type { TargetFolder } from './target-folder.ts'

/** Files at once: each waits for the disk to have it. */
const AT_ONCE = 8

/** Gathers a site's files beside those that are there, and puts them in place all together. */
export interface SiteWriter {
  /** Takes a text into the site; written only where it is not there already. */
  text(file: string, text: string): Promise<void>
  /** Takes a blob into the site, in pieces. */
  blob(file: string, source: string, sha256: string, size: number, signal: AbortSignal): Promise<void>
  /** Every file taken in so far. */
  readonly files: ReadonlyMap<string, SiteFile>
  /** Puts everything in place, the manifest last, and removes what is no more. */
  place(manifest: string): Promise<{ written: number; removed: number; unchanged: number }>
}

/** @param target as it was opened; its former manifest says what need not be written again */
export function openSiteWriter({ directory, former }: TargetFolder): SiteWriter {
  const files = new Map<string, SiteFile>()
  const moves: [number, string][] = []
  const pending = new Set<Promise<void>>()
  const copier = createFileCopier()
  let failure: { readonly error: unknown } | undefined
  let unchanged = 0

  const stage = (file: string): string => {
    moves.push([moves.length, file])
    return stagedFile(directory, moves.length - 1)
  }
  /** Lets a few writes wait for the disk at the same time. */
  const queue = async (work: () => Promise<void>): Promise<void> => {
    while (pending.size >= AT_ONCE) await Promise.race(pending)
    if (failure) throw failure.error
    const running: Promise<void> = work()
      .catch((error: unknown) => {
        failure ??= { error }
      })
      .finally(() => pending.delete(running))
    pending.add(running)
  }
  const take = (file: string, one: SiteFile) => {
    if (files.has(file)) throw new Error(`two files of one name: ${file}`)
    files.set(file, one)
  }

  return {
    files,
    async text(file, text) {
      const bytes = Buffer.from(text)
      const one = { sha256: sha256Of(bytes), size: bytes.byteLength }
      take(file, one)
      await queue(async () => {
        if (await isThere(directory, file, one, former?.files[file], bytes)) unchanged += 1
        else await writeSynced(stage(file), bytes)
      })
    },
    async blob(file, source, sha256, size, signal) {
      const one = { sha256, size }
      take(file, one)
      await queue(async () => {
        if (await isThere(directory, file, one, former?.files[file])) unchanged += 1
        else if ((await copier.copy(source, stage(file), signal)) !== sha256)
          throw feedBuildError('FEED_MEDIA_DAMAGED', path.basename(source))
      })
    },
    async place(manifest) {
      await Promise.all(pending)
      if (failure) throw failure.error
      const removals = Object.entries(former?.files ?? {}).filter(([file]) => !files.has(file))
      const isSame = moves.length === 0 && removals.length === 0
      const place = path.join(directory, MANIFEST)
      if (isSame && former && (await readFile(place, 'utf8')) === manifest) return { written: 0, removed: 0, unchanged }
      // What is new comes first, when nothing leads to it yet; then what is replaced, in the order it was asked for.
      const order = new Map(
        [...files.keys()].map((file, index) => [file, former?.files[file] ? files.size + index : index]),
      )
      moves.sort(([, a], [, b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
      await writeSynced(stage(MANIFEST), manifest)
      await syncDirectory(path.join(directory, STAGING))
      await placeFiles(directory, {
        format: 1,
        moves,
        removals: removals.map(([file, { sha256 }]) => [file, sha256]),
      })
      return { written: moves.length, removed: removals.length, unchanged }
    },
  }
}

/**
 * True when a file is there as it should be. Texts are compared; of pictures and films, which are named by what is in
 * them, the size is enough. `verifySite` reads every byte.
 * @throws {FeedBuildError} FEED_FILE_IN_THE_WAY when something of the name is there that no build put there
 */
async function isThere(
  directory: string,
  file: string,
  { size, sha256 }: SiteFile,
  former: SiteFile | undefined,
  bytes?: Uint8Array,
): Promise<boolean> {
  const place = path.join(directory, ...file.split('/'))
  const found = await lstat(place).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    if (error.code === 'ENOTDIR') {
      throw feedBuildError('FEED_FILE_IN_THE_WAY', `${path.dirname(file)} 是一个文件。`, error)
    }
    throw error
  })
  if (!found) return false
  if (!found.isFile()) throw feedBuildError('FEED_FILE_IN_THE_WAY', file)
  const isSame = found.size === size && (await hasBytes(place))
  if (!isSame && !former) throw feedBuildError('FEED_FILE_IN_THE_WAY', file)
  return isSame

  async function hasBytes(at: string): Promise<boolean> {
    if (bytes) return (await readFile(at)).equals(bytes)
    return former ? former.sha256 === sha256 : (await hashOfFile(at)) === sha256
  }
}
