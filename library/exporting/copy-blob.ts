import { copyFile, mkdir, open } from 'node:fs/promises'
import path from 'node:path'
import { type BlobStore, syncDirectory } from '../store/blob-store.ts'
import { blobMissing } from './export-refused-error.ts'

/**
 * Copies a blob durably. The system does it, so that no film is ever held whole.
 * @param title of what it belongs to
 * @throws {ExportRefusedError} EXPORT_BLOB_MISSING
 */
export async function copyBlob(blobs: BlobStore, sha256: string, place: string, title: string): Promise<void> {
  if (!(await blobs.has(sha256))) throw blobMissing(title, sha256)
  await mkdir(path.dirname(place), { recursive: true })
  await copyFile(blobs.pathOf(sha256), place)
  const handle = await open(place, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
  await syncDirectory(path.dirname(place))
}
