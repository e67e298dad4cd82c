import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright'
import { expect as expectOn } from 'playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLetter } from '../../library/feedback/open-letter.ts'
import type { ReceivedReport, Report } from '../../library/feedback/report-view.ts'
import { takeAnswers } from '../../library/feedback/take-answers.ts'
import { libraryPaths } from '../../library/store/library-paths.ts'
import { openLibraryForWriting } from '../../library/store/open-library-database.ts'
import { ReportAnswers } from '../../library/updates/repository-format.ts'
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

describe('the return trip, by keyboard', () => {
  let service: LibraryService
  let browser: Browser
  let window: AppWindow
  let page: Page
  let stick = ''
  let water = ''
  const texts = writeTexts({ '溪口镇农村饮水管护办法(2023-03-01).md': waterRules['newer.md'] })
  beforeAll(async () => {
    service = await startLibraryService()
    await starterInstalled(service)
    await importPaths(service, [texts])
    const title = encodeURIComponent('溪口镇农村饮水管护办法')
    const { items } = await ask<{ items: { itemId: string }[] }>('GET', `/api/items?q=${title}`)
    water = items[0]?.itemId ?? ''
    stick = path.join(texts, 'U盘')
    mkdirSync(stick)
    browser = await launchBrowser()
    window = await openAppWindow(browser, service)
    page = window.page
  })
  afterAll(async () => {
    await browser?.close()
    await service?.remove()
    rmSync(texts, { recursive: true, force: true })
  })
  const ask = <Answer>(method: string, route: string, body?: object) =>
    askOverPipe<Answer>(service.pipe, method, route, body)
  const main = () => page.locator('main')
  const go = (place: string) => page.goto(new URL(place, service.address).href)
  const press = async (name: string | RegExp) => {
    const button = page.getByRole('button', { name })
    await button.focus()
    await page.keyboard.press('Enter')
  }
  const readsWell = async () => {
    expect(await axeViolations(page)).toEqual([])
  }
  const letters = () => readdirSync(stick).filter((name) => name.startsWith('xinhuo-huixin-'))

  it('begins at a passage: R, the words, Ctrl+Enter', async () => {
    await go(`/item/${water}#第三条`)
    await expectOn(main()).toContainText('账目每季度公开')
    await expectOn(page.locator('[data-place="第三条"][data-pinned]')).toBeVisible()
    await page.keyboard.press('r')
    const dialog = page.getByRole('dialog', { name: '报告有误或提问' })
    await expectOn(dialog).toContainText('《溪口镇农村饮水管护办法》第三条')
    await expectOn(dialog).toContainText('账目每季度公开')
    await expectOn(dialog).toContainText('只记在本机，您导出以后才交给别人。')
    await expectOn(dialog.getByLabel('内容')).toBeFocused()
    await readsWell()
    await page.keyboard.type('账目改为每月公开。')
    await page.keyboard.press('Control+Enter')
    await expectOn(dialog).toBeHidden()
    await expectOn(page.getByRole('status').filter({ hasText: '已记下' })).toContainText(/[A-Z2-7]{4}-0001/)
    const [report] = await ask<Report[]>('GET', '/api/reports')
    expect(report).toMatchObject({ kind: 'error', itemId: water, anchor: '第三条', text: '账目改为每月公开。' })
    expect(letters()).toEqual([])
  })

  it('is offered in a passage’s menu and on the desk’s bar too', async () => {
    await page.getByRole('button', { name: '第二条：引用、批注、收藏' }).focus()
    await page.keyboard.press('Enter')
    const entry = page.getByRole('menuitem', { name: '报告有误或提问' })
    await expectOn(page.getByRole('menuitem').first()).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await expectOn(entry).toBeFocused()
    await page.keyboard.press('Enter')
    await expectOn(page.getByRole('dialog')).toContainText('第二条')
    await page.getByRole('checkbox', { name: '附上这段原文' }).focus()
    await page.keyboard.press('Space')
    await page.getByLabel('内容').focus()
    await page.keyboard.type('不附原文的一问')
    await page.keyboard.press('Control+Enter')
    await expectOn(page.getByRole('dialog')).toBeHidden()
    const [report] = await ask<Report[]>('GET', '/api/reports')
    expect(report).toMatchObject({ text: '不附原文的一问', anchor: '第二条' })
    expect(report?.quote).toBeUndefined()
    await ask('DELETE', `/api/reports/${report?.id}`)
    await press('报告有误或提问')
    await expectOn(page.getByRole('dialog')).toContainText('关于《溪口镇农村饮水管护办法》')
    await page.keyboard.press('Escape')
    await expectOn(page.getByRole('dialog')).toBeHidden()
  })

  it('takes a noted search along when it is put in', async () => {
    await ask('POST', '/api/search-gaps', { query: '殡葬补贴', note: '村民来问' })
    await go('/reports')
    await press('放进来：殡葬补贴')
    await expectOn(main()).toContainText('缺内容')
    await readsWell()
    await expectOn(page.getByRole('heading', { name: '检索时记下的缺漏' })).toBeHidden()
  })

  it('lets what was deleted come back', async () => {
    await press(/^删除 .*-0003$/)
    await expectOn(page.getByRole('heading', { name: '检索时记下的缺漏' })).toBeVisible()
    await press('撤销')
    await expectOn(page.getByRole('heading', { name: '检索时记下的缺漏' })).toBeHidden()
  })

  it('shows all of the file before it is written where the person says', async () => {
    await press('导出…')
    const dialog = page.getByRole('dialog', { name: '导出回信' })
    await expectOn(dialog.getByLabel('您的单位和姓名（可以不填）')).toBeFocused()
    await page.keyboard.type('溪口镇 李燕')
    await dialog.getByRole('checkbox', { name: /-0003/ }).focus()
    await page.keyboard.press('Space')
    await dialog.getByText('逐字看文件里写什么').focus()
    await page.keyboard.press('Enter')
    const shown = JSON.parse(await dialog.locator('pre').innerText())
    await readsWell()
    expect(letters()).toEqual([])
    await dialog.getByLabel('文件夹，例如U盘').focus()
    await page.keyboard.type(stick)
    await page.keyboard.press('Enter')
    await expectOn(dialog.getByRole('status')).toContainText('写好了')
    const [name = ''] = letters()
    const { signature: _, createdAt, ...written } = openLetter(readFileSync(path.join(stick, name)))
    const { createdAt: earlier, ...told } = shown
    expect(written).toEqual(told)
    expect(createdAt >= earlier).toBe(true)
    expect(written).toMatchObject({ sender: { name: '溪口镇 李燕' }, reports: [{ text: '账目改为每月公开。' }] })
    await page.keyboard.press('Enter')
    await expectOn(page.getByRole('heading', { name: '已导出，等答复' })).toBeVisible()
  })

  it('can be exported again, as a download', async () => {
    await press('再导出一次…')
    const file = page.waitForEvent('download')
    await press('下载成文件')
    const download = await file
    expect(download.suggestedFilename()).toBe(letters()[0])
    const again = openLetter(readFileSync(await download.path()))
    expect(again.reports).toEqual(openLetter(readFileSync(path.join(stick, letters()[0] ?? ''))).reports)
    await press('完成')
  })

  it('is taken in at an office, which refuses what was altered, and answers', async () => {
    const [name = ''] = letters()
    const altered = path.join(stick, 'altered.json')
    writeFileSync(altered, readFileSync(path.join(stick, name), 'utf8').replace('每月', '每年'))
    await go('/reports?tab=received')
    await page.locator('input[type=file][accept*=json]').setInputFiles([path.join(stick, name), altered])
    await expectOn(main()).toContainText('新收 1 条，已有 0 条')
    await expectOn(main()).toContainText('在写好以后被改动或损坏了')
    await expectOn(main()).toContainText('来自 溪口镇 李燕')
    await press(/^答复 .*-0001$/)
    await expectOn(page.getByLabel('答复内容')).toBeFocused()
    await page.keyboard.type('谢谢，已经改过来了。')
    await page.getByLabel('请对方看的资料').focus()
    await page.keyboard.type('饮水管护')
    await expectOn(page.locator('.ant-select-item-option')).toContainText('溪口镇农村饮水管护办法')
    await page.keyboard.press('Enter')
    await readsWell()
    await press('保存答复')
    await expectOn(page.getByRole('heading', { name: '已经答复的' })).toBeVisible()
    await readsWell()
    const [received] = await ask<ReceivedReport[]>('GET', '/api/reports/received')
    expect(received?.answer?.items).toMatchObject([{ itemId: water }])
    const file = page.waitForEvent('download')
    await press('导出成 answers.json')
    expect((await file).suggestedFilename()).toBe('answers.json')
  })

  it('puts the answers into the folder of a channel that is published here', async () => {
    const names = ['root-1', 'root-2', 'root-3', 'targets-1', 'release-1']
    await ask('POST', '/api/publishing', {
      directory: path.join(stick, '频道'),
      id: 'xikou-zhengce',
      title: '溪口政策',
      publisher: '溪口镇内容办公室',
      holders: ['张三', '李四', '王五'],
      threshold: 2,
      passphrases: Object.fromEntries(names.map((name) => [name, `${name} correct horse`])),
    })
    await page.reload()
    await press('放进“溪口政策”')
    await expectOn(main()).toContainText('“溪口政策”下一次发布就带上')
    const put = ReportAnswers.parse(JSON.parse(readFileSync(path.join(stick, '频道', 'answers.json'), 'utf8')))
    expect(put.answers).toMatchObject([{ answer: '谢谢，已经改过来了。', items: [water] }])
    await readsWell()
  })

  it('takes letters that are dropped, and leaves import alone', async () => {
    const text = readFileSync(path.join(stick, letters()[0] ?? ''), 'utf8')
    await page.evaluate((content) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([content], '回信.json', { type: 'application/json' }))
      const zone = document.querySelector('[data-takes-files]')
      for (const type of ['dragover', 'drop']) {
        zone?.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }))
      }
    }, text)
    await expectOn(main()).toContainText('回信.json（溪口镇 李燕）：新收 0 条，已有 1 条')
    expect(new URL(page.url()).pathname).toBe('/reports')
  })

  it('says on the first page that an answer came, until it is opened', async () => {
    const answers = await ask<ReportAnswers>('GET', '/api/reports/received/answers')
    await service.stop()
    // As an update does it.
    const library = openLibraryForWriting(libraryPaths(service.root).database, new Date())
    await library.db.transaction().execute((trx) => takeAnswers(trx, answers, new Date().toISOString()))
    await library.close()
    await service.restart()
    await page.goto(await service.ticketUrl())
    const came = main().getByRole('status').filter({ hasText: '您写的有答复了' })
    await expectOn(came).toContainText(/-0001/)
    await readsWell()
    await page.getByRole('link', { name: '去看答复' }).focus()
    await page.keyboard.press('Enter')
    await expectOn(main()).toContainText('新答复')
    await main().locator('summary').filter({ hasText: '账目改为每月公开' }).focus()
    await page.keyboard.press('Enter')
    await expectOn(main()).toContainText('谢谢，已经改过来了。')
    await expectOn(main()).not.toContainText('新答复')
    await readsWell()
    await page.getByRole('link', { name: '《溪口镇农村饮水管护办法》', exact: true }).focus()
    await page.keyboard.press('Enter')
    await expectOn(page).toHaveURL(new RegExp(`/item/${water}`))
    await go('/')
    await expectOn(page.getByRole('combobox', { name: '检索资料' })).toBeVisible()
    await expectOn(came).toBeHidden()
  })

  it('complains of nothing', () => {
    expect(window.complaints).toEqual([])
    const places = window.requests.map((address) => new URL(address.replace(/^blob:/, '')).hostname)
    expect(new Set(places)).toEqual(new Set(['127.0.0.1']))
  })
})
