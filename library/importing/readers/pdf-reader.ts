import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TextItem } from 'pdfjs-dist/types/src/display/api.d.ts'
import { recogniseDocument } from '../recognition/recognise-document.ts'
import { doubtfulCharacters } from './decode-text.ts'
import { normaliseText } from './normalise-text.ts'
import type { DocumentInput, ParsedDocument, ParseWarning } from './parsed-document.ts'
import { type PdfLine, toLines } from './pdf-lines.ts'
import { joinPdfLines } from './pdf-paragraphs.ts'
import { paragraphsToMarkdown } from './text-reader.ts'
import { refuse } from './unreadable-file-error.ts'

const mostPages = 5000

/**
 * Reads the text of a PDF with pdf.js, which since version 5 never evaluates code (nor could its
 * process). Printed lines are joined into paragraphs again; pictures and drawn tables stay behind.
 * @throws {UnreadableFileError} FILE_ENCRYPTED, FILE_TRUNCATED, FILE_DAMAGED, or FILE_NO_TEXT for scans
 */
export async function readPdf(input: DocumentInput): Promise<ParsedDocument> {
  const { pages, count } = await readPages(input.bytes)
  const withText = pages.filter((page) => page.lines.length > 0).length
  const text = normaliseText(joinPdfLines(pages).join('\n'))
  if (text.replace(/[\s\d\p{P}]/gu, '').length < 8 && text.trim().length < 30) {
    throw refuse('FILE_NO_TEXT', {
      why: '这份 PDF 是扫描件，里面只有图片。',
      todo: '请先做文字识别，或另找文字版再导入。',
    })
  }
  const found = recogniseDocument({ name: input.name, markdown: paragraphsToMarkdown(text.split('\n')), flat: true })
  const warnings = [...doubtfulCharacters(text, false), ...scannedPages(count - withText, count)]
  return { ...found, native: false, attachments: [], blobs: [], warnings }
}

function scannedPages(empty: number, count: number): ParseWarning[] {
  if (empty === 0 || count < 2) return []
  return [{ code: 'PAGES_WITHOUT_TEXT', message: `有 ${empty} 页没有文字，可能是扫描的图片，请对照原文件。` }]
}

/** Loads pdf.js, which takes longer than reading a short document with it. */
export const loadPdfParser = () => import('pdfjs-dist/legacy/build/pdf.mjs')

async function readPages(bytes: Uint8Array): Promise<{ pages: { lines: PdfLine[]; height: number }[]; count: number }> {
  const { getDocument, VerbosityLevel } = await loadPdfParser()
  const home = dirname(dirname(dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')))))
  const task = getDocument({
    data: new Uint8Array(bytes),
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    cMapUrl: `${join(home, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(home, 'standard_fonts')}/`,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const document = await task.promise
    if (document.numPages > mostPages) throw refuse('FILE_OUTPUT_TOO_LARGE')
    const pages: { lines: PdfLine[]; height: number }[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const content = await page.getTextContent()
      const items = content.items.filter((item): item is TextItem => 'str' in item)
      const { height } = page.getViewport({ scale: 1 })
      pages.push({ lines: toLines(items, number), height })
      page.cleanup()
    }
    return { pages, count: document.numPages }
  } catch (cause) {
    throw pdfError(cause, bytes)
  } finally {
    await task.destroy()
  }
}

function pdfError(cause: unknown, bytes: Uint8Array): unknown {
  const name = cause instanceof Error ? cause.name : ''
  if (name === 'PasswordException')
    return refuse('FILE_ENCRYPTED', { todo: '请先在 PDF 阅读器里去掉密码再导入。', cause })
  if (
    name === 'InvalidPDFException' ||
    name === 'FormatError' ||
    name === 'UnknownErrorException' ||
    name === 'MissingPDFException'
  ) {
    const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - 2048))).toString('latin1')
    return refuse(tail.includes('%%EOF') ? 'FILE_DAMAGED' : 'FILE_TRUNCATED', { cause })
  }
  return cause
}
