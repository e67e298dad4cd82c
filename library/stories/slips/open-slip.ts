import { createHash } from 'node:crypto'
import { open, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Entry } from 'yauzl'
import { AppError } from '../../errors/app-error.ts'
import { isSignedBy } from '../../feedback/sender-identity.ts'
import { archiveError, readEntries, readEntry, streamEntry } from '../../importing/archive/zip-archive.ts'
import { UnreadableFileError } from '../../importing/readers/unreadable-file-error.ts'
import type { BlobStore } from '../../store/blob-store.ts'
import { asStorageError } from '../../store/storage-error.ts'
import { recordSha256 } from '../record-hash.ts'
import { BODY_ENTRY, fileEntry } from './pack-slip.ts'
import { isSealed, unseal } from './seal.ts'
import { LARGEST_BODY, LARGEST_FILES, MOST_FILES, SignedSlip, type SlipBody } from './slip.schema.ts'
import { type SlipError, slipError } from './slip-error.ts'

/** A slip that says what its sender signed, with files that are what it says. */
export interface OpenedSlip {
  readonly body: SlipBody
  /** Puts the files into the store. Nothing was stored before. */
  storeFiles(blobs: Pick<BlobStore, 'receive' | 'has'>): Promise<void>
}

/** A local file header, or the end of an archive that is empty. */
const ZIP_STARTS = ['504b0304', '504b0506']

/**
 * Opens a slip's file, and believes nothing of it before all of it has been looked at. Nothing is kept.
 * @param work a folder for what is unsealed, which the caller clears
 * @throws {SlipError} what is wrong with it, in a sentence
 */
export async function openSlip(file: string, work: string, passphrase: string | undefined): Promise<OpenedSlip> {
  const { size } = await stat(file)
  if (size === 0) throw slipError('SLIP_TRUNCATED')
  let zip = file
  if (await isSealed(file)) {
    if (passphrase === undefined || passphrase.trim() === '') throw slipError('SLIP_PASSPHRASE_MISSING')
    zip = path.join(work, 'unsealed.zip')
    await unseal(file, zip, passphrase)
  }
  if (!ZIP_STARTS.includes((await firstBytes(zip, 4)).toString('hex'))) throw slipError('SLIP_UNREADABLE')
  const entries = await telling(() => readNamed(zip))
  const body = await readBody(zip, entries)
  requireListed(body, entries, (await stat(zip)).size)
  const files = body.files.map((listed) => ({ ...listed, entry: entries.get(fileEntry(listed.sha256)) as Entry }))
  for (const { sha256, entry } of files) await telling(() => requireHash(zip, entry, sha256))
  return {
    body,
    async storeFiles(blobs) {
      for (const { sha256, entry } of files) {
        if (await blobs.has(sha256)) continue
        if (!(await blobs.receive(sha256, streamEntry(zip, entry)))) throw slipError('SLIP_ALTERED')
      }
    },
  }
}

async function firstBytes(file: string, count: number): Promise<Buffer> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(count), 0, count, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

async function readNamed(zip: string): Promise<Map<string, Entry>> {
  const entries = await readEntries(zip, MOST_FILES + 1)
  const named = new Map(
    entries.map((entry) => [(entry.fileNameRaw ?? Buffer.from(entry.fileName)).toString('latin1'), entry]),
  )
  if (named.size !== entries.length) throw slipError('SLIP_ALTERED')
  return named
}

async function readBody(zip: string, entries: ReadonlyMap<string, Entry>): Promise<SlipBody> {
  const entry = entries.get(BODY_ENTRY)
  if (!entry) throw slipError('SLIP_UNREADABLE')
  const text = await telling(() => readEntry(zip, entry, LARGEST_BODY))
  const value = parse(text)
  const format = (value as { body?: { format?: unknown } } | undefined)?.body?.format
  if (typeof format === 'number' && format > 1) throw slipError('SLIP_TOO_NEW')
  const slip = SignedSlip.safeParse(value)
  // The signature is over what was sent, so over what this reader makes of it only if that is the same.
  if (!slip.success) throw slipError('SLIP_ALTERED', { cause: slip.error })
  const { body, signature } = slip.data
  const sent = (value as { body: object }).body
  if (!isSignedBy(body.sender.publicKey, sent, signature)) throw slipError('SLIP_ALTERED')
  if ('record' in body && recordSha256(body.record) !== body.recordSha256) throw slipError('SLIP_ALTERED')
  return body
}

/** Exactly the files that the body lists, stored as they are: nothing unpacks to more than it is. */
function requireListed(body: SlipBody, entries: ReadonlyMap<string, Entry>, zipSize: number): void {
  const listed = new Set(body.files.map(({ sha256 }) => sha256))
  if (listed.size !== body.files.length || entries.size !== body.files.length + 1) throw slipError('SLIP_ALTERED')
  const total = body.files.reduce((sum, { size }) => sum + size, 0)
  // Entries that share bytes are how small archives unpack to thousands of times their size.
  if (total > LARGEST_FILES || total > zipSize) throw slipError('SLIP_TOO_LARGE')
  for (const { sha256, size } of body.files) {
    const entry = entries.get(fileEntry(sha256))
    const isPlain = entry?.compressionMethod === 0 && (entry.generalPurposeBitFlag & 0x1) === 0
    if (!isPlain || entry.uncompressedSize !== size || entry.compressedSize !== size) throw slipError('SLIP_ALTERED')
  }
}

async function requireHash(zip: string, entry: Entry, sha256: string): Promise<void> {
  const hash = createHash('sha256')
  for await (const piece of streamEntry(zip, entry)) hash.update(piece)
  if (hash.digest('hex') !== sha256) throw slipError('SLIP_ALTERED')
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw slipError('SLIP_ALTERED', { cause })
  }
}

async function telling<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    // What the disk could not do has nothing to do with the slip.
    if (error instanceof AppError && !(error instanceof UnreadableFileError)) throw error
    if (asStorageError(error)) throw error
    throw asSlipError(archiveError(error))
  }
}

function asSlipError(error: UnreadableFileError): SlipError {
  if (error.code === 'ARCHIVE_BOMB') return slipError('SLIP_TOO_LARGE', { cause: error })
  return slipError(error.code === 'FILE_TRUNCATED' ? 'SLIP_TRUNCATED' : 'SLIP_ALTERED', { cause: error })
}
