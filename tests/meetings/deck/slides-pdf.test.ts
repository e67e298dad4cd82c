import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Deck, DeckPicture } from '../../../library/meetings/deck/deck.ts'
import { deckOf } from '../../../library/meetings/deck/deck-of.ts'
import { lookOf } from '../../../library/meetings/deck/looks.ts'
import { slidesPage } from '../../../library/meetings/deck/slides-page.ts'
import { slidesPdf } from '../../../library/meetings/deck/slides-pdf.ts'
import { MeetingRecord } from '../../../library/meetings/outline/outline.schema.ts'
import { createBrowserPrinter } from '../../../library/printing/browser-printer.ts'
import { findBrowser } from '../../../library/printing/find-browser.ts'
import { createOfficePrinter } from '../../../library/printing/office-printer.ts'
import { openPrinter } from '../../../library/printing/open-printer.ts'
import { hostileMarkup } from '../../e2e/hostile-texts.ts'
import { readPdf, wordsOf } from '../../printing/pdf-pages.ts'
import { noise } from '../../stories/media/made-pictures.ts'

const SHA = ['a', 'b'].map((one) => one.repeat(64)) as [string, string]
const picture = (id: string, sha256: string) => ({
  id,
  sha256,
  name: 'x.jpg',
  mediaType: 'image/jpeg',
  size: 1,
  width: 800,
  height: 600,
  alternative: `照片${id}`,
})

const deck = (parts: object[], title = '宅基地审批培训'): Deck => {
  const record = MeetingRecord.parse({ type: 'meeting', format: 1, title, parts })
  return deckOf(record, [], lookOf('quiet'), { on: '2026-11-21' })
}

let photo: Uint8Array
const asked: string[] = []
const pictureOf = async ({ sha256 }: DeckPicture) => {
  asked.push(sha256)
  return sha256 === SHA[1] ? undefined : { bytes: photo, mediaType: 'image/jpeg', width: 800, height: 600 }
}
beforeAll(async () => {
  photo = await sharp(noise(800, 600), { raw: { width: 800, height: 600, channels: 3 } })
    .jpeg()
    .toBuffer()
})

const browser = findBrowser()

describe.skipIf(!browser)('slides as a PDF', () => {
  const parts = [
    {
      id: 'a',
      type: 'opening',
      title: '看一看',
      text: '- 先看图\n- 再说话',
      pictures: [picture('pic-1', SHA[0]), picture('pic-2', SHA[1]), picture('pic-3', SHA[0])],
    },
    {
      id: 'b',
      type: 'reading',
      title: '学条文',
      cites: [{ id: 'c', title: '土地管理法', provision: '第六十二条', text: '可以申请。' }],
    },
  ]

  it('are a page each, with their words, headings, bookmarks and alternative texts', async () => {
    const slides = deck(parts)
    asked.length = 0
    const bytes = await slidesPdf(slides, pictureOf, createBrowserPrinter(browser as string))
    expect(asked.sort()).toEqual([SHA[0], SHA[1]])
    const pages = await readPdf(bytes)
    expect(pages).toHaveLength(slides.slides.length)
    for (const [at, page] of pages.entries()) {
      expect([Math.round(page.width), Math.round(page.height)]).toEqual([960, 540])
      expect(wordsOf([page])).toContain(slides.slides[at]?.title.replace(/\s/g, '').normalize('NFKC'))
    }
    const words = wordsOf(pages)
    for (const one of ['先看图', '可以申请。', '第六十二条·资料库未收录', '图片“照片pic-2”没有放上来'])
      expect(words).toContain(one)
    const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
    const outline = await document.getOutline()
    expect(JSON.stringify(outline)).toContain('看一看')
    const trees = await Promise.all(pages.map(async (_, at) => (await document.getPage(at + 1)).getStructTree()))
    expect(JSON.stringify(trees)).toContain('照片pic-1')
    expect(JSON.stringify(trees)).toMatch(/"role":"H2"/)
    await document.loadingTask.destroy()
    // The photograph stands on two slides and is held once.
    expect(bytes.length).toBeLessThan(photo.length * 1.6 + 200_000)
  })

  it('show hostile texts as the words they are, and ask for nothing', async () => {
    const markup = hostileMarkup('http://127.0.0.1:9/')
    const page = await slidesPage(
      deck(
        [{ id: 'a', type: 'opening', title: markup.slice(0, 150), text: markup, notes: markup }],
        markup.slice(0, 150),
      ),
      async () => ({ bytes: photo, mediaType: 'text/html', width: 1, height: 1 }),
    )
    const body = page.slice(page.indexOf('<body'))
    expect(body).not.toMatch(/<(?:iframe|object|embed|link|form|video|a|style)\b/)
    expect(body.match(/<script/g)).toHaveLength(2)
    expect(page).toContain('default-src &#39;none&#39;; script-src &#39;sha256-')
  })
})

describe('where no browser prints', () => {
  const office = createOfficePrinter('/nowhere/soffice')

  it.each([
    ['a printer that only knows documents', office],
    ['all that this machine has', openPrinter([() => office])],
  ])('%s says what to do instead', async (_name, printer) => {
    const failure = await slidesPdf(deck([]), pictureOf, printer).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'PRINT_UNAVAILABLE', todo: expect.stringContaining('.pptx') })
  })
})
