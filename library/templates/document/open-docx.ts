import { inflateRawSync } from 'node:zlib'
import PizZip from 'pizzip'
import { documentRefusals, TemplateDocumentError } from '../template-errors.ts'

/** Bytes: of the file, of all parts together, and of one XML part. */
const LARGEST_FILE = 64 * 1024 * 1024
const MOST_UNPACKED = 128 * 1024 * 1024
const LARGEST_XML = 48 * 1024 * 1024
/** UTF-16 units of a part that is taken apart: each becomes some 75 bytes of elements, and takes half a microsecond. */
const LONGEST_PARSED = 4 * 1024 * 1024
const MOST_PARTS = 5_000
const STORED = '\x00\x00'

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
 * Opens a .docx whose every part was measured by really unpacking it, so that none can fill the memory later.
 * @throws {TemplateDocumentError} broken, encrypted, an old .doc, with macros, or a zip bomb
 */
export function openDocx(docx: Uint8Array): PizZip {
  refuseOtherFormats(docx)
  if (docx.byteLength > LARGEST_FILE) throw documentRefusals.tooLarge()
  try {
    return openParts(docx)
  } catch (error) {
    // Whatever the packages trip over is a damaged file.
    throw error instanceof TemplateDocumentError ? error : documentRefusals.broken(error)
  }
}

function openParts(docx: Uint8Array): PizZip {
  let zip: PizZip
  try {
    zip = new PizZip(docx)
  } catch (error) {
    throw /encrypted/i.test(String(error)) ? documentRefusals.encrypted() : documentRefusals.broken(error)
  }
  measure(zip)
  const types = zip.file('[Content_Types].xml')?.asText()
  const main = zip.file('word/document.xml')
  if (types === undefined || !main) throw documentRefusals.broken()
  if (/macroEnabled|vbaProject/i.test(types) || hasMacroParts(zip)) throw documentRefusals.macros()
  return zip
}

const hasMacroParts = (zip: PizZip) =>
  Object.keys(zip.files).some((name) => /vbaProject\.bin$|vbaData\.xml$|\/activeX\/|(?:^|\/)macros?\//i.test(name))

/** OLE compound files (MS-CFB) are old documents or encrypted new ones. */
function refuseOtherFormats(docx: Uint8Array): void {
  const bytes = Buffer.from(docx.buffer, docx.byteOffset, docx.byteLength)
  if (bytes.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1') {
    const encrypted = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    throw encrypted ? documentRefusals.encrypted() : documentRefusals.old()
  }
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') throw documentRefusals.broken()
}

/**
 * What a directory states may be a lie; unpacking stops at the limit. What was unpacked here is not unpacked again.
 * OOXML parts have no DTD; one would only serve to expand entities.
 */
function measure(zip: PizZip): void {
  const entries = Object.values(zip.files) as unknown as PackedEntry[]
  if (entries.length > MOST_PARTS) throw documentRefusals.tooLarge()
  let left = MOST_UNPACKED
  for (const { name, dir, _data } of entries) {
    if (dir) continue
    const isXml = /\.(?:xml|rels)$/i.test(name)
    const room = isXml ? Math.min(left, LARGEST_XML) : left
    if (_data.uncompressedSize > room) throw documentRefusals.tooLarge()
    const content = unpack(_data, room)
    if (content.length !== _data.uncompressedSize) throw documentRefusals.broken()
    left -= content.length
    if (!isXml) continue
    if (/<!DOCTYPE/i.test(content.subarray(0, 8192).toString('latin1').replaceAll('\0', ''))) {
      throw documentRefusals.broken()
    }
    _data.getContent = () => content
  }
}

function unpack(data: PackedData, room: number): Buffer {
  const packed = data.getCompressedContent()
  if (data.compressionMethod === STORED) return Buffer.from(packed)
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, room) })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw documentRefusals.tooLarge()
    throw documentRefusals.broken(error)
  }
}

/**
 * Keeps a part that is far longer than any document a person reads from filling the memory.
 * @throws {TemplateDocumentError} TEMPLATE_DOCUMENT_TOO_LONG
 */
export function refuseTooLong(xml: string): void {
  if (xml.length > LONGEST_PARSED) throw documentRefusals.tooLong()
}
