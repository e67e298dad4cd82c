import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, Locator, Page } from 'playwright'
import { expect as expectOnPage } from 'playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PublishedChannel } from '../../library/updates/publishing/publishing-view.ts'
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

/** On a busy machine a page may take its time; what does not come does not come later either. Milliseconds. */
const PATIENCE = 30_000
const expectOn = expectOnPage.configure({ timeout: PATIENCE })

const passphrases = {
  'root-1': 'kai men jian shan shui',
  'root-2': 'mi tang you zhi lu deng',
  'root-3': 'chun jiang hua yue ye wan',
  'targets-1': 'xuan cai ren de kou ling',
  'release-1': 'fa xing ren de kou ling',
} as const

/** The desk of a content office, from the first visit to the second release; each test goes on from the one before. */
describe('the publishing desk', () => {
  let service: LibraryService
  let browser: Browser
  let window: AppWindow
  let page: Page
  const office = mkdtempSync(path.join(os.tmpdir(), 'xinhuo-office-'))
  const folder = path.join(office, '县政策频道')
  const stick = path.join(office, 'U盘')
  const texts = writeTexts({ '溪口镇农村饮水管护办法(2019-05-01).md': waterRules['older.md'] })
  const newer = writeTexts({ '溪口镇农村饮水管护办法(2023-03-01).md': waterRules['newer.md'] })

  beforeAll(async () => {
    mkdirSync(stick)
    service = await startLibraryService()
    await starterInstalled(service)
    await importPaths(service, [texts])
    browser = await launchBrowser()
    window = await openAppWindow(browser, service, { place: '/settings' })
    page = window.page
  })
  afterAll(async () => {
    await browser?.close()
    await service?.remove()
    for (const place of [office, texts, newer]) rmSync(place, { recursive: true, force: true })
  })

  const main = () => page.locator('main')
  const button = (name: string | RegExp, within: Locator = main()) => within.getByRole('button', { name, exact: true })
  const part = (name: string) => page.getByRole('navigation', { name: '频道的各个部分' }).getByRole('link', { name })
  const region = (name: string | RegExp) => main().getByRole('region', { name })
  const dialog = () => page.getByRole('dialog')
  const heading = (name: string | RegExp) => main().getByRole('heading', { level: 2, name })
  const channel = async () => {
    const [first] = await askOverPipe<PublishedChannel[]>(service.pipe, 'GET', '/api/publishing')
    if (!first) throw new Error('No channel is published from here')
    return first
  }
  const sign = async (targets: string = passphrases['targets-1'], release: string = passphrases['release-1']) => {
    await dialog()
      .getByLabel(/选材密钥/)
      .fill(targets)
    await dialog()
      .getByLabel(/发行密钥/)
      .fill(release)
  }
  /** Everything typed into fields of the page, and what the window keeps. */
  const leftovers = () =>
    page.evaluate(() =>
      JSON.stringify([
        [...document.querySelectorAll('input')].map((input) => input.value),
        { ...sessionStorage, ...localStorage },
        location.href,
      ]),
    )

  it('is found in the settings, and teaches what publishing is', async () => {
    await main().getByRole('link', { name: '打开内容发布' }).click()
    await expectOn(main().getByRole('heading', { level: 1, name: '内容发布' })).toBeVisible()
    await expectOn(main()).toContainText('内容办公室选定一套')
    await expectOn(main()).toContainText('三人各持一把根密钥')
    await expectOn(main().getByLabel('发布文件夹', { exact: true })).toBeVisible()
  })

  describe('the key ceremony', () => {
    it('says what is missing before it goes on', async () => {
      await button('开设频道').click()
      await expectOn(heading('频道')).toBeFocused()
      await button('下一步').click()
      await expectOn(main()).toContainText('请填写频道名称。')
      await main().getByLabel('频道代号', { exact: true }).fill('县政策')
      await expectOn(main()).toContainText('代号要用 3 到 64 个小写字母')
      await main().getByLabel('频道代号', { exact: true }).fill('xian-zhengce')
      await main().getByLabel('频道名称').fill('青禾县政策频道')
      await main().getByLabel('发布单位').fill('青禾县内容办公室')
      await main().getByLabel('发布文件夹', { exact: true }).fill(folder)
      await button('下一步').click()
    })

    it('asks for three different people', async () => {
      await expectOn(heading('三位保管人')).toBeFocused()
      for (const [n, name] of [
        [1, '张三'],
        [2, '李四'],
        [3, '张三'],
      ] as const)
        await main().getByLabel(`第 ${n} 位保管人`).fill(name)
      await button('下一步').click()
      await expectOn(main()).toContainText('三位要是不同的人。')
      await main().getByLabel('第 3 位保管人').fill('王五')
      await button('下一步').click()
    })

    it('takes each passphrase twice, by keyboard alone, and empties the fields at once', async () => {
      await expectOn(heading(/第一位的口令 · 张三/)).toBeFocused()
      const field = main().getByLabel('口令', { exact: true })
      expect([await field.getAttribute('type'), await field.getAttribute('autocomplete')]).toEqual(['password', 'off'])
      await field.fill('short')
      await main().getByLabel('再输一遍').fill('short')
      await button('下一步').click()
      await expectOn(main()).toContainText('口令太短')
      await expectOn(field).toHaveValue('')
      await expectOn(field).toBeFocused()
      await page.keyboard.type(passphrases['root-1'])
      await page.keyboard.press('Enter')
      await page.keyboard.type(`${passphrases['root-1']}x`)
      await page.keyboard.press('Enter')
      await expectOn(main()).toContainText('两遍不一样')
      for (const key of Object.keys(passphrases) as (keyof typeof passphrases)[]) {
        if (key !== 'root-1') {
          // The next step has begun.
          await expectOn(main().locator('h2:focus')).toBeVisible()
          await page.keyboard.press('Tab')
        }
        await expectOn(main().getByLabel('口令', { exact: true })).toBeFocused()
        for (let time = 0; time < 2; time++) {
          await page.keyboard.type(passphrases[key])
          await page.keyboard.press('Enter')
        }
      }
      await expectOn(heading('核对')).toBeFocused()
      for (const passphrase of Object.values(passphrases)) expect(await leftovers()).not.toContain(passphrase)
      expect(existsSync(folder)).toBe(false)
    })

    it('asks before it is left', async () => {
      await page.getByRole('link', { name: '资料库', exact: true }).click()
      await expectOn(dialog()).toContainText('已输入的口令会马上清掉')
      await button('留下继续', dialog()).click()
      await expectOn(heading('核对')).toBeVisible()
    })

    it('keeps the passphrases for another attempt when the folder would not do', async () => {
      mkdirSync(folder)
      mkdirSync(path.join(folder, '别的东西'))
      await button('生成密钥，开设频道').click()
      await expectOn(main().getByRole('alert').filter({ hasText: '没有建立频道' })).toBeVisible()
      rmSync(folder, { recursive: true })
      await button('改频道信息').click()
      await button('下一步').click()
      await expectOn(heading('核对')).toBeVisible()
      await button('生成密钥，开设频道').click()
      await expectOn(heading('“青禾县政策频道”开好了')).toBeFocused()
    })

    it('shows where each key is, and the words to be printed', async () => {
      const table = main().getByRole('table', { name: '密钥' })
      for (const [name, holder] of [
        ['root-1', '张三'],
        ['root-2', '李四'],
        ['root-3', '王五'],
      ] as const) {
        const row = table.getByRole('row').filter({ hasText: name })
        await expectOn(row).toContainText(holder)
        await expectOn(row).toContainText(path.join(folder, 'keys', `${name}.key.json`))
      }
      const { fingerprint } = await channel()
      expect(fingerprint.words).toHaveLength(12)
      const words = region('十二个核对词')
      for (const word of fingerprint.words) await expectOn(words).toContainText(word)

      await page.evaluate(() => {
        globalThis.print = () => {
          document.documentElement.dataset.printed = document.querySelector('[data-print]')?.textContent ?? ''
        }
      })
      await button('打印核对词', words).click()
      const paper = (await page.locator('html').getAttribute('data-printed')) ?? ''
      for (const word of [...fingerprint.words, '青禾县政策频道', '张三', '李四', '王五']) expect(paper).toContain(word)
    })

    it('leaves no passphrase behind in the window, the folder or the library', async () => {
      expect(readFileSync(path.join(folder, 'keys', 'root-1.key.json'), 'utf8')).toContain('aes-256-gcm')
      const files = [folder, service.root].flatMap((place) =>
        readdirSync(place, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => readFileSync(path.join(entry.parentPath, entry.name))),
      )
      expect(files.length).toBeGreaterThan(6)
      for (const passphrase of Object.values(passphrases)) {
        expect(files.some((bytes) => bytes.includes(passphrase))).toBe(false)
        expect(await leftovers()).not.toContain(passphrase)
        expect(window.requests.join(' ')).not.toContain(passphrase)
      }
    })
  })

  describe('choosing', () => {
    it('says how many items a condition finds before it is added', async () => {
      await main().getByRole('link', { name: '去选材 →' }).click()
      await page.getByLabel('检索词').fill('饮水管护')
      await expectOn(main().getByText(/现在找到 \d+ 件/)).toBeVisible()
      await button('加上这个条件').click()
      const row = main().getByRole('listitem').filter({ hasText: '饮水管护' }).first()
      await expectOn(row).toContainText(/[1-9]\d* 件/)
      await expectOn(page.getByLabel('检索词')).toHaveValue('')
      await expectOn.poll(async () => (await channel()).choice.queries).toEqual(['饮水管护'])
    })

    it('puts a condition together from choices, in the words of the search', async () => {
      await main().getByRole('combobox', { name: '类别' }).click()
      await page
        .getByRole('option', { name: '指南' })
        .locator('visible=true')
        .or(page.getByTitle('指南'))
        .first()
        .click()
      await expectOn(main().getByText(/“类别:指南”现在找到 [1-9]\d* 件/)).toBeVisible()
      await button('加上这个条件').click()
      await expectOn.poll(async () => (await channel()).choice.queries).toEqual(['饮水管护', '类别:指南'])
    })

    it('shows what a condition finds, and leaves out what should not go', async () => {
      await button('看看有哪些：类别:指南').click()
      const out = main()
        .getByRole('button', { name: /^不发布“/ })
        .first()
      const title = ((await out.getAttribute('aria-label')) ?? '').replace(/^不发布“|”$/g, '')
      await out.click()
      await expectOn(region('排除的')).toContainText(title)
      await expectOn.poll(async () => (await channel()).choice.excluded.length).toBe(1)
      await button(`照常发布“${title}”`, region('排除的')).click()
      await expectOn(region('排除的')).toHaveCount(0)
      await button('去掉条件“类别:指南”').click()
      await expectOn.poll(async () => (await channel()).choice).toMatchObject({ queries: ['饮水管护'], excluded: [] })
    })

    it('adds an item by its title, and removes it again', async () => {
      await region('一件一件加的').getByLabel('按标题找资料').fill('村务公开')
      await region('一件一件加的')
        .getByRole('button', { name: /^加入“/ })
        .first()
        .click()
      await expectOn.poll(async () => (await channel()).choice.items.length).toBe(1)
      await expectOn(region('一件一件加的').getByText('已加入')).toBeVisible()
    })
  })

  describe('the first release', () => {
    it('is seen as readers will see it, with proposed notes', async () => {
      await part('发布').click()
      await expectOn(heading('读者会看到的第 1 版')).toBeVisible()
      await expectOn(main().getByRole('listitem').filter({ hasText: '溪口镇农村饮水管护办法' })).toContainText('新增')
      await expectOn(main().getByLabel('更新说明（读者会看到）')).toHaveValue(/溪口镇农村饮水管护办法|新增/)
    })

    it('keeps changed notes over another desk and a reload', async () => {
      const notes = main().getByLabel('更新说明（读者会看到）')
      await notes.fill('第一版：饮水管护与村务公开。')
      await part('选材').click()
      await page.reload()
      await part('发布').click()
      await expectOn(notes).toHaveValue('第一版：饮水管护与村务公开。')
    })

    it('is not signed with a wrong passphrase, and the fields start afresh', async () => {
      await button('签名并发布…').click()
      await button('签名并发布', dialog()).click()
      await expectOn(dialog()).toContainText('请填写 targets-1 的口令。')
      await sign('not this one at all')
      await button('签名并发布', dialog()).click()
      await expectOn(dialog().getByRole('alert').filter({ hasText: '口令不对' })).toBeVisible()
      await expectOn(dialog().getByLabel(/选材密钥/)).toHaveValue('')
      await expectOn(dialog().getByLabel(/发行密钥/)).toHaveValue('')
      await expectOn(dialog().getByLabel(/选材密钥/)).toBeFocused()
    })

    it('is signed, copied to a stick and archived in one step', async () => {
      await sign()
      await dialog().getByRole('checkbox', { name: '同时拷到 U 盘或文件夹' }).check()
      await dialog().getByLabel('拷到哪里').fill(stick)
      await dialog().getByRole('checkbox', { name: '同时做一个压缩包' }).check()
      await dialog().getByLabel('压缩包放到哪个文件夹').fill(office)
      await button('签名并发布', dialog()).click()
      await expectOn(heading('第 1 版已发布（正式发布）')).toBeVisible()
      await expectOn(main()).toContainText(path.join(folder, 'repository'))
      expect(existsSync(path.join(stick, 'xian-zhengce', 'metadata', 'timestamp.json'))).toBe(true)
      expect(existsSync(path.join(office, 'xian-zhengce-v1.zip'))).toBe(true)
      const { released } = await channel()
      expect(released).toMatchObject({ version: 1, notes: '第一版：饮水管护与村务公开。', items: 2 })
      for (const passphrase of Object.values(passphrases)) expect(await leftovers()).not.toContain(passphrase)
      await button('知道了').click()
      await expectOn(main()).toContainText('和上一版比，内容没有变化。')
    })
  })

  describe('the next release', () => {
    it('compares what changed clause by clause', async () => {
      await importPaths(service, [newer])
      await page.reload()
      const row = main().getByRole('listitem').filter({ hasText: '溪口镇农村饮水管护办法' })
      await expectOn(row).toContainText('修改')
      await row.getByRole('button', { name: /^逐条对比/ }).click()
      await expectOn(dialog().locator('[data-change="added"]').first()).toBeVisible()
      await page.keyboard.press('Escape')
      await expectOn(dialog()).toHaveCount(0)
      await expectOn(row.getByRole('button', { name: /^逐条对比/ })).toBeFocused()
    })

    it('gives a reason for what is merely no longer chosen', async () => {
      await part('选材').click()
      await region('一件一件加的')
        .getByRole('button', { name: /^去掉“/ })
        .click()
      await expectOn.poll(async () => (await channel()).choice.items).toEqual([])
      await part('发布').click()
      const row = main().getByRole('listitem').filter({ hasText: '撤回' })
      await expectOn(row).toContainText('已不在本频道的选材范围内')
      await row.getByRole('button', { name: /^写明原因/ }).click()
      await dialog().getByLabel('原因（读者会看到）').fill('并入新的公开办法。')
      await button('撤回', dialog()).click()
      await expectOn(row).toContainText('并入新的公开办法。')
      await expectOn(row.getByRole('button', { name: /^写明原因/ })).toHaveCount(0)
      await part('选材').click()
      await region('撤回')
        .getByRole('button', { name: /^取消撤回/ })
        .click()
      await expectOn(region('撤回')).toContainText('没有撤回任何资料。')
      await region('一件一件加的').getByLabel('按标题找资料').fill('村务公开')
      await region('一件一件加的')
        .getByRole('button', { name: /^加入“/ })
        .first()
        .click()
      await expectOn.poll(async () => (await channel()).choice.items.length).toBe(1)
    })

    it('withdraws with a reason, and takes that back until it is published', async () => {
      await part('选材').click()
      const section = region('撤回')
      const withdraw = async () => {
        await button('撤回一件', section).click()
        await button('撤回', dialog()).click()
        await expectOn(dialog()).toContainText('请先选定要撤回的资料。')
        await dialog().getByLabel('要撤回哪一件').fill('村务公开')
        await dialog()
          .getByRole('button', { name: /^选定“/ })
          .first()
          .click()
        await button('撤回', dialog()).click()
        await expectOn(dialog()).toContainText('请写明原因')
        await dialog().getByLabel('原因（读者会看到）').fill('第三步写错了，以新的指南为准。')
        await button('撤回', dialog()).click()
        await expectOn(section).toContainText('第三步写错了')
      }
      await withdraw()
      await section.getByRole('button', { name: /^取消撤回/ }).click()
      await expectOn(section).toContainText('没有撤回任何资料。')
      await withdraw()
    })

    it('goes out as a draft first, and becomes the release as it is', async () => {
      await part('发布').click()
      await page.getByText('试发布', { exact: true }).click()
      await expectOn(main().getByRole('listitem').filter({ hasText: '原因：第三步写错了' })).toBeVisible()
      await button('签名并试发布…').click()
      await sign()
      await button('签名并发布', dialog()).click()
      await expectOn(heading('第 2 版已发布（试发布）')).toBeVisible()
      expect((await channel()).released?.version).toBe(1)
      await button('知道了').click()

      await button('转为正式…').click()
      await sign()
      await button('签名并转为正式', dialog()).click()
      await expectOn(heading(/已发布（正式发布）/)).toBeVisible()
      const { released, withdrawn } = await channel()
      expect(released?.version).toBeGreaterThan(1)
      expect(withdrawn).toHaveLength(1)
    })

    it('is copied to the stick again, only what is missing there', async () => {
      await part('概况').click()
      await main().getByLabel('拷到 U 盘或文件夹').fill(stick)
      await button('拷过去').click()
      await expectOn(main()).toContainText(`已拷到 ${path.join(stick, 'xian-zhengce')}`)
    })

    it('tells readers when to expect the one after', async () => {
      const section = region('下次预计发布')
      await section.getByLabel('日期').fill('2027-02-30')
      await expectOn(section).toContainText('请写成 2027-01-15 这样的日期。')
      await section.getByLabel('日期').fill('2027-03-01')
      await button('保存', section).click()
      await expectOn(section).toContainText('已保存')
      expect((await channel()).nextExpectedOn).toBe('2027-03-01')
    })
  })

  describe('keys', () => {
    const timestamp = path.join(folder, 'repository', 'metadata', 'timestamp.json')
    let signedBefore: Buffer

    it('are changed with two root keys that were kept apart on two sticks', async () => {
      const sticks = ['张三的U盘', '李四的U盘', '王五的U盘'].map((name, at) => {
        const place = path.join(office, name)
        mkdirSync(place)
        renameSync(path.join(folder, 'keys', `root-${at + 1}.key.json`), path.join(place, `root-${at + 1}.key.json`))
        return place
      })
      signedBefore = readFileSync(timestamp)
      await part('密钥').click()
      await page.reload()
      await expectOn(main().getByText('不在这台电脑上，正该如此')).toHaveCount(3)
      await button('更换 release-1').click()
      await button('更换', dialog()).click()
      await expectOn(dialog()).toContainText('请填够 2 把根密钥的口令。')
      await dialog().getByLabel('root-1 的口令（张三）').fill(passphrases['root-1'])
      await dialog().getByLabel('root-3 的口令（王五）').fill(passphrases['root-3'])
      await dialog()
        .getByLabel(/targets-1 的口令/)
        .fill(passphrases['targets-1'])
      await dialog()
        .getByLabel(/^密钥文件在哪个文件夹/)
        .fill(sticks[0] ?? '')
      await dialog()
        .getByLabel(/^另一个放密钥的文件夹/)
        .fill(sticks[2] ?? '')
      await dialog().getByLabel('新保管人').fill('赵六')
      await dialog().getByLabel('新密钥的口令').fill('xin de fa xing kou ling')
      await dialog().getByLabel('再输一遍').fill('xin de fa xing kou ling')
      await button('更换', dialog()).click()
      await expectOn(main()).toContainText('release-1 已更换')
      const row = main().getByRole('row').filter({ hasText: 'release-2' })
      await expectOn(row).toContainText('赵六')
    })

    it('whose change broke off before readers could follow say so, and it is finished there', async () => {
      // As killed right before the last file: the new root is there, the version still as the old key signed it.
      writeFileSync(timestamp, signedBefore)
      const definition = path.join(folder, 'channel.json')
      writeFileSync(definition, JSON.stringify({ ...JSON.parse(readFileSync(definition, 'utf8')), renewing: 2 }))
      await page.reload()
      const notice = region('上次更换密钥没有做完')
      await expectOn(notice).toContainText('暂时收不到新版')
      await expect.poll(() => axeViolations(page), { timeout: PATIENCE }).toEqual([])
      await button('接着做完').click()
      await expectOn(notice.getByRole('alert')).toContainText('请填写 targets-1 的口令')
      await notice.getByLabel(/targets-1 的口令/).fill(passphrases['targets-1'])
      await notice.getByLabel(/release-2 的口令/).fill('xin de fa xing kou ling')
      await page.keyboard.press('Enter')
      await expectOn(notice).toBeHidden()
      expect((await channel()).brokenChange).toBeUndefined()
      await expectOn(page.locator('body')).not.toBeFocused()
    })

    it('that are lost are revoked by the two others, and the words change', async () => {
      const before = (await channel()).fingerprint.hex
      await button('作废 root-2').click()
      await expectOn(dialog()).toContainText('另外两把')
      await expectOn(dialog().getByLabel(/root-2 的口令/)).toHaveCount(0)
      await dialog().getByLabel('root-1 的口令（张三）').fill(passphrases['root-1'])
      await dialog().getByLabel('root-3 的口令（王五）').fill(passphrases['root-3'])
      await dialog().getByLabel('新密钥的口令').fill('di er wei de xin kou ling')
      await dialog().getByLabel('再输一遍').fill('di er wei de xin kou ling')
      await dialog()
        .getByLabel(/^新密钥文件放到哪个文件夹/)
        .fill(path.join(office, '李四的新U盘'))
      await button('作废', dialog()).click()
      await expectOn(main()).toContainText('root-2 已作废')
      await expectOn(main()).toContainText('请重新打印')
      expect((await channel()).fingerprint.hex).not.toBe(before)
      expect(existsSync(path.join(office, '李四的新U盘', 'root-4.key.json'))).toBe(true)
    })
  })

  describe('care', () => {
    it('finds the repository sound', async () => {
      await part('核对与清理').click()
      await button('核对一遍').click()
      await expectOn(main()).toContainText(/第 \d+ 版完好/)
    })

    it('clears old versions after saying what stays', async () => {
      const keep = main().getByLabel('保留最近几个版本')
      await keep.fill('2')
      await keep.press('Enter')
      await expectOn(main()).toContainText('清理后最多还能读到最近 2 个版本。')
      await button('清理').click()
      await expectOn(dialog()).toContainText('已发布的最新版不变')
      await button('清理', dialog()).click()
      await expectOn(main()).toContainText(/清掉了 \d+ 个文件/)
      await button('核对一遍').click()
      await expectOn(main()).toContainText(/第 \d+ 版完好/)
    })

    it('names a file that was altered', async () => {
      const objects = path.join(folder, 'repository', 'objects')
      const [victim] = readdirSync(objects, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
      if (!victim) throw new Error('The repository has no objects')
      rmSync(path.join(victim.parentPath, victim.name))
      await button('核对一遍').click()
      await expectOn(main()).toContainText('有 1 个文件不对')
      await expectOn(main().getByRole('cell', { name: new RegExp(victim.name) })).toBeVisible()
    })
  })

  it('takes a channel off the list without touching its files, and opens it again', async () => {
    await main().getByRole('link', { name: '← 全部频道' }).click()
    await button('把“青禾县政策频道”从这里移去').click()
    await button('从这里移去', dialog()).click()
    await expectOn(main()).toContainText('已从列表移去，文件都还在。')
    expect(existsSync(path.join(folder, 'channel.json'))).toBe(true)
    await main().getByLabel('发布文件夹', { exact: true }).fill(folder)
    await button('打开').click()
    await expectOn(main().getByRole('heading', { level: 1, name: '青禾县政策频道' })).toBeVisible()
  })

  it('complained of nothing but what was refused', () => {
    expect(window.complaints.filter((text) => !/status of 4\d\d/.test(text))).toEqual([])
  })
})
