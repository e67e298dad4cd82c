import type { Kysely } from 'kysely'
import { findHeldBlobs } from '../../items/items.repository.ts'
import type { HeldBlob } from '../../items/record-revision.ts'
import type { JobContext } from '../../jobs/job-runner.ts'
import type { BlobStore } from '../../store/blob-store.ts'
import type { LibraryTables } from '../../store/schema.ts'
import { type BlobReference, LARGEST_OBJECT, ManifestEntry, type RevisionReference } from '../repository-format.ts'
import { inParallel } from '../sources/in-parallel.ts'
import type { PlannedEntry, PlannedRevision } from './plan-release.ts'
import { publishingError } from './publishing-error.ts'
import type { RepositoryWriter } from './repository-writer.ts'

/** Where revisions come from, and where they go. */
export interface StoringMeans {
  readonly db: Kysely<LibraryTables>
  readonly blobs: BlobStore
  readonly writer: RepositoryWriter
  /** The publisher's other repository, whose objects are taken over as they are. */
  readonly sibling: string
  /** What former versions say, of this repository and the other. */
  readonly known: readonly ManifestEntry[]
  readonly context: JobContext
}

/** Items at once: packing keeps both cores of a small machine busy, the disk takes the rest. */
const AT_ONCE = 4

/**
 * Stores what is not in the repository yet, and gives the entries with the places of all revisions.
 * @throws {PublishingError} ATTACHMENT_MISSING
 */
export async function storeRevisions(planned: readonly PlannedEntry[], means: StoringMeans): Promise<ManifestEntry[]> {
  const { context, writer } = means
  const places = knownPlaces(means.known)
  const storing = new Map<string, Promise<BlobReference>>()
  const isThere = (reference: RevisionReference) =>
    [reference, ...(reference.blobs ?? [])].every(({ object }) => writer.has(object))
  let done = 0
  return inParallel(planned, AT_ONCE, context.signal, async (entry) => {
    context.report({ label: entry.title, done: done++, total: planned.length })
    const revisions: RevisionReference[] = []
    for (const revision of entry.revisions) {
      const reference = places.revisions.get(revision.sha256)
      const stands = reference !== undefined && (isThere(reference) || (await takeOver(reference, means)))
      revisions.push({
        ...(stands ? reference : await storeRevision(entry, revision, means, places.blobs, storing)),
        recordedAt: revision.recordedAt,
      })
    }
    // In the schema's order of properties, so that what did not change is written the same.
    return ManifestEntry.parse(JSON.parse(JSON.stringify({ ...entry, revisions })))
  })
}

function knownPlaces(entries: readonly ManifestEntry[]) {
  const revisions = new Map<string, RevisionReference>()
  const blobs = new Map<string, BlobReference>()
  for (const { revisions: all } of entries) {
    for (const reference of all) {
      revisions.set(reference.sha256, reference)
      for (const blob of reference.blobs ?? []) blobs.set(blob.sha256, blob)
    }
  }
  return { revisions, blobs }
}

async function takeOver(reference: RevisionReference, { writer, sibling }: StoringMeans): Promise<boolean> {
  for (const { object } of [reference, ...(reference.blobs ?? [])]) {
    if (!writer.has(object) && !(await writer.takeFrom(sibling, object))) return false
  }
  return true
}

async function storeRevision(
  entry: PlannedEntry,
  revision: PlannedRevision,
  means: StoringMeans,
  known: ReadonlyMap<string, BlobReference>,
  storing: Map<string, Promise<BlobReference>>,
): Promise<RevisionReference> {
  const { db, writer } = means
  const { content } = await db
    .selectFrom('revision')
    .where('sha256', '=', revision.sha256)
    .select('content')
    .executeTakeFirstOrThrow()
  const held = await findHeldBlobs(db, revision.sha256)
  const blobs: BlobReference[] = []
  for (const blob of held) {
    const before = known.get(blob.sha256)
    const stands = before !== undefined && writer.has(before.object)
    if (!stands && !storing.has(blob.sha256)) storing.set(blob.sha256, storeBlob(entry, blob, means))
    blobs.push(stands ? before : await (storing.get(blob.sha256) as Promise<BlobReference>))
  }
  return { ...(await writer.putText(content)), sha256: revision.sha256, ...(blobs.length > 0 && { blobs }) }
}

async function storeBlob(
  entry: PlannedEntry,
  { sha256, size, mediaType }: HeldBlob,
  { blobs, writer }: StoringMeans,
): Promise<BlobReference> {
  const name = `《${entry.title}》的附件 ${sha256.slice(0, 12)}`
  if (!(await blobs.has(sha256))) throw publishingError('ATTACHMENT_MISSING', `${name} 不在资料库的文件夹里。`)
  if (size > LARGEST_OBJECT) throw publishingError('ATTACHMENT_TOO_LARGE', `${name}，${size} 字节。`)
  const reference = await writer.putFile(blobs.pathOf(sha256), sha256, mediaType)
  if (!reference) throw publishingError('ATTACHMENT_MISSING', `${name} 在资料库里已损坏。`)
  return { ...reference, sha256, mediaType }
}
