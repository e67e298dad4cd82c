import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright'
import { expect as expectOnPage } from 'playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSqlite } from '../../library/store/open-sqlite.ts'
import type { ChannelView, NewSince, TextConflict, TrustOffer } from '../../library/updates/update-view.ts'
import { createWorkshop, makeKeys, policy, type WorkshopItem } from '../updates/channel-workshop.ts'
import { zipFolder } from '../updates/zip-folder.ts'
import { launchBrowser, openAppWindow } from './app-browser.ts'
import { axeViolations } from './axe-violations.ts'
import {
  askOverPipe,
  importPaths,
  type LibraryService,
  starterInstalled,
  startLibraryService,
} from './library-service.ts'

const darkAndLarge = { theme: 'dark', textSize: 'large', width: 1280, height: 800 } as const
const light = { theme: 'light', textSize: 'standard', width: 1280, height: 800 } as const
const wide = { theme: 'light', textSize: 'large', width: 1920, height: 1080 } as const
type Look = typeof darkAndLarge | typeof light | typeof wide

/** On a busy machine an update may take its time; what does not come does not come later either. */
const PATIENCE = 20_000
const expectOn = expectOnPage.configure({ timeout: PATIENCE })
const poll = <T>(read: () => T, message?: string) =>
  expect.poll(read, { timeout: PATIENCE, ...(message !== undefined && { message }) })

const water = (fee: string) =>
  policy(
    'yinshui-guanhu',
    '溪口镇饮水管护办法',
    ['为了管好饮水工程，制定本办法。', '管护员每月检查水源地一次。', fee],
    {
      topics: ['饮水'],
    },
  )
const road = (watch: string) => policy('daolu-yanghu', '溪口镇道路养护办法', [watch], { topics: ['道路'] })
const pit = policy('fentang-zhili', '溪口镇粪塘治理办法', ['粪塘应当加盖。'])
const guide = policy('shoufei-zhinan', '水费收取指南', ['先抄表，再收费。'], { kind: 'guide', topics: ['饮水'] })

const first: WorkshopItem[] = [water('水费每吨一元。'), road('每季巡查一次。'), pit].map((one) => ({
  revisions: [one],
}))
const second: WorkshopItem[] = [
  { revisions: [water('水费每吨一元。'), water('水费每吨两元，账目每月公开。')] },
  { revisions: [road('每季巡查一次。'), road('每月巡查一次。')] },
  {
    id: pit.identifier,
    title: pit.title,
    withdrawn: { withdrawnOn: '2026-11-01', reason: '已并入饮水管护办法。', replacedBy: 'yinshui-guanhu' },
  },
  { revisions: [guide] },
]

