import { rmSync } from 'node:fs'
import type { Browser, Page } from 'playwright'
import { expect as expectOn } from 'playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AppWindow, launchBrowser, openAppWindow } from './app-browser.ts'
import { axeViolations } from './axe-violations.ts'
import {
  askOverPipe,
  importPaths,
  type LibraryService,
  starterInstalled,
  startLibraryService,
} from './library-service.ts'
import { waterRules, writeTexts } from './sample-texts.ts'

describe('what is kept of searching, by keyboard', () => {
  let service: LibraryService
  let browser: Browser
  let window: AppWindow
  let page: Page
  const texts = writeTexts({ '溪口镇农村饮水管护办法(2023-03-01).md': waterRules['newer.md'] })
  beforeAll(async () => {
    service = await startLibraryService()
    await starterInstalled(service)
    await importPaths(service, [texts])
    browser = await launchBrowser()
    window = await openAppWindow(browser, service)
    page = window.page
  })
  afterAll(async () => {
    await browser?.close()
    await service?.remove()
    rmSync(texts, { recursive: true, force: true })
  })
  const main = () => page.locator('main')
  const search = async (words: string) => {
    await page.keyboard.press('Control+k')
    await page.keyboard.press('Control+a')
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
    await expectOn(page).toHaveURL(/\/search\?q=/)
  }

  it('pinyin in the box offers what was meant, and Enter on it opens it', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('ysghbf')
    const offer = page.getByRole('option', { name: /溪口镇农村饮水管护办法/ }).first()
    await expectOn(offer).toContainText('拼音')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expectOn(page).toHaveURL(/\/item\//)
  })

  it('a miss is read as what was meant, with the reason', async () => {
    await search('在基地审批')
    await expectOn(main()).toContainText('宅基地审批')
    await expectOn(main()).toContainText('音近')
  })

  it('a question finds the clause that says it in other words', async () => {
    await search('老板不给工钱怎么办')
    await expectOn(page.locator('[data-hit]').first()).toBeVisible()
    await expectOn(main()).toContainText('工资')
  })

  it('a search is saved under a name and opened again', async () => {
    await search('宅基地')
    const save = page.getByRole('button', { name: '保存这个检索' })
    await save.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('常问的宅基地')
    await page.keyboard.press('Enter')
    await expectOn(page.getByRole('button', { name: '已保存' })).toBeVisible()
    await page.goto(new URL('/search', service.address).href)
    const kept = page.getByRole('link', { name: '常问的宅基地' })
    await kept.focus()
    await page.keyboard.press('Enter')
    await expectOn(page.getByRole('button', { name: '已保存' })).toBeVisible()
  })

  it('what is missing is noted by hand only, and listed for export', async () => {
    await search('昆仑雪峰蓬莱仙阁')
    const add = page.getByRole('button', { name: '告诉内容办公室这里缺内容' })
    await add.focus()
    await page.keyboard.press('Enter')
    await expectOn(main()).toContainText('记下了')
    await page.goto(new URL('/search', service.address).href)
    await expectOn(main()).toContainText('记下的缺漏')
    await expectOn(main()).toContainText('昆仑雪峰蓬莱仙阁')
    const file = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出成文件' }).click()
    expect((await file).suggestedFilename()).toMatch(/^xinhuo-search-gaps-.*\.json$/)
    await expectOn(main()).toContainText('已导出')
  })

  it('what was written beside a gap is changed later, by keyboard alone, or left as it was', async () => {
    const gaps = () => askOverPipe<{ note: string }[]>(service.pipe, 'GET', '/api/search-gaps')
    const edit = page.getByRole('button', { name: '改说明：昆仑雪峰蓬莱仙阁' })
    const field = page.getByLabel('缺漏 昆仑雪峰蓬莱仙阁 的说明', { exact: true })
    await edit.focus()
    await page.keyboard.press('Enter')
    await expectOn(field).toBeFocused()
    await page.keyboard.type('张村村民问的')
    expect(await axeViolations(page)).toEqual([])
    await page.keyboard.press('Enter')
    await expectOn(main()).toContainText('昆仑雪峰蓬莱仙阁 张村村民问的')
    await expectOn(edit).toBeFocused()
    expect(await gaps()).toMatchObject([{ note: '张村村民问的' }])
    await page.keyboard.press('Enter')
    await page.keyboard.type('又改了')
    await page.keyboard.press('Escape')
    await expectOn(field).toBeHidden()
    await edit.click()
    await field.fill('张村、李村都问过')
    await page.getByRole('heading', { level: 1 }).click()
    await expectOn(main()).toContainText('张村、李村都问过')
    expect(await gaps()).toMatchObject([{ note: '张村、李村都问过' }])
  })

  it('recent searches are offered in the empty box, and forgotten', async () => {
    await page.goto(new URL('/search', service.address).href)
    await expectOn(main()).toContainText('宅基地')
    await page.keyboard.press('Control+k')
    await page.keyboard.press('ArrowDown')
    await expectOn(page.getByRole('option', { name: /宅基地/ }).first()).toContainText('最近检索')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '全部清除' }).click()
    await expectOn(main()).toContainText('还没有。')
  })

  it('reads well aloud', async () => {
    expect(await axeViolations(page)).toEqual([])
  })
})
