import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { z } from 'zod'
import { batchErrors } from './batch-error.ts'
import { resultsFolder } from './batch-work.ts'

/**
 * The results of a batch that were written into no folder of the person's, as one archive.
 * @throws {BatchError} BATCH_ARCHIVE_NOT_FOUND
 */
export async function archiveOf(root: string, jobId: string): Promise<{ name: string; body: ReadableStream }> {
  if (!z.uuid().safeParse(jobId).success) throw batchErrors.noArchive()
  for (const upload of await readdir(root).catch(() => [] as string[])) {
    const folder = resultsFolder(path.join(root, upload), jobId)
    const files = (await readdir(folder).catch(() => [] as string[])).filter((file) => !file.startsWith('.'))
    if (files.length > 0) return { name: archiveName(files), body: zipped(folder, files) }
  }
  throw batchErrors.noArchive()
}

/** Called as the ledger in it. */
const archiveName = (files: readonly string[]) =>
  `${files.find((file) => file.endsWith('.xlsx'))?.replace(/^台账-|\.xlsx$/g, '') ?? '批量填写'}.zip`

function zipped(folder: string, files: readonly string[]): ReadableStream {
  const zip = new ZipFile()
  // Documents are packed already.
  for (const file of files) zip.addFile(path.join(folder, file), file, { compress: false })
  zip.end()
  return Readable.toWeb(zip.outputStream as Readable) as ReadableStream
}
