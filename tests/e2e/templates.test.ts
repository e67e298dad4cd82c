import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import mammoth from 'mammoth'
import type { Browser, Page } from 'playwright'
import { expect as expectOn } from 'playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FilledSample } from '../../library/templates/template-schema.ts'
import type { TemplateSummary, TemplateView } from '../../library/templates/template-view.ts'
import { type AppWindow, launchBrowser, openAppWindow } from './app-browser.ts'
import { fieldId, fillInForm } from './fill-in-form.ts'
import { askOverPipe, type LibraryService, starterInstalled, startLibraryService } from './library-service.ts'

describe('filling in templates', () => {
  let service: LibraryService
  let browser: Browser
  let window: AppWindow
  let page: Page
  let dibao: TemplateView
  let good: FilledSample
  beforeAll(async () => {
    service = await startLibraryService()
    await starterInstalled(service)
    dibao = await templateOf('最低生活保障申请表')
    good = dibao.samples.find(({ quality }) => quality === 'good') as FilledSample
    browser = await launchBrowser()
    window = await openAppWindow(browser, service)
    page = window.page
  })
  afterAll(async () => {
    await browser?.close()
    await service?.remove()
  })
  const ask = <Answer>(method: string, route: string, body?: object) =>
    askOverPipe<Answer>(service.pipe, method, route, body)
  const templateOf = async (title: string): Promise<TemplateView> => {
    const all = await ask<TemplateSummary[]>('GET', '/api/templates')
    const found = all.find((one) => one.title === title)
    return ask<TemplateView>('GET', `/api/templates/${found?.itemId}`)
  }
  const go = (place: string) => page.goto(new URL(place, service.address).href)
  const main = () => page.locator('main')
  const field = (path: string) => page.locator(`[id="${fieldId(path)}"]`)
  const readsWell = async () => {
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(
      violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`),
    ).toEqual([])
  }
  const savedText = async () => {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '保存 Word 文件' }).click()
    const file = await download
    const { value } = await mammoth.extractRawText({ buffer: readFileSync(await file.path()) })
    return { name: file.suggestedFilename(), text: value }
  }

  it('finds a template by initials, fills it, and saves a document that holds the values', async () => {
    await go('/templates')
    await expectOn(main().getByRole('link', { name: dibao.title })).toBeVisible()
    await readsWell()
    await page.keyboard.press('Control+f')
    await page.keyboard.type('zdshbz')
    await expectOn(main().locator('[data-template]').first()).toHaveText(dibao.title)
    await page.keyboard.press('Enter')
    await expectOn(page.getByRole('heading', { level: 1, name: dibao.title })).toBeVisible()
    await expectOn(page.locator('[data-document]').getByText('{申请人姓名}')).toBeVisible()
    await readsWell()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/forms\//)
    await expectOn(field('申请人姓名')).toBeVisible()
    await fillInForm(page, dibao.schema, good.data)
    await expectOn(page.locator('[data-document]').getByText(String(good.data.申请人姓名)).first()).toBeVisible()
    await readsWell()
    await page.keyboard.press('Control+Enter')
    await expectOn(page.getByRole('button', { name: '保存 Word 文件' })).toBeVisible()
    await readsWell()
    const { name, text } = await savedText()
    expect(name).toMatch(/\.docx$/)
    for (const words of ['申请人姓名', '身份证号', '申请理由']) expect(text).toContain(String(good.data[words]))
    expect(text).not.toContain('{')
  })
})
