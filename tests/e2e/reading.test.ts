import { rmSync } from 'node:fs'
import type { Browser, Page } from 'playwright'
import { expect as expectOn } from 'playwright/test'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type AppWindow, launchBrowser, openAppWindow } from './app-browser.ts'
import { importPaths, type LibraryService, startLibraryService } from './library-service.ts'
import { longRegulation, waterRules, writeTexts } from './sample-texts.ts'

describe('the reading desk', () => {
  let service: LibraryService
  let browser: Browser
  let window: AppWindow
  let page: Page
  const texts = writeTexts({
    '规程.md': longRegulation(400),
    '溪口镇农村饮水管护办法(2019-05-01).md': waterRules['older.md'],
    '溪口镇农村饮水管护办法(2023-03-01).md': waterRules['newer.md'],
  })
  const places = { long: '', water: '' }

  beforeAll(async () => {
    service = await startLibraryService()
    const job = await importPaths(service, [texts])
    expect(job).toMatchObject({ state: 'done', result: { imported: 2, revised: 1, skipped: [] } })
    browser = await launchBrowser()
    window = await openAppWindow(browser, service, { permissions: ['clipboard-read', 'clipboard-write'] })
    page = window.page
    places.long = await placeOf('青禾镇村级事务规程')
    places.water = await placeOf('溪口镇农村饮水管护办法')
  })
  afterAll(async () => {
    await browser?.close()
    await service?.remove()
    rmSync(texts, { recursive: true, force: true })
  })
  beforeEach(() => page.bringToFront())

  /** The address of the item of that title, found through the library desk. */
  const placeOf = async (title: string) => {
    await go(`/library?q=${encodeURIComponent(title)}`)
    const link = page.locator('main').getByRole('link', { name: title }).first()
    return (await link.getAttribute('href')) ?? ''
  }
  const go = (place: string, anchor = '') =>
    page.goto(new URL(anchor === '' ? place : `${place}#${encodeURIComponent(anchor)}`, service.address).href)
  const passage = (place: string) => page.locator(`[data-passage][data-place="${place}"]`)
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText())

  describe('with a text of 400 provisions', () => {
    beforeAll(() => go(places.long))

    it('shows its outline and goes to a chapter from it', async () => {
      const outline = page.getByRole('tree', { name: '目录' })
      await expectOn(outline.getByRole('treeitem', { level: 1 })).toHaveCount(20)
      await outline.getByRole('treeitem', { name: '第十九章' }).click()
      await expectOn(passage('第三百六十一条')).toBeInViewport()
    })

    it('keeps only what is near the screen in the page', async () => {
      expect(await page.locator('[data-passage]').count()).toBeLessThan(60)
    })

    it('lands on 第三百八十条 from its address, and marks it', async () => {
      await go(places.long, '第三百八十条')
      await page.reload()
      await expectOn(passage('第三百八十条')).toBeInViewport()
      await expectOn(passage('第三百八十条')).toHaveAttribute('data-pinned', '')
      await expectOn(passage('第三百八十条')).toContainText('第380号台账')
    })

    it('follows each address given to the open text', async () => {
      for (const place of ['第二百零一条', '第七条', '第三百三十三条']) {
        await go(places.long, place)
        await expectOn(passage(place)).toBeInViewport()
      }
    })

    it('scrolls from end to end with the text in view all the way', async () => {
      await page.locator('[data-scroller]').focus()
      await page.keyboard.press('End')
      await expectOn(passage('第四百条')).toBeInViewport()
      await page.keyboard.press('Home')
      await expectOn.poll(() => page.locator('[data-scroller]').evaluate((text) => text.scrollTop)).toBe(0)
      await expectOn(page.getByRole('heading', { level: 1, name: '青禾镇村级事务规程' })).toBeInViewport()
      for (let pages = 0; pages < 12; pages++) {
        await page.keyboard.press('PageDown')
        await expectOn(page.locator('[data-passage]').locator('visible=true').first()).toBeAttached()
      }
      await expectOn.poll(() => decodeURIComponent(new URL(page.url()).hash)).toMatch(/^#第.+条$/)
    })

    it('finds in the whole text, not only in what is on the screen', async () => {
      await page.keyboard.press('Control+f')
      const field = page.getByRole('textbox', { name: '在文中查找' })
      await expectOn(field).toBeFocused()
      await page.keyboard.type('第399号台账')
      await expectOn(page.locator('search').getByRole('status').filter({ hasText: '共 1 处' })).toBeAttached()
      await page.keyboard.press('Enter')
      await expectOn(passage('第三百九十九条')).toBeInViewport()
      await page.keyboard.press('Escape')
      await expectOn(field).toBeHidden()
    })

    it('copies the citation of a provision, and a link to it', async () => {
      await go(places.long, '第七条')
      await expectOn(passage('第七条')).toHaveAttribute('data-pinned', '')
      await page.keyboard.press('c')
      await expectOn(page.getByRole('status').filter({ hasText: '已复制' })).toBeVisible()
      expect(await clipboard()).toBe('《青禾镇村级事务规程》第七条')
      await page.keyboard.press('l')
      await expectOn.poll(clipboard).toMatch(/^xinhuo:\/\/item\/[a-z0-9-]+#第七条$/)
    })

    it('prints the whole text', async () => {
      await page.evaluate(() => {
        Object.assign(globalThis, {
          print: () => {
            document.documentElement.dataset.printed = document.querySelector('[data-print]')?.textContent ?? ''
          },
        })
      })
      await page.keyboard.press('p')
      await expectOn(page.locator('html')).toHaveAttribute('data-printed', /第一条[\s\S]*第四百条/)
      const printed = (await page.locator('html').getAttribute('data-printed')) ?? ''
      expect(printed.match(/第\d+号台账/g)).toHaveLength(400)
      expect(printed).toMatch(/的时效：现行/)
      await expectOn(page.locator('[data-print]')).toHaveCount(0)
    })
  })

  describe('with what a person adds', () => {
    const words = '季度公开的账目放在村部门口，周三下午有人在。'

    it('keeps a favourite and shows it at home and among the favourites', async () => {
      await go(places.water, '第三条')
      await expectOn(passage('第三条')).toHaveAttribute('data-pinned', '')
      await page.keyboard.press('f')
      await expectOn(page.getByRole('status').filter({ hasText: '已收藏 第三条' })).toBeVisible()
      await page.getByRole('link', { name: '收藏与批注' }).click()
      await expectOn(
        page
          .locator('main')
          .getByRole('link', { name: /饮水管护办法.*第三条/s })
          .first(),
      ).toBeVisible()
      await page.getByRole('link', { name: '首页' }).click()
      await expectOn(
        page
          .locator('main')
          .getByRole('link', { name: /饮水管护办法.*第三条/s })
          .first(),
      ).toBeVisible()
    })

    it('keeps a note over a reload and over a restart of the service', async () => {
      await go(places.water, '第三条')
      await expectOn(passage('第三条')).toHaveAttribute('data-pinned', '')
      await page.keyboard.press('n')
      const editor = page.getByRole('textbox', { name: '第三条 的批注' })
      await expectOn(editor).toBeFocused()
      await page.keyboard.type(words)
      await expectOn(passage('第三条').getByRole('status').filter({ hasText: '已保存' })).toBeVisible()
      await page.keyboard.press('Control+Enter')
      await page.reload()
      await expectOn(passage('第三条')).toContainText(words)

      await service.restart()
      await window.context.close()
      window = await openAppWindow(browser, service, {
        permissions: ['clipboard-read', 'clipboard-write'],
        place: places.water,
      })
      page = window.page
      await expectOn(passage('第三条')).toContainText(words)
      await expectOn(passage('第三条')).toContainText('已收藏')
    })
  })

  describe('with two dated versions of one policy', () => {
    beforeAll(() => go(places.water))

    it('shows the newer as in force, with both in its history', async () => {
      await expectOn(passage('第四条')).toContainText('特困供养人员')
      const panel = page.getByRole('region', { name: '文件信息' })
      if (!(await panel.isVisible())) await page.keyboard.press('m')
      const entries = panel.getByRole('listitem')
      await expectOn(entries.filter({ hasText: '2023年3月1日' }).first()).toContainText('现行')
      await expectOn(entries.filter({ hasText: '2019年5月1日' }).first()).toContainText('已修改')
    })

    it('says from which file it came in, in words for people', async () => {
      const panel = page.getByRole('region', { name: '文件信息' })
      await expectOn(panel).toContainText('溪口镇农村饮水管护办法(2023-03-01).md')
      await expectOn(panel).not.toContainText(/person|import|undefined/)
    })

    it('opens the older one, says that it is old, and leads back', async () => {
      await page.getByRole('link', { name: '2019年5月1日' }).click()
      await expectOn(page).toHaveURL(/revision=[0-9a-f]{64}/)
      await expectOn(passage('第二条')).toContainText('每月检查')
      await expectOn(page.getByText('您正在看 2019年5月1日 的旧版本')).toBeVisible()
      await page.getByRole('link', { name: '看现行版本' }).click()
      await expectOn(passage('第二条')).toContainText('每周检查水源地两次')
    })

    it('compares them provision by provision, in words', async () => {
      await page.getByRole('link', { name: '比较版本' }).click()
      await expectOn(page.getByText('新增 1 条，删除 0 条，修改 2 条，未变 2 条')).toBeVisible()
      const changed = page.locator('[data-change="changed"]')
      await expectOn(changed.locator('del').filter({ hasText: '每月' })).toBeVisible()
      await expectOn(changed.locator('ins').filter({ hasText: '每周' })).toBeVisible()
      await expectOn(page.locator('[data-change="added"]')).toContainText('第四条')
    })
  })

  it('says what to do about an item that is not there', async () => {
    await go('/item/mei-you-zhe-yi-tiao')
    await expectOn(page.getByRole('heading', { name: '找不到这一条目' })).toBeVisible()
  })
})
