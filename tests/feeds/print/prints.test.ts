import PizZip from 'pizzip'
import { beforeAll, describe, expect, it } from 'vitest'
import type { FeedEdition } from '../../../library/feeds/feed-edition.ts'
import { accountHtml } from '../../../library/feeds/print/account-html.ts'
import { booklet, bookletPdf } from '../../../library/feeds/print/booklet.ts'
import { poster, posterPage } from '../../../library/feeds/print/poster.ts'
import { type FindPrintPicture, openPrintPictures } from '../../../library/feeds/print/print-pictures.ts'
import { printedIssue, printedStory } from '../../../library/feeds/print/printed-issue.ts'
import { ratingCard } from '../../../library/feeds/print/rating-card.ts'
import { storyCode, storyOfCode } from '../../../library/feeds/print/story-code.ts'
import { createBrowserPrinter } from '../../../library/printing/browser-printer.ts'
import { findBrowser } from '../../../library/printing/find-browser.ts'
import { findOffice } from '../../../library/printing/find-office.ts'
import { createOfficePrinter } from '../../../library/printing/office-printer.ts'
import { hostileMarkup } from '../../e2e/hostile-texts.ts'
import { readPdf, wordsOf } from '../../printing/pdf-pages.ts'
import { openSiteDesk } from '../build/site-desk.ts'
import { sampleEdition, sampleStory, wholeEdition } from '../site/sample-edition.ts'

const desk = openSiteDesk()
const [office, browser] = [findOffice(), findBrowser()]
let edition: FeedEdition
let find: FindPrintPicture
beforeAll(async () => {
  const { access, writer } = desk.session
  edition = await wholeEdition(access.blobs)
  find = openPrintPictures(access, { saveMediaCopy: (copy) => writer.saveMediaCopy(copy) })
})

const textOf = (docx: Uint8Array) => new PizZip(docx).file('word/document.xml')?.asText() ?? ''

