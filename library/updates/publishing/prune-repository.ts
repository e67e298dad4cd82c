import { readdir, readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { zstdDecompress } from 'node:zlib'
import { Metadata, MetadataKind } from '@tufjs/models'
import { syncDirectory } from '../../store/blob-store.ts'
import { LARGEST_TARGET, ManifestBin, METADATA, OBJECTS, objectPath, TARGETS } from '../repository-format.ts'
import { publishingError } from './publishing-error.ts'
import { targetPath } from './read-published.ts'

const decompress = promisify(zstdDecompress)
const VERSIONED = /^(\d+)\.(snapshot|targets)\.json$/

/** What was removed. Bytes as stored. */
export interface Pruned {
  readonly removed: number
  readonly bytes: number
}

/**
 * Removes what none of the newest `keep` versions needs: never a root, never what the newest version needs.
 * Metadata goes before what it speaks of, so that ending in the middle leaves whole versions.
 * @throws {PublishingError} REPOSITORY_DAMAGED when a version that stays cannot be read; nothing is removed then
 */
export async function pruneRepository(repository: string, keep: number): Promise<Pruned> {
  const names = await readdir(path.join(repository, METADATA)).catch(() => [] as string[])
  if (!names.includes('timestamp.json')) return { removed: 0, bytes: 0 }
  const needed = new Set<string>()
  try {
    const newest = await newestVersion(repository)
    const versions = names
      .flatMap((name) => (VERSIONED.exec(name)?.[2] === 'snapshot' ? [Number.parseInt(name, 10)] : []))
      // What is newer than the timestamp was never finished.
      .filter((version) => version <= newest)
      .sort((a, b) => b - a)
      .slice(0, keep)
    for (const version of versions) await noteNeeded(repository, version, needed)
  } catch (error) {
    throw publishingError('REPOSITORY_DAMAGED', repository, error)
  }
  const pruned = { removed: 0, bytes: 0 }
  const remove = async (folder: string, isWanted: (file: string) => boolean) => {
    const here = path.join(repository, ...folder.split('/'))
    let gone = false
    for (const entry of await readdir(here, { withFileTypes: true }).catch(() => [])) {
      const file = `${folder}/${entry.name}`
      if (!entry.isFile() || isWanted(file)) continue
      pruned.bytes += (await stat(path.join(here, entry.name))).size
      pruned.removed += 1
      await rm(path.join(here, entry.name))
      gone = true
    }
    if (gone) await syncDirectory(here)
  }
  await remove(METADATA, (file) => !VERSIONED.test(path.posix.basename(file)) || needed.has(file))
  await remove(TARGETS, (file) => needed.has(file))
  await remove(`${TARGETS}/bins`, (file) => needed.has(file))
  for (const shelf of await readdir(path.join(repository, OBJECTS))) {
    await remove(`${OBJECTS}/${shelf}`, (file) => needed.has(file))
  }
  return pruned
}

async function newestVersion(repository: string): Promise<number> {
  const text = await readFile(path.join(repository, METADATA, 'timestamp.json'), 'utf8')
  return Metadata.fromJSON(MetadataKind.Timestamp, JSON.parse(text)).signed.snapshotMeta.version
}

async function noteNeeded(repository: string, version: number, needed: Set<string>): Promise<void> {
  const read = async (file: string) => {
    needed.add(file)
    return readFile(path.join(repository, ...file.split('/')))
  }
  const json = async (file: string) => JSON.parse((await read(file)).toString('utf8'))
  const snapshot = Metadata.fromJSON(MetadataKind.Snapshot, await json(`${METADATA}/${version}.snapshot.json`))
  const targetsVersion = snapshot.signed.meta['targets.json']?.version
  const targets = Metadata.fromJSON(MetadataKind.Targets, await json(`${METADATA}/${targetsVersion}.targets.json`))
  for (const target of Object.values(targets.signed.targets)) {
    const file = targetPath(target)
    if (needed.has(file)) continue
    const bytes = await read(file)
    if (!target.path.startsWith('bins/')) continue
    const text = await decompress(bytes, { maxOutputLength: LARGEST_TARGET })
    for (const { revisions } of ManifestBin.parse(JSON.parse(text.toString('utf8'))).items) {
      for (const reference of revisions) {
        for (const { object } of [reference, ...(reference.blobs ?? [])]) needed.add(objectPath(object))
      }
    }
  }
}