describe('the updates desk', () => {
  let service: LibraryService
  let browser: Browser
  let page: Page
  const place = mkdtempSync(path.join(os.tmpdir(), 'xinhuo-updates-'))
  const share = path.join(place, '共享')
  const stick = path.join(place, 'U盘')
  const workshop = createWorkshop('xikou-zhengce', makeKeys(), share)
  const publish = (version: number, items: readonly WorkshopItem[], notes: string) =>
    workshop.publish({
      version,
      items,
      describe: (description) => ({
        ...description,
        title: '溪口政策',
        notes: [{ version, publishedAt: '2026-11-01T08:00:00Z', notes }],
      }),
    })
  const mountsBefore = process.env.XINHUO_MOUNTS

  beforeAll(async () => {
    mkdirSync(stick)
    process.env.XINHUO_MOUNTS = stick
    publish(1, first, '第一版。')
    service = await startLibraryService()
    await starterInstalled(service)
    browser = await launchBrowser()
    page = (await openAppWindow(browser, service)).page
  })
  afterAll(async () => {
    await browser?.close()
    await service?.remove()
    rmSync(place, { recursive: true, force: true })
    if (mountsBefore === undefined) delete process.env.XINHUO_MOUNTS
    else process.env.XINHUO_MOUNTS = mountsBefore
  })

  const ask = <Answer>(method: string, route: string, body?: object) =>
    askOverPipe<Answer>(service.pipe, method, route, body)
  const main = () => page.locator('main')
  const go = (to: string) => page.goto(new URL(to, service.address).href)
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  const heading = (name: string | RegExp) => page.getByRole('heading', { name })
  /** By keyboard alone. */
  const press = async (name: string | RegExp) => {
    // What is still at work takes no key.
    await expectOn(button(name)).toBeEnabled()
    await button(name).press('Enter')
  }
  const checkFrom = async (from: string) => {
    const field = page.getByLabel('更新包在哪里')
    await field.fill(from)
    await field.press('Enter')
  }
  /** The rules of axe that are broken, and what stands out to the right of the desk or its open dialog. */
  const faults = async () => {
    const violations = await axeViolations(page)
    const overflowing = await page.evaluate(() => {
      const frame = document.querySelector('dialog[open]') ?? document.getElementById('main')
      const edge = frame?.getBoundingClientRect().right ?? 0
      return [...(frame?.querySelectorAll('*') ?? [])]
        .filter((element) => element.getBoundingClientRect().right > edge + 1 && !element.closest('.visually-hidden'))
        .map((element) => element.outerHTML.slice(0, 120))
    })
    return [...violations, ...overflowing]
  }
  const isFaultless = (message = 'faults') => poll(faults, message).toEqual([])
  /** In the narrowest dress, where least fits; `others` where colours and sizes are the page's own. */
  const looksRight = async (name: string, others: readonly Look[] = []) => {
    const settings = await ask<object>('GET', '/api/settings')
    for (const look of [darkAndLarge, ...others]) {
      await ask('PUT', '/api/settings', { ...settings, theme: look.theme, textSize: look.textSize })
      await page.setViewportSize({ width: look.width, height: look.height })
      await refreshSettings()
      await expectOn(page.locator('html')).toHaveAttribute('data-theme', look.theme)
      // Colours still on their way from one state to the next do not count.
      await isFaultless(`${name} ${look.theme} ${look.width}`)
      const pictures = process.env.XINHUO_PICTURES
      if (pictures) await page.screenshot({ path: path.join(pictures, `${name}-${look.theme}-${look.width}.png`) })
    }
    await ask('PUT', '/api/settings', settings)
    await page.setViewportSize({ width: 1280, height: 800 })
  }
  /** What the window shows at present is left as it is. */
  let refreshSettings = async () => {}

  describe('before there is a channel', () => {
    it('teaches what a channel is, and where an update may come from', async () => {
      await go('/updates')
      await expectOn(main()).toContainText('还没有添加频道')
      await expectOn(main()).toContainText('每一版都有签名')
      await expectOn(
        page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '更新' }),
      ).toHaveAttribute('aria-current', 'page')
      refreshSettings = async () => void (await page.reload())
      await looksRight('empty')
    })

    it('says that a place holds no channel, and what to do', async () => {
      await go('/updates')
      await checkFrom(path.join(place, '空的'))
      await expectOn(page.getByRole('alert')).toContainText('这里没有可用的内容频道')
      await expectOn(page.getByRole('alert')).toContainText('U盘')
    })
  })

  describe('first trust', () => {
    it('shows twelve numbered words to compare, with the hexadecimal folded away and nothing chosen', async () => {
      await checkFrom(share)
      const { fingerprint } = await ask<TrustOffer>('POST', '/api/channels/inspect', { from: share })
      const dialog = page.getByRole('dialog', { name: '第一次见到这个频道' })
      const words = dialog.locator('ol > li')
      await expectOn(words).toHaveText(fingerprint.words.map((word, at) => `${at + 1}${word}`))
      await expectOn(dialog.getByText(fingerprint.hex)).toBeHidden()
      await expectOn(button('词语一致，信任这个频道')).not.toBeFocused()
      refreshSettings = async () => {
        await page.reload()
        await checkFrom(share)
        await expectOn(words).toHaveCount(12)
      }
      await looksRight('trust', [light])
    })

    it('adds nothing when the words were not compared', async () => {
      await press('不一致或没核对，先不加')
      await expectOn(page.getByRole('dialog')).toBeHidden()
      expect(await ask('GET', '/api/channels')).toEqual([])
    })

    it('leads on to what the channel holds', async () => {
      await checkFrom(share)
      await expectOn(page.getByRole('dialog')).toBeVisible()
      await press('词语一致，信任这个频道')
      await expectOn(heading('《溪口政策》有第 1 版')).toBeVisible()
      await expectOn(main()).toContainText('第一次安装，共 3 件')
      const channels = await ask<ChannelView[]>('GET', '/api/channels')
      expect(channels.map(({ id, version }) => [id, version])).toEqual([['xikou-zhengce', undefined]])
    })
  })

  describe('applying', () => {
    it('puts the version in effect and says what was done, with the focus on it', async () => {
      await press('更新到第 1 版')
      const done = heading('《溪口政策》现在是第 1 版')
      await expectOn(done).toBeFocused()
      await expectOn(main()).toContainText('新增 3 件，修改 0 件，撤回 0 件')
      await press('知道了')
      const card = page.getByRole('article', { name: '溪口政策' })
      await expectOn(card).toContainText('溪口镇内容办公室')
      await expectOn(card).toContainText(share)
      await expectOn(card).toContainText('还没有核对过')
    })
  })

  describe('a stick with a newer version', () => {
    beforeAll(async () => {
      const { revision } = await ask<{ revision: string }>('GET', '/api/items/yinshui-guanhu')
      const note = { itemId: 'yinshui-guanhu', anchor: '第三条', revision, text: '收费时带收据' }
      await ask('POST', '/api/notes', note)
      const own = path.join(place, '饮水.md')
      writeFileSync(
        own,
        '---\nxinhuo: 1\nkind: policy\ntitle: 溪口镇道路养护办法\nidentifier: daolu-yanghu\n---\n第一条 每季巡查两次。\n',
      )
      await importPaths(service, [own])
      publish(2, second, '## 本版要点\n\n- 水费调整\n- **粪塘**办法并入')
      cpSync(share, path.join(stick, '频道'), { recursive: true })
    })

    it('offers itself in one line on every page, which can be sent away', async () => {
      await go('/library')
      const notice = page.getByRole('status').filter({ hasText: 'U盘上有“溪口政策”的新版本' })
      await expectOn(notice).toBeVisible()
      await notice.getByRole('button', { name: '不用提醒' }).click()
      await expectOn(notice).toBeHidden()
      await page.getByRole('link', { name: '首页' }).click()
      await expectOn(heading('想查什么？')).toBeVisible()
      await expectOn(notice).toBeHidden()
    })

    it('is looked at from its line', async () => {
      await go('/')
      await page.getByRole('status').filter({ hasText: '新版本' }).getByRole('button', { name: '查看' }).press('Enter')
      await expectOn(heading('《溪口政策》有第 2 版')).toBeVisible()
      await expectOn(main()).toContainText('新增 1 · 修改 2 · 撤回 1')
      await expectOn(main().getByRole('listitem').filter({ hasText: '粪塘办法并入' })).toBeVisible()
      await expectOn(page.getByRole('link', { name: /^更新/ })).toContainText('还没更新的新版本')
    })

    it('says why something goes and what takes its place, and what one has changed oneself', async () => {
      const row = (title: string) =>
        main()
          .getByRole('listitem')
          .filter({ hasText: title })
          .filter({ has: page.getByRole('button') })
      await expectOn(row('溪口镇粪塘治理办法').first()).toContainText('已并入饮水管护办法。')
      await expectOn(row('溪口镇粪塘治理办法').first()).toContainText('改用： 溪口镇饮水管护办法')
      await expectOn(row('溪口镇道路养护办法').first()).toContainText('您自己改过：先用您的')
    })

    it('lists one kind alone', async () => {
      await press('指南 1')
      await expectOn(button('看内容：水费收取指南')).toBeVisible()
      await expectOn(button('逐条对比：溪口镇饮水管护办法')).toBeHidden()
      await press('全部 4')
      await expectOn(button('逐条对比：溪口镇饮水管护办法')).toBeVisible()
    })

    it('compares a changed item clause by clause, and gives the focus back', async () => {
      await press('逐条对比：溪口镇饮水管护办法')
      const dialog = page.getByRole('dialog', { name: '“溪口镇饮水管护办法”改了什么' })
      await expectOn(dialog.locator('[data-change="changed"]')).toContainText('两元，账目每月公开')
      await isFaultless()
      await page.keyboard.press('Escape')
      await expectOn(dialog).toBeHidden()
      await expectOn(button('逐条对比：溪口镇饮水管护办法')).toBeFocused()
    })

    it('shows which of one’s own work is touched, with old and new text and a way to it', async () => {
      const touched = main()
        .getByRole('listitem')
        .filter({ has: page.getByRole('link', { name: '收费时带收据' }) })
      await expectOn(touched).toContainText('水费每吨一元。')
      await expectOn(touched).toContainText('水费每吨两元，账目每月公开。')
      await touched.getByRole('link').press('Enter')
      await expectOn(heading('溪口镇饮水管护办法')).toBeVisible()
      expect(decodeURIComponent(new URL(page.url()).hash)).toBe('#第三条')
      await page.goBack()
      await expectOn(heading('《溪口政策》有第 2 版')).toBeVisible()
      refreshSettings = async () => {
        await page.reload()
        await expectOn(heading('《溪口政策》有第 2 版')).toBeVisible()
      }
      await looksRight('offer', [light, wide])
    })

    it('is applied, and says what it touches and what is to be chosen', async () => {
      await page.reload()
      await press('更新到第 2 版')
      await expectOn(heading('《溪口政策》现在是第 2 版')).toBeFocused()
      await expectOn(main()).toContainText('新增 1 件，修改 2 件，撤回 1 件')
      await expectOn(main()).toContainText('有 1 件您自己改过')
      await expectOn(page.getByRole('link', { name: /^更新/ })).not.toContainText('新版本')
    })
  })

  describe('a text that both changed', () => {
    const seen = () => page.getByRole('dialog', { name: '溪口镇道路养护办法' })

    it('shows both changes against the text they began from', async () => {
      await press('看看改了什么：溪口镇道路养护办法')
      await expectOn(seen().getByRole('columnheader')).toHaveText(['我的改动', '频道的改动'])
      await expectOn(seen().locator('td').first()).toContainText('两次')
      await expectOn(seen().locator('td').nth(1)).toContainText('每月')
      refreshSettings = async () => {
        await go('/updates')
        await press('看看改了什么：溪口镇道路养护办法')
        await expectOn(seen().locator('td').first()).toContainText('两次')
      }
      await looksRight('conflict', [wide])
    })

    it('is the channel’s when that is chosen, and one’s own again when one thinks better of it', async () => {
      const conflict = async () => (await ask<TextConflict[]>('GET', '/api/updates/conflicts'))[0]?.choice
      await press('用频道的')
      await expectOn(seen()).toBeHidden()
      await poll(conflict).toBe('channel')
      await press('看看改了什么：溪口镇道路养护办法')
      await press('用我的')
      await poll(conflict).toBe('own')
    })
  })

  describe('what is new since', () => {
    const marked = async () => (await ask<NewSince[]>('GET', '/api/updates/new')).map(({ itemId }) => itemId)
    const news = () => page.getByRole('region', { name: '新到' })

    it('stands on the first page and beside titles, until it is opened', async () => {
      await go('/')
      await expectOn(news().getByRole('link', { name: '水费收取指南' })).toBeVisible()
      await go('/library?kind=guide')
      const row = main().getByRole('listitem').filter({ hasText: '水费收取指南' })
      await expectOn(row.getByText('新', { exact: true })).toBeVisible()
      await go('/search?q=水费收取指南')
      await expectOn(main().getByRole('listitem').first().getByText('新', { exact: true })).toBeVisible()
      await go('/item/shoufei-zhinan')
      await expectOn(main()).toContainText('先抄表，再收费。')
      await poll(marked).not.toContain('shoufei-zhinan')
      await go('/library?kind=guide')
      await expectOn(row).toBeVisible()
      await expectOn(row.getByText('新', { exact: true })).toBeHidden()
    })

    it('goes altogether when all is marked as seen, without losing the focus', async () => {
      await go('/')
      await expectOn(news()).toBeVisible()
      await isFaultless()
      await press('全部标为看过')
      await expectOn(news()).toBeHidden()
      await poll(marked).toEqual([])
      await expectOn(page.locator('body')).not.toBeFocused()
    })
  })

  describe('care of a channel', () => {
    it('verifies what is installed and says so', async () => {
      await go('/updates')
      await press('核对内容')
      await expectOn(heading('《溪口政策》和签名时的一样，全部完好')).toBeFocused()
      await press('知道了')
      await expectOn(page.getByRole('article', { name: '溪口政策' })).toContainText('核对过，全部一致')
    })

    it('fetches what a failing disk damaged again, from where it came or from another place', async () => {
      const connection = openSqlite(path.join(service.root, 'library.db'))
      connection.exec(
        "UPDATE revision SET content = replace(content, '先抄表', '先收费') WHERE item_id = 'shoufei-zhinan'",
      )
      connection.close()
      await press('核对内容')
      await expectOn(heading('《溪口政策》有 1 处和签名时的不一样')).toBeFocused()
      const from = page.getByLabel('从哪里取回')
      await expectOn(from).toHaveValue(path.join(stick, '频道'))
      refreshSettings = async () => {
        await page.reload()
        await press('核对内容')
        await expectOn(from).toBeVisible()
      }
      await looksRight('damaged')
      await from.fill(share)
      await from.press('Enter')
      await expectOn(heading('《溪口政策》和签名时的一样，全部完好')).toBeFocused()
      await expectOn(main()).toContainText(`从 ${share} 取回了 1 处`)
      await press('知道了')
      expect(JSON.stringify(await ask('GET', '/api/items/shoufei-zhinan'))).toContain('先抄表')
    })

    it('goes back to the version before after asking, and one’s own notes stay', async () => {
      await page.getByText('详细和管理').click()
      refreshSettings = async () => {
        await page.reload()
        await page.getByText('详细和管理').click()
      }
      await looksRight('channel')
      await refreshSettings()
      await press('退回到第 1 版')
      await expectOn(page.getByRole('dialog')).toContainText('您自己的资料、批注和收藏都不受影响')
      await press('切换')
      await expectOn(heading('《溪口政策》现在是第 1 版')).toBeFocused()
      const notes = await ask<{ text: string }[]>('GET', '/api/notes')
      expect(notes.map(({ text }) => text)).toEqual(['收费时带收据'])
    })

    it('refuses a forged update in one sentence, keeps what is there, and takes the good one afterwards', async () => {
      await go('/updates')
      const forged = path.join(place, '改过的')
      cpSync(share, forged, { recursive: true })
      writeFileSync(path.join(forged, 'metadata', 'timestamp.json'), '{"signed":{},"signatures":[]}')
      await checkFrom(forged)
      await expectOn(page.getByRole('alert')).toContainText('已安装的内容没有改动，照常可用')
      const archive = await zipFolder(share, path.join(place, '更新包.zip'), { compress: true })
      await page.locator('input[type=file]').setInputFiles(archive)
      await expectOn(heading('《溪口政策》有第 2 版')).toBeVisible()
      await expectOn(page.getByRole('alert')).toBeHidden()
    })

    it('says calmly that the signatures have ended: what is installed stays', async () => {
      const { page: later, context } = await openAppWindow(browser, service)
      await later.clock.setFixedTime(new Date('2100-06-01T08:00:00Z'))
      await later.goto(new URL('/updates', service.address).href)
      const card = later.getByRole('article', { name: '溪口政策' })
      await expectOn(card).toContainText('2099年1月1日（已过期；装好的内容照常用')
      await context.close()
    })

    it('stands beside another channel', async () => {
      const other = createWorkshop('xian-zhengce', makeKeys(), path.join(place, '县里'))
      other.publish({ version: 1, items: [{ revisions: [policy('xian-banfa', '县里的办法', ['照办。'])] }] })
      await go('/updates')
      await checkFrom(other.directory)
      await press('词语一致，信任这个频道')
      await press('更新到第 1 版')
      await expectOn(heading('《测试频道》现在是第 1 版')).toBeFocused()
      expect((await ask<ChannelView[]>('GET', '/api/channels')).map(({ version }) => version)).toEqual([1, 1])
    })

    it('is put before another by keyboard, which keeps the focus and says the new place', async () => {
      await go('/updates')
      const cards = page.getByRole('article')
      await expectOn(cards).toHaveCount(2)
      await expectOn(cards.first()).toHaveAccessibleName('溪口政策')
      await press('上移 测试频道')
      await expectOn(cards.first()).toHaveAccessibleName('测试频道')
      await expectOn(page.getByRole('status').filter({ hasText: '现在排在第' })).toHaveText(
        '《测试频道》现在排在第 1。',
      )
      await expectOn(heading('测试频道')).toBeFocused()
      const order = async () => (await ask<ChannelView[]>('GET', '/api/channels')).map(({ id }) => id)
      await poll(order).toEqual(['xian-zhengce', 'xikou-zhengce'])
      await press('下移 测试频道')
      await poll(order).toEqual(['xikou-zhengce', 'xian-zhengce'])
    })

    it('brings only the topics that were chosen', async () => {
      const card = page.getByRole('article', { name: '溪口政策' })
      await card.getByText('详细和管理').click()
      await card.getByRole('checkbox', { name: '全部主题' }).press('Space')
      await expectOn(card.getByRole('checkbox', { name: '道路' })).toBeChecked()
      await page.keyboard.press('Tab')
      await expectOn(card.getByRole('checkbox', { name: '道路' })).toBeFocused()
      await page.keyboard.press('Space')
      await expectOn(card.getByRole('checkbox', { name: '道路' })).not.toBeChecked()
      const topics = async () => (await ask<ChannelView[]>('GET', '/api/channels'))[0]?.topics
      await poll(topics).toEqual(['饮水'])
      await isFaultless()
    })

    it('says everything in English too', async () => {
      const settings = await ask<object>('GET', '/api/settings')
      await ask('PUT', '/api/settings', { ...settings, language: 'en', textSize: 'large' })
      await go('/updates')
      await expectOn(heading('Updates')).toBeVisible()
      await page.getByText('Details', { exact: true }).first().click()
      await isFaultless()
      await ask('PUT', '/api/settings', settings)
    })

    it('is removed after asking', async () => {
      await ask('DELETE', '/api/channels/xian-zhengce')
      await go('/updates')
      await page.getByText('详细和管理').click()
      await press('移除频道')
      await page.getByRole('dialog').getByRole('button', { name: '移除频道' }).click()
      await expectOn(main()).toContainText('还没有添加频道')
      await expectOn(main()).toBeFocused()
      expect(await ask('GET', '/api/channels')).toEqual([])
    })
  })
})
