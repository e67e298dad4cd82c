import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Kysely } from 'kysely'
import { findContent, findHeldBlobs, findProvenance } from '../items/items.repository.ts'
import type { JobContext } from '../jobs/job-runner.ts'
import type { ExportResult } from '../jobs/job-view.ts'
import { type BlobStore, syncDirectory, writeWhole } from '../store/blob-store.ts'
import type { LibraryTables } from '../store/schema.ts'
import { allForms } from '../templates/forms/forms.repository.ts'
import { copyBlob } from './copy-blob.ts'
import { exportMaterials } from './export-materials.ts'
import { ExportRefusedError } from './export-refused-error.ts'
import { exportStories } from './export-stories.ts'
import { portableName } from './portable-name.ts'
import { blobPlace, revisionDocument } from './revision-document.ts'

/**
 * Writes every revision of every item to open formats: Markdown with YAML front matter, and blobs as
 * they are; the person's filled forms as `forms.jsonl`, stories in the making, the record of them, columns, answers and
 * meetings beside it. Importing the folder again gives the same revisions. The folder appears whole, under its
 * name, when all is written.
 * @param directory must not exist, or be empty
 * @throws {ExportRefusedError} when there is something in it, or it lies in what is a file
 */
export async function exportLibrary(
  db: Kysely<LibraryTables>,
  blobs: BlobStore,
  directory: string,
  context: JobContext,
): Promise<ExportResult> {
  const target = path.resolve(directory)
  await refuseOccupied(target)
  // Always the same name, so that what a crash left is replaced and not left lying.
  const staging = path.join(path.dirname(target), `.${path.basename(target)}.xinhuo-export`)
  await rm(staging, { recursive: true, force: true })
  try {
    const result = await writeAll(db, blobs, staging, context)
    if (context.signal.aborted) return { directory: target, revisions: 0, blobs: 0, forms: 0, stories: 0, materials: 0 }
    await rm(target, { recursive: true, force: true })
    await rename(staging, target)
    await syncDirectory(path.dirname(target))
    return { directory: target, ...result }
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

async function refuseOccupied(target: string): Promise<void> {
  const status = await stat(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTDIR') return undefined
    throw new ExportRefusedError({
      code: 'EXPORT_TARGET_UNUSABLE',
      what: '没有导出：不能用这个文件夹。',
      why: `${path.dirname(target)} 是文件，里面放不了文件夹。`,
      todo: '资料没有改动。请换个位置。',
      cause: error,
    })
  })
  if (!status) return
  // A whole drive cannot be put in place under its name, even when it is empty.
  const isDrive = path.dirname(target) === target
  if (!isDrive && status.isDirectory() && (await readdir(target)).length === 0) return
  throw new ExportRefusedError({
    code: 'EXPORT_TARGET_EXISTS',
    what: '没有导出：目标文件夹里已有文件。',
    why: target,
    todo: '原有文件没有改动。请选一个空文件夹，或换个名字。',
  })
}

async function writeAll(db: Kysely<LibraryTables>, blobs: BlobStore, staging: string, context: JobContext) {
  await mkdir(staging, { recursive: true })
  const revisions = await db
    .selectFrom('revision')
    .innerJoin('item', 'item.id', 'revision.item_id')
    .select([
      'revision.sha256',
      'item.id',
      'item.kind',
      'item.title',
      'item.revisions',
      'revision.issued_on',
      'revision.recorded_at',
    ])
    .where('revision.offered', '=', 1)
    .orderBy('revision.recorded_seq')
    .execute()
  const total = revisions.length
  const written = new Set<string>()
  const ordinals = new Map<string, number>()
  for (const [index, row] of revisions.entries()) {
    if (context.signal.aborted) break
    const content = await findContent(db, row.sha256)
    if (!content) continue
    const held = await findHeldBlobs(db, row.sha256)
    for (const { sha256 } of held) {
      const place = path.join(staging, row.kind, blobPlace(sha256))
      if (!written.has(place)) await copyBlob(blobs, sha256, place, row.title)
      written.add(place)
    }
    const ordinal = (ordinals.get(row.id) ?? 0) + 1
    ordinals.set(row.id, ordinal)
    const name = portableName(row.title, nameSuffix(row.issued_on, row.revisions, ordinal), row.sha256.slice(0, 8))
    const recorded = { sha256: row.sha256, at: row.recorded_at }
    const text = revisionDocument(content, held, await findProvenance(db, row.sha256), recorded)
    await writeWhole(path.join(staging, row.kind, name), text)
    context.report({ label: row.title, done: index + 1, total })
  }
  const stories = await exportStories(db, blobs, staging, written)
  const materials = await exportMaterials(db, blobs, staging, written)
  return { revisions: revisions.length, blobs: written.size, forms: await writeForms(db, staging), stories, materials }
}

/** Filled forms with their data and the clauses they relied on, one JSON object a line; no file where there are none. */
async function writeForms(db: Kysely<LibraryTables>, staging: string): Promise<number> {
  const lines: string[] = []
  for await (const form of allForms(db)) lines.push(`${JSON.stringify(form)}\n`)
  if (lines.length > 0) await writeWhole(path.join(staging, 'forms.jsonl'), lines.join(''))
  return lines.length
}

/**
 * The version's date, and which of several it is: among versions of one date the later recorded counts,
 * and files are imported in the order of their names.
 */
function nameSuffix(issuedOn: string | null, revisions: number, ordinal: number): string {
  return `${issuedOn ? `(${issuedOn})` : ''}${revisions > 1 ? ` ${String(ordinal).padStart(4, '0')}` : ''}`
}
