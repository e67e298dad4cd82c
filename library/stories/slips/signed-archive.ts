import { createHash } from 'node:crypto'
import { open, stat } from 'node:fs/promises'
import { PassThrough, type Readable } from 'node:stream'
import type { Entry } from 'yauzl'
import { ZipFile } from 'yazl'
import type { z } from 'zod'
import { AppError } from '../../errors/app-error.ts'
import { isSignedBy } from '../../feedback/sender-identity.ts'
import { archiveError, readEntries, readEntry, streamEntry } from '../../importing/archive/zip-archive.ts'
import { UnreadableFileError } from '../../importing/readers/unreadable-file-error.ts'
import type { BlobStore } from '../../store/blob-store.ts'
import { asStorageError } from '../../store/storage-error.ts'

/** What a signed file says of one of those that lie beside its body. */
export interface ListedFile {
  readonly sha256: string
  readonly size: number
}

interface SignedBody {
  readonly sender: { readonly name: string; readonly publicKey: string }
  readonly files: readonly ListedFile[]
}

/** How a kind of signed file is read, and in which words it is refused. */
export interface SignedArchiveRules<Body extends SignedBody> {
  /** The entry that holds the body with its signature, as JSON. */
  readonly bodyEntry: string
  readonly schema: z.ZodType<{ body: Body; signature: string }>
  readonly mostFiles: number
  /** Bytes: of the body, and of all files together. */
  readonly largestBody: number
  readonly largestFiles: number
  refuse(
    code: 'UNREADABLE' | 'TRUNCATED' | 'ALTERED' | 'TOO_LARGE' | 'TOO_NEW',
    given?: { readonly cause?: unknown },
  ): AppError
}

/** What a sender signed, with files that are what it says. */
export interface OpenedArchive<Body> {
  readonly body: Body
  /** Of a listed file, into memory. */
  read(file: ListedFile): Promise<Uint8Array>
  /** Puts files into the store. Nothing was stored before. */
  storeFiles(blobs: Pick<BlobStore, 'receive' | 'has'>, files: readonly ListedFile[]): Promise<void>
}

/** Where the files lie. */
const fileEntry = (sha256: string) => `files/${sha256}`
/** A local file header, or the end of an archive that is empty. */
const ZIP_STARTS = ['504b0304', '504b0506']

/**
 * Opens a signed file, and believes nothing of it before all of it has been looked at. Nothing is kept.
 * @throws {AppError} of the rules: what is wrong with it, in a sentence
 */
export async function openSignedArchive<Body extends SignedBody>(
  zip: string,
  rules: SignedArchiveRules<Body>,
): Promise<OpenedArchive<Body>> {
  const { size } = await stat(zip)
  if (size === 0) throw rules.refuse('TRUNCATED')
  if (!ZIP_STARTS.includes((await firstBytes(zip, 4)).toString('hex'))) throw rules.refuse('UNREADABLE')
  const telling = tellingBy(rules)
  const entries = await telling(() => readNamed(zip, rules))
  const body = await telling(() => readBody(zip, entries, rules))
  requireListed(body, entries, size, rules)
  const entryOf = ({ sha256 }: ListedFile) => entries.get(fileEntry(sha256)) as Entry
  for (const file of body.files) {
    await telling(async () => {
      const hash = createHash('sha256')
      for await (const piece of streamEntry(zip, entryOf(file))) hash.update(piece)
      if (hash.digest('hex') !== file.sha256) throw rules.refuse('ALTERED')
    })
  }
  return {
    body,
    read: (file) => telling(() => readEntry(zip, entryOf(file), file.size)),
    async storeFiles(blobs, files) {
      for (const file of files) {
        if (await blobs.has(file.sha256)) continue
        if (!(await blobs.receive(file.sha256, streamEntry(zip, entryOf(file))))) throw rules.refuse('ALTERED')
      }
    },
  }
}

/**
 * A signed file, piece by piece: what lies in it is never held in memory.
 * @param stream of a listed file's bytes
 * @param sentAt ISO 8601
 */
