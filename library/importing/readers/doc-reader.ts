import WordExtractor from 'word-extractor'
import { recogniseDocument } from '../recognition/recognise-document.ts'
import { doubtfulCharacters } from './decode-text.ts'
import { escapeMarkdown } from './escape-markdown.ts'
import { normaliseMarkdown, normaliseText } from './normalise-text.ts'
import type { DocumentInput, ParsedDocument } from './parsed-document.ts'
import { refuse } from './unreadable-file-error.ts'

/** Reads a Word 97–2003 document ([MS-DOC]): its text and the cells of its tables; pictures stay behind. */
export async function readDoc(input: DocumentInput): Promise<ParsedDocument> {
  const buffer = Buffer.from(input.bytes.buffer, input.bytes.byteOffset, input.bytes.byteLength)
  if (isEncrypted(buffer)) throw refuse('FILE_ENCRYPTED')
  const document = await new WordExtractor().extract(buffer).catch((cause: unknown) => {
    throw refuse('FILE_DAMAGED', { cause })
  })
  const text = normaliseText(document.getBody({ filterUnicode: false }))
  const notes = normaliseText(document.getFootnotes({ filterUnicode: false })).trim()
  if (text.trim() === '') throw refuse('FILE_NO_TEXT', { why: '文档里没有文字。' })
  const markdown = normaliseMarkdown(linesToMarkdown(notes === '' ? text : `${text}\n\n注：\n${notes}`))
  const found = recogniseDocument({ name: input.name, markdown, flat: true })
  return { ...found, native: false, attachments: [], blobs: [], warnings: doubtfulCharacters(text, false) }
}

/** Lines of cells parted by tabs are rows of a table; all others are paragraphs. */
export function linesToMarkdown(text: string): string {
  const out: string[] = []
  let rows: string[][] = []
  const flush = () => {
    if (rows.length > 0) out.push(tableOf(rows))
    rows = []
  }
  for (const line of text.split('\n')) {
    const cells = line.split('\t').map((cell) => cell.trim())
    if (cells.length > 2 && cells.at(-1) === '') cells.pop()
    if (cells.length > 1 && cells.filter((cell) => cell !== '').length > 1) rows.push(cells)
    else {
      flush()
      const bare = line.replace(/^[\s\u3000]+|[\s\u3000]+$/g, '')
      if (bare !== '') out.push(escapeMarkdown(bare))
    }
  }
  flush()
  return out.join('\n\n')
}

function tableOf(rows: readonly string[][]): string {
  const [only] = rows
  if (rows.length === 1 && only)
    return only
      .filter((cell) => cell !== '')
      .map(escapeMarkdown)
      .join('\u3000')
  const width = Math.max(...rows.map((row) => row.length))
  const lines = rows.map(
    (row) => `| ${Array.from({ length: width }, (_, at) => escapeMarkdown(row[at] ?? '')).join(' | ')} |`,
  )
  lines.splice(1, 0, `|${' --- |'.repeat(width)}`)
  return lines.join('\n')
}

/** The file information block begins with A5EC; bit 8 of its flags says encrypted ([MS-DOC] §2.5.2). */
function isEncrypted(buffer: Buffer): boolean {
  for (let at = 512; at + 12 <= buffer.length; at += 512) {
    if (buffer.readUInt16LE(at) === 0xa5ec && buffer.readUInt16LE(at + 2) >= 0xc0)
      return (buffer.readUInt16LE(at + 10) & 0x0100) !== 0
  }
  return false
}
