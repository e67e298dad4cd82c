import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright'
import { expect as expectOn } from 'playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TemplateSummary, TemplateView } from '../../library/templates/template-view.ts'
import { launchBrowser, openAppWindow } from './app-browser.ts'
import { axeViolations } from './axe-violations.ts'
import { fieldId } from './fill-in-form.ts'
import { askOverPipe, type LibraryService, startLibraryService } from './library-service.ts'
import { writeDocx } from './template-documents.ts'

describe('making a template of one’s own', () => {
  let service: LibraryService
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    service = await startLibraryService()
    browser = await launchBrowser()
    page = (await openAppWindow(browser, service)).page
  })
  afterAll(async () => {
    await browser?.close()
    await service?.remove()
  })
  const go = (place: string) => page.goto(new URL(place, service.address).href)
  const field = (name: string) => page.locator(`[id="${fieldId(name)}"]`)
  const file = async (name: string, content: Parameters<typeof writeDocx>[0]) => {
    const place = path.join(service.root, '..', name)
    writeFileSync(place, await writeDocx(content))
    return place
  }
  const ownTemplate = async (): Promise<TemplateView> => {
    const all = await askOverPipe<TemplateSummary[]>(service.pipe, 'GET', '/api/templates')
    return askOverPipe(service.pipe, 'GET', `/api/templates/${all.find(({ own }) => own)?.itemId}`)
  }
  const readsWell = async () => {
    expect(await axeViolations(page)).toEqual([])
  }

  it('proposes fields from the placeholders, lets them be named and typed, and can be filled at once', async () => {
    const docx = await file('困难补助申请.docx', [
      '困难补助申请',
      '申请人：{姓名}，身份证号：{身份证号}，申请{金额}元（大写：{金额|大写}）。',
      [
        ['姓名', '关系'],
        ['{#家庭成员}{成员姓名}', '{关系}{/家庭成员}'],
      ],
      '{日期}',
    ])
    await go('/templates/new')
    await expectOn(page.getByRole('heading', { name: '占位符怎么写' })).toBeVisible()
    await readsWell()
    await page.locator('input[type=file]').setInputFiles(docx)
    await expectOn(page.getByLabel('模板名称')).toHaveValue('困难补助申请')
    await expectOn(page.locator('[data-document]').getByText('{姓名}')).toBeVisible()
    await readsWell()
    await page.getByLabel('姓名 填写时叫什么', { exact: true }).fill('申请人姓名')
    await choose('金额 填什么', '金额')
    await page.getByLabel('姓名 必填', { exact: true }).check()
    await page.getByRole('button', { name: '保存模板' }).click()
    await expectOn(page.getByRole('heading', { level: 1, name: '困难补助申请' })).toBeVisible()
    const { schema } = await ownTemplate()
    expect(schema.properties.姓名).toMatchObject({ title: '申请人姓名' })
    expect(schema.properties.金额).toMatchObject({ type: 'number', format: 'money' })
    expect(schema.required).toEqual(expect.arrayContaining(['姓名']))
    expect(Object.keys(schema.properties)).toEqual(['姓名', '身份证号', '金额', '家庭成员', '日期'])
    await page.getByRole('button', { name: '填写' }).click()
    await page.getByLabel('申请人姓名').fill('周福生')
    await field('金额').fill('1,200.5')
    await expectOn(field('金额')).toHaveAccessibleDescription(/壹仟贰佰元零?伍角整/)
    await expectOn(page.locator('[data-document]').getByText('周福生')).toBeVisible()
  })

  it('shows a long one with the places where its pages end', async () => {
    const docx = await file('长的.docx', ['{姓名}', ...Array.from({ length: 90 }, (_, at) => `第${at + 1}行`)])
    await go('/templates/new')
    await page.locator('input[type=file]').setInputFiles(docx)
    await expectOn(page.locator('.page-end').first()).toHaveAttribute('data-label', '打印时约从这里起是第 2 页')
  })

  it('says where a placeholder is broken or misspelt', async () => {
    const docx = await file('写坏的.docx', ['证明', '{姓名}，{#家庭成员}没有结尾', '经办人：{经办人'])
    await go('/templates/new')
    await page.locator('input[type=file]').setInputFiles(docx)
    const problems = page.getByRole('region', { name: /文件里有 \d+ 处要看/ })
    await expectOn(problems).toContainText('家庭成员')
    await expectOn(problems).toContainText(/第 [23] 段/)
    await readsWell()
  })

  it('refuses what is no .docx and says what to do', async () => {
    const place = path.join(service.root, '..', '坏的.docx')
    writeFileSync(place, 'no zip at all')
    await go('/templates/new')
    await page.locator('input[type=file]').setInputFiles(place)
    await expectOn(page.getByRole('alert')).toBeVisible()
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '旧的.doc', mimeType: 'application/msword', buffer: Buffer.from('x') })
    await expectOn(page.getByRole('alert')).toContainText('另存为 .docx')
  })

  it('turns blanks into placeholders', async () => {
    const docx = await file('请假条.docx', ['请假条', '姓名：________', '请假事由：________________'])
    await go('/templates/new')
    await page.locator('input[type=file]').setInputFiles(docx)
    await expectOn(page.getByLabel('姓名 填写时叫什么', { exact: true })).toBeVisible()
    await readsWell()
    await page.getByRole('button', { name: '保存模板' }).click()
    await expectOn(page.getByRole('heading', { level: 1, name: '请假条' })).toBeVisible()
    await expectOn(page.locator('[data-document]').getByText('{姓名}')).toBeVisible()
  })

  it('changes later, as a new version that keeps the item', async () => {
    await go('/templates?own=1')
    await page.getByRole('link', { name: '困难补助申请' }).click()
    await page.getByRole('link', { name: '修改模板' }).click()
    await page.getByLabel('身份证号 填写时叫什么', { exact: true }).fill('公民身份号码')
    await readsWell()
    await page.getByRole('button', { name: '保存为新版本' }).click()
    await expectOn(page.getByRole('button', { name: '填写' })).toBeVisible()
    await page.getByRole('button', { name: '填写' }).click()
    await expectOn(page.getByLabel('公民身份号码')).toBeVisible()
  })

  const choose = async (label: string, option: string) => {
    await page.getByLabel(label, { exact: true }).click()
    await page.getByLabel(label, { exact: true }).fill(option)
    await page.keyboard.press('Enter')
  }
})
