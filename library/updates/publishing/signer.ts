import { createHash, type KeyObject, sign } from 'node:crypto'
import { Key, type Metadata, type Root, Signature, type Snapshot, type Targets, type Timestamp } from '@tufjs/models'
import canonicalize from 'canonicalize'
import type { KeyRole } from './publishing-view.ts'

/** An unlocked key. It lives in memory only, and never shows its secret. */
export interface Signer {
  readonly name: string
  readonly role: KeyRole
  readonly keyId: string
  sign(data: Uint8Array): Signature
}

export function createSigner(
  { name, role, keyId }: { readonly name: string; readonly role: KeyRole; readonly keyId: string },
  secret: KeyObject,
): Signer {
  return {
    name,
    role,
    keyId,
    sign: (data) => new Signature({ keyID: keyId, sig: sign(null, data, secret).toString('hex') }),
  }
}

/** A TUF key of an Ed25519 public key, 32 bytes in hexadecimal. */
export function tufKey(publicHex: string): Key {
  return new Key({
    keyID: keyIdOf(publicHex),
    keyType: 'ed25519',
    scheme: 'ed25519',
    keyVal: { public: publicHex },
  })
}

/** The TUF roles that a key signs for. */
export const rolesOf = (role: KeyRole): readonly string[] => (role === 'release' ? ['snapshot', 'timestamp'] : [role])

/** SHA-256 of the key's canonical form (TUF 1.0.34 §4.2). */
export function keyIdOf(publicHex: string): string {
  const key = { keytype: 'ed25519', keyval: { public: publicHex }, scheme: 'ed25519' }
  return createHash('sha256')
    .update(canonicalize(key) as string)
    .digest('hex')
}

export type AnyMetadata = Metadata<Root> | Metadata<Targets> | Metadata<Snapshot> | Metadata<Timestamp>

/** Metadata as stored: signed by these keys and no others, and without a blank that could be altered unnoticed. */
export function signMetadata(metadata: AnyMetadata, signers: readonly Signer[]): Buffer {
  metadata.signatures = {}
  for (const signer of signers) metadata.sign((data) => signer.sign(data))
  return metadataBytes(metadata)
}

/** The one way in which metadata is written here. */
export const metadataBytes = (metadata: AnyMetadata): Buffer => Buffer.from(JSON.stringify(metadata.toJSON()))
