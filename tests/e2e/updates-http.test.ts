import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright'
import { expect as expectOnPage } from 'playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChannelView } from '../../library/updates/update-view.ts'
import { createWorkshop, makeKeys, policy } from '../updates/channel-workshop.ts'
import { serveFolder } from '../updates/static-server.ts'
import { type AppWindow, launchBrowser, openAppWindow } from './app-browser.ts'
import { axeViolations } from './axe-violations.ts'
import { askOverPipe, type LibraryService, starterInstalled, startLibraryService } from './library-service.ts'

/** On a busy machine a page may take its time; what does not come does not come later either. Milliseconds. */
const PATIENCE = 20_000
const expectOn = expectOnPage.configure({ timeout: PATIENCE })

const id = 'xikou-zhengce'
const water = (fee: string) => policy('yinshui-guanhu', '溪口镇饮水管护办法', ['管护员每月检查水源地一次。', fee])
const guide = policy('shoufei-zhinan', '水费收取指南', ['先抄表，再收费。'], { kind: 'guide' })

/** An office that takes its updates from a web server of the county's intranet. */
describe('updates from an address', () => {
  let service: LibraryService
  let browser: Browser
  let window: AppWindow
  const place = mkdtempSync(path.join(os.tmpdir(), 'xinhuo-http-'))
  const site = path.join(place, '网站')
  const workshop = createWorkshop(id, makeKeys(), site)

  beforeAll(async () => {
    workshop.publish({ version: 1, items: [{ revisions: [water('水费每吨一元。')] }] })
    service = await startLibraryService()
    await starterInstalled(service)
    browser = await launchBrowser()
    window = await openAppWindow(browser, service, { place: '/updates' })
  })
  afterAll(async () => {
    await browser?.close()
    await service?.remove()
    rmSync(place, { recursive: true, force: true })
  })

  const main = () => window.page.locator('main')
  const heading = (name: string) => window.page.getByRole('heading', { name })
  const alert = () => window.page.getByRole('alert')
  const press = async (name: string) => {
    const button = window.page.getByRole('button', { name, exact: true })
    // What is still at work takes no key.
    await expectOn(button).toBeEnabled()
    await button.press('Enter')
  }
  const checkFrom = async (from: string) => {
    const field = window.page.getByLabel('更新包在哪里')
    await field.fill(from)
    await field.press('Enter')
  }
  // Colours still on their way from one state to the next do not count.
  const isAccessible = () => expect.poll(() => axeViolations(window.page), { timeout: PATIENCE }).toEqual([])
  const channels = () => askOverPipe<ChannelView[]>(service.pipe, 'GET', '/api/channels')

  it('an address is typed, its channel trusted, looked into and installed', async () => {
    const server = await serveFolder(site)
    await checkFrom(server.address)
    await expectOn(window.page.getByRole('dialog', { name: '第一次见到这个频道' })).toBeVisible()
    await press('词语一致，信任这个频道')
    await expectOn(heading('《测试频道》有第 1 版')).toBeVisible()
    await press('更新到第 1 版')
    await expectOn(heading('《测试频道》现在是第 1 版')).toBeFocused()
    await press('知道了')
    await expectOn(window.page.getByRole('article', { name: '测试频道' })).toContainText(server.address)
    await server.asked()

    workshop.publish({
      version: 2,
      notes: '水费有调整。',
      items: [{ revisions: [water('水费每吨一元。'), water('水费每吨两元。')] }, { revisions: [guide] }],
    })
    // Nobody asks the server but the person.
    await window.page.reload()
    await expectOn(window.page.getByRole('article', { name: '测试频道' })).toBeVisible()
    expect(await server.asked()).toEqual([])
    await press('从上次的地方查看更新')
    await expectOn(heading('《测试频道》有第 2 版')).toBeVisible()
    await expectOn(main()).toContainText('水费有调整。')
    await expectOn(main()).toContainText('溪口镇饮水管护办法')
    await expectOn(main()).toContainText('水费收取指南')
    await isAccessible()
    await press('更新到第 2 版')
    await expectOn(heading('《测试频道》现在是第 2 版')).toBeFocused()
    await expectOn(main()).toContainText('新增 1 件，修改 1 件，撤回 0 件')
    await press('知道了')
    expect(await channels()).toMatchObject([{ id, version: 2, receivedFrom: server.address }])
    // The window itself asks the service alone; it is the service that fetches.
    expect(window.requests.filter((url) => !url.startsWith(service.address))).toEqual([])
  })

  it('a server that does not answer is told of plainly, and asked again when the person says so', async () => {
    let silent = true
    const server = await serveFolder(site, (_file, response) => {
      if (silent) response.destroy()
      return silent
    })
    await checkFrom(server.address)
    await expectOn(alert()).toContainText('这个地址没有回应')
    await expectOn(alert()).toContainText('已安装的内容没有改动')
    await isAccessible()
    silent = false
    await press('重试')
    await expectOn(alert()).toBeHidden()
    await expectOn(heading('《测试频道》已经是最新')).toBeVisible()
    await server.close()
    await checkFrom(server.address)
    await expectOn(alert()).toContainText('这个地址没有回应')
  })

  it('an address without a channel says that there is none, and where to look', async () => {
    const server = await serveFolder(path.join(place, '没有'))
    await checkFrom(server.address)
    await expectOn(alert()).toContainText('这里没有可用的内容频道')
    await expectOn(alert()).toContainText(server.address)
    expect((await server.asked()).every(({ status }) => status === 404)).toBe(true)
    await checkFrom('http://')
    await expectOn(alert()).toContainText('不是完整的网址')
    expect(await channels()).toMatchObject([{ id, version: 2 }])
  })

  it('another channel is introduced as what it is, and one that poses as ours is warned of', async () => {
    const county = createWorkshop('xian-zhengce', makeKeys(), path.join(place, '县'))
    county.publish({ version: 1, items: [{ revisions: [guide] }] })
    await checkFrom((await serveFolder(county.directory)).address)
    await expectOn(window.page.getByRole('dialog', { name: '第一次见到这个频道' })).toBeVisible()
    await press('不一致或没核对，先不加')

    const posing = createWorkshop(id, makeKeys(), path.join(place, '冒充'))
    posing.publish({ version: 9, items: [{ revisions: [guide] }] })
    await checkFrom((await serveFolder(posing.directory)).address)
    const dialog = window.page.getByRole('dialog', { name: '和已添加的频道密钥不同' })
    await expectOn(dialog).toContainText('可能有人冒充')
    await isAccessible()
    await press('不一致或没核对，先不加')
    expect(await channels()).toMatchObject([{ id, version: 2 }])
  })
})
