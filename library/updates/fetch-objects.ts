import { createHash } from 'node:crypto'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { createZstdDecompress, zstdDecompress } from 'node:zlib'
import { z } from 'zod'
import { canonicalRevision } from '../items/canonical-form.ts'
import { RevisionContent } from '../items/revision.schema.ts'
import type { BlobStore } from '../store/blob-store.ts'
import {
  type BlobReference,
  LARGEST_REVISION,
  type ManifestEntry,
  type ObjectReference,
  objectPath,
  type RevisionReference,
} from './repository-format.ts'
import { limited } from './sources/limited.ts'
import type { RepositorySource } from './sources/repository-source.ts'
import { refuseUpdate } from './update-refused-error.ts'

const decompress = promisify(zstdDecompress)

/** A revision to fetch, with the entry that vouches for it. */
export interface WantedRevision {
  readonly entry: ManifestEntry
  readonly reference: RevisionReference
}

/** A verified revision: the canonical form of what its name says. */
export interface FetchedRevision {
  readonly sha256: string
  readonly content: string
}

/**
 * Reads one revision and verifies it: the stored bytes before they are unpacked, what they unpack to, and that it is
 * the canonical form of this item.
 * @throws {UpdateRefusedError} PACK_DAMAGED, or PACK_NEWER for a revision of a newer format
 */
export async function fetchRevision(source: RepositorySource, wanted: WantedRevision): Promise<FetchedRevision> {
  const { entry, reference } = wanted
  if (reference.size > LARGEST_REVISION) throw refuseUpdate('PACK_TOO_LARGE', entry.title)
  const file = objectPath(reference.object)
  const stored = await source.read(file, reference.stored)
  if (!stored) throw refuseUpdate('PACK_DAMAGED', `缺少 ${file}（${entry.title}）`)
  if (stored.byteLength !== reference.stored || sha256Of(stored) !== reference.object) throw damaged(file, entry)
  const bytes = await unpacked(stored, reference, file, entry)
  if (bytes.byteLength !== reference.size || sha256Of(bytes) !== reference.sha256) throw damaged(file, entry)
  const content = Buffer.from(bytes).toString('utf8')
  verifyContent(content, entry, reference, file)
  return { sha256: reference.sha256, content }
}

/**
 * Takes a blob into the blob store, in pieces however large it is.
 * @throws {UpdateRefusedError} PACK_DAMAGED
 */
export async function fetchBlob(source: RepositorySource, reference: BlobReference, blobs: BlobStore): Promise<void> {
  const file = objectPath(reference.object)
  const hash = createHash('sha256')
  // Opened when it is wanted: where the library cannot take it in, nothing is left open.
  async function* hashed() {
    const stored = await source.stream(file, reference.stored)
    if (!stored) throw refuseUpdate('PACK_DAMAGED', `缺少 ${file}`)
    for await (const piece of stored) {
      hash.update(piece)
      yield piece
    }
  }
  const whole = limited(unpackedPieces(hashed(), reference, file), reference.size, file)
  const right = await blobs.receive(reference.sha256, whole)
  if (!right || hash.digest('hex') !== reference.object) throw refuseUpdate('PACK_DAMAGED', file)
}

/** What a revision points at must have come along, or be here. */
export function blobsNamedBy(content: RevisionContent): string[] {
  const pictures = [...content.body.matchAll(/\]\(sha256:([0-9a-f]{64})\)/g)].map((match) => match[1] as string)
  return [...new Set([...(content.attachments ?? []).map(({ sha256 }) => sha256), ...pictures])]
}

const AnyFormat = z.looseObject({ format: z.number() })

function verifyContent(text: string, entry: ManifestEntry, reference: RevisionReference, file: string): void {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw damaged(file, entry, error)
  }
  const content = RevisionContent.safeParse(value)
  if (!content.success) {
    const format = AnyFormat.safeParse(value)
    if (format.success && format.data.format > 1) throw refuseUpdate('PACK_NEWER', entry.title)
    throw damaged(file, entry, content.error)
  }
  const canonical = canonicalRevision(content.data)
  const rightItem = content.data.identifier === entry.id && content.data.kind === entry.kind
  if (canonical.sha256 !== reference.sha256 || !rightItem) throw damaged(file, entry)
  const given = new Set((reference.blobs ?? []).map(({ sha256 }) => sha256))
  const missing = blobsNamedBy(content.data).find((blob) => !given.has(blob))
  if (missing !== undefined)
    throw refuseUpdate('PACK_DAMAGED', `《${entry.title}》的附件 ${missing.slice(0, 12)} 不在更新包里。`)
}

async function unpacked(
  stored: Uint8Array,
  { encoding, size }: ObjectReference,
  file: string,
  entry: ManifestEntry,
): Promise<Uint8Array> {
  if (encoding === 'none') return stored
  // One byte more than announced is enough to see that it is too much.
  return decompress(stored, { maxOutputLength: size + 1 }).catch((error: unknown) => {
    throw damaged(file, entry, error)
  })
}

async function* unpackedPieces(
  stored: AsyncIterable<Uint8Array>,
  { encoding }: ObjectReference,
  file: string,
): AsyncGenerator<Uint8Array> {
  if (encoding === 'none') {
    yield* stored
    return
  }
  const out = new PassThrough()
  const done = pipeline(Readable.from(stored), createZstdDecompress(), out)
  done.catch(() => {})
  try {
    yield* out
    await done
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw code?.startsWith('ERR_ZSTD') || code?.startsWith('ZSTD') ? refuseUpdate('PACK_DAMAGED', file, error) : error
  }
}

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const damaged = (file: string, entry: ManifestEntry, cause?: unknown) =>
  refuseUpdate('PACK_DAMAGED', `${file}（${entry.title}）`, cause)
