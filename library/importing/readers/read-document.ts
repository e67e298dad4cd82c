import { extensionOf } from './extension-of.ts'
import type { DocumentInput, ParsedDocument, ParseWarning } from './parsed-document.ts'
import { type FileFormat, sniffFormat } from './sniff-format.ts'
import { refuse } from './unreadable-file-error.ts'

/** Formats that other people's code parses, each in a process of its own. */
export type RiskyFormat = 'docx' | 'doc' | 'pdf' | 'html' | 'mhtml'

/** True for formats whose parsers are not ours, so that their process is not used again. */
export function isRisky(format: FileFormat): format is RiskyFormat {
  return format === 'docx' || format === 'doc' || format === 'pdf' || format === 'html' || format === 'mhtml'
}

/** How large what a reader returns may be: characters of text, bytes of pictures. */
const longestBody = 64 * 1024 * 1024
const mostBlobBytes = 200 * 1024 * 1024

/**
 * Reads one file into content. Runs inside a reader process.
 * The format is decided by content; a name that says otherwise brings a warning.
 * @throws {UnreadableFileError} when the file cannot be taken in
 */
export async function readDocument(input: DocumentInput): Promise<ParsedDocument> {
  if (input.bytes.length === 0) throw refuse('FILE_EMPTY')
  if (isStump(input)) throw refuse('FILE_TRUNCATED')
  const format = sniffFormat(input.name, input.bytes)
  const document = await readAs(format, input)
  // Bytes that a name calls a document and that only might be text are a damaged document.
  if (
    format === 'text' &&
    !isTextName(input.name) &&
    document.warnings.some((warning) => warning.code === 'CHARACTERS_DOUBTFUL')
  ) {
    throw refuse('FILE_MISLABELLED', { why: '里面不是文字。' })
  }
  if (document.body.length > longestBody) throw refuse('FILE_OUTPUT_TOO_LARGE')
  if (document.blobs.reduce((sum, blob) => sum + blob.data.length, 0) > mostBlobBytes)
    throw refuse('FILE_OUTPUT_TOO_LARGE')
  return { ...document, warnings: [...mislabelled(input.name, format), ...document.warnings] }
}

async function readAs(format: FileFormat, input: DocumentInput): Promise<ParsedDocument> {
  switch (format) {
    case 'markdown':
      return (await import('./markdown-reader.ts')).readMarkdown(input)
    case 'text':
      return (await import('./text-reader.ts')).readText(input)
    case 'html':
      return (await import('./html-reader.ts')).readHtml(input)
    case 'mhtml':
      return (await import('./mhtml-reader.ts')).readMhtml(input)
    case 'docx':
      return (await import('./docx-reader.ts')).readDocx(input)
    case 'doc':
      return (await import('./doc-reader.ts')).readDoc(input)
    case 'pdf':
      return (await import('./pdf-reader.ts')).readPdf(input)
    case 'encrypted-office':
      throw refuse('FILE_ENCRYPTED')
    case 'wps':
      throw refuse('FILE_UNSUPPORTED', { why: '这是 WPS 自己的格式。', todo: '请用 WPS 打开，另存为 .docx 再导入。' })
    case 'rtf':
      throw refuse('FILE_UNSUPPORTED', { why: '这是 RTF 文件。', todo: '请用 WPS 打开，另存为 .docx 再导入。' })
    case 'ofd':
      throw refuse('FILE_UNSUPPORTED', { why: '这是 OFD 版式文件。', todo: '请用阅读器导出为 .pdf 或 .docx 再导入。' })
    case 'spreadsheet':
      throw refuse('FILE_UNSUPPORTED', { why: '这是电子表格。', todo: '请把需要的内容复制到 .docx 里再导入。' })
    case 'presentation':
      throw refuse('FILE_UNSUPPORTED', { why: '这是演示文稿。', todo: '请把需要的内容复制到 .docx 里再导入。' })
    case 'picture':
      throw refuse('FILE_UNSUPPORTED', { why: '这是图片。', todo: '请先做文字识别，存成 .docx 或 .txt 再导入。' })
    case 'zip':
      throw brokenZip(input)
    case 'other-archive':
      throw refuse('FILE_UNSUPPORTED', { why: '这是 RAR、7z 一类的压缩包。', todo: '请先解压再导入。' })
    case 'binary':
      throw extensionOf(input.name) === 'doc'
        ? refuse('FILE_DAMAGED')
        : refuse('FILE_MISLABELLED', { why: '里面不是文字。' })
  }
}

function isTextName(name: string): boolean {
  return /^(?:txt|text|md|markdown|html?)$/.test(extensionOf(name))
}

/** What is left of a document cut off within its first bytes, too short to tell what it was. */
function isStump(input: DocumentInput): boolean {
  if (input.bytes.length >= 8 || !/^(?:docx|docm|doc|wps|pdf)$/.test(extensionOf(input.name))) return false
  const head = Buffer.from(input.bytes).toString('latin1')
  return ['PK\u0003\u0004', '%PDF-', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a'].some((mark) => mark.startsWith(head))
}

/** A zip that is no document: cut off, or something else under a document's name. */
function brokenZip(input: DocumentInput) {
  const bytes = Buffer.from(input.bytes.buffer, input.bytes.byteOffset, input.bytes.byteLength)
  if (bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1') < 0) return refuse('FILE_TRUNCATED')
  return extensionOf(input.name) === 'zip'
    ? refuse('ARCHIVE_NESTED')
    : refuse('FILE_MISLABELLED', { why: '里面其实是压缩包。', todo: '请解压后再导入。' })
}

const usualExtensions: Partial<Record<FileFormat, { readonly extensions: readonly string[]; readonly name: string }>> =
  {
    markdown: { extensions: ['md', 'markdown'], name: 'Markdown 文本' },
    text: { extensions: ['txt', 'text', 'md', 'markdown'], name: '纯文本' },
    html: { extensions: ['html', 'htm', 'xhtml'], name: '网页' },
    mhtml: { extensions: ['mht', 'mhtml'], name: '单个文件网页' },
    docx: { extensions: ['docx', 'docm'], name: 'Word 文档（.docx）' },
    doc: { extensions: ['doc', 'wps'], name: '旧版 Word 文档（.doc）' },
    pdf: { extensions: ['pdf'], name: 'PDF 文档' },
  }

function mislabelled(name: string, format: FileFormat): ParseWarning[] {
  const usual = usualExtensions[format]
  const extension = extensionOf(name)
  if (!usual || usual.extensions.includes(extension)) return []
  const named = extension === '' ? '文件没有扩展名' : `文件的扩展名是 .${extension}`
  return [{ code: 'FORMAT_DIFFERS', message: `${named}，内容其实是${usual.name}，已按内容读取。` }]
}
