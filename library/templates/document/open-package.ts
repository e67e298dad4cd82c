import { inflateRawSync } from 'node:zlib'
import PizZip from 'pizzip'
import { AppError } from '../../errors/app-error.ts'

/** Bytes: of the file, of all parts together, and of one XML part. */
const LARGEST_FILE = 64 * 1024 * 1024
const MOST_UNPACKED = 128 * 1024 * 1024
const LARGEST_XML = 48 * 1024 * 1024
const MOST_PARTS = 5_000
const STORED = '\x00\x00'

/** How a file is refused, in the words of what it should have been. */
export interface PackageRefusals {
  broken(cause?: unknown): AppError
  encrypted(): AppError
  old(): AppError
  macros(): AppError
  tooLarge(): AppError
}

/** An entry as PizZip holds it before anyone reads it. */
interface PackedEntry {
  readonly name: string
  readonly dir: boolean
  readonly _data: PackedData
}

interface PackedData {
  readonly compressionMethod: string
  readonly uncompressedSize: number
  getCompressedContent(): Uint8Array
  getContent(): Uint8Array
}

/**
 * Opens a package of Office (ECMA-376 part 2) whose every part was measured by really unpacking it, so that none can
 * fill the memory later.
 * @param main the part without which it is nothing, e.g. word/document.xml
 * @throws {AppError} of the refusals: broken, encrypted, an old format, with macros, or a zip bomb
 */
export function openPackage(bytes: Uint8Array, main: string, refusals: PackageRefusals): PizZip {
  refuseOtherFormats(bytes, refusals)
  if (bytes.byteLength > LARGEST_FILE) throw refusals.tooLarge()
  try {
    return openParts(bytes, main, refusals)
  } catch (error) {
    // Whatever the packages trip over is a damaged file.
    throw error instanceof AppError ? error : refusals.broken(error)
  }
}

function openParts(bytes: Uint8Array, main: string, refusals: PackageRefusals): PizZip {
  let zip: PizZip
  try {
    zip = new PizZip(bytes)
  } catch (error) {
    throw /encrypted/i.test(String(error)) ? refusals.encrypted() : refusals.broken(error)
  }
  measure(zip, refusals)
  const types = zip.file('[Content_Types].xml')?.asText()
  if (types === undefined || !zip.file(main)) throw refusals.broken()
  if (/macroEnabled|vbaProject/i.test(types) || hasMacroParts(zip)) throw refusals.macros()
  return zip
}

const hasMacroParts = (zip: PizZip) =>
  Object.keys(zip.files).some((name) => /vbaProject\.bin$|vbaData\.xml$|\/activeX\/|(?:^|\/)macros?\//i.test(name))

/** OLE compound files (MS-CFB) are old documents or encrypted new ones. */
function refuseOtherFormats(given: Uint8Array, refusals: PackageRefusals): void {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  if (bytes.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1') {
    const encrypted = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    throw encrypted ? refusals.encrypted() : refusals.old()
  }
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') throw refusals.broken()
}

/**
 * What a directory states may be a lie; unpacking stops at the limit. What was unpacked here is not unpacked again.
 * OOXML parts have no DTD; one would only serve to expand entities.
 */
function measure(zip: PizZip, refusals: PackageRefusals): void {
  const entries = Object.values(zip.files) as unknown as PackedEntry[]
  if (entries.length > MOST_PARTS) throw refusals.tooLarge()
  let left = MOST_UNPACKED
  for (const { name, dir, _data } of entries) {
    if (dir) continue
    const isXml = /\.(?:xml|rels)$/i.test(name)
    const room = isXml ? Math.min(left, LARGEST_XML) : left
    if (_data.uncompressedSize > room) throw refusals.tooLarge()
    const content = unpack(_data, room, refusals)
    if (content.length !== _data.uncompressedSize) throw refusals.broken()
    left -= content.length
    if (!isXml) continue
    if (/<!DOCTYPE/i.test(content.subarray(0, 8192).toString('latin1').replaceAll('\0', ''))) {
      throw refusals.broken()
    }
    _data.getContent = () => content
  }
}

function unpack(data: PackedData, room: number, refusals: PackageRefusals): Buffer {
  const packed = data.getCompressedContent()
  if (data.compressionMethod === STORED) return Buffer.from(packed)
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, room) })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw refusals.tooLarge()
    throw refusals.broken(error)
  }
}
