import { extensionOf } from './extension-of.ts'
import { sniffPicture } from './media-type.ts'

/** What a file is by its content, or what its name promises where content cannot tell. */
export type FileFormat =
  | 'markdown'
  | 'text'
  | 'html'
  | 'mhtml'
  | 'docx'
  | 'doc'
  | 'pdf'
  | 'rtf'
  | 'encrypted-office'
  | 'wps'
  | 'spreadsheet'
  | 'presentation'
  | 'zip'
  | 'ofd'
  | 'picture'
  | 'other-archive'
  | 'binary'

/** RAR, 7z, gzip, bzip2 and xz, by their first bytes. */
const otherArchives = ['Rar!', '7z\u00bc\u00af', '\u001f\u008b', 'BZh', '\u00fd7zXZ']

/** Decides what a file is by its first bytes and the names inside it; the extension only breaks ties between kinds of text. */
export function sniffFormat(name: string, bytes: Uint8Array): FileFormat {
  const extension = extensionOf(name)
  const head = latin(bytes.subarray(0, 2048))
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) return sniffZip(bytes)
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) return sniffCompound(bytes, extension)
  if (/%PDF-\d/.test(head.slice(0, 1024)) && !isTextName(extension)) return 'pdf'
  if (head.startsWith('%PDF-')) return 'pdf'
  if (head.startsWith('{\\rtf')) return 'rtf'
  if (sniffPicture(bytes) || head.startsWith('II*\u0000') || head.startsWith('MM\u0000*')) return 'picture'
  if (otherArchives.some((mark) => head.startsWith(mark))) return 'other-archive'
  if (head.startsWith('MZ') && head.includes('\u0000')) return 'binary'
  return sniffText(head, extension)
}

function isTextName(extension: string): boolean {
  return extension === 'md' || extension === 'markdown' || extension === 'txt'
}

function sniffText(head: string, extension: string): FileFormat {
  if (/^(From |MIME-Version:|[A-Za-z-]+: .*\r?\n)*MIME-Version:[\s\S]*multipart\/related/i.test(head)) return 'mhtml'
  if (isTextName(extension)) return extension === 'txt' ? 'text' : 'markdown'
  const plain = head.replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '').replaceAll('\u0000', '')
  if (
    /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]{0,500}?-->\s*)*<(!doctype html|html|head|body|meta|title|div|p|table|h[1-6])\b/i.test(
      plain,
    )
  )
    return 'html'
  return extension === 'html' || extension === 'htm' ? 'html' : 'text'
}

/** Names stored in a zip are readable in its local headers and directory without opening it. */
function sniffZip(bytes: Uint8Array): FileFormat {
  const head = latin(bytes.subarray(0, 64 * 1024))
  const tail = latin(bytes.subarray(Math.max(0, bytes.length - 256 * 1024)))
  const holds = (name: string) => head.includes(name) || tail.includes(name)
  if (holds('word/document.xml')) return 'docx'
  if (holds('xl/workbook.xml')) return 'spreadsheet'
  if (holds('ppt/presentation.xml')) return 'presentation'
  if (holds('OFD.xml')) return 'ofd'
  if (holds('word/') && holds('[Content_Types].xml')) return 'docx'
  return 'zip'
}

/** Streams of an OLE compound file are named in UTF-16LE (MS-CFB §2.6.1). */
function sniffCompound(bytes: Uint8Array, extension: string): FileFormat {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (name: string) => buffer.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) return 'encrypted-office'
  if (extension === 'wps' && !holds('WordDocument')) return 'wps'
  if (holds('WordDocument')) return 'doc'
  if (holds('Workbook') || holds('Book')) return 'spreadsheet'
  if (holds('PowerPoint Document')) return 'presentation'
  return extension === 'wps' ? 'wps' : 'binary'
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
