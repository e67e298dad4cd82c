import { readFileSync } from 'node:fs'
import mammoth from 'mammoth'
import type { Browser, Locator, Page } from 'playwright'
import { expect as expectOn } from 'playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FormView } from '../../library/templates/forms/form-view.ts'
import type { FilledSample } from '../../library/templates/template-schema.ts'
import type { TemplateSummary, TemplateView } from '../../library/templates/template-view.ts'
import { type AppWindow, launchBrowser, openAppWindow } from './app-browser.ts'
import { axeViolations } from './axe-violations.ts'
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
    expect(await axeViolations(page)).toEqual([])
  }
  const savedText = async () => {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '保存 Word 文件' }).click()
    const file = await download
    const { value } = await mammoth.extractRawText({ buffer: readFileSync(await file.path()) })
    return { name: file.suggestedFilename(), text: value }
  }

  it('leads from the search of the whole library, and from a template’s text, to filling it in', async () => {
    await go(`/search?q=${encodeURIComponent(dibao.title)}`)
    const result = main()
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: dibao.title, exact: true }) })
    await result.getByRole('link', { name: '填写' }).press('Enter')
    await expectOn(page.getByRole('heading', { level: 1, name: dibao.title })).toBeVisible()
    await go(`/item/${dibao.itemId}`)
    await expectOn(main()).toContainText(`${dibao.title}.docx`)
    await expectOn(main().getByText('.字段.json')).toHaveCount(0)
    await main().getByRole('link', { name: '填写' }).press('Enter')
    await page.waitForURL(new RegExp(`/templates/${dibao.itemId}`))
  })

  it('finds a template by initials, fills it, and saves a document that holds the values', async () => {
    await go('/templates')
    await expectOn(main().getByRole('link', { name: dibao.title })).toBeVisible()
    await readsWell()
    await page.keyboard.press('Control+f')
    await page.keyboard.type('zdshbz')
    await expectOn(main().locator('[data-line]').first()).toHaveText(dibao.title)
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
    await expectOn(page.locator('[data-document]').getByText(String(good.data.申请理由))).toBeVisible()
    await readsWell()
    const { name, text } = await savedText()
    expect(name).toMatch(/\.docx$/)
    for (const words of ['申请人姓名', '身份证号', '申请理由']) expect(text).toContain(String(good.data[words]))
    expect(text).not.toContain('{')
  })

  it('fills the next template by itself with what is known, and takes it back by one click', async () => {
    await page.getByRole('button', { name: '接着填另一份' }).click()
    const dialog = page.getByRole('dialog', { name: '接着填另一份' })
    await expectOn(dialog.getByLabel('找模板')).toBeFocused()
    await page.keyboard.type('临时救助申请书')
    await expectOn(dialog.locator('[data-line]').first()).toHaveText('临时救助申请书')
    await expectOn(dialog.getByText('会议纪要')).toBeHidden()
    await page.keyboard.press('Enter')
    await expectOn(page.getByRole('heading', { level: 1, name: '临时救助申请书' })).toBeVisible()
    for (const name of ['申请人姓名', '身份证号', '户籍地址']) {
      await expectOn(field(name)).toHaveValue(String(good.data[name]))
    }
    await expectOn(main()).toContainText(/已带入 周福生 的资料 \d+ 项（来自《最低生活保障申请表》/)
    await expectOn(field('身份证号')).toHaveAccessibleDescription(/来自：《最低生活保障申请表》/)
    await readsWell()
    await page.getByRole('button', { name: '不是这个人，清空' }).click()
    await expectOn(field('身份证号')).toHaveValue('')
    await page.getByRole('status').getByRole('button', { name: '撤销' }).click()
    await expectOn(field('身份证号')).toHaveValue(String(good.data.身份证号))
  })

  it('keeps what was typed over a reload that came before it was saved', async () => {
    const words = '正在写的理由，还没有存，窗口就重新打开了'
    await nothingIsSaved()
    await field('申请理由').fill(words)
    await expectOn(page.getByRole('alert')).toContainText('填的内容还在这个窗口里')
    await page.reload()
    await expectOn(page.getByText('刚才没来得及保存的内容已经找回来了。')).toBeVisible()
    await expectOn(field('申请理由')).toHaveValue(words)
    await page.keyboard.press('Control+s')
    await expectOn(page.locator('[data-saving]')).toHaveText(/已保存 \d\d:\d\d/)
    const form = await formInWindow()
    expect(form.data.申请理由).toBe(words)
  })

  it('undoes and does again across fields', async () => {
    const before = await field('申请人姓名').inputValue()
    await field('申请人姓名').fill('何桂兰')
    await field('联系电话').fill('13800001202')
    await page.keyboard.press('Control+z')
    await expectOn(field('联系电话')).toHaveValue('13800001201')
    await expectOn(field('联系电话')).toBeFocused()
    await page.keyboard.press('Control+z')
    await expectOn(field('申请人姓名')).toHaveValue(before)
    await page.keyboard.press('Control+y')
    await expectOn(field('申请人姓名')).toHaveValue('何桂兰')
    await page.keyboard.press('Control+Shift+z')
    await expectOn(field('联系电话')).toHaveValue('13800001202')
  })

  it('asks which to keep when another window saved the form', async () => {
    const form = await formInWindow()
    await ask('PUT', `/api/forms/${form.id}`, { data: { ...form.data, 申请理由: '另一个窗口写的理由' }, sources: {} })
    await field('申请理由').fill('这个窗口写的理由')
    await expectOn(page.getByRole('alert')).toContainText('在另一个窗口里改过并保存了')
    await readsWell()
    await page.getByRole('button', { name: '用那边的' }).click()
    await expectOn(field('申请理由')).toHaveValue('另一个窗口写的理由')
    await page.keyboard.press('Control+z')
    await expectOn(field('申请理由')).toHaveValue('这个窗口写的理由')
    await expectOn(page.locator('[data-saving=saved]')).toBeVisible()
    expect((await formInWindow()).data.申请理由).toBe('这个窗口写的理由')
  })

  it('stops at what is missing and leads there; what is checked by a person may stand', async () => {
    await startEmpty()
    await field('申请人姓名').fill('周福生')
    await field('身份证号').fill('990000196203051218')
    await expectOn(field('身份证号')).toHaveAccessibleDescription(/校验码不对/)
    await page.keyboard.press('Control+Enter')
    await expectOn(page.getByRole('heading', { name: '检查' })).toBeFocused()
    await readsWell()
    await page.getByRole('button', { name: '户籍地址', exact: true }).click()
    await expectOn(field('户籍地址')).toBeFocused()
    await expectOn(field('户籍地址')).toHaveAttribute('aria-invalid', 'true')
    const standing = page.getByRole('checkbox', { name: /先空着|核对过/ })
    for (const one of await standing.all()) await one.check()
    await page.keyboard.press('Control+Enter')
    await expectOn(page.getByRole('button', { name: '保存 Word 文件' })).toBeVisible()
    await expectOn(main()).toContainText('完成时的提醒')
    await page.getByRole('button', { name: '退回修改' }).click()
    await expectOn(field('申请人姓名')).toHaveValue('周福生')
  })

  it('takes values as text, whatever they hold, and runs none of it', async () => {
    const hostile = '<img src=x onerror="window.ran=1">{申请日期}{#x}=1+1 𠮷㙍😀&amp;'
    await field('申请人姓名').fill('{身份证号}')
    await field('申请理由').fill(`${hostile}\n第二行`)
    const preview = page.locator('[data-document]')
    await expectOn(preview.getByText('<img src=x', { exact: false }).first()).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expectOn(page.getByRole('heading', { name: '检查' })).toBeVisible()
    for (const one of await page.getByRole('checkbox', { name: /先空着|核对过/ }).all()) await one.check()
    await page.keyboard.press('Control+Enter')
    const { text } = await savedText()
    expect(text).toContain('{身份证号}')
    expect(text).toContain(hostile)
    expect(text).toContain('第二行')
    expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false)
    expect(window.complaints.filter((line) => !/ERR_FAILED|409/.test(line))).toEqual([])
  })

  it('pastes a block of a spreadsheet into a table, and moves its rows', async () => {
    await startEmpty()
    await page.getByRole('button', { name: '添加一行' }).click()
    await paste(
      field('家庭成员/0/姓名'),
      '姓名\t与申请人关系\t身份证号码\t状况\n周福生\t本人\t990000196203051219\t"手术后\n休养"\n何桂兰\t配偶\t990000196411182483\t健康\n',
    )
    await expectOn(field('家庭成员/1/姓名')).toHaveValue('何桂兰')
    await expectOn(field('家庭人口')).toHaveValue('2')
    await field('家庭成员/1/姓名').focus()
    await page.keyboard.press('Alt+Shift+ArrowUp')
    await expectOn(field('家庭成员/0/姓名')).toHaveValue('何桂兰')
    await expectOn(field('家庭成员/0/姓名')).toBeFocused()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expectOn(field('家庭成员/2/姓名')).toBeFocused()
    await page.getByRole('button', { name: '删除第1行' }).click()
    await expectOn(field('家庭成员/0/姓名')).toHaveValue('周福生')
    await readsWell()
  })

  it('fills every field of someone chosen from the book, and takes it back in one step', async () => {
    const values = { 'person.name': '何桂兰', 'person.residentId': '990000196411182483', 'person.phone': '13800001203' }
    await ask('POST', '/api/book', { kind: 'person', values })
    await startEmpty()
    await page.getByRole('button', { name: '选人' }).first().click()
    const dialog = page.getByRole('dialog', { name: /选/ })
    await expectOn(dialog.getByRole('combobox')).toBeFocused()
    await page.keyboard.type('hgl')
    await expectOn(dialog.getByRole('option').first()).toContainText('何桂兰')
    await readsWell()
    await page.keyboard.press('Enter')
    await expectOn(field('申请人姓名')).toHaveValue('何桂兰')
    await expectOn(field('身份证号')).toHaveValue('990000196411182483')
    await expectOn(field('身份证号')).toHaveAccessibleDescription(/来自：/)
    await expectOn(field('联系电话')).toHaveValue('13800001203')
    await page.keyboard.press('Control+z')
    await expectOn(field('申请人姓名')).toHaveValue('')
    await expectOn(field('联系电话')).toHaveValue('')
  })

  it('says what is wrong in the document while it is filled, not only when it is finished', async () => {
    await field('申请理由').fill('去年{村名}评议时，XX村没有意见。')
    const count = page.getByRole('button', { name: /^检查/ })
    await expectOn(count).toHaveText(/检查\s*[2-9]/)
    await count.click()
    await expectOn(main()).toContainText('{村名} 是填进去的文字')
    await expectOn(main()).toContainText('“XX”还没有换成真实的内容。')
    await expectOn(main()).not.toContainText('还没有填单位资料')
    await field('申请理由').fill('')
    await expectOn(main()).not.toContainText('“XX”')
    await page.getByRole('button', { name: '预览', exact: true }).click()
  })

  it('shows which field the words of the preview are, both ways', async () => {
    await field('申请人姓名').fill('何桂兰')
    const words = page.locator('[data-document]').getByText('何桂兰').first()
    await expectOn(words).toHaveAttribute('data-current', '')
    await page.locator('[data-document]').getByText('〔户籍地址〕').click()
    await expectOn(field('户籍地址')).toBeFocused()
  })

  it('computes what it can, lets it be written over, and takes it back', async () => {
    for (const [at, name] of ['年工资性收入', '年经营净收入', '年财产净收入', '年转移净收入'].entries()) {
      await field(name).fill(String(at * 1200))
    }
    await page.getByRole('button', { name: '添加一行' }).click()
    await page.keyboard.type('何桂兰')
    await expectOn(field('人均月收入')).toHaveValue('600')
    await expectOn(field('人均月收入')).toHaveAccessibleDescription(/陆佰元整.*自动算出/)
    await field('人均月收入').fill('')
    await page.keyboard.type('650')
    await expectOn(field('人均月收入')).toHaveValue('650')
    await page.getByRole('button', { name: '改回自动' }).click()
    await expectOn(field('人均月收入')).toHaveValue('600')
  })

  it('prints the document alone', async () => {
    const { forms } = await ask<{ forms: { id: string }[] }>(
      'GET',
      `/api/forms?state=finished&template=${dibao.itemId}`,
    )
    await go(`/forms/${forms[0]?.id}`)
    await expectOn(page.locator('[data-document]').getByText('最低生活保障申请表')).toBeVisible()
    await page.evaluate(() => {
      globalThis.print = () => {
        const host = document.querySelector<HTMLElement>('[data-print-document]')
        document.body.dataset.printed = host?.shadowRoot?.textContent ?? ''
      }
    })
    await page.getByRole('button', { name: '打印', exact: true }).click()
    await expectOn(page.locator('body')).toHaveAttribute('data-printed', /最低生活保障申请表/)
    await expectOn(page.locator('[data-print-document]')).toHaveCount(0)
  })

  it('is filled from beginning to end by keyboard alone', async () => {
    const letter = await templateOf('介绍信')
    const { data } = letter.samples.find(({ quality }) => quality === 'good') as FilledSample
    await go('/templates')
    await expectOn(main().locator('[data-line]').first()).toBeVisible()
    await page.keyboard.press('Control+f')
    await page.keyboard.type('jsx')
    await expectOn(main().locator('[data-line]').first()).toHaveText('介绍信')
    await page.keyboard.press('ArrowDown')
    await expectOn(main().locator('[data-line]').first()).toBeFocused()
    await page.keyboard.press('Enter')
    await expectOn(page.getByRole('heading', { level: 1, name: '介绍信' })).toBeVisible()
    await page.getByRole('heading', { level: 1 }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/forms\//)
    await expectOn(page.locator('[data-group]').first()).toBeVisible()
    await page.keyboard.press('Alt+ArrowDown')
    const left = new Map(Object.entries(data).filter(([name]) => isLeftToPerson(letter, name)))
    for (let tabs = 0; tabs < 150 && left.size > 0; tabs++) {
      const { name, kind } = await page.evaluate(() => {
        const at = document.activeElement
        return {
          name: at?.closest<HTMLElement>('[data-form-field]')?.dataset.formField ?? '',
          kind: at?.matches('[type=radio]') ? 'radio' : (at?.getAttribute('role') ?? at?.tagName.toLowerCase() ?? ''),
        }
      })
      const value = left.get(name)
      if (value !== undefined && kind !== 'a' && kind !== 'button') {
        if (kind === 'radio') await pressUntilChosen(String(value))
        else {
          await page.keyboard.press('Control+a')
          await page.keyboard.type(String(value))
          if (kind === 'combobox') await page.keyboard.press('Enter')
        }
        left.delete(name)
      }
      await page.keyboard.press('Tab')
    }
    expect([...left.keys()]).toEqual([])
    await page.keyboard.press('Control+Enter')
    const save = page.getByRole('button', { name: '保存 Word 文件' })
    await expectOn(save).toBeVisible()
    for (let tabs = 0; tabs < 60 && !(await save.evaluate((one) => one === document.activeElement)); tabs++) {
      await page.keyboard.press('Tab')
    }
    const download = page.waitForEvent('download')
    await page.keyboard.press('Enter')
    const { value } = await mammoth.extractRawText({ buffer: readFileSync(await (await download).path()) })
    for (const [name, words] of Object.entries(data)) {
      const plain = letter.schema.properties[name]
      if (plain?.type === 'string' && plain.format === undefined) expect(value).toContain(String(words))
    }
  })

  const isLeftToPerson = ({ schema }: TemplateView, name: string) => {
    const field = schema.properties[name]
    return (
      field !== undefined && field.type !== 'array' && field.type !== 'boolean' && field['x-computed'] === undefined
    )
  }
  const pressUntilChosen = async (choice: string) => {
    for (let presses = 0; presses < 10; presses++) {
      const chosen = await page.evaluate(() => {
        const at = document.activeElement as HTMLInputElement
        return at.checked ? at.value : ''
      })
      if (chosen === choice) return
      await page.keyboard.press(chosen === '' ? 'Space' : 'ArrowDown')
    }
  }
  /** A form of its own, without the one served before. */
  const startEmpty = async () => {
    await go(`/templates/${dibao.itemId}`)
    await page.getByRole('button', { name: '填写' }).click()
    await expectOn(field('申请人姓名')).toBeVisible()
    const clear = page.getByRole('button', { name: '不是这个人，清空' })
    if (await clear.isVisible()) await clear.click()
    await expectOn(field('申请人姓名')).toHaveValue('')
    await expectOn(field('家庭成员/0/姓名')).toBeHidden()
  }
  /** Until the window is loaded again; also what it would send while it goes. */
  const nothingIsSaved = () =>
    page.evaluate(() => {
      const { fetch } = globalThis
      globalThis.fetch = (asked, init) =>
        init?.method === 'PUT' ? Promise.reject(new TypeError('unplugged')) : fetch(asked, init)
    })
  const formInWindow = () => ask<FormView>('GET', `/api/forms/${new URL(page.url()).pathname.split('/').at(-1)}`)
  const paste = (place: Locator, text: string) =>
    place.evaluate((element, words) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', words)
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, text)
})
