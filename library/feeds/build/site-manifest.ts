import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import type { SenderIdentity } from '../../feedback/sender-identity.ts'
import { Sha256 } from '../../items/revision.schema.ts'

/** The list of a site's files, beside them. */
export const MANIFEST = 'xinhuo-site.json'

/** Only names that a site's own files have; nothing leads out of its folder. */
const SitePath = z.string().regex(/^(?:[a-z0-9][a-z0-9~_-]*\/){0,3}[a-z0-9][a-z0-9._~-]{0,150}$/)
const Hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`))

const SiteFile = z.strictObject({ sha256: Sha256, size: z.int().nonnegative() })
export type SiteFile = z.infer<typeof SiteFile>

/** What a site says of itself: whose it is, which issue, and every file but this one. */
export const SiteManifest = z.strictObject({
  format: z.literal(1),
  /** The column's `tag:` URI. */
  feed: z.string().min(1).max(500),
  title: z.string().max(200),
  publisher: z.string().max(200),
  issue: z.int().nonnegative(),
  issuedAt: z.string().max(40),
  files: z.record(SitePath, SiteFile),
})
export type SiteManifest = z.infer<typeof SiteManifest>

export const SignedManifest = z.strictObject({
  signed: SiteManifest,
  signature: z.strictObject({ algorithm: z.literal('Ed25519'), publicKey: Hex(32), value: Hex(64) }),
})
export type SignedManifest = z.infer<typeof SignedManifest>

/** Kept apart from everything else that the same key signs. */
const PURPOSE = 'xinhuo-site-manifest\n'

const canonical = (manifest: SiteManifest): Buffer => {
  const json = canonicalize(manifest)
  if (json === undefined) throw new TypeError('no canonical form')
  return Buffer.from(PURPOSE + json)
}

/** The same manifest and key give the same bytes (RFC 8032, RFC 8785). */
export function signManifest(manifest: SiteManifest, { privateKey, publicKey }: SenderIdentity): SignedManifest {
  const jwk = { kty: 'OKP', crv: 'Ed25519', d: base64Url(privateKey), x: base64Url(publicKey) }
  const value = sign(null, canonical(manifest), createPrivateKey({ key: jwk, format: 'jwk' })).toString('hex')
  return { signed: manifest, signature: { algorithm: 'Ed25519', publicKey, value } }
}

/** True when the manifest is what its key signed. */
export function isSigned({ signed, signature }: SignedManifest): boolean {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: base64Url(signature.publicKey) }
  try {
    const key = createPublicKey({ key: jwk, format: 'jwk' })
    return verify(null, canonical(signed), key, Buffer.from(signature.value, 'hex'))
  } catch {
    return false // 32 bytes that are no key
  }
}

/** What a manifest is named by. */
export const canonicalSha256 = (manifest: SiteManifest): string => sha256Of(canonical(manifest))

/** A manifest as a file: a line for each file, so that people can look too. */
export const manifestText = (manifest: SignedManifest): string => `${JSON.stringify(manifest, undefined, 1)}\n`

/** @returns undefined for what is no manifest */
export function parseManifest(text: string): SignedManifest | undefined {
  try {
    return SignedManifest.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

export const sha256Of = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const base64Url = (hex: string) => Buffer.from(hex, 'hex').toString('base64url')
