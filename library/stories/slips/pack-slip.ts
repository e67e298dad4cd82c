import { PassThrough, type Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { BlobStore } from '../../store/blob-store.ts'
import { sealed } from './seal.ts'
import type { SignedSlip } from './slip.schema.ts'

/** Where a slip's files lie in it. */
export const fileEntry = (sha256: string) => `files/${sha256}`
export const BODY_ENTRY = 'slip.json'

/**
 * A slip as a file, piece by piece: its films are never held in memory.
 * @param passphrase seals it; without one whoever has the file can read it
 */
export function packedSlip(
  blobs: Pick<BlobStore, 'stream'>,
  slip: SignedSlip,
  passphrase: string | undefined,
): AsyncIterable<Uint8Array> {
  const zip = new ZipFile()
  const out = zip.outputStream as Readable
  zip.once('error', (error: Error) => out.destroy(error))
  const mtime = new Date(slip.body.sentAt)
  zip.addBuffer(Buffer.from(JSON.stringify(slip)), BODY_ENTRY, { mtime, compress: true })
  for (const { sha256, size } of slip.body.files) {
    // Pictures and films are packed already.
    const facts = { mtime, size, compress: false }
    zip.addReadStreamLazy(fileEntry(sha256), facts, (give) => {
      const bytes = blobs.stream(sha256)
      bytes.once('error', (error) => out.destroy(error))
      give(null, bytes)
    })
  }
  zip.end()
  const plain = out.pipe(new PassThrough())
  out.once('error', (error: Error) => plain.destroy(error))
  return passphrase === undefined ? plain : sealed(plain, passphrase)
}
