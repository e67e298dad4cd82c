import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import { Metadata, MetadataKind, type Root } from '@tufjs/models'
import type { JobContext } from '../../jobs/job-runner.ts'
import { rootFingerprint } from '../fingerprint.ts'
import { binOf } from '../manifest-bins.ts'
import {
  type BlobReference,
  LARGEST_OBJECT,
  METADATA,
  OBJECTS,
  type ObjectReference,
  objectPath,
  type RevisionReference,
  TARGETS,
} from '../repository-format.ts'
import { inParallel } from '../sources/in-parallel.ts'
import type { RepositoryVerification } from './publishing-view.ts'
import { type PublishedState, readPublished, readRoots, targetPath } from './read-published.ts'
import { type AnyMetadata, metadataBytes } from './signer.ts'

type Damage = RepositoryVerification['damaged'][number]

/** Files read at once. */
const AT_ONCE = 4

/**
 * Checks a whole repository, file by file: the chain of roots, every signature, every hash, and that each revision and
 * blob unpacks to its name. Signatures that have ended are no damage.
 * @throws {PublishingError} REPOSITORY_NOT_FOUND; REPOSITORY_DAMAGED where already the roots do not hold
 */
export async function verifyRepositoryFiles(
  repository: string,
  { signal, report }: Pick<JobContext, 'signal' | 'report'>,
): Promise<RepositoryVerification> {
  const started = performance.now()
  const roots = await readRoots(repository)
  const newest = (roots.at(-1) as (typeof roots)[number]).metadata
  const damaged: Damage[] = roots.flatMap(({ bytes, metadata }, index) =>
    isAsWritten(bytes, metadata) ? [] : [{ file: `${METADATA}/${index + 1}.root.json`, reason: ALTERED }],
  )
  damaged.push(
    ...(await checkMetadata(
      repository,
      roots.map(({ metadata }) => metadata),
    )),
  )
  const state = await readPublished(repository, [newest]).catch((error: Error & { cause?: unknown }) => {
    const reason = error.cause instanceof Error ? error.cause.message : error.message
    damaged.push({ file: METADATA, reason: `最新一版读不出来：${reason}` })
    return undefined
  })
  damaged.push(...(await checkTargets(repository, state)))
  const references = state ? referencesOf(state) : []
  const checked = await inParallel(references, AT_ONCE, signal, async (reference, index) => {
    report({ label: '核对', done: index, total: references.length })
    const reason = await checkObject(repository, reference)
    return reason === undefined ? [] : [{ file: objectPath(reference.object), reason }]
  })
  damaged.push(...checked.flat())
  const all = await listObjects(repository)
  // What only earlier versions need must still be what its name says.
  const named = new Set(references.map(({ object }) => object))
  const others = all.filter((object) => !named.has(object))
  damaged.push(
    ...(
      await inParallel(others, AT_ONCE, signal, async (object) => {
        const file = path.join(repository, ...objectPath(object).split('/'))
        const { sha256 } = await hashOf(file)
        return sha256 === object ? [] : [{ file: objectPath(object), reason: ALTERED }]
      })
    ).flat(),
  )
  return {
    channel: state?.description.id ?? '',
    title: state?.description.title ?? '',
    version: state?.version ?? 0,
    items: state?.description.items ?? 0,
    objects: all.length,
    fingerprint: rootFingerprint(newest.signed),
    damaged: unique(damaged),
    seconds: Math.round(performance.now() - started) / 1000,
  }
}

const ALTERED = '内容被改动或已损坏。'
const MISSING = '文件缺失。'

/** There is one way in which metadata is written: a signature in capital letters would pass, and still be damage. */
const isAsWritten = (bytes: Buffer, metadata: AnyMetadata) =>
  bytes.equals(metadataBytes(metadata)) &&
  Object.values(metadata.signatures).every(({ sig }) => /^[0-9a-f]{128}$/.test(sig))

/** All metadata but roots, also of earlier versions: one root of the chain vouches for each. */
async function checkMetadata(repository: string, roots: readonly Metadata<Root>[]): Promise<Damage[]> {
  const damaged: Damage[] = []
  const names = await readdir(path.join(repository, METADATA))
  if (names.some((name) => name.endsWith('.snapshot.json')) && !names.includes('timestamp.json')) {
    damaged.push({ file: `${METADATA}/timestamp.json`, reason: MISSING })
  }
  for (const name of names) {
    const role = /^(?:\d+\.)?(snapshot|targets|timestamp)\.json$/.exec(name)?.[1]
    if (role === undefined) continue
    const bytes = await readFile(path.join(repository, METADATA, name))
    if (!isVouchedFor(bytes, role, roots)) damaged.push({ file: `${METADATA}/${name}`, reason: ALTERED })
  }
  return damaged
}