describe('an issue to paste into an official account', () => {
  it('is one fragment with inline styles and its pictures, and nothing that editors take out', async () => {
    const text = await accountHtml(printedIssue(edition), find, 'data')
    expect(text).toContain('一张单子，四十六户低保不再跑第二趟')
    expect(text.match(/<img src="data:image\/jpeg;base64,/g)).toHaveLength(4)
    expect(text).not.toMatch(/<(?:script|style|link|iframe|a)\b|\sclass=|\son\w+=|https?:/)
    for (const [tag] of text.matchAll(/<(?:p|ul|ol|li|img|section|blockquote)\b[^>]*>/g))
      expect(tag).toContain('style="')
    expect(text).toContain('三天卖完两千斤瓜')
    expect(text).toContain('乡里的路政所')
  })

  it('names the places of pictures where they are to be put by hand', async () => {
    const text = await accountHtml(printedIssue(edition), find, 'named')
    expect(text).not.toContain('<img')
    expect(text).toContain('〔此处放第1张图：上门核对材料（李某 摄）〕')
  })

  it('makes hostile texts harmless', async () => {
    const markup = hostileMarkup('http://127.0.0.1:9/')
    const story = await sampleStory(desk.session.access.blobs, {
      id: 'x',
      title: markup.slice(0, 200),
      issue: 1,
      body: markup,
      story: { quotes: [{ text: markup, by: markup }] },
    })
    const text = await accountHtml(printedIssue(sampleEdition([{ story, issue: 1 }])), find, 'data')
    expect(text).not.toMatch(/<(?:script|img|svg|iframe|object|embed|link|style|form|video|a)\b/)
  })
})

describe('a booklet', () => {
  it('has every story of the issue, its clauses and pictures that keep their shape', async () => {
    const bytes = await booklet(printedIssue(edition), find)
    const xml = textOf(bytes)
    for (const story of printedIssue(edition).stories) expect(xml).toContain(story.content.title)
    expect(xml).toContain('（已修改，2014年5月1日起施行）')
    const sizes = [...xml.matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/g)].map(([, x, y]) => Number(x) / Number(y))
    expect(sizes.map((ratio) => ratio.toFixed(1)).sort()).toEqual(['0.7', '1.5', '1.5', '1.5', '3.0'])
  })

  it.runIf(office)('names the page of each story in its contents', { timeout: 120_000 }, async () => {
    const printed = printedIssue(edition)
    const pages = await readPdf(await bookletPdf(printed, find, createOfficePrinter(office ?? '')))
    const contents = wordsOf(pages.slice(1, 2))
    for (const [index, story] of printed.stories.entries()) {
      const page = pages.findIndex((one, at) => at > 1 && wordsOf([one]).includes(storyCode(story.id))) + 1
      expect(contents).toMatch(new RegExp(`${index + 1}\\s*${story.content.title.normalize('NFKC')}[.·…]*${page}`))
    }
  })

  it('tells the earlier issues apart, and says which there are not', async () => {
    expect(printedIssue(edition, 2).stories.map(({ id }) => id)).toEqual(['xiaomaibu-daiban'])
    expect(printedIssue(edition, 1).stories.map(({ id }) => id)).toEqual(['di-yi-ke'])
    expect(() => printedIssue(edition, 9)).toThrow(expect.objectContaining({ code: 'FEED_NOTHING_ISSUED' }))
    expect(() => printedStory(edition, 'mai-guagua')).toThrow(
      expect.objectContaining({ code: 'FEED_STORY_NOT_IN_ISSUE' }),
    )
  })
})

describe('a poster', () => {
  it.runIf(browser)('is one sheet of A3 with its caution and its code', { timeout: 120_000 }, async () => {
    const printer = createBrowserPrinter(browser ?? '')
    for (const id of ['dibao-shangmen', 'yuanba-hui']) {
      const pdf = await poster(edition, printedStory(edition, id), find, printer)
      const pages = await readPdf(pdf)
      expect(pages).toHaveLength(1)
      expect(pages[0]?.width).toBeCloseTo(842, -1)
      expect(pages[0]?.height).toBeCloseTo(1191, -1)
      const words = wordsOf(pages)
      expect(words).toContain('不要照搬')
      expect(words).toContain(storyCode(id))
    }
  })

  it('says so where no browser prints, and lets no text run', async () => {
    await expect(poster(edition, printedStory(edition, undefined), find, {})).rejects.toMatchObject({
      code: 'PRINT_UNAVAILABLE',
    })
    const story = await sampleStory(desk.session.access.blobs, {
      id: 'x',
      title: '</title><script>x()</script>',
      issue: 1,
      body: hostileMarkup('http://x/'),
    })
    const page = posterPage(edition, story, undefined)
    expect(page.match(/<script>/g)).toHaveLength(1)
    expect(page).not.toMatch(/<(?:iframe|object|svg|form|video)\b/)
    expect(page).toMatch(/default-src &#39;none&#39;; script-src &#39;sha256-/)
  })
})

describe('a rating card', () => {
  it.runIf(office)('is one page with each story’s code, however many there are', { timeout: 120_000 }, async () => {
    const many = await Promise.all(
      Array.from({ length: 14 }, async (_, at) => ({
        issue: 1,
        story: await sampleStory(desk.session.access.blobs, {
          id: `gushi-${at}`,
          title: `第${at}个题目很长很长、长到要占两行的故事`,
          issue: 1,
        }),
      })),
    )
    for (const printed of [printedIssue(edition), printedIssue(sampleEdition(many))]) {
      const pages = await readPdf(await createOfficePrinter(office ?? '').toPdf(await ratingCard(printed), '卡'))
      expect(pages).toHaveLength(1)
      const words = wordsOf(pages)
      for (const { id } of printed.stories.slice(0, 10)) expect(words).toContain(storyCode(id))
      expect(words).not.toContain('姓名')
    }
  })

  it('is matched by its code however it was typed, and never to another story', () => {
    const ids = [...edition.stories.keys()]
    expect(storyCode('dibao-shangmen')).toBe('W1GG-CNND-Q')
    expect(storyOfCode(' w1gg cnnd q', ids)).toBe('dibao-shangmen')
    expect(storyOfCode('W1GG-CNND-P', ids)).toBeUndefined()
    expect(storyOfCode('', ids)).toBeUndefined()
  })
})
