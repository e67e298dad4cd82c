import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { zstdDecompress } from 'node:zlib'
import type { Kysely } from 'kysely'
import { compareBodies } from '../../items/compare-revisions.ts'
import { RevisionContent } from '../../items/revision.schema.ts'
import type { LibraryTables } from '../../store/schema.ts'
import { countChanges, headOf } from '../plan-update.ts'
import { LARGEST_REVISION, type ManifestEntry, objectPath } from '../repository-format.ts'
import type { OfferedComparison } from '../update-view.ts'
import { publisherPaths } from './channel-definition.ts'
import { nextVersion, openFolder, type Stage } from './open-folder.ts'
import { planRelease } from './plan-release.ts'
import { proposeNotes } from './propose-notes.ts'
import { offeredItems, type PublishingAccess } from './publish-channel.ts'
import { publishingError } from './publishing-error.ts'
import type { ReleasePreview } from './publishing-view.ts'

const decompress = promisify(zstdDecompress)

/** What the next version would bring to those who have the released one. Writes nothing. */
export async function previewRelease(
  access: PublishingAccess,
  directory: string,
  stage: Stage,
): Promise<ReleasePreview> {
  const folder = await openFolder(directory)
  const plan = await planRelease(access, folder, stage, access.clock())
  return {
    channel: folder.definition.id,
    stage,
    nextVersion: nextVersion(folder),
    items: offeredItems(plan.entries),
    changes: plan.changes,
    byKind: countChanges(plan.changes).byKind,
    notes: proposeNotes(plan.changes),
  }
}

/** One changed item, the published text to the next. @throws {PublishingError} PUBLISHED_ITEM_NOT_FOUND */
export async function compareWithPublished(
  access: PublishingAccess,
  directory: string,
  stage: Stage,
  itemId: string,
): Promise<OfferedComparison> {
  const folder = await openFolder(directory)
  const plan = await planRelease(access, folder, stage, access.clock())
  const change = plan.changes.find((one) => one.itemId === itemId)
  const entry = plan.entries.find((one) => one.id === itemId)
  if (!change || !entry) throw publishingError('PUBLISHED_ITEM_NOT_FOUND', itemId)
  const before = folder.released?.entries.get(itemId)
  const repository = publisherPaths(directory).repositoryOf('released')
  const [older, newer] = await Promise.all([
    before ? publishedBody(access.db, repository, before) : '',
    recordedBody(access.db, entry.revisions.at(-1)?.sha256),
  ])
  return { itemId, title: change.title, change, passages: compareBodies(older, newer ?? '') }
}

/** Revisions are never removed from a library, but the channel may have been taken over by another. */
async function publishedBody(db: Kysely<LibraryTables>, repository: string, entry: ManifestEntry): Promise<string> {
  const recorded = await recordedBody(db, headOf(entry))
  if (recorded !== undefined) return recorded
  const reference = entry.revisions.at(-1)
  if (!reference) return ''
  try {
    const stored = await readFile(path.join(repository, ...objectPath(reference.object).split('/')))
    const bytes =
      reference.encoding === 'zstd' ? await decompress(stored, { maxOutputLength: LARGEST_REVISION }) : stored
    return RevisionContent.parse(JSON.parse(bytes.toString('utf8'))).body
  } catch (error) {
    throw publishingError('REPOSITORY_DAMAGED', objectPath(reference.object), error)
  }
}

async function recordedBody(db: Kysely<LibraryTables>, sha256: string | undefined): Promise<string | undefined> {
  if (sha256 === undefined) return undefined
  const row = await db.selectFrom('revision').where('sha256', '=', sha256).select('content').executeTakeFirst()
  return row && RevisionContent.parse(JSON.parse(row.content)).body
}