function isVouchedFor(bytes: Buffer, role: string, roots: readonly Metadata<Root>[]): boolean {
  try {
    const json = JSON.parse(bytes.toString('utf8'))
    const metadata: AnyMetadata =
      role === 'targets'
        ? Metadata.fromJSON(MetadataKind.Targets, json)
        : role === 'snapshot'
          ? Metadata.fromJSON(MetadataKind.Snapshot, json)
          : Metadata.fromJSON(MetadataKind.Timestamp, json)
    if (!isAsWritten(bytes, metadata)) return false
    return roots.some((root) => {
      try {
        root.verifyDelegate(role, metadata)
        return true
      } catch {
        return false
      }
    })
  } catch {
    return false
  }
}

/** Every target that is there is what its name says, every one of the newest version is there, and in its bin. */
async function checkTargets(repository: string, state: PublishedState | undefined): Promise<Damage[]> {
  const damaged: Damage[] = []
  const there = new Set<string>()
  for (const folder of [TARGETS, `${TARGETS}/bins`]) {
    for (const entry of await readdir(path.join(repository, folder), { withFileTypes: true }).catch(() => [])) {
      if (!entry.isFile() || entry.name.startsWith('.')) continue
      const file = `${folder}/${entry.name}`
      there.add(file)
      const bytes = await readFile(path.join(repository, file))
      const hash = createHash('sha256').update(bytes).digest('hex')
      if (!entry.name.startsWith(`${hash}.`)) damaged.push({ file, reason: ALTERED })
    }
  }
  for (const target of Object.values(state?.targets.signed.targets ?? {})) {
    if (!there.has(targetPath(target))) damaged.push({ file: targetPath(target), reason: MISSING })
  }
  for (const [bin, { target, text }] of state?.bins ?? []) {
    const { items } = JSON.parse(text) as { items: { id: string }[] }
    const stray = items.find(({ id }) => binOf(id) !== bin)
    if (stray) damaged.push({ file: targetPath(target), reason: `${stray.id} 不该在这里。` })
  }
  return damaged
}

type Named = ObjectReference & Pick<RevisionReference | BlobReference, 'sha256'>

/** Each object once. */
function referencesOf({ entries }: PublishedState): Named[] {
  const named = new Map<string, Named>()
  for (const { revisions } of entries.values()) {
    for (const reference of revisions) {
      for (const one of [reference, ...(reference.blobs ?? [])]) named.set(`${one.object} ${one.sha256}`, one)
    }
  }
  return [...named.values()]
}

/** Why an object is not what the manifest says; undefined when it is. It is unpacked only when its bytes are right. */
async function checkObject(repository: string, reference: Named): Promise<string | undefined> {
  const file = path.join(repository, ...objectPath(reference.object).split('/'))
  try {
    const stored = await hashOf(file)
    if (stored.sha256 !== reference.object || stored.bytes !== reference.stored) return ALTERED
    const whole = reference.encoding === 'none' ? stored : await hashOf(file, createZstdDecompress())
    return whole.sha256 === reference.sha256 && whole.bytes === reference.size ? undefined : '解开后与名称不符。'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? MISSING : ALTERED
  }
}

/** The SHA-256 and length of a file's content, or of what it unpacks to, read in pieces. */
async function hashOf(file: string, unpacker?: Transform) {
  const hash = createHash('sha256')
  let bytes = 0
  const reading = async (pieces: AsyncIterable<Buffer>) => {
    for await (const piece of pieces) {
      hash.update(piece)
      bytes += piece.byteLength
      if (bytes > LARGEST_OBJECT) throw new Error('larger than any object')
    }
  }
  const source = createReadStream(file)
  await (unpacker ? pipeline(source, unpacker, reading) : pipeline(source, reading))
  return { sha256: hash.digest('hex'), bytes }
}

async function listObjects(repository: string): Promise<string[]> {
  const shelves = await readdir(path.join(repository, OBJECTS)).catch(() => [] as string[])
  const all: string[] = []
  for (const shelf of shelves.filter((name) => !name.startsWith('.'))) {
    for (const name of await readdir(path.join(repository, OBJECTS, shelf))) if (!name.startsWith('.')) all.push(name)
  }
  return all
}

const unique = (damaged: readonly Damage[]) => [...new Map(damaged.map((one) => [one.file, one])).values()]
