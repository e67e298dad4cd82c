import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { constants as zlib, zstdCompress } from 'node:zlib'
import { Metadata, MetaFile, type Root, Snapshot, TargetFile, Targets, Timestamp } from '@tufjs/models'
import { binOf } from '../manifest-bins.ts'
import {
  answersTarget,
  binTarget,
  type ChannelDescription,
  channelTarget,
  type ManifestEntry,
  METADATA,
  REPOSITORY_FORMAT,
  type ReportAnswers,
} from '../repository-format.ts'
import type { ChannelDefinition } from './channel-definition.ts'
import { type PublishedState, targetPath } from './read-published.ts'
import type { RepositoryWriter } from './repository-writer.ts'
import { requireSigners } from './require-signers.ts'
import { type Signer, signMetadata } from './signer.ts'
import { expiresIn, SPEC_VERSION } from './tuf-facts.ts'

const compress = promisify(zstdCompress)

/** One version of a channel whose objects are stored already. */
export interface Release {
  readonly description: ChannelDescription
  readonly entries: readonly ManifestEntry[]
  readonly answers: ReportAnswers | undefined
}

export interface WritingMeans {
  readonly writer: RepositoryWriter
  readonly root: Metadata<Root>
  readonly signers: readonly Signer[]
  readonly expiry: ChannelDefinition['expiry']
  readonly now: Date
  readonly signal: AbortSignal
  /** Done before the last file, which is what makes the version count. */
  readonly beforeItCounts?: (() => Promise<void>) | undefined
}

/**
 * Writes a version's targets and metadata, the timestamp last: readers have the former version until then.
 * Bins that did not change keep their files.
 */
export async function writeRelease(
  release: Release,
  previous: PublishedState | undefined,
  means: WritingMeans,
): Promise<void> {
  const { writer, root, signers, expiry, now, signal } = means
  const targetSigners = requireSigners(root.signed, 'targets', signers)
  const releaseSigners = requireSigners(root.signed, 'timestamp', signers)
  await writer.settle()
  const { version } = release.description
  const targets = new Targets({ version, specVersion: SPEC_VERSION, expires: expiresIn(expiry.targets, now) })
  for (const { name, text, before } of targetTexts(release, previous)) {
    signal.throwIfAborted()
    targets.addTarget(before ?? (await writeTarget(writer, name, text)))
  }
  const targetsBytes = signMetadata(new Metadata(targets), targetSigners)
  await writer.write(`${METADATA}/${version}.targets.json`, targetsBytes)
  const snapshot = new Snapshot({
    version,
    specVersion: SPEC_VERSION,
    expires: expiresIn(expiry.snapshot, now),
    meta: { 'targets.json': metaOf(version, targetsBytes) },
  })
  const snapshotBytes = signMetadata(new Metadata(snapshot), releaseSigners)
  await writer.write(`${METADATA}/${version}.snapshot.json`, snapshotBytes)
  const timestamp = new Timestamp({
    version,
    specVersion: SPEC_VERSION,
    expires: expiresIn(expiry.timestamp, now),
    snapshotMeta: metaOf(version, snapshotBytes),
  })
  const timestampBytes = signMetadata(new Metadata(timestamp), releaseSigners)
  signal.throwIfAborted()
  await means.beforeItCounts?.()
  await writer.write(`${METADATA}/timestamp.json`, timestampBytes)
}

/** Targets in the order of their names; with the former file where that says the same. */
function targetTexts(release: Release, previous: PublishedState | undefined) {
  const bins = Map.groupBy(release.entries, ({ id }) => binOf(id))
  const texts = [...bins].map(([bin, items]) => {
    const text = JSON.stringify({ format: REPOSITORY_FORMAT, items })
    const before = previous?.bins.get(bin)
    return { name: binTarget(bin), text, before: before?.text === text ? before.target : undefined }
  })
  const others = [
    { name: channelTarget, text: JSON.stringify(release.description), before: undefined },
    ...(release.answers ? [{ name: answersTarget, text: JSON.stringify(release.answers), before: undefined }] : []),
  ]
  return [...others, ...texts].sort((a, b) => (a.name < b.name ? -1 : 1))
}

async function writeTarget(writer: RepositoryWriter, name: string, text: string): Promise<TargetFile> {
  const bytes = Buffer.from(text)
  // Told the size, zstd takes small tables: otherwise it clears many megabytes for each of 256 bins.
  const params = { [zlib.ZSTD_c_compressionLevel]: 12 }
  const stored = await compress(bytes, { params, pledgedSrcSize: bytes.byteLength })
  const target = new TargetFile({ path: name, length: stored.byteLength, hashes: { sha256: hashOf(stored) } })
  await writer.write(targetPath(target), stored)
  return target
}

const metaOf = (version: number, bytes: Buffer) =>
  new MetaFile({ version, length: bytes.byteLength, hashes: { sha256: hashOf(bytes) } })

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
