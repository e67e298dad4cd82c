import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { ZipFile as ZipWriter } from 'yazl'
import { refuse } from './unreadable-file-error.ts'

const mostEntries = 20_000
const mostUnpacked = 500 * 1024 * 1024
const largestXml = 120 * 1024 * 1024

/** Parts of an office document (a zip), checked before a parser sees it. */
export interface ZipContents {
  readonly names: ReadonlySet<string>
  /** The text of a part, or undefined when it is not there. */
  readText(name: string): Promise<string | undefined>
  /** The same archive with one part's text exchanged. */
  replaceText(name: string, text: string): Promise<Buffer>
}

/**
 * Opens an office document and refuses what is encrypted, cut off or far larger unpacked than any document is.
 * @throws {UnreadableFileError} FILE_TRUNCATED, FILE_ENCRYPTED, FILE_OUTPUT_TOO_LARGE
 */
export async function openZipContents(bytes: Uint8Array): Promise<ZipContents> {
  const zip = await open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const entries = await list(zip)
  let unpacked = 0
  for (const entry of entries.values()) {
    if ((entry.generalPurposeBitFlag & 1) !== 0) throw refuse('FILE_ENCRYPTED')
    unpacked += entry.uncompressedSize
    if (/\.(?:xml|rels)$/.test(entry.fileName) && entry.uncompressedSize > largestXml)
      throw refuse('FILE_OUTPUT_TOO_LARGE')
  }
  if (unpacked > mostUnpacked) throw refuse('FILE_OUTPUT_TOO_LARGE')
  const readPart = async (entry: Entry) => {
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
    return Buffer.concat(chunks)
  }
  return {
    names: new Set(entries.keys()),
    async readText(name) {
      const entry = entries.get(name)
      return entry && (await readPart(entry)).toString('utf8')
    },
    async replaceText(name, text) {
      const out = new ZipWriter()
      for (const [part, entry] of entries) {
        if (part.endsWith('/')) continue
        out.addBuffer(part === name ? Buffer.from(text) : await readPart(entry), part, { compress: false })
      }
      out.end()
      const chunks: Buffer[] = []
      for await (const chunk of out.outputStream) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
      return Buffer.concat(chunks)
    },
  }
}

function open(buffer: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true }, (error, zip) => {
      if (error) reject(refuse('FILE_TRUNCATED', { cause: error }))
      else resolve(zip)
    })
  })
}

function list(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > mostEntries) throw refuse('FILE_OUTPUT_TOO_LARGE')
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>()
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', (cause: unknown) => reject(refuse('FILE_DAMAGED', { cause })))
    zip.readEntry()
  })
}
