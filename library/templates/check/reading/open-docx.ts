import { DOMParser, type Document, XMLSerializer } from '@xmldom/xmldom'
import PizZip from 'pizzip'
import { AppError } from '../../../errors/app-error.ts'

export class DocumentUnreadableError extends AppError<
  'DOCX_BROKEN' | 'DOCX_ENCRYPTED' | 'DOCX_WITH_MACROS' | 'DOCX_OLD_FORMAT' | 'DOCX_TOO_LARGE'
> {}

/** A .docx whose parts are parsed when asked for, and written again only when they were changed. */
export interface DocxPackage {
  /** A part as a DOM that may be changed; undefined when it is not there. @throws {DocumentUnreadableError} DOCX_BROKEN */
  xml(entry: string): Document | undefined
  /** The package with the changed parts in their places and all other entries as they were. */
  save(changed: ReadonlySet<string>): Uint8Array
}

/** Bytes: of the file, and of one part unpacked. */
const LARGEST_FILE = 100 * 1024 ** 2
const LARGEST_PART = 80 * 1024 ** 2

/**
 * Opens a .docx (ECMA-376) for checking.
 * @throws {DocumentUnreadableError} for what is none, is broken, encrypted, carries macros or is far too large
 */
export function openDocx(bytes: Uint8Array): DocxPackage {
  if (bytes.byteLength > LARGEST_FILE) throw unreadable('DOCX_TOO_LARGE')
  if (isCompound(bytes)) throw unreadable(holdsName(bytes, 'EncryptedPackage') ? 'DOCX_ENCRYPTED' : 'DOCX_OLD_FORMAT')
  const zip = unzip(bytes)
  const types = readPart(zip, '[Content_Types].xml')
  if (types === undefined || !zip.file('word/document.xml')) throw unreadable('DOCX_BROKEN')
  if (/macroEnabled|vbaProject/i.test(types) || zip.file('word/vbaProject.bin')) throw unreadable('DOCX_WITH_MACROS')
  const parsed = new Map<string, Document>()
  return {
    xml(entry) {
      const known = parsed.get(entry)
      if (known) return known
      const text = readPart(zip, entry)
      if (text === undefined) return undefined
      const document = parse(text)
      parsed.set(entry, document)
      return document
    },
    save(changed) {
      for (const entry of changed) {
        const document = parsed.get(entry)
        if (document) zip.file(entry, new XMLSerializer().serializeToString(document), { createFolders: false })
      }
      return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
    },
  }
}

function unzip(bytes: Uint8Array): PizZip {
  try {
    return new PizZip(bytes)
  } catch (cause) {
    throw unreadable(/encrypt/i.test(String(cause)) ? 'DOCX_ENCRYPTED' : 'DOCX_BROKEN', cause)
  }
}

function readPart(zip: PizZip, entry: string): string | undefined {
  const file = zip.file(entry)
  if (!file) return undefined
  if (unpackedSize(file) > LARGEST_PART) throw unreadable('DOCX_TOO_LARGE')
  try {
    return file.asText()
  } catch (cause) {
    throw unreadable('DOCX_BROKEN', cause)
  }
}

/** As the archive states it; PizZip's types leave it out. */
function unpackedSize(file: object): number {
  const data = (file as { _data?: { uncompressedSize?: unknown } })._data
  return typeof data?.uncompressedSize === 'number' ? data.uncompressedSize : 0
}

/** OOXML parts have no DTD; one here would only serve to expand entities. */
function parse(text: string): Document {
  if (/<!DOCTYPE/i.test(text.slice(0, 4096))) throw unreadable('DOCX_BROKEN')
  try {
    return new DOMParser({ onError: stopAtError }).parseFromString(text, 'text/xml')
  } catch (cause) {
    throw unreadable('DOCX_BROKEN', cause)
  }
}

function stopAtError(level: 'warning' | 'error' | 'fatalError', message: string): void {
  if (level !== 'warning') throw new SyntaxError(message)
}

/** A compound file (MS-CFB): a .doc, or a .docx behind a password. */
const isCompound = (bytes: Uint8Array) =>
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, index) => bytes[index] === byte)

/** Whether a compound file's directory, which is in UTF-16, has this name. */
const holdsName = (bytes: Uint8Array, name: string) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'))

const FACTS = {
  DOCX_BROKEN: {
    what: '没有检查：这个文件打不开。',
    why: '它不是完整的 .docx 文档，可能没有传完，或只是改了后缀。',
    todo: '原文件没有改动。请用 WPS 或 Word 打开后另存为 .docx，再检查。',
  },
  DOCX_ENCRYPTED: {
    what: '没有检查：这个文档设了打开密码。',
    why: undefined,
    todo: '原文件没有改动。请在 WPS 或 Word 里去掉密码，另存后再检查。',
  },
  DOCX_WITH_MACROS: {
    what: '没有检查：这个文档带有宏。',
    why: '宏是会自己运行的程序，公文里用不到。',
    todo: '原文件没有改动。请在 WPS 或 Word 里另存为不带宏的 .docx，再检查。',
  },
  DOCX_OLD_FORMAT: {
    what: '没有检查：这是旧格式的文档。',
    why: '它是 .doc 或 .wps 文件，或由它们改了后缀。',
    todo: '原文件没有改动。请用 WPS 或 Word 打开后另存为 .docx，再检查。',
  },
  DOCX_TOO_LARGE: {
    what: '没有检查：这个文档太大。',
    why: '文件超过 100 MB，或其中的文字部分超过 80 MB。',
    todo: '原文件没有改动。请压缩图片或拆成几个文档。',
  },
} as const

function unreadable(code: keyof typeof FACTS, cause?: unknown): DocumentUnreadableError {
  const { what, why, todo } = FACTS[code]
  return new DocumentUnreadableError({ code, what, ...(why !== undefined && { why }), todo, cause })
}
