import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Deck } from '../../../library/meetings/deck/deck.ts'
import { deckOf } from '../../../library/meetings/deck/deck-of.ts'
import { lookOf } from '../../../library/meetings/deck/looks.ts'
import { slidesPage } from '../../../library/meetings/deck/slides-page.ts'
import { SlideTheme } from '../../../library/meetings/outline/outline.schema.ts'
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
