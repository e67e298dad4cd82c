import type { Browser, Page } from 'playwright'
import { expect as expectOn } from 'playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AppWindow, launchBrowser, openAppWindow } from './app-browser.ts'
import { askOverPipe, type LibraryService, starterInstalled, startLibraryService } from './library-service.ts'

describe('the settings', () => {
  let service: LibraryService
  let browser: Browser
  let window: AppWindow
  let page: Page

  const open = async () => {
    window = await openAppWindow(browser, service, { place: '/settings', colorScheme: 'light' })
    page = window.page
  }
  beforeAll(async () => {
    service = await startLibraryService()
    await starterInstalled(service)
    browser = await launchBrowser()
    await open()
  })
  afterAll(async () => {
    await browser?.close()
    await service?.remove()
  })

  const choose = (label: string) =>
    page
      .locator('label')
      .filter({ hasText: new RegExp(`^${label}$`) })
      .click()
  const look = () =>
    page.evaluate(() => ({
      paper: getComputedStyle(document.documentElement).backgroundColor,
      size: Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
      language: document.documentElement.lang,
    }))
  const brightness = (colour: string) =>
    (colour.match(/[\d.]+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0)

  it('change the look at once, and keep it over a reload, another window and a restart', async () => {
    const before = await look()
    expect(brightness(before.paper)).toBeGreaterThan(600)
    await choose('深色')
    await expectOn.poll(async () => brightness((await look()).paper)).toBeLessThan(200)
    await choose('大字')
    await expectOn.poll(async () => (await look()).size).toBeGreaterThan(before.size)
    await choose('English')
    await expectOn(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
    const after = await look()
    expect(after.language).toBe('en')

    await page.reload()
    await expectOn(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
    expect(await look()).toEqual(after)

    await window.context.close()
    await service.restart()
    await open()
    await expectOn(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
    await expectOn.poll(look).toEqual(after)
  })

  it('say everything in English when English is chosen', async () => {
    for (const link of ['Home', 'Search', 'Library', 'Import', 'Settings']) {
      await page.getByRole('navigation').first().getByRole('link', { name: link, exact: true }).click()
      await expectOn(page.locator('main h1').first()).not.toContainText(/[一-龥]/)
    }
    await page.getByText('中文', { exact: true }).click()
    await expectOn(page.getByRole('heading', { level: 1, name: '设置' })).toBeVisible()
    await choose('浅色')
    await choose('标准')
  })

  it('back up now, and restore what was there then', async () => {
    const notes = () => askOverPipe<{ text: string }[]>(service.pipe, 'GET', '/api/notes')
    const [item] = (await askOverPipe<{ items: { itemId: string }[] }>(service.pipe, 'GET', '/api/items')).items
    const { revision } = await askOverPipe<{ revision: string }>(service.pipe, 'GET', `/api/items/${item?.itemId}`)
    const write = (text: string) =>
      askOverPipe(service.pipe, 'POST', '/api/notes', { itemId: item?.itemId, anchor: '', revision, text })
    await write('备份之前写的')

    await page.getByRole('button', { name: '现在备份' }).click()
    await expectOn(page.getByText('备份好了。')).toBeVisible({ timeout: 20_000 })
    await write('备份之后写的')
    expect(await notes()).toHaveLength(2)

    await page
      .getByRole('button', { name: /^恢复 .* 的备份$/ })
      .first()
      .click()
    const dialog = page.getByRole('dialog')
    await expectOn(dialog).toContainText('现在的资料库不会删除')
    await dialog.getByRole('button', { name: '不恢复' }).click()
    expect(await notes()).toHaveLength(2)

    await page
      .getByRole('button', { name: /^恢复 .* 的备份$/ })
      .first()
      .click()
    await dialog.getByRole('button', { name: '恢复', exact: true }).click()
    await expectOn(page.getByText(/已恢复。原来的资料库另存为/)).toBeVisible({ timeout: 20_000 })
    expect((await notes()).map((note) => note.text)).toEqual(['备份之前写的'])
  })

  it('check the library and say that it is sound', async () => {
    await page.getByRole('button', { name: '检查一遍' }).click()
    await expectOn(page.getByText('一切完好。')).toBeVisible({ timeout: 30_000 })
    const checks = page.getByRole('region', { name: '检查' }).getByRole('listitem')
    await expectOn(checks).toHaveCount(9)
    await expectOn(checks.filter({ hasText: '要处理' })).toHaveCount(0)
  })

  it('tell the house rules, the version and where the library lies', async () => {
    const about = page.getByRole('region', { name: '关于薪火' })
    for (const promise of [
      '不打卡、不积分、不排名',
      '不记在线时长',
      '不收集使用情况',
      '除非您自己发出去',
      '没有网络也能全部使用',
    ]) {
      await expectOn(about).toContainText(promise)
    }
    await expectOn(about).toContainText(service.root)
    await expectOn(about).toContainText(/\d+\.\d+\.\d+/)
  })

  it('stop listing what was read when the person does not want it', async () => {
    await page.getByRole('checkbox', { name: '列出最近阅读和最近检索' }).uncheck()
    await page.getByRole('button', { name: '清空最近阅读' }).click()
    await expectOn(page.getByText('已清空最近阅读。')).toBeVisible()
    await page.goto(new URL('/item/jiedu-tudi-guanli-fa-zhaijidi', service.address).href)
    await expectOn(page.locator('main h1').first()).toContainText('宅基地')
    expect(await askOverPipe(service.pipe, 'GET', '/api/recent')).toEqual([])
  })
})
