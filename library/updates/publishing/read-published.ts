import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { zstdDecompress } from 'node:zlib'
import { Metadata, MetadataKind, type MetaFile, type Root, type TargetFile, type Targets } from '@tufjs/models'
import type { z } from 'zod'
import { allBins } from '../manifest-bins.ts'
import {
  answersTarget,
  binTarget,
  ChannelDescription,
  channelTarget,
  LARGEST_TARGET,
  ManifestBin,
  type ManifestEntry,
  METADATA,
  ReportAnswers,
  TARGETS,
} from '../repository-format.ts'
import { publishingError } from './publishing-error.ts'

const decompress = promisify(zstdDecompress)

/** A root of the repository's chain, each vouched for by the one before. */
export interface ChainedRoot {
  readonly bytes: Buffer
  readonly metadata: Metadata<Root>
}

/** The version that readers of a repository get now. */
export interface PublishedState {
  readonly version: number
  readonly description: ChannelDescription
  readonly targets: Metadata<Targets>
  /** Each bin's target, parsed. */
  readonly bins: ReadonlyMap<string, { readonly target: TargetFile; readonly text: string }>
  readonly entries: ReadonlyMap<string, ManifestEntry>
  readonly answers: ReportAnswers | undefined
  /** The first day on which one of its signatures ends, ISO date-time. */
  readonly signaturesEndAt: string
}

/**
 * Every root of a repository, the first first.
 * @throws {PublishingError} REPOSITORY_NOT_FOUND without one, REPOSITORY_DAMAGED when one is not vouched for
 */
export async function readRoots(repository: string): Promise<ChainedRoot[]> {
  const roots: ChainedRoot[] = []
  for (let version = 1; ; version++) {
    const file = `${METADATA}/${version}.root.json`
    const bytes = await readOptional(repository, file)
    if (!bytes) break
    try {
      const metadata = Metadata.fromJSON(MetadataKind.Root, JSON.parse(bytes.toString('utf8')))
      if (metadata.signed.version !== version) throw new Error(`version ${metadata.signed.version}`)
      metadata.verifyDelegate(MetadataKind.Root, metadata)
      roots.at(-1)?.metadata.verifyDelegate(MetadataKind.Root, metadata)
      roots.push({ bytes, metadata })
    } catch (error) {
      throw publishingError('REPOSITORY_DAMAGED', file, error)
    }
  }
  if (roots.length === 0) throw publishingError('REPOSITORY_NOT_FOUND', repository)
  return roots
}

/**
 * The newest root of a repository, or a root file itself.
 * @throws {PublishingError} REPOSITORY_NOT_FOUND, REPOSITORY_DAMAGED
 */
export async function readRootFile(place: string): Promise<Metadata<Root>> {
  const bytes = await readFile(place).catch(() => undefined)
  if (!bytes) return ((await readRoots(place)).at(-1) as ChainedRoot).metadata
  try {
    const root = Metadata.fromJSON(MetadataKind.Root, parse(bytes))
    root.verifyDelegate(MetadataKind.Root, root)
    return root
  } catch (error) {
    throw publishingError('REPOSITORY_DAMAGED', place, error)
  }
}

/**
 * What a repository's newest version says, verified by its roots; undefined when nothing was published yet.
 * Signatures that have ended count: the publisher is about to renew them.
 * @param roots those that may have signed it: the newest, and while keys are changed the one before
 * @throws {PublishingError} REPOSITORY_DAMAGED
 */
export async function readPublished(
  repository: string,
  roots: readonly Metadata<Root>[],
): Promise<PublishedState | undefined> {
  const timestampBytes = await readOptional(repository, `${METADATA}/timestamp.json`)
  if (!timestampBytes) return undefined
  const signed = (role: MetadataKind, metadata: Parameters<Metadata<Root>['verifyDelegate']>[1]) => {
    let failure: unknown
    for (const root of roots) {
      try {
        return root.verifyDelegate(role, metadata)
      } catch (error) {
        failure ??= error
      }
    }
    throw failure
  }
  try {
    const timestamp = Metadata.fromJSON(MetadataKind.Timestamp, parse(timestampBytes))
    signed(MetadataKind.Timestamp, timestamp)
    const { version, bytes: snapshotBytes } = await readMeta(repository, 'snapshot', timestamp.signed.snapshotMeta)
    const snapshot = Metadata.fromJSON(MetadataKind.Snapshot, parse(snapshotBytes))
    signed(MetadataKind.Snapshot, snapshot)
    const { bytes: targetsBytes } = await readMeta(repository, 'targets', snapshot.signed.meta['targets.json'])
    const targets = Metadata.fromJSON(MetadataKind.Targets, parse(targetsBytes))
    signed(MetadataKind.Targets, targets)
    const description = await readTarget(repository, targets, channelTarget, ChannelDescription)
    if (!description) throw new Error(channelTarget)
    const bins = await readBins(repository, targets)
    const answers = await readTarget(repository, targets, answersTarget, ReportAnswers)
    const newestRoot = roots.at(-1)?.signed.expires ?? ''
    const ends = [newestRoot, timestamp.signed.expires, snapshot.signed.expires, targets.signed.expires].sort()
    return {
      version,
      description: description.value,
      targets,
      bins: bins.texts,
      entries: bins.entries,
      answers: answers?.value,
      signaturesEndAt: ends[0] as string,
    }
  } catch (error) {
    throw publishingError('REPOSITORY_DAMAGED', repository, error)
  }
}

/** The place of a target, whose hash stands before the last part of its name (TUF 1.0.34 §6.2). */
export function targetPath(target: TargetFile): string {
  const name = `${target.hashes.sha256}.${path.posix.basename(target.path)}`
  return path.posix.join(TARGETS, path.posix.dirname(target.path), name)
}

async function readBins(repository: string, targets: Metadata<Targets>) {
  const texts = new Map<string, { target: TargetFile; text: string }>()
  const entries = new Map<string, ManifestEntry>()
  for (const bin of allBins) {
    const read = await readTarget(repository, targets, binTarget(bin), ManifestBin)
    if (!read) continue
    texts.set(bin, { target: read.target, text: read.text })
    for (const entry of read.value.items) entries.set(entry.id, entry)
  }
  return { texts, entries }
}

async function readTarget<T>(repository: string, targets: Metadata<Targets>, name: string, schema: z.ZodType<T>) {
  const target = targets.signed.targets[name]
  if (!target) return undefined
  const bytes = await readFile(path.join(repository, ...targetPath(target).split('/')))
  if (bytes.byteLength !== target.length || hashOf(bytes) !== target.hashes.sha256) throw new Error(name)
  const text = (await decompress(bytes, { maxOutputLength: LARGEST_TARGET })).toString('utf8')
  return { target, text, value: schema.parse(JSON.parse(text)) }
}

async function readMeta(repository: string, role: 'snapshot' | 'targets', meta: MetaFile | undefined) {
  if (!meta) throw new Error(`no ${role}`)
  const bytes = await readFile(path.join(repository, METADATA, `${meta.version}.${role}.json`))
  meta.verify(bytes)
  return { version: meta.version, bytes }
}

async function readOptional(repository: string, file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path.join(repository, ...file.split('/')))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw publishingError('REPOSITORY_DAMAGED', file, error)
  }
}

const parse = (bytes: Buffer) => JSON.parse(bytes.toString('utf8'))
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
