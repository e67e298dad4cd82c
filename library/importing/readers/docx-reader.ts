import mammoth from 'mammoth'
import { recogniseDocument } from '../recognition/recognise-document.ts'
import { doubtfulCharacters } from './decode-text.ts'
import { writeNumbers } from './docx-numbering.ts'
import { picturesWarning } from './html-reader.ts'
import { htmlToMarkdown } from './html-to-markdown.ts'
import type { DocumentInput, ParsedDocument } from './parsed-document.ts'
import { refuse } from './unreadable-file-error.ts'
import { openZipContents } from './zip-contents.ts'

/** Style names of Chinese Word and WPS beside the English ones that mammoth knows. */
const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='标题'] => h1:fresh",
  "p[style-name='公文标题'] => h1:fresh",
  ...[1, 2, 3, 4, 5, 6].map((level) => `p[style-name='标题 ${level}'] => h${level}:fresh`),
  "p[style-name='Subtitle'] => p:fresh",
]

/**
 * Reads a Word document (ECMA-376). The style map that a document may carry is not used: it could
 * make any HTML (mammoth before 1.12.3 let it run scripts), and what comes out is sanitised in any case.
 */
export async function readDocx(input: DocumentInput): Promise<ParsedDocument> {
  const contents = await openZipContents(input.bytes)
  if (!contents.names.has('word/document.xml')) throw refuse('FILE_DAMAGED')
  const xml = (await contents.readText('word/document.xml')) ?? ''
  // OOXML parts have no DTD; one here would only serve to expand entities.
  if (/<!DOCTYPE/i.test(xml.slice(0, 4096))) throw refuse('FILE_DAMAGED')
  const numbered = writeNumbers(
    xml,
    (await contents.readText('word/numbering.xml')) ?? '',
    (await contents.readText('word/styles.xml')) ?? '',
  )
  const buffer =
    numbered === xml
      ? Buffer.from(input.bytes.buffer, input.bytes.byteOffset, input.bytes.byteLength)
      : await contents.replaceText('word/document.xml', numbered)
  const { value: html } = await mammoth.convertToHtml(
    { buffer },
    { styleMap, includeEmbeddedStyleMap: false, externalFileAccess: false, ignoreEmptyParagraphs: true },
  )
  const { markdown, blobs, picturesLost } = htmlToMarkdown(html)
  if (markdown === '') throw refuse('FILE_NO_TEXT', { why: '文档里没有文字。' })
  const found = recogniseDocument({ name: input.name, markdown, flat: true })
  return {
    ...found,
    native: false,
    attachments: [],
    blobs,
    warnings: [...doubtfulCharacters(markdown, false), ...picturesWarning(picturesLost)],
  }
}
