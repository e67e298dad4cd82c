import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Deck } from '../../../library/meetings/deck/deck.ts'
import { deckOf } from '../../../library/meetings/deck/deck-of.ts'
import { lookOf } from '../../../library/meetings/deck/looks.ts'
import { slidesPage } from '../../../library/meetings/deck/slides-page.ts'
import { MeetingRecord, SlideTheme } from '../../../library/meetings/outline/outline.schema.ts'
import { launchBrowser } from '../../e2e/app-browser.ts'
import { hostileMeeting } from './hostile-meeting.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
}, 60_000)
afterAll(() => browser?.close())

/** What runs over its box, with the slide it is on. */
async function runningOver(deck: Deck): Promise<string[]> {
  await page.setContent(await slidesPage(deck, async () => undefined), { waitUntil: 'load' })
  return page.evaluate(() => {
    const boxes = [...document.querySelectorAll<HTMLElement>('[data-box], h1, h2, .citations, .kicker')]
    const before = boxes.map((box) => box.offsetHeight)
    const wide = boxes.map((box) => box.scrollWidth - box.clientWidth)
    // Lines as they are stacked: a font's own height may be larger than its line.
    for (const box of boxes) box.style.height = 'auto'
    return boxes.flatMap((box, index) => {
      const high = box.offsetHeight - (before[index] ?? 0)
      if (high <= 1 && (wide[index] ?? 0) <= 1) return []
      const title = box.closest('.slide')?.querySelector('h1, h2')?.textContent?.slice(0, 40)
      return [`${title} | ${box.className || box.tagName} +${high} +${wide[index]} | ${box.textContent?.slice(0, 60)}`]
    })
  })
}

describe('hostile texts', () => {
  it.each(SlideTheme.options)(
    'stand in their boxes in %s slides',
    async (theme) => {
      const deck = deckOf(hostileMeeting(), [], lookOf(theme), { on: '2026-11-21', theme })
      expect(deck.slides.length).toBeGreaterThan(300)
      expect(await runningOver(deck)).toEqual([])
    },
    120_000,
  )
})

describe('Chinese typesetting', () => {
  const words =
    '农村村民一户只能拥有一处宅基地，其面积不得超过省、自治区、直辖市规定的标准（见《土地管理法》第六十二条）。“一户一宅”，是指：住宅……'

  it('begins no line with a mark that closes, and ends none with one that opens', async () => {
    const text = Array.from({ length: 14 }, (_, at) => `${'宅'.repeat(at)}${words}`).join('\n\n')
    const deck = deckOf(
      MeetingRecord.parse({ type: 'meeting', format: 1, title: '会', parts: [{ id: 'a', type: 'opening', text }] }),
      [],
      lookOf('quiet'),
      { on: '2026-11-21' },
    )
    await page.setContent(await slidesPage(deck, async () => undefined), { waitUntil: 'load' })
    const lines = await page.evaluate(() =>
      [...document.querySelectorAll('p.line')].flatMap((paragraph) => {
        const range = document.createRange()
        const text = paragraph.firstChild as Text
        const rows = new Map<number, string>()
        for (let at = 0; at < text.length; at++) {
          range.setStart(text, at)
          range.setEnd(text, at + 1)
          const top = Math.round(range.getBoundingClientRect().top)
          rows.set(top, (rows.get(top) ?? '') + text.data[at])
        }
        return [...rows.values()]
      }),
    )
    expect(lines.length).toBeGreaterThan(20)
    for (const line of lines) {
      expect(line).not.toMatch(/^[，。、；：？！）》”…]/)
      expect(line).not.toMatch(/[（《“]$/)
    }
  })
})
