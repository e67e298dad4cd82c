import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { LetterReport, ReportLetter, UnsignedLetter } from './report-letter.ts'

/** A library's own signing key (Ed25519, RFC 8032). The private half never leaves its database. */
export interface SenderIdentity {
  /** Lower-case hexadecimal, 32 bytes each. */
  readonly privateKey: string
  readonly publicKey: string
}

export function createIdentity(): SenderIdentity {
  const { d, x } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  if (d === undefined || x === undefined) throw new TypeError('an Ed25519 key without its parts')
  return { privateKey: toHex(d), publicKey: toHex(x) }
}

/** RFC 4648 §6; without 0, 1, 8 and 9, which are misheard and misread. */
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Four letters to say a sender by. Short, so that two may share them: {@link reportDigest} tells those apart. */
export function senderCode(publicKey: string): string {
  const hash = createHash('sha256').update(publicKey, 'hex').digest()
  const bits = hash.readUInt32BE(0) >>> 12
  return [15, 10, 5, 0].map((shift) => BASE32[(bits >>> shift) & 31]).join('')
}

/** `K7QM-0001` */
export const reportNumber = (publicKey: string, counter: number) =>
  `${senderCode(publicKey)}-${String(counter).padStart(4, '0')}`

/**
 * Names one report of one sender, whatever its number: numbers come back when a backup is restored or a library
 * copied, and an answer must not land under another question.
 */
export function reportDigest(publicKey: string, report: LetterReport): string {
  return createHash('sha256').update(canonical({ publicKey, report })).digest('hex')
}

export function signLetter(letter: UnsignedLetter, identity: SenderIdentity): ReportLetter {
  return { ...letter, signature: signValue(letter, identity) }
}

/** True when the letter says what its sender signed. */
export const isSignedBySender = ({ signature, ...letter }: ReportLetter): boolean =>
  isSignedBy(letter.sender.publicKey, letter, signature)

/** Ed25519 over the RFC 8785 form of a value, 64 bytes in lower-case hexadecimal. */
export function signValue(value: object, { privateKey, publicKey }: SenderIdentity): string {
  const jwk = { kty: 'OKP', crv: 'Ed25519', d: toBase64Url(privateKey), x: toBase64Url(publicKey) }
  return sign(null, canonical(value), createPrivateKey({ key: jwk, format: 'jwk' })).toString('hex')
}

/** True when whoever has the other half of this key signed exactly this value. */
export function isSignedBy(publicKey: string, value: object, signature: string): boolean {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: toBase64Url(publicKey) }
  try {
    return verify(null, canonical(value), createPublicKey({ key: jwk, format: 'jwk' }), Buffer.from(signature, 'hex'))
  } catch {
    return false // 32 bytes that are no key
  }
}

function canonical(value: object): Buffer {
  const json = canonicalize(value)
  if (json === undefined) throw new TypeError('no canonical form')
  return Buffer.from(json)
}

const toHex = (base64url: string) => Buffer.from(base64url, 'base64url').toString('hex')
const toBase64Url = (hex: string) => Buffer.from(hex, 'hex').toString('base64url')
