import type { BlobStore } from '../../store/blob-store.ts'
import { sealed } from './seal.ts'
import { packSignedArchive } from './signed-archive.ts'
import type { SignedSlip } from './slip.schema.ts'

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
  const plain = packSignedArchive(BODY_ENTRY, slip, (sha256) => blobs.stream(sha256), slip.body.sentAt)
  return passphrase === undefined ? plain : sealed(plain, passphrase)
}
