import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  scrypt,
} from 'node:crypto'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { Sha256 } from '../../items/revision.schema.ts'
import { publishingError } from './publishing-error.ts'
import { createSigner, keyIdOf, type Signer } from './signer.ts'

/** `root-1`, `targets-1`, `release-2`: never given twice in a channel. */
export const KeyName = z.string().regex(/^(root|targets|release)-[1-9]\d{0,3}$/)
export const KeyRole = z.enum(['root', 'targets', 'release'])

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`))

/** A key as it lies on a disk or stick: its secret part, PKCS #8, is sealed by a passphrase (scrypt, AES-256-GCM). */
export const KeyFile = z.strictObject({
  format: z.literal(1),
  name: KeyName,
  role: KeyRole,
  holder: z.string().min(1).max(100),
  keyId: Sha256,
  public: hex(32),
  kdf: z.strictObject({
    name: z.literal('scrypt'),
    // More would let a forged file exhaust the machine.
    N: z.literal([1 << 14, 1 << 15, 1 << 16, 1 << 17, 1 << 18]),
    r: z.literal(8),
    p: z.literal(1),
    salt: hex(16),
  }),
  cipher: z.literal('aes-256-gcm'),
  iv: hex(12),
  tag: hex(16),
  secret: z.string().regex(/^(?:[0-9a-f]{2}){16,256}$/),
})
export type KeyFile = z.infer<typeof KeyFile>

const SHORTEST = 8
/** Takes 128 MB and about half a second, which a guesser pays for every guess. */
const COST = 1 << 17

/**
 * Makes a key, and its file sealed by the passphrase.
 * @param cost what a guess costs, as scrypt's N
 * @throws {PublishingError} PASSPHRASE_WEAK
 */
export async function createKeyFile(
  facts: Pick<KeyFile, 'name' | 'role' | 'holder'>,
  passphrase: string,
  cost: KeyFile['kdf']['N'] = COST,
): Promise<{ readonly file: KeyFile; readonly signer: Signer }> {
  requireStrong(passphrase, facts.name)
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const open = { format: 1 as const, ...facts, ...publicFacts(publicKey) }
  const kdf = { name: 'scrypt' as const, N: cost, r: 8 as const, p: 1 as const, salt: randomBytes(16).toString('hex') }
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await keyFrom(passphrase, kdf), iv)
  cipher.setAAD(covered(open))
  const secret = Buffer.concat([cipher.update(privateKey.export({ type: 'pkcs8', format: 'der' })), cipher.final()])
  const file = KeyFile.parse({
    ...open,
    kdf,
    cipher: 'aes-256-gcm',
    iv: iv.toString('hex'),
    tag: cipher.getAuthTag().toString('hex'),
    secret: secret.toString('hex'),
  })
  return { file, signer: createSigner(file, privateKey) }
}

/** @throws {PublishingError} KEY_FILE_DAMAGED */
export function readKeyFile(text: string, place: string): KeyFile {
  try {
    const file = KeyFile.parse(JSON.parse(text))
    if (keyIdOf(file.public) !== file.keyId) throw new Error('the key id is not that of the key')
    return file
  } catch (error) {
    throw publishingError('KEY_FILE_DAMAGED', place, error)
  }
}

/** @throws {PublishingError} PASSPHRASE_WRONG, also when a part of the file that the seal covers was altered */
export async function unlockKeyFile(file: KeyFile, passphrase: string): Promise<Signer> {
  const { format, name, role, holder, keyId, public: publicHex } = file
  const decipher = createDecipheriv('aes-256-gcm', await keyFrom(passphrase, file.kdf), Buffer.from(file.iv, 'hex'))
  decipher.setAAD(covered({ format, name, role, holder, keyId, public: publicHex }))
  decipher.setAuthTag(Buffer.from(file.tag, 'hex'))
  let secret: KeyObject
  try {
    const der = Buffer.concat([decipher.update(Buffer.from(file.secret, 'hex')), decipher.final()])
    secret = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  } catch (error) {
    throw publishingError('PASSPHRASE_WRONG', `${name}（${holder}）`, error)
  }
  if (publicFacts(createPublicKey(secret)).public !== publicHex) throw publishingError('KEY_FILE_DAMAGED', name)
  return createSigner(file, secret)
}

/** @throws {PublishingError} PASSPHRASE_WEAK */
export function requireStrong(passphrase: string, name: string): void {
  const characters = [...passphrase.normalize('NFKC').trim()]
  if (characters.length >= SHORTEST && new Set(characters).size > 1) return
  throw publishingError('PASSPHRASE_WEAK', `密钥 ${name} 的口令。`)
}

function publicFacts(key: KeyObject): { readonly keyId: string; readonly public: string } {
  const raw = key.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex')
  return { keyId: keyIdOf(raw), public: raw }
}

/** What the seal covers besides the secret, so that nobody passes one holder's key off as another's. */
const covered = (facts: Pick<KeyFile, 'format' | 'name' | 'role' | 'holder' | 'keyId' | 'public'>) =>
  Buffer.from(canonicalize(facts) as string)

function keyFrom(passphrase: string, { N, r, p, salt }: KeyFile['kdf']): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  const options = { N, r, p, maxmem: 256 * N * r }
  scrypt(passphrase.normalize('NFKC'), Buffer.from(salt, 'hex'), 32, options, (error, key) =>
    error ? reject(error) : resolve(key),
  )
  return promise
}
