import { rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright'
import { expect as expectOn } from 'playwright/test'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type AppWindow, launchBrowser, openAppWindow } from './app-browser.ts'
import { hostileFiles, hostileHead, hostileMarkup } from './hostile-texts.ts'
import { askOverPipe, importPaths, type LibraryService, startLibraryService } from './library-service.ts'
import { writeTexts } from './sample-texts.ts'

describe('hostile content', () => {
  let service: LibraryService
  let browser: Browser
  let window: AppWindow
  let page: Page
  let elsewhere: Server
  let address = ''
  let texts = ''
  /** What reached the place the content wants to report to. */
  const reached: string[] = []
  const items: { itemId: string; title: string }[] = []

  beforeAll(async () => {
    elsewhere = createServer((request, response) => {
      reached.push(request.url ?? '')
      response.end('window.__pwned = "elsewhere"')
    })
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`
    service = await startLibraryService()
    texts = writeTexts(hostileFiles(address))
    const job = await importPaths(service, [texts])
    expect(job).toMatchObject({ state: 'done', result: { imported: 3 } })
    const found = await askOverPipe<{ items: typeof items }>(service.pipe, 'GET', '/api/items?q=%E6%81%B6%E6%84%8F')
    items.push(...found.items)
    browser = await launchBrowser()
    window = await openAppWindow(browser, service)
    page = window.page
  })
  afterAll(async () => {
    await browser?.close()
    await service?.remove()
    elsewhere?.close()
    rmSync(texts, { recursive: true, force: true })
  })
  afterEach(() => page.unrouteAll({ behavior: 'ignoreErrors' }))

  const go = (place: string) => page.goto(new URL(place, service.address).href)
  /** Gives slow tricks their time, then looks whether any worked. */
  const nothingHappened = async () => {
    await page.waitForTimeout(400)
    expect(await page.evaluate(() => (globalThis as { __pwned?: unknown }).__pwned)).toBeUndefined()
    expect(reached).toEqual([])
    expect(window.requests.filter((url) => !url.startsWith(service.address) && !/^(blob|data):/.test(url))).toEqual([])
    expect(new URL(page.url()).origin).toBe(new URL(service.address).origin)
    expect(window.context.pages()).toHaveLength(1)
  }
  const clickEverything = async (within: string) => {
    await page.evaluate((selector) => {
      for (const element of document.querySelectorAll<HTMLElement>(`${selector} *`)) {
        element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))
        if (!element.matches('button')) element.dispatchEvent(new MouseEvent('click', { bubbles: true }))
      }
    }, within)
  }
  const print = () =>
    page.evaluate(async () => {
      dispatchEvent(new Event('beforeprint'))
      const paper = document.querySelector('[data-print]')
      const text = paper?.textContent ?? ''
      await new Promise((resolve) => setTimeout(resolve, 200))
      dispatchEvent(new Event('afterprint'))
      return text
    })

  it('comes in as text of three items, under titles without markup', () => {
    expect(items.map((item) => item.title.slice(0, 4)).sort()).toEqual(['恶意公告', '恶意文本', '恶意网页'])
  })

  it('runs nothing and loads nothing in suggestions and results', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('恶意')
    await expectOn(page.getByRole('option').nth(2)).toBeVisible()
    await nothingHappened()
    await page.keyboard.press('Enter')
    await expectOn(page.locator('main [data-hit]').nth(2)).toBeVisible()
    await nothingHappened()
  })

  it('runs nothing and loads nothing where it is read, touched and printed', async () => {
    expect(items).toHaveLength(3)
    for (const { itemId } of items) {
      await go(`/item/${itemId}`)
      await expectOn(page.locator('[data-scroller]')).toContainText('的正文')
      await clickEverything('[data-scroller]')
      expect(await print()).toContain('的正文')
      await nothingHappened()
      const inside = page.locator('[data-passage]')
      await expectOn(
        inside.locator('script, iframe, object, embed, form, link, meta, base, style, video, audio, use'),
      ).toHaveCount(0)
      await expectOn(
        inside.locator('[onclick], [onerror], [onload], [onmouseover], a[href^="javascript"], a[ping]'),
      ).toHaveCount(0)
    }
  })

  it('runs nothing in the library, home, favourites and notes', async () => {
    const [item] = items
    const { revision } = await askOverPipe<{ revision: string }>(service.pipe, 'GET', `/api/items/${item?.itemId}`)
    const text = hostileMarkup(address)
    await askOverPipe(service.pipe, 'POST', '/api/notes', { itemId: item?.itemId, anchor: '', revision, text })
    await askOverPipe(service.pipe, 'PUT', '/api/favourites', { itemId: item?.itemId, anchor: '' })
    for (const place of ['/library?q=恶意', '/', '/favourites']) {
      await go(place)
      await expectOn(page.locator('main').getByText('恶意').first()).toBeVisible()
      await nothingHappened()
    }
    await expectOn(page.locator('main')).toContainText('window.__pwned')
  })

  it('runs nothing when the service’s answer itself is hostile', async () => {
    const [item] = items
    const hostile = hostileMarkup(address) + hostileHead(address)
    await page.route(/\/api\/items\/[^/]+$/, async (route) => {
      const answer = (await (await route.fetch()).json()) as { passages: { html: string }[] }
      const passages = answer.passages.map((passage) => ({ ...passage, html: `<p>改过的正文</p>${hostile}` }))
      await route.fulfill({ json: { ...answer, passages } })
    })
    await go(`/item/${item?.itemId}`)
    await expectOn(page.locator('[data-passage]').first()).toContainText('改过的正文')
    await clickEverything('[data-scroller]')
    expect(await print()).toContain('改过的正文')
    await nothingHappened()
  })

  it('runs nothing when a result’s title, snippet and reason are hostile', async () => {
    const hostile = hostileMarkup(address)
    await page.route(/\/api\/search\?/, async (route) => {
      const answer = (await (await route.fetch()).json()) as { items: { passages: object[] }[] }
      const changed = answer.items.map((found) => ({
        ...found,
        title: hostile,
        passages: found.passages.map((hit) => ({ ...hit, snippet: hostile, why: hostile, provision: hostile })),
      }))
      await route.fulfill({ json: { ...answer, items: changed } })
    })
    await go('/search?q=恶意公告')
    await expectOn(page.locator('main [data-hit]').first()).toContainText('window.__pwned')
    await nothingHappened()
  })

  it('is stopped by the policy of the page alone when nothing was cleaned at all', async () => {
    const [item] = items
    await go(`/item/${item?.itemId}`)
    await expectOn(page.locator('[data-passage]').first()).toBeVisible()
    const before = window.complaints.length
    await page.evaluate((html) => {
      const place = document.createElement('div')
      place.id = 'uncleaned'
      document.body.append(place)
      place.innerHTML = html
      // What innerHTML leaves asleep, a range wakes.
      place.append(document.createRange().createContextualFragment(html))
      place.querySelector<HTMLAnchorElement>('a[href^="javascript"]')?.click()
      place.querySelector('form')?.requestSubmit()
      place.querySelector<HTMLElement>('p[onclick]')?.click()
    }, hostileMarkup(address))
    await nothingWasRunOrLoaded()
    expect(
      window.complaints.slice(before).filter((text) => /Content Security Policy/i.test(text)).length,
    ).toBeGreaterThan(5)
  })

  /** As {@link nothingHappened}, for where the browser names requests that its policy then stops. */
  const nothingWasRunOrLoaded = async () => {
    await page.waitForTimeout(400)
    expect(await page.evaluate(() => (globalThis as { __pwned?: unknown }).__pwned)).toBeUndefined()
    expect(reached).toEqual([])
    expect(new URL(page.url()).origin).toBe(new URL(service.address).origin)
  }
})
