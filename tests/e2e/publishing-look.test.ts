import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright'
import { expect as expectOnPage } from 'playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, openAppWindow } from './app-browser.ts'
import { axeViolations } from './axe-violations.ts'
import {
  askOverPipe,
  importPaths,
  jobEnded,
  type LibraryService,
  starterInstalled,
  startLibraryService,
} from './library-service.ts'
import { waterRules, writeTexts } from './sample-texts.ts'

/** On a busy machine a page may take its time; what does not come does not come later either. Milliseconds. */
const PATIENCE = 20_000
const expectOn = expectOnPage.configure({ timeout: PATIENCE })

const passphrase = 'yi er san si wu liu qi'
const light = { theme: 'light', textSize: 'standard', width: 1280, height: 800 } as const
const darkAndLarge = { theme: 'dark', textSize: 'large', width: 1280, height: 800 } as const
const looks = [light, darkAndLarge, { theme: 'light', textSize: 'large', width: 1920, height: 1080 }] as const

describe('the publishing desk, as it looks', () => {
  let service: LibraryService
  let browser: Browser
  let page: Page
  const office = mkdtempSync(path.join(os.tmpdir(), 'xinhuo-office-'))
  const older = writeTexts({ '溪口镇农村饮水管护办法(2019-05-01).md': waterRules['older.md'] })
  const newer = writeTexts({ '溪口镇农村饮水管护办法(2023-03-01).md': waterRules['newer.md'] })

  const ask = <Answer>(method: string, route: string, body?: object) =>
    askOverPipe<Answer>(service.pipe, method, route, body)

  beforeAll(async () => {
    service = await startLibraryService()
    await starterInstalled(service)
    browser = await launchBrowser()
    page = (await openAppWindow(browser, service)).page
  })
  afterAll(async () => {
    await browser?.close()
    await service?.remove()
    for (const place of [office, older, newer]) rmSync(place, { recursive: true, force: true })
  })

  /** A channel with a release, a draft after it, a withdrawal, and a change that is in neither. */
  const openChannel = async () => {
    await importPaths(service, [older])
    const names = ['root-1', 'root-2', 'root-3', 'targets-1', 'release-1']
    await ask('POST', '/api/publishing', {
      directory: path.join(office, '县政策频道'),
      id: 'xian-zhengce',
      title: '青禾县政策频道',
      publisher: '青禾县内容办公室',
      holders: ['张三', '李四', '王五'],
      threshold: 2,
      passphrases: Object.fromEntries(names.map((name) => [name, passphrase])),
    })
    const publish = async (stage: 'released' | 'draft') => {
      const passphrases = { 'targets-1': passphrase, 'release-1': passphrase }
      const job = await ask<{ id: string }>('POST', '/api/publishing/xian-zhengce/publish', { stage, passphrases })
      expect((await jobEnded(service, job.id)).state).toBe('done')
    }
    const { items } = await ask<{ items: { itemId: string }[] }>('GET', '/api/items?kind=guide')
    const [first = '', second = '', third = ''] = items.map(({ itemId }) => itemId)
    const choose = (queries: string[]) =>
      ask('PUT', '/api/publishing/xian-zhengce/choice', { queries, items: [first], excluded: [second] })
    await choose(['饮水管护', '类别:指南'])
    await publish('released')
    await ask('POST', '/api/publishing/xian-zhengce/withdraw', {
      itemId: third,
      reason: '第三步写错了，以新的指南为准。',
      replacedBy: first,
    })
    await publish('draft')
    await importPaths(service, [newer])
  }

  const go = (search: string) => page.goto(new URL(`/publishing${search}`, service.address).href)
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  const inDialog = (name: string) => expectOn(page.getByRole('dialog')).toContainText(name)
  const arrived = (words: string | RegExp) => expectOn(page.locator('main')).toContainText(words)

  const dress = async ({ theme, textSize, width, height }: (typeof looks)[number]) => {
    const settings = await ask<object>('GET', '/api/settings')
    await ask('PUT', '/api/settings', { ...settings, theme, textSize })
    await page.setViewportSize({ width, height })
  }
  const violations = () => axeViolations(page)
  /** What stands out to the right of the desk or the dialog that is open. */
  const overflowing = () =>
    page.evaluate(() => {
      const frame = document.querySelector('dialog[open]') ?? document.getElementById('main')
      const edge = frame?.getBoundingClientRect().right ?? 0
      return [...(frame?.querySelectorAll('*') ?? [])]
        .filter((element) => element.getBoundingClientRect().right > edge + 1 && !element.closest('.visually-hidden'))
        .map((element) => element.outerHTML.slice(0, 120))
    })
  const isFit = async (look: (typeof looks)[number]) => {
    await expectOn(page.locator('html')).toHaveAttribute('data-theme', look.theme)
    // Colours still on their way from one state to the next do not count.
    await expect.poll(violations, { timeout: PATIENCE }).toEqual([])
    expect(await overflowing()).toEqual([])
    const picture = process.env.XINHUO_PICTURES
    if (picture) {
      const name = expect.getState().currentTestName?.replaceAll(/[^\p{L}\p{N}]+/gu, '-') ?? 'look'
      await page.screenshot({ path: path.join(picture, `${name.slice(-100)}.png`) })
    }
  }

  describe('before there is a channel', () => {
    beforeAll(() => dress(darkAndLarge))

    it('teaches', async () => {
      await go('')
      await arrived('发布是给内容办公室用的')
      await isFit(darkAndLarge)
    })

    it('asks for the channel, says what is missing, and asks for a passphrase', async () => {
      await go('?part=new')
      await button('下一步').click()
      await arrived('请填写频道名称。')
      await isFit(darkAndLarge)
      const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text)
      await fill('频道名称', '青禾县政策频道')
      await fill('频道代号', 'xian-zhengce')
      await fill('发布单位', '青禾县内容办公室')
      await fill('发布文件夹', path.join(office, '县政策频道'))
      await button('下一步').click()
      await fill('第 1 位保管人', '张三')
      await fill('第 2 位保管人', '李四')
      await fill('第 3 位保管人', '王五')
      await button('下一步').click()
      await button('下一步').click()
      await arrived('口令太短')
      await isFit(darkAndLarge)
    })
  })

  it('says everything in English when English is chosen', async () => {
    const settings = await ask<object>('GET', '/api/settings')
    await ask('PUT', '/api/settings', { ...settings, language: 'en' })
    for (const [place, words] of [
      ['', 'Publishing is for a content office'],
      ['?part=new', 'Channel name'],
    ] as const) {
      await go(place)
      await arrived(words)
      expect(await page.locator('main').innerText()).not.toMatch(/[一-龥]/)
    }
    await ask('PUT', '/api/settings', settings)
  })

  it('is not for a window on an office’s intranet, and says where to go', async () => {
    await page.route('**/api/about', async (route) => {
      const answer = await route.fetch()
      await route.fulfill({ json: { ...((await answer.json()) as object), shell: 'serve' } })
    })
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await go('')
    await arrived('请在发布用的电脑上打开')
    expect(asked).toContain('/api/about')
    expect(asked.filter((place) => place.startsWith('/api/publishing'))).toEqual([])
    await page.goto(new URL('/settings', service.address).href)
    await expectOn(page.getByRole('region', { name: '关于薪火' })).toContainText('资料库位置')
    await expectOn(page.getByRole('link', { name: '打开内容发布' })).toHaveCount(0)
    await page.unrouteAll({ behavior: 'ignoreErrors' })
  })

  it('asks the desktop shell for a folder where there is one', async () => {
    const { page: desktop } = await openAppWindow(browser, service)
    await desktop.addInitScript(() => {
      const bridge = { chooseFolder: async () => '/media/U盘/发布', onMenu: () => () => {}, onOpenLink: () => () => {} }
      Object.assign(globalThis, { xinhuo: bridge })
    })
    await desktop.goto(new URL('/publishing', service.address).href)
    await desktop.getByRole('button', { name: '选择文件夹' }).click()
    await expectOn(desktop.getByLabel('发布文件夹', { exact: true })).toHaveValue('/media/U盘/发布')
    await desktop.context().close()
  })

  describe('with a channel', () => {
    beforeAll(openChannel)

    const places: readonly [name: string, arrive: () => Promise<unknown>][] = [
      ['the channels', () => go('').then(() => arrived('青禾县政策频道'))],
      ['the overview', () => go('?channel=xian-zhengce').then(() => arrived('十二个核对词'))],
      ['the choice', () => go('?channel=xian-zhengce&part=choice').then(() => arrived(/[1-9]\d* 件/))],
      [
        'what a condition finds',
        async () => {
          await go('?channel=xian-zhengce&part=choice')
          await button('看看有哪些：类别:指南').click()
          await expectOn(page.getByRole('button', { name: /^不发布/ }).first()).toBeVisible()
        },
      ],
      [
        'withdrawing',
        async () => {
          await go('?channel=xian-zhengce&part=choice')
          await button('撤回一件').click()
          await inDialog('原因')
        },
      ],
      ['the next release', () => go('?channel=xian-zhengce&part=release').then(() => arrived('变化的资料'))],
      [
        'a comparison',
        async () => {
          await go('?channel=xian-zhengce&part=release')
          await page
            .getByRole('button', { name: /^逐条对比/ })
            .first()
            .click()
          await expectOn(page.locator('[data-change="added"]').first()).toBeVisible()
        },
      ],
      [
        'signing, with something missing',
        async () => {
          await go('?channel=xian-zhengce&part=release')
          await button('签名并发布…').click()
          await page.getByRole('checkbox', { name: '同时做一个压缩包' }).check()
          await button('签名并发布').click()
          await inDialog('请填写 targets-1 的口令。')
        },
      ],
      ['the keys', () => go('?channel=xian-zhengce&part=keys').then(() => arrived('release-1'))],
      [
        'revoking a root key',
        async () => {
          await go('?channel=xian-zhengce&part=keys')
          await button('作废 root-2').click()
          await inDialog('另外两把')
        },
      ],
      [
        'care, after a check',
        async () => {
          await go('?channel=xian-zhengce&part=care')
          await button('核对一遍').click()
          await arrived('完好')
        },
      ],
      ['a channel that is not here', () => go('?channel=bu-cunzai').then(() => arrived('这里没有这个频道'))],
    ]

    // Every page in the narrowest dress, where least fits; of each kind of page one in the others.
    const inEveryDress = ['the overview', 'a comparison', 'signing, with something missing', 'the keys']
    describe.each(looks)('$theme, $textSize, $width wide', (look) => {
      beforeAll(() => dress(look))

      it.each(places.filter(([name]) => look === darkAndLarge || inEveryDress.includes(name)))(
        '%s breaks no rule of axe and stays within the desk',
        async (_, arrive) => {
          await arrive()
          await isFit(look)
        },
      )
    })
  })
})
