import { appendFileSync, mkdtempSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { expect as expectOn } from 'playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FeedView } from '../../library/feeds/feed-view.ts'
import { type Office, openOffice } from './open-office.ts'

describe('a column on its way out', () => {
  const folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'xinhuo-column-')), '专栏')
  let office: Office
  let feedId = ''
  const part = (name: string) => office.go(`/feeds/${feedId}?part=${name}`)
  const build = async () => {
    await office.main().getByLabel('写到哪个文件夹').fill(folder)
    await office.button('写出网站').click()
    await expectOn(office.main().getByRole('heading', { name: '网站写好了' })).toBeVisible({ timeout: 60_000 })
  }
  /** A browser on a busy machine may never answer this; what needs the window in front shows whether it is. */
  const inFront = () => Promise.race([office.page.bringToFront(), wait(2_000)])
  const count = (name: string) => office.main().locator('dl > div').filter({ hasText: name }).locator('dd')
  beforeAll(async () => {
    office = await openOffice()
    await office.window.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const feed = await office.ask<FeedView>('POST', '/api/feeds', { title: '身边的办法', publisher: '石坪乡宣传办' })
    feedId = feed.id
  })
  afterAll(() => office?.close())

  it('waits for its first issue', async () => {
    await part('site')
    await office.main().getByLabel('写到哪个文件夹').fill(folder)
    await expectOn(office.button('写出网站')).toBeDisabled()
    await expectOn(office.main().getByText('先出第一期，才有东西可写。')).toBeVisible()
    await part('papers')
    await expectOn(office.main().getByText('出了第一期，这里就能打印和复制')).toBeVisible()
    await office.ask('POST', `/api/feeds/${feedId}/issues`, {})
  })

  it('is written into a folder, told in numbers, and opens by double-click', async () => {
    await part('site')
    await build()
    await expectOn(count('新写的文件')).not.toHaveText('0')
    await office.readsWell()
    // A window of its own: the office's keeps the focus, which the clipboard asks for.
    const reader = await office.window.context.browser()?.newContext()
    if (!reader) throw new Error('there is no browser')
    const site = await reader.newPage()
    await site.goto(pathToFileURL(path.join(folder, 'index.html')).href)
    await expectOn(site.getByText('身边的办法').first()).toBeVisible()
    await expectOn(site.getByText('石坪乡宣传办').first()).toBeVisible()
    await reader.close()
  })

  it('writes only what changed when it is written again, and remembers where', async () => {
    await part('site')
    await expectOn(office.main().getByLabel('写到哪个文件夹')).toHaveValue(folder)
    await build()
    await expectOn(count('新写的文件')).toHaveText('0')
    await expectOn(office.main().getByRole('region', { name: '写出过的地方' })).toContainText(folder)
  })

  it('is verified byte by byte', async () => {
    const verify = office.main().getByRole('region', { name: '核对一个网站' })
    await verify.getByLabel('网站的文件夹').fill(folder)
    await verify.getByRole('button', { name: '核对', exact: true }).click()
    await expectOn(verify.getByRole('heading', { name: '每个文件都和发布时一样' })).toBeVisible()
    await expectOn(verify.getByText('石坪乡宣传办')).toBeVisible()
    appendFileSync(path.join(folder, 'index.html'), '<p>多的一句</p>')
    await verify.getByRole('button', { name: '核对', exact: true }).click()
    await expectOn(verify.getByRole('heading', { name: '有 1 处和发布时不一样' })).toBeVisible()
    await expectOn(verify.getByText('被改动 index.html')).toBeVisible()
  })

  it('is handed over as one file, which is verified too', async () => {
    const archive = await office.saved(() => office.button('下载压缩包').click())
    expect(archive.suggestedFilename()).toBe('身边的办法-第1期.zip')
    const file = await archive.path()
    const verify = office.main().getByRole('region', { name: '核对一个网站' })
    await verify.locator('input[type=file]').setInputFiles({
      name: '专栏.zip',
      mimeType: 'application/zip',
      buffer: readFileSync(file),
    })
    await expectOn(verify.getByRole('heading', { name: '每个文件都和发布时一样' })).toBeVisible()
  })

  it('refuses a folder that holds something else, and says what to do', async () => {
    await office.main().getByLabel('写到哪个文件夹').fill(path.dirname(office.window.page.url()))
    await office.button('写出网站').click()
    await expectOn(office.main().getByRole('alert')).toContainText('不能用这个文件夹')
  })

  it('is copied for an official account with its form, and saved as a booklet and a card', async () => {
    await part('papers')
    await inFront()
    await office.button('复制图文').click()
    await expectOn(office.main().getByText('已复制，去编辑器里粘贴就行。')).toBeVisible()
    let html = ''
    // A window that is not in front is not answered, and may wait for ever.
    await expectOn
      .poll(async () => {
        await inFront()
        html = await office.page.evaluate(async () => {
          const read = async () => {
            const [item] = await navigator.clipboard.read()
            return (await item?.getType('text/html'))?.text() ?? ''
          }
          const late = new Promise<string>((resolve) => setTimeout(() => resolve(''), 2_000))
          return Promise.race([read(), late])
        })
        return html
      })
      .toContain('style=')
    expect(html).not.toMatch(/<script|<style/)
    const booklet = office.main().getByRole('region', { name: '小册子' })
    const saved = await office.saved(() => booklet.getByRole('button', { name: '存为 Word' }).click())
    expect(saved.suggestedFilename()).toBe('身边的办法 第1期 小册子.docx')
    const card = office.main().getByRole('region', { name: '反馈卡' })
    const printed = await office.saved(() => card.getByRole('button', { name: '存为 Word' }).click())
    expect(printed.suggestedFilename()).toBe('身边的办法 反馈卡.docx')
    await office.readsWell()
  })

  it('offers no folders to somebody at another machine, only the download', async () => {
    await office.page.route('**/api/about', async (route) => {
      const about = (await (await route.fetch()).json()) as object
      await route.fulfill({ json: { ...about, shell: 'serve' } })
    })
    await part('site')
    await expectOn(office.main().getByText('您在用别的电脑上的薪火')).toBeVisible()
    await expectOn(office.button('下载压缩包')).toBeEnabled()
    await expectOn(office.main().getByLabel('写到哪个文件夹')).toHaveCount(0)
    await expectOn(office.main().getByLabel('网站的文件夹')).toHaveCount(0)
    await office.page.unrouteAll({ behavior: 'ignoreErrors' })
  })

  it('made no script or style complain', () => {
    expect(office.window.complaints.filter((said) => !/status of 4\d\d/.test(said))).toEqual([])
  })
})
