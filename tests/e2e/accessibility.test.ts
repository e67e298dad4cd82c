import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright'
import { expect as expectOn } from 'playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TrustOffer } from '../../library/updates/update-view.ts'
import { createWorkshop, policy } from '../updates/channel-workshop.ts'
import { launchBrowser, openAppWindow } from './app-browser.ts'
import { axeViolations } from './axe-violations.ts'
import {
  askOverPipe,
  importPaths,
  type LibraryService,
  starterInstalled,
  startLibraryService,
} from './library-service.ts'
import { longRegulation, waterRules, writeTexts } from './sample-texts.ts'

const themes = ['light', 'dark'] as const

/** Only what differs in colour is looked at again in the dark: the other pages are made of the same pieces. */
const alsoDark = new Set([
  'search with results',
  'the open list of suggestions',
  'reading, with outline, information, find and a note',
  'the menu of a passage',
  'a comparison',
  'favourites and notes',
  'import with results',
  'settings, after a check',
  'updates, with a channel and what it offers',
  'the ceremony of the keys',
  'reports, with one that waits to be sent',
])

describe('for people who use a keyboard, a screen reader or other colours', () => {
  let service: LibraryService
  let browser: Browser
  let page: Page
  let water = ''
  let long = ''
  const channel = mkdtempSync(path.join(os.tmpdir(), 'xinhuo-channel-'))
  const texts = writeTexts({
    '规程.md': longRegulation(60),
    '溪口镇农村饮水管护办法(2019-05-01).md': waterRules['older.md'],
    '溪口镇农村饮水管护办法(2023-03-01).md': waterRules['newer.md'],
    '坏掉的.docx': 'PK\u0003\u0004 not a Word file',
  })

  beforeAll(async () => {
    service = await startLibraryService()
    await starterInstalled(service)
    await importPaths(service, [texts])
    water = await idOf('溪口镇农村饮水管护办法')
    long = await idOf('青禾镇村级事务规程')
    const { revision } = await ask<{ revision: string }>('GET', `/api/items/${water}`)
    await ask('POST', '/api/notes', { itemId: water, anchor: '第三条', revision, text: '公开栏在村部门口。' })
    await ask('PUT', '/api/favourites', { itemId: water, anchor: '第二条' })
    await ask('PUT', '/api/recent', { itemId: long, anchor: '第八条' })
    await ask('POST', '/api/reports', { kind: 'error', itemId: water, anchor: '第三条', text: '公开栏的位置写错了。' })
    const workshop = createWorkshop(undefined, undefined, channel)
    workshop.publish({ version: 1, items: [{ revisions: [policy('shuifei', '溪口镇水费办法', ['水费按月公布。'])] }] })
    const { fingerprint } = await ask<TrustOffer>('POST', '/api/channels/inspect', { from: channel })
    await ask('POST', '/api/channels', { from: channel, fingerprint: fingerprint.hex })
    browser = await launchBrowser()
    page = (await openAppWindow(browser, service)).page
  })
  afterAll(async () => {
    await browser?.close()
    await service?.remove()
    for (const place of [texts, channel]) rmSync(place, { recursive: true, force: true })
  })

  const ask = <Answer>(method: string, route: string, body?: object) =>
    askOverPipe<Answer>(service.pipe, method, route, body)
  const idOf = async (title: string) => {
    const answer = await ask<{ items: { itemId: string }[] }>('GET', `/api/items?q=${encodeURIComponent(title)}`)
    return answer.items[0]?.itemId ?? ''
  }
  const dress = async (theme: (typeof themes)[number]) => {
    const settings = await ask<object>('GET', '/api/settings')
    await ask('PUT', '/api/settings', { ...settings, theme })
  }
  const go = (place: string) => page.goto(new URL(place, service.address).href)
  const main = () => page.locator('main')
  const violations = () => axeViolations(page)

  const places: readonly [name: string, arrive: () => Promise<unknown>][] = [
    [
      'home',
      () =>
        go('/').then(() =>
          expectOn(
            main()
              .getByRole('link', { name: /饮水管护办法/ })
              .first(),
          ).toBeVisible(),
        ),
    ],
    ['search without words', () => go('/search')],
    [
      'search with results',
      () => go('/search?q=宅基地').then(() => expectOn(page.locator('main mark').first()).toBeVisible()),
    ],
    [
      'search without results',
      () => go('/search?q=%22量子纠缠态蒸馏%22').then(() => expectOn(main()).toContainText('没有找到')),
    ],
    [
      'the open list of suggestions',
      async () => {
        await go('/search')
        await page.getByRole('combobox', { name: '检索资料' }).fill('宅基地')
        await expectOn(page.getByRole('option').first()).toBeVisible()
      },
    ],
    [
      'reading, with outline, information, find and a note',
      async () => {
        await go(`/item/${water}?q=水费#第三条`)
        await expectOn(main()).toContainText('公开栏在村部门口')
        if (!(await page.getByRole('region', { name: '文件信息' }).isVisible())) await page.keyboard.press('m')
        await expectOn(page.getByRole('region', { name: '文件信息' })).toBeVisible()
      },
    ],
    ['reading a long text', () => go(`/item/${long}#第三十八条`).then(() => expectOn(main()).toContainText('第38号'))],
    [
      'the menu of a passage',
      async () => {
        await go(`/item/${water}`)
        await page.getByRole('button', { name: '第二条：引用、批注、收藏' }).click()
        await expectOn(page.getByRole('menu')).toBeVisible()
      },
    ],
    [
      'a comparison',
      () => go(`/item/${water}/compare`).then(() => expectOn(page.locator('[data-change="added"]')).toBeVisible()),
    ],
    ['the library', () => go('/library').then(() => expectOn(main().getByRole('listitem').first()).toBeVisible())],
    ['favourites and notes', () => go('/favourites').then(() => expectOn(main()).toContainText('公开栏'))],
    ['import', () => go('/import').then(() => expectOn(main()).toContainText('把文件或文件夹拖到这里'))],
    [
      'import with results',
      async () => {
        await go('/import')
        await page
          .locator('input[type=file]')
          .first()
          .setInputFiles([`${texts}/坏掉的.docx`, `${texts}/规程.md`])
        await page.getByRole('button', { name: '开始导入' }).click()
        await expectOn(page.getByRole('table', { name: '跳过的文件' })).toBeVisible({ timeout: 20_000 })
      },
    ],
    [
      'settings, after a check',
      async () => {
        await go('/settings')
        await page.getByRole('button', { name: '检查一遍' }).click()
        await expectOn(page.getByText('一切完好。')).toBeVisible({ timeout: 20_000 })
      },
    ],
    [
      'updates, with a channel and what it offers',
      async () => {
        await go(`/updates?from=${encodeURIComponent(channel)}`)
        await expectOn(page.getByRole('heading', { name: '《测试频道》有第 1 版' })).toBeVisible()
      },
    ],
    [
      'publishing, before there is a channel',
      () => go('/publishing').then(() => expectOn(main()).toContainText('内容办公室')),
    ],
    [
      'the ceremony of the keys',
      async () => {
        await go('/publishing')
        await page.getByRole('button', { name: '开设频道' }).click()
        await expectOn(main().getByRole('textbox').first()).toBeVisible()
      },
    ],
    [
      'reports, with one that waits to be sent',
      () => go('/reports').then(() => expectOn(main()).toContainText('公开栏的位置写错了')),
    ],
    [
      'reports that came in',
      async () => {
        await go('/reports')
        await page.getByRole('link', { name: '收到的', exact: true }).click()
        await expectOn(main()).toContainText('还没有收到回信')
      },
    ],
    ['the list of keys', () => go('/settings').then(() => page.getByRole('button', { name: '键盘操作' }).click())],
    [
      'an address that leads nowhere',
      () => go('/nirgendwo').then(() => expectOn(main()).toContainText('没有这个地址')),
    ],
    ['an item that is not there', () => go('/item/mei-you').then(() => expectOn(main()).toContainText('找不到'))],
  ]

  describe.each(themes)('in the %s theme', (theme) => {
    beforeAll(() => dress(theme))

    const looked = places.filter(([name]) => theme === 'light' || alsoDark.has(name))

    it.each(looked)('%s breaks no rule of axe', async (_, arrive) => {
      await arrive()
      await expectOn(page.locator('html')).toHaveAttribute('data-theme', theme)
      expect(await violations()).toEqual([])
    })
  })
})
