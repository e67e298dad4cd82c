import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { HeldBlob } from '../../items/record-revision.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { reviewerName } from '../../stories/slips/slip-sender.ts'
import { beginMaterial } from '../materials/begin-material.ts'
import { changeMaterial } from '../materials/change-material.ts'
import type { KeptMaterial } from '../materials/kept-material.ts'
import { materialChanged } from '../materials/material-errors.ts'
import type { MaterialView } from '../materials/material-view.ts'
import { ownMaterial } from '../materials/own-material.ts'
import { readMaterial } from '../materials/read-material.ts'
import type { BundleFile } from './bundle.schema.ts'
import { bundleError } from './bundle-error.ts'
import { findHere } from './cited-revisions.repository.ts'
import type { BundleToKeep } from './keep-bundle.ts'
import { type OpenedBundle, openBundle } from './open-bundle.ts'
import { senderKey } from './view-bundle.ts'

/** What taking in writes, done by the writer's thread. */
export interface TakeBundleWrites {
  keepBundle(bundle: BundleToKeep): Promise<boolean>
  catchUpIndex(limit: number): Promise<unknown>
}

/**
 * Takes in a material that came as a file, with its pictures and the items that are not here.
 * @param over the material of the same origin whose place it takes; a new one without it
 * @throws {BundleError} nothing is changed then
 */
export async function takeBundle(
  library: LibraryAccess,
  writes: TakeBundleWrites,
  file: string,
  over: string | undefined,
): Promise<MaterialView> {
  const opened = await openBundle(file)
  const { body } = opened
  const { material, overReadAt } = await materialOf(library, opened, over)
  const missing = []
  for (const one of opened.revisions) if (!(await findHere(library.db, one.item.itemId))) missing.push(one)
  const files = new Map(body.files.map((one) => [one.sha256, one]))
  const blobsOf = (hashes: readonly string[]) => hashes.map((sha256) => blobOf(files.get(sha256) as BundleFile))
  const wanted = new Set([...body.pictures, ...missing.flatMap(({ item }) => item.attachments)])
  await opened.storeFiles(
    library.blobs,
    body.files.filter(({ sha256 }) => wanted.has(sha256)),
  )
  const kept = await writes.keepBundle({
    material,
    overReadAt,
    pictures: blobsOf(body.pictures),
    revisions: missing.map(({ item, content }) => ({ content, blobs: blobsOf(item.attachments) })),
    source: `会议文件（${reviewerName(body.sender)}）`,
    sourceSha256: await sha256Of(file),
    sender: { key: senderKey(body.sender.publicKey), name: body.sender.name },
  })
  if (!kept) throw materialChanged()
  // Found at once by whoever looks for it.
  await writes.catchUpIndex(100)
  return readMaterial(library, material.id)
}

async function materialOf(
  { db, clock }: LibraryAccess,
  { body: { record, origin } }: OpenedBundle,
  over: string | undefined,
): Promise<{ material: KeptMaterial; overReadAt?: string }> {
  if (over === undefined) return { material: beginMaterial(record, clock(), origin) }
  const before = await ownMaterial(db, over)
  const isSame = (before.origin ?? before.id) === origin && before.record.type === record.type
  if (!isSame) throw bundleError('BUNDLE_OVER_ANOTHER')
  return { material: changeMaterial(before, record, before.recordSha256, clock()), overReadAt: before.updatedAt }
}

/** What others call a file is believed no further than that a picture may be shown as one. */
const blobOf = ({ sha256, size, mediaType }: BundleFile): HeldBlob => ({
  sha256,
  size,
  mediaType:
    /^(?:image\/(?:jpeg|png|webp|gif|avif)|application\/[\w.+-]+|text\/[\w.+-]+|(?:audio|video)\/[\w.+-]+)$/.test(
      mediaType,
    )
      ? mediaType
      : 'application/octet-stream',
})

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file)) hash.update(piece)
  return hash.digest('hex')
}
