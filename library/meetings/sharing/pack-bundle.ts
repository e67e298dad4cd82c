import { createHash, randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { portableTitle } from '../../exporting/portable-name.ts'
import { type SenderIdentity, signValue } from '../../feedback/sender-identity.ts'
import { findHeldBlobs } from '../../items/items.repository.ts'
import { localDate } from '../../items/record-revision.ts'
import { RevisionContent } from '../../items/revision.schema.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import type { PictureCopyWrites } from '../../stories/media/picture-copy.ts'
import { THIS_COMPUTER } from '../../stories/process/story-office.ts'
import { packSignedArchive } from '../../stories/slips/signed-archive.ts'
import { senderNameFor } from '../../stories/slips/slip-sender.ts'
import { citationsOf } from '../materials/citations-of.ts'
import { cleanPictures } from '../materials/clean-pictures.ts'
import type { MaterialRecord } from '../materials/material.schema.ts'
import type { MaterialView } from '../materials/material-view.ts'
import { findMaterial } from '../materials/materials.repository.ts'
import {
  BUNDLE_ENDING,
  BUNDLE_ENTRY,
  type BundleBody,
  type BundleFile,
  type BundleItem,
  LARGEST_FILE,
  LARGEST_FILES,
  MOST_FILES,
} from './bundle.schema.ts'
import { bundleError } from './bundle-error.ts'
import { findCanonicalForm } from './cited-revisions.repository.ts'

/** What sharing writes, done by the writer's thread. */
export interface PackWrites extends PictureCopyWrites {
  ensureSenderIdentity(): Promise<SenderIdentity>
}

export interface PackedBundle {
  /** `专题学习-20261121.xinhuo-meeting`, legal on NTFS and exFAT. */
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
}

/**
 * A material as one signed file: its record, cleaned copies of its pictures, and what it cites as it was cited. The
 * office's own design stays here, since nobody knows what else is in that presentation.
 * @throws {PictureError} when a picture cannot be cleaned: an original never leaves
 * @throws {BundleError} BUNDLE_CONTENTS_TOO_LARGE
 */
export async function packBundle(
  library: LibraryAccess,
  writes: PackWrites,
  view: Pick<MaterialView, 'id' | 'record'>,
): Promise<PackedBundle> {
  const { record, pictures } = await cleanPictures(library, writes, withoutDesign(view.record))
  const cited = await citedItems(library, record)
  const own = await findMaterial(library.db, view.id)
  const identity = await writes.ensureSenderIdentity()
  const now = library.clock()
  const files = [...pictures, ...cited.files].map(({ sha256, size, mediaType }) => ({ sha256, size, mediaType }))
  const body: BundleBody = {
    type: 'material',
    format: 1,
    id: randomUUID(),
    sender: { name: await senderNameFor(library.db, THIS_COMPUTER, identity.publicKey), publicKey: identity.publicKey },
    sentAt: now.toISOString(),
    origin: own?.origin ?? view.id,
    record,
    pictures: pictures.map(({ sha256 }) => sha256),
    items: cited.items,
    files: [...new Map(files.map((file) => [file.sha256, file])).values()],
  }
  requireSize(body.files)
  const stream = (sha256: string) => {
    const text = cited.texts.get(sha256)
    return text === undefined ? library.blobs.stream(sha256) : Readable.from([Buffer.from(text)])
  }
  const day = localDate(now).replaceAll('-', '')
  return {
    name: `${portableTitle(record.title)}-${day}${BUNDLE_ENDING}`,
    bytes: packSignedArchive(BUNDLE_ENTRY, { body, signature: signValue(body, identity) }, stream, body.sentAt),
  }
}

function withoutDesign(record: MaterialRecord): MaterialRecord {
  if (record.type !== 'meeting') return record
  const { design: _design, ...rest } = record
  return rest
}

function requireSize(files: readonly BundleFile[]): void {
  const total = files.reduce((sum, { size }) => sum + size, 0)
  const tooLarge = files.length > MOST_FILES || total > LARGEST_FILES || files.some(({ size }) => size > LARGEST_FILE)
  if (tooLarge) throw bundleError('BUNDLE_CONTENTS_TOO_LARGE')
}

interface CitedItems {
  readonly items: BundleItem[]
  readonly files: BundleFile[]
  /** Canonical forms of revisions, by their hashes. */
  readonly texts: ReadonlyMap<string, string>
}

/** The revisions that are cited, with their attachments; one that is not whole here stays behind with its words kept. */
async function citedItems({ db, blobs }: LibraryAccess, record: MaterialRecord): Promise<CitedItems> {
  const items: BundleItem[] = []
  const files: BundleFile[] = []
  const texts = new Map<string, string>()
  const revisions = new Set(citationsOf(record).flatMap(({ revision }) => revision ?? []))
  for (const revision of revisions) {
    const json = await findCanonicalForm(db, revision)
    if (json === undefined || createHash('sha256').update(json).digest('hex') !== revision) continue
    const { identifier, title, kind } = RevisionContent.parse(JSON.parse(json))
    const held = await Promise.all(
      (await findHeldBlobs(db, revision)).map(async ({ sha256, mediaType }) => {
        const facts = await stat(blobs.pathOf(sha256)).catch(() => undefined)
        return facts && { sha256, mediaType, size: facts.size }
      }),
    )
    const present = held.flatMap((one) => one ?? [])
    if (present.length < held.length) continue
    items.push({ itemId: identifier, revision, title, kind, attachments: present.map(({ sha256 }) => sha256) })
    texts.set(revision, json)
    files.push({ sha256: revision, size: Buffer.byteLength(json), mediaType: 'application/json' }, ...present)
  }
  return { items, files, texts }
}
