import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A PDF's pages: size in points, and the words on each with where their line begins, in points from the lower left. */
export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly lines: readonly { readonly text: string; readonly x: number; readonly y: number }[]
}

export async function readPdf(bytes: Uint8Array): Promise<PdfPage[]> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await loading.promise
  try {
    const pages: PdfPage[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { width, height } = page.getViewport({ scale: 1 })
      const lines = new Map<number, { text: string; x: number; y: number }>()
      for (const item of (await page.getTextContent()).items) {
        if (!('str' in item) || item.str === '') continue
        const [, , , , x = 0, y = 0] = item.transform as number[]
        const line = lines.get(Math.round(y))
        if (line) line.text += item.str
        else lines.set(Math.round(y), { text: item.str, x, y })
      }
      pages.push({ width, height, lines: [...lines.values()] })
    }
    return pages
  } finally {
    await loading.destroy()
  }
}

/** All words, without the spaces that a layout puts between characters. */
export const wordsOf = (pages: readonly PdfPage[]): string =>
  pages
    .flatMap((page) => page.lines.map((line) => line.text))
    .join('\n')
    .replace(/[ \u00a0]/g, '')
    .normalize('NFKC')
