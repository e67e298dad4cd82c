import { crc32, deflateRawSync } from 'node:zlib'
import type PizZip from 'pizzip'

/** Puts a .docx together again and again, packing anew only the parts that changed. */
export interface DocxPacker {
  pack(changed: ReadonlyMap<string, Uint8Array>): Uint8Array
}

interface PackedPart {
  readonly name: Buffer
  readonly content: Uint8Array
  readonly size: number
  readonly crc: number
}

const VERSION = 20
const UTF8_NAMES = 0x0800
const DEFLATED = 8
/** 1980-01-01, the first day a zip knows: the same data makes the same file on any day. */
const DATE = 0x21
const LEVEL = 6

/** @param zip its entries are taken as they are now */
export function openPacker(zip: PizZip): DocxPacker {
  const names = inReadingOrder(Object.keys(zip.files).filter((name) => zip.files[name]?.dir === false))
  const kept = new Map<string, PackedPart>()
  const keep = (name: string): PackedPart => {
    const known = kept.get(name)
    if (known) return known
    const part = packed(name, zip.file(name)?.asUint8Array() ?? new Uint8Array())
    kept.set(name, part)
    return part
  }
  return {
    pack(changed) {
      return write(
        names.map((name) => {
          const content = changed.get(name)
          return content ? packed(name, content) : keep(name)
        }),
      )
    },
  }
}

/** The content types and the package's relationships come first, where programs look for what a file is. */
function inReadingOrder(names: readonly string[]): string[] {
  const first = ['[Content_Types].xml', '_rels/.rels']
  return [...first.filter((name) => names.includes(name)), ...names.filter((name) => !first.includes(name))]
}

function packed(name: string, content: Uint8Array): PackedPart {
  return {
    name: Buffer.from(name),
    content: deflateRawSync(content, { level: LEVEL }),
    size: content.length,
    crc: crc32(content),
  }
}

/** Local headers with their content, the central directory, its end (PKWARE APPNOTE 4.3). */
function write(parts: readonly PackedPart[]): Uint8Array {
  const local: Uint8Array[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const header = Buffer.alloc(30)
    header.writeUInt32LE(0x04034b50, 0)
    writeFacts(header, 4, part)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(VERSION, 4)
    writeFacts(entry, 6, part)
    entry.writeUInt32LE(offset, 42)
    local.push(header, part.name, part.content)
    directory.push(entry, part.name)
    offset += header.length + part.name.length + part.content.length
  }
  const size = directory.reduce((sum, piece) => sum + piece.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, ...directory, end])
}

/** What a local header and a directory entry say alike. */
function writeFacts(header: Buffer, at: number, { name, content, size, crc }: PackedPart): void {
  header.writeUInt16LE(VERSION, at)
  header.writeUInt16LE(UTF8_NAMES, at + 2)
  header.writeUInt16LE(DEFLATED, at + 4)
  header.writeUInt16LE(0, at + 6)
  header.writeUInt16LE(DATE, at + 8)
  header.writeUInt32LE(crc, at + 10)
  header.writeUInt32LE(content.length, at + 14)
  header.writeUInt32LE(size, at + 18)
  header.writeUInt16LE(name.length, at + 22)
}
