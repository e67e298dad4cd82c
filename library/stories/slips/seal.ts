import { createCipheriv, createDecipheriv, createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { slipError } from './slip-error.ts'

/** Begins a sealed file; the version is a part of it. */
const MAGIC = Buffer.from('XINHUO-SLIP-SEALED 1\n')
const TAG_BYTES = 16
/** The header is one line of JSON. */
const LONGEST_HEADER = 1024
const SHORTEST = 8
/** Takes 128 MB and about half a second, which a guesser pays for every guess. */
const COST = 1 << 17

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`))
const SealHeader = z.strictObject({
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
  /** HMAC-SHA-256 over the rest of the header: tells a wrong passphrase from an altered file. */
  check: hex(32),
})
type SealHeader = z.infer<typeof SealHeader>

/** @throws {SlipError} SLIP_PASSPHRASE_SHORT */
export function requirePassphrase(passphrase: string): void {
  if ([...passphrase.trim()].length < SHORTEST) throw slipError('SLIP_PASSPHRASE_SHORT')
}

/**
 * Seals what streams through it: a line that says what it is, a header line, the bytes after AES-256-GCM, the tag.
 * @throws {SlipError} SLIP_PASSPHRASE_SHORT
 */
export async function* sealed(plain: AsyncIterable<Uint8Array>, passphrase: string): AsyncGenerator<Buffer> {
  requirePassphrase(passphrase)
  const kdf = { name: 'scrypt' as const, N: COST, r: 8 as const, p: 1 as const, salt: randomBytes(16).toString('hex') }
  const unchecked = { kdf, cipher: 'aes-256-gcm' as const, iv: randomBytes(12).toString('hex') }
  const keys = await keysFrom(passphrase, kdf)
  const header = Buffer.from(`${JSON.stringify({ ...unchecked, check: checkOf(keys.check, unchecked) })}\n`)
  const cipher = createCipheriv('aes-256-gcm', keys.seal, Buffer.from(unchecked.iv, 'hex'))
  cipher.setAAD(header)
  yield MAGIC
  yield header
  for await (const piece of plain) yield cipher.update(piece)
  yield cipher.final()
  yield cipher.getAuthTag()
}

export async function isSealed(file: string): Promise<boolean> {
  return (await readStart(file, MAGIC.length)).equals(MAGIC)
}

/**
 * Opens a sealed file into another one. Its bytes may be used only when this has returned: before, nobody knows
 * whether they are what was sealed.
 * @throws {SlipError} SLIP_PASSPHRASE_WRONG, SLIP_ALTERED, SLIP_TRUNCATED
 */
export async function unseal(file: string, to: string, passphrase: string): Promise<void> {
  const { size } = await stat(file)
  const start = await readStart(file, MAGIC.length + LONGEST_HEADER)
  const end = start.indexOf(0x0a, MAGIC.length) + 1
  const bytes = start.subarray(MAGIC.length, end)
  if (end === 0) throw slipError(size < start.length + 1 ? 'SLIP_TRUNCATED' : 'SLIP_ALTERED')
  const header = readHeader(bytes)
  const { check, ...unchecked } = header
  const keys = await keysFrom(passphrase, header.kdf)
  const right = timingSafeEqual(Buffer.from(check, 'hex'), Buffer.from(checkOf(keys.check, unchecked), 'hex'))
  if (!right) throw slipError('SLIP_PASSPHRASE_WRONG')
  const last = size - TAG_BYTES
  if (last < end) throw slipError('SLIP_TRUNCATED')
  const decipher = createDecipheriv('aes-256-gcm', keys.seal, Buffer.from(header.iv, 'hex'))
  decipher.setAAD(bytes)
  decipher.setAuthTag(await readTag(file, last))
  // An empty range cannot be asked for.
  const plain = last === end ? [] : createReadStream(file, { start: end, end: last - 1 })
  try {
    await pipeline(plain, decipher, createWriteStream(to, { mode: 0o600, flags: 'wx' }))
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code?.startsWith('E') && isDiskError(cause)) throw cause
    // A file that lost its end and one that was changed fail alike here.
    throw slipError('SLIP_ALTERED', { why: '它没有复制完整，或者被改动过。', cause })
  }
}

const isDiskError = (cause: unknown) =>
  ['ENOSPC', 'EIO', 'EROFS', 'ENOENT', 'EACCES', 'EDQUOT'].includes(String((cause as NodeJS.ErrnoException).code))

function readHeader(bytes: Buffer): SealHeader {
  try {
    return SealHeader.parse(JSON.parse(bytes.toString('utf8')))
  } catch (cause) {
    throw slipError('SLIP_ALTERED', { cause })
  }
}

async function readStart(file: string, length: number): Promise<Buffer> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

async function readTag(file: string, at: number): Promise<Buffer> {
  const handle = await open(file, 'r')
  try {
    return (await handle.read(Buffer.alloc(TAG_BYTES), 0, TAG_BYTES, at)).buffer
  } finally {
    await handle.close()
  }
}

const checkOf = (key: Buffer, unchecked: Omit<SealHeader, 'check'>) =>
  createHmac('sha256', key).update(JSON.stringify(unchecked)).digest('hex')

/** Two keys, so that the check says nothing of the one that seals. */
async function keysFrom(passphrase: string, { N, r, p, salt }: SealHeader['kdf']) {
  const options = { N, r, p, maxmem: 128 * N * r * 2 }
  const bytes = await new Promise<Buffer>((resolve, reject) => {
    scrypt(passphrase.trim().normalize('NFKC'), Buffer.from(salt, 'hex'), 64, options, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
  return { seal: bytes.subarray(0, 32), check: bytes.subarray(32) }
}
