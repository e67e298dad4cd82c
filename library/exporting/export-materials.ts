import path from 'node:path'
import type { Kysely } from 'kysely'
import type { MaterialRecord } from '../meetings/materials/material.schema.ts'
import { picturesOf } from '../meetings/materials/material-pictures.ts'
import { allMaterials } from '../meetings/materials/materials.repository.ts'
import { listCards } from '../meetings/responses/responses.repository.ts'
import type { BlobStore } from '../store/blob-store.ts'
import type { LibraryTables } from '../store/schema.ts'
import { copyBlob } from './copy-blob.ts'
import { blobPlace } from './revision-document.ts'
import { writeLines } from './write-lines.ts'

/**
 * Meetings, drills, guides and paths made here as `materials.jsonl`, each with the cards that came back, and the
 * originals of their pictures; no file where there are none. How far somebody is with learning is in no export.
 * @param written the blobs that are there already; those added here are added to it
 * @returns how many materials
 */
export function exportMaterials(
  db: Kysely<LibraryTables>,
  blobs: BlobStore,
  staging: string,
  written: Set<string>,
): Promise<number> {
  return writeLines(path.join(staging, 'materials.jsonl'), materialLines(db, blobs, staging, written))
}

async function* materialLines(
  db: Kysely<LibraryTables>,
  blobs: BlobStore,
  staging: string,
  written: Set<string>,
): AsyncGenerator<object> {
  for await (const material of allMaterials(db)) {
    for (const sha256 of blobsOf(material.record)) {
      const place = path.join(staging, 'guide', blobPlace(sha256))
      // A meeting that came from elsewhere may name a picture that did not come with it.
      if (written.has(place) || !(await blobs.has(sha256))) continue
      await copyBlob(blobs, sha256, place, material.record.title || material.id)
      written.add(place)
    }
    yield { ...material, responses: await listCards(db, material.id) }
  }
}

const blobsOf = (record: MaterialRecord): string[] => [
  ...picturesOf(record).map(({ sha256 }) => sha256),
  ...(record.type === 'meeting' && record.design ? [record.design.sha256] : []),
]
