import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Metadata, MetadataKind } from '@tufjs/models'
import type { JobContext } from '../../jobs/job-runner.ts'
import { syncDirectory } from '../../store/blob-store.ts'
import { METADATA } from '../repository-format.ts'
import { inParallel } from '../sources/in-parallel.ts'
import { listRepositoryFiles, type RepositoryFile } from './list-repository-files.ts'
import { publishingError, tellingStorage } from './publishing-error.ts'
import type { RepositoryCopy } from './publishing-view.ts'

/** Files at once: each waits for the disk to have it. */
const AT_ONCE = 8

/**
 * Copies a repository to a stick or a shared folder: only what is missing there, the timestamp last, so that whoever
 * reads there has the former version until all of the new one has arrived.
 * @throws {PublishingError} PUBLISHING_FOLDER_TAKEN when another channel, or a newer version, lies there
 */
export async function copyRepository(
  from: string,
  to: string,
  { signal, report }: Pick<JobContext, 'signal' | 'report'>,
): Promise<RepositoryCopy> {
  const files = await listRepositoryFiles(from)
  return tellingStorage(async () => {
    await requireOurs(from, to)
    const folders = new Set<string>()
    const done = { files: 0, bytes: 0 }
    let seen = 0
    const bring = async (file: RepositoryFile) => {
      report({ label: `复制到 ${to}`, done: seen++, total: files.length })
      if (await isThere(from, to, file)) return
      await copyWhole(file.content ?? path.join(from, file.file), path.join(to, file.file))
      folders.add(path.dirname(path.join(to, file.file)))
      done.files += 1
      done.bytes += file.bytes
    }
    const isMetadata = ({ file }: RepositoryFile) => file.startsWith(METADATA)
    await inParallel(
      files.filter((file) => !isMetadata(file)),
      AT_ONCE,
      signal,
      bring,
    )
    // What is spoken of lies there, names and all, before the file that speaks of it.
    await settle(folders)
    for (const file of files.filter(isMetadata)) {
      signal.throwIfAborted()
      await bring(file)
      await settle(folders)
    }
    return { from, to, ...done }
  }, to)
}

async function requireOurs(from: string, to: string): Promise<void> {
  // A folder is made on a disk that is there; a missing stick is not replaced by a folder of its name.
  await mkdir(to).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error.code === 'ENOENT' ? publishingError('PUBLISH_STORAGE_GONE', to) : error
  })
  const root = (place: string) => readFile(path.join(place, METADATA, '1.root.json')).catch(() => undefined)
  const [ours, theirs] = await Promise.all([root(from), root(to)])
  if (theirs && !ours?.equals(theirs)) throw publishingError('PUBLISHING_FOLDER_TAKEN', `${to} 里是另一个频道。`)
  const [here, there] = await Promise.all([versionAt(from), versionAt(to)])
  if (there > here) throw publishingError('PUBLISHING_FOLDER_TAKEN', `${to} 里已是第 ${there} 版，比这里的新。`)
}

async function versionAt(repository: string): Promise<number> {
  const text = await readFile(path.join(repository, METADATA, 'timestamp.json'), 'utf8').catch(() => undefined)
  if (text === undefined) return 0
  try {
    return Metadata.fromJSON(MetadataKind.Timestamp, JSON.parse(text)).signed.snapshotMeta.version
  } catch {
    // Cut off by a stick pulled out elsewhere: written anew.
    return 0
  }
}

/** Objects and targets are named by their content; of metadata only the bytes tell. */
async function isThere(from: string, to: string, { file, bytes, content }: RepositoryFile): Promise<boolean> {
  const there = await stat(path.join(to, file)).catch(() => undefined)
  if (!there?.isFile() || there.size !== bytes) return false
  if (!file.startsWith(METADATA)) return true
  const [one, other] = await Promise.all([content ?? readFile(path.join(from, file)), readFile(path.join(to, file))])
  return one.equals(other)
}

/** Copies a file in pieces, or writes bytes, so that it lies under its name whole or not at all. */
async function copyWhole(from: string | Buffer, to: string): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true })
  const temporary = `${path.join(path.dirname(to), `.${path.basename(to)}`)}.tmp`
  try {
    const handle = await open(temporary, 'w', 0o644)
    try {
      const pieces = typeof from === 'string' ? createReadStream(from, { highWaterMark: 1024 * 1024 }) : [from]
      for await (const piece of pieces) {
        await handle.writeFile(piece as Buffer)
      }
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, to)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw error
  }
}

async function settle(folders: Set<string>): Promise<void> {
  for (const folder of folders) await syncDirectory(folder)
  folders.clear()
}
