import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright'
import { findBrowser } from '../../../library/printing/find-browser.ts'
import { percentile, spread } from '../percentile.ts'
import { type Row, row } from '../row.ts'

/** Milliseconds. */
const WANTED = 50
const ROUNDS = 3

/** Searches a built site as a reader does who opened it by double-click: typed into its page, the time it took itself. */
export async function measureSiteSearch(directory: string, questions: readonly string[]): Promise<Row[]> {
  const executablePath = findBrowser()
  if (!executablePath) return [row('search in the site', 'no browser here')]
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const page = await browser.newPage()
    const opened = performance.now()
    await page.goto(
      `${pathToFileURL(path.join(directory, 'search.html')).href}?q=${encodeURIComponent(questions[0] ?? '')}`,
    )
    const told = page.locator('#told[data-took]')
    await told.waitFor()
    const first = performance.now() - opened
    const samples: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      for (const question of questions) {
        await told.evaluate((element) => delete element.dataset.took)
        await page.locator('#query').fill(question)
        await told.waitFor()
        samples.push(Number(await told.getAttribute('data-took')))
        await page.locator('#query').fill('')
      }
    }
    return [
      row('opening the search of the site with an answer', `${first.toFixed(0)} ms`),
      row(
        'search in the site, p50 / p95 / p99',
        spread(samples),
        `p95 < ${WANTED} ms`,
        percentile(samples, 0.95) < WANTED,
      ),
    ]
  } finally {
    await browser.close()
  }
}
