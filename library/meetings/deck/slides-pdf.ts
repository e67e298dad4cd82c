import { type DocumentPrinter, PrintError } from '../../printing/document-printer.ts'
import type { PictureOf } from '../pptx/pack-pictures.ts'
import type { Deck } from './deck.ts'
import { slidesPage } from './slides-page.ts'

/**
 * The slides as a PDF, a page each.
 * @throws {PrintError} PRINT_UNAVAILABLE where no browser can print
 */
export async function slidesPdf(
  deck: Deck,
  pictureOf: PictureOf,
  printer: Pick<DocumentPrinter, 'pageToPdf'>,
): Promise<Uint8Array> {
  if (!printer.pageToPdf) throw slidesUnavailable()
  return await printer.pageToPdf(await slidesPage(deck, pictureOf), deck.title).catch((error: unknown) => {
    // LibreOffice prints documents, and no pages.
    if (error instanceof PrintError && error.code === 'PRINT_UNAVAILABLE') throw slidesUnavailable()
    throw error
  })
}

const slidesUnavailable = (): PrintError =>
  new PrintError({
    code: 'PRINT_UNAVAILABLE',
    what: '这台电脑上没有可以把幻灯片转成 PDF 的程序。',
    why: '幻灯片要由浏览器排版，没有找到 Chromium、Chrome 或 Edge。',
    todo: '请下载 .pptx，用 WPS 或 PowerPoint 打开后另存为 PDF；装上其中一个浏览器以后，这里就能直接生成。',
  })
