import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright'
import { findBrowser } from '../../../library/printing/find-browser.ts'

/**
 * Searches a built site from its folder, as a reader does: the milliseconds of each query, as its page tells them, from
 * what was typed to what was found, with the files that are read on the way. The first is asked of a page just opened.
 * @returns undefined where there is no browser
 */
export async function searchSite(directory: string, queries: readonly string[]): Promise<number[] | undefined> {
  const executablePath = findBrowser()
  if (executablePath === undefined) return undefined
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] })
  try {
    const page = await browser.newPage()
    await page.goto(pathToFileURL(path.join(directory, 'search.html')).href)
    const told = page.locator('#told')
    const samples: number[] = []
    for (const query of queries) {
      await told.evaluate((element) => element.removeAttribute('data-took'))
      await page.locator('#query').fill(query)
      await page.locator('#told[data-took]').waitFor()
      samples.push(Number(await told.getAttribute('data-took')))
    }
    return samples
  } finally {
    await browser.close()
  }
}
