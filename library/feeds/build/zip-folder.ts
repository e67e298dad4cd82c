import { createReadStream, createWriteStream, type ReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { listFiles } from './site-listing.ts'

/** Always the same, so that the same site gives the same archive. */
const TIME = new Date(Date.UTC(2020, 0, 1))
const PACKED = /\.(?:jpg|webp|mp4|webm|ogv|mp3|m4a|ogg|weba)$/

/** Packs a site as one archive, its first page first. */
export async function zipFolder(folder: string, archive: string): Promise<void> {
  const zip = new ZipFile()
  const broken = new Promise<never>((_, reject) => void zip.once('error', reject))
  const files = (await listFiles(folder)).sort(
    (a, b) => Number(b === 'index.html') - Number(a === 'index.html') || (a < b ? -1 : 1),
  )
  for (const file of files) {
    zip.addFile(path.join(folder, ...file.split('/')), file, {
      compress: !PACKED.test(file),
      mode: 0o100644,
      mtime: TIME,
    })
  }
  zip.end()
  await Promise.race([pipeline(zip.outputStream, createWriteStream(archive)), broken])
}

/** Reads a file that is gone once it was handed over, or the reader has left. */
export function handedOver(file: string): ReadStream {
  const stream = createReadStream(file)
  stream.once('close', () => void rm(file, { force: true }).catch(() => undefined))
  return stream
}
