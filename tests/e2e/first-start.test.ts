import type { Browser } from 'playwright'
import { expect as expectOn } from 'playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AppWindow, launchBrowser, openAppWindow } from './app-browser.ts'
import { type LibraryService, startLibraryService } from './library-service.ts'

describe('the first start', () => {
  let service: LibraryService
  let browser: Browser
  let window: AppWindow

  beforeAll(async () => {
    service = await startLibraryService()
    browser = await launchBrowser()
    window = await openAppWindow(browser, service)
  })
  afterAll(async () => {
    await browser?.close()
    await service?.remove()
  })

  const focused = () => window.page.evaluate(() => document.activeElement?.textContent ?? '')
  const focusedAnchor = () => window.page.evaluate(() => (document.activeElement as HTMLAnchorElement | null)?.hash)
  const box = () => window.page.getByRole('combobox', { name: '检索资料' })

  it('opens on a library that is not empty', async () => {
    const { page } = window
    const kinds = page.getByRole('navigation', { name: '资料分类' })
    for (const kind of ['政策', '文书', '故事', '指南']) {
      await expectOn(kinds.getByRole('link', { name: kind })).toContainText(/[1-9]\d* 条/, { timeout: 60_000 })
    }
    await expectOn(page).toHaveTitle(/首页/)
  })

  it('takes the ticket out of the address', () => {
    expect(window.page.url()).toBe(service.address)
  })

  it('finds 宅基地 by keyboard alone, from the box to the passage and back', async () => {
    const { page } = window
    await page.keyboard.press('Tab')
    await page.keyboard.press('Control+k')
    await expectOn(box()).toBeFocused()
    await page.keyboard.type('宅基地', { delay: 30 })
    await expectOn(page.getByRole('option').first()).toContainText('宅基地')
    await expectOn(page.getByRole('option', { name: '检索“宅基地”的全部内容' })).toBeVisible()

    await page.keyboard.press('Enter')
    await expectOn(page).toHaveURL(/\/search\?q=/)
    expect(new URL(page.url()).searchParams.get('q')).toBe('宅基地')
    await expectOn(page.getByRole('heading', { level: 1 })).toContainText(/共 \d+ 份资料/)
    expect(await page.locator('main mark').first().textContent()).toContain('宅基地')

    await page.keyboard.press('ArrowDown')
    const first = await focused()
    expect(first).toContain('宅基地')
    await page.keyboard.press('ArrowDown')
    expect(await focused()).not.toBe(first)
    await page.keyboard.press('Escape')
    await expectOn(box()).toBeFocused()

    do await page.keyboard.press('ArrowDown')
    while ((await focusedAnchor()) === '')
    await page.keyboard.press('Enter')
    await expectOn(page).toHaveURL(/\/item\/[\w-]+\?q=[^#]+#./)
    await expectOn(page.getByRole('region', { name: '正文' })).toContainText('宅基地')
    const place = decodeURIComponent(new URL(page.url()).hash.slice(1)).replace(/~\d+$/, '')
    await expectOn(page.locator(`[data-passage][data-pinned]`)).toBeVisible()
    expect(await page.locator('[data-passage][data-pinned]').getAttribute('data-place')).toContain(place)

    await page.keyboard.press('Alt+ArrowLeft')
    await expectOn(page).toHaveURL(/\/search\?q=/)
    await expectOn(box()).toHaveValue('宅基地')
  })

  it('opens a suggestion with ↓ and Enter', async () => {
    const { page } = window
    await page.keyboard.press('Control+k')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('临时救助', { delay: 30 })
    const options = page.getByRole('option')
    await expectOn(options.first()).toContainText('临时救助')
    await page.keyboard.press('ArrowDown')
    await expectOn(options.first()).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Enter')
    await expectOn(page).toHaveURL(/\/item\//)
    await expectOn(page.locator('main h1').first()).toContainText('临时救助')
  })

  it('leaves the suggestions with Esc, and then the words', async () => {
    const { page } = window
    await page.keyboard.press('Control+k')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('低保', { delay: 30 })
    await expectOn(page.getByRole('option').first()).toBeVisible()
    await page.keyboard.press('Escape')
    await expectOn(page.getByRole('option')).toHaveCount(0)
    await expectOn(box()).toHaveValue('低保')
    await page.keyboard.press('Escape')
    await expectOn(box()).toHaveValue('')
  })

  it('finds by everyday words and by the initials of a title', async () => {
    const { page } = window
    for (const [typed, title] of [
      ['盖房子要什么手续', /宅基地|乡村建设规划/],
      ['nczjd', /宅基地和建房申请表/],
    ] as const) {
      await page.keyboard.press('Control+k')
      await page.keyboard.press('Control+a')
      await page.keyboard.type(typed)
      await expectOn(page.getByRole('option').filter({ hasText: title }).first()).toBeVisible()
    }
  })

  it('opens an address with a passage at that passage', async () => {
    const there = await openAppWindow(browser, service, {
      place: '/item/jiedu-tudi-guanli-fa-zhaijidi#怎么走',
    })
    const passage = there.page.locator('[data-passage][data-pinned]')
    await expectOn(passage).toContainText('怎么走')
    await expectOn(passage).toBeInViewport()
    await there.context.close()
  })

  it('says plainly that a window without a ticket must be opened anew', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(service.address)
    await expectOn(page.getByRole('heading', { name: '请重新打开薪火' })).toBeVisible()
    await context.close()
  })

  it('shows the keys on ?, and closes them with Esc', async () => {
    const { page } = window
    await page.keyboard.press('Control+i')
    await expectOn(page.getByRole('heading', { level: 1, name: '导入' })).toBeVisible()
    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: '键盘操作' })
    await expectOn(help).toContainText('Ctrl+K')
    await page.keyboard.press('Escape')
    await expectOn(help).toBeHidden()
  })

  it('met no error and asked nobody but the service', () => {
    expect(window.complaints).toEqual([])
    expect(window.requests.filter((url) => !url.startsWith(service.address))).toEqual([])
  })
})