export function packSignedArchive(
  bodyEntry: string,
  signed: { readonly body: SignedBody; readonly signature: string },
  stream: (sha256: string) => Readable,
  sentAt: string,
): AsyncIterable<Uint8Array> {
  const zip = new ZipFile()
  const out = zip.outputStream as Readable
  zip.once('error', (error: Error) => out.destroy(error))
  const mtime = new Date(sentAt)
  zip.addBuffer(Buffer.from(JSON.stringify(signed)), bodyEntry, { mtime, compress: true })
  for (const { sha256, size } of signed.body.files) {
    // Pictures and films are packed already.
    zip.addReadStreamLazy(fileEntry(sha256), { mtime, size, compress: false }, (give) => {
      const bytes = stream(sha256)
      bytes.once('error', (error) => out.destroy(error))
      give(null, bytes)
    })
  }
  zip.end()
  const plain = out.pipe(new PassThrough())
  out.once('error', (error: Error) => plain.destroy(error))
  return plain
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

type Rules = Pick<SignedArchiveRules<SignedBody>, 'refuse' | 'mostFiles' | 'largestFiles'>

async function readNamed(zip: string, { mostFiles, refuse }: Rules): Promise<Map<string, Entry>> {
  const entries = await readEntries(zip, mostFiles + 1)
  const named = new Map(
    entries.map((entry) => [(entry.fileNameRaw ?? Buffer.from(entry.fileName)).toString('latin1'), entry]),
  )
  if (named.size !== entries.length) throw refuse('ALTERED')
  return named
}

async function readBody<Body extends SignedBody>(
  zip: string,
  entries: ReadonlyMap<string, Entry>,
  { bodyEntry, schema, largestBody, refuse }: SignedArchiveRules<Body>,
): Promise<Body> {
  const entry = entries.get(bodyEntry)
  if (!entry) throw refuse('UNREADABLE')
  const value = parse(await readEntry(zip, entry, largestBody), refuse)
  const format = (value as { body?: { format?: unknown } } | undefined)?.body?.format
  if (typeof format === 'number' && format > 1) throw refuse('TOO_NEW')
  const signed = schema.safeParse(value)
  // The signature is over what was sent, so over what this reader makes of it only if that is the same.
  if (!signed.success) throw refuse('ALTERED', { cause: signed.error })
  const { body, signature } = signed.data
  const sent = (value as { body: object }).body
  if (!isSignedBy(body.sender.publicKey, sent, signature)) throw refuse('ALTERED')
  return body
}

/** Exactly the files that the body lists, stored as they are: nothing unpacks to more than it is. */
function requireListed(
  body: SignedBody,
  entries: ReadonlyMap<string, Entry>,
  zipSize: number,
  { refuse, largestFiles }: Rules,
): void {
  const listed = new Set(body.files.map(({ sha256 }) => sha256))
  if (listed.size !== body.files.length || entries.size !== body.files.length + 1) throw refuse('ALTERED')
  const total = body.files.reduce((sum, { size }) => sum + size, 0)
  // Entries that share bytes are how small archives unpack to thousands of times their size.
  if (total > largestFiles || total > zipSize) throw refuse('TOO_LARGE')
  for (const { sha256, size } of body.files) {
    const entry = entries.get(fileEntry(sha256))
    const isPlain = entry?.compressionMethod === 0 && (entry.generalPurposeBitFlag & 0x1) === 0
    if (!isPlain || entry.uncompressedSize !== size || entry.compressedSize !== size) throw refuse('ALTERED')
  }
}

function parse(bytes: Uint8Array, refuse: Rules['refuse']): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw refuse('ALTERED', { cause })
  }
}

/** What an archive that cannot be read is refused with; what the disk could not do has nothing to do with it. */
function tellingBy({ refuse }: Rules) {
  return async <T>(read: () => Promise<T>): Promise<T> => {
    try {
      return await read()
    } catch (error) {
      if (error instanceof AppError && !(error instanceof UnreadableFileError)) throw error
      if (asStorageError(error)) throw error
      const cause = archiveError(error)
      if (cause.code === 'ARCHIVE_BOMB') throw refuse('TOO_LARGE', { cause })
      throw refuse(cause.code === 'FILE_TRUNCATED' ? 'TRUNCATED' : 'ALTERED', { cause })
    }
  }
}
