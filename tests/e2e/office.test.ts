import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { Document, Packer, Paragraph } from 'docx'
import mammoth from 'mammoth'
import PizZip from 'pizzip'
import type { Browser, Download, Page } from 'playwright'
import { expect as expectOn } from 'playwright/test'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FormSummary } from '../../library/templates/forms/form-view.ts'
import type { UnitProfile } from '../../library/templates/known/known-view.ts'
import type { TemplateSummary } from '../../library/templates/template-view.ts'
import { type AppWindow, launchBrowser, openAppWindow } from './app-browser.ts'
import { askOverPipe, type LibraryService, starterInstalled, startLibraryService } from './library-service.ts'
import { bookHeadings, bookRows, dropOn, profile, townsperson, writeXlsx } from './office-town.ts'

const docx = async (...lines: string[]) =>
  Buffer.from(
    await Packer.toBuffer(new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] })),
  )

const looks = [
  { theme: 'light', textSize: 'large', width: 1280, height: 800 },
  { theme: 'dark', textSize: 'standard', width: 1280, height: 800 },
  { theme: 'light', textSize: 'standard', width: 1920, height: 1080 },
] as const

describe('what an office keeps for its documents', () => {
  let service: LibraryService
  let browser: Browser
  let window: AppWindow
  let page: Page
  beforeAll(async () => {
    service = await startLibraryService()
    await starterInstalled(service)
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
  const go = (place: string) => page.goto(new URL(place, service.address).href)
  const main = () => page.locator('main')
  const button = (name: string | RegExp) => main().getByRole('button', { name })
  const templateOf = async (title: string): Promise<TemplateSummary> => {
    const all = await ask<TemplateSummary[]>('GET', '/api/templates')
    return all.find((one) => one.title === title) as TemplateSummary
  }
  const dropSheet = async (name: string, rows: readonly (readonly string[])[]) =>
    dropOn(page, [{ name, content: readFileSync(await writeXlsx(name, rows)) }])
  const saved = async (press: () => Promise<unknown>): Promise<Download> => {
    const [download] = await Promise.all([page.waitForEvent('download'), press()])
    return download
  }
  const readsWell = async () => {
    await expectOn(main().getByRole('heading', { level: 1 })).toBeVisible()
    // Colours on their way from one state to the next are nobody's.
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map((one) => one.finished)))
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(
      violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`),
    ).toEqual([])
  }

  describe('the unit profile', () => {
    it('is offered once, by a line that can be closed for ever', async () => {
      await go('/templates/mine')
      const offer = main().getByRole('link', { name: '去填单位资料' })
      await expectOn(offer).toBeVisible()
      await readsWell()
      await button('不再提示').click()
      await expectOn(offer).toBeHidden()
      await page.reload()
      await expectOn(main().getByRole('heading', { level: 1 })).toBeVisible()
      await expectOn(offer).toBeHidden()
    })

    it('saves itself while it is typed, and undoes the last step', async () => {
      await go('/office/unit')
      await page.getByLabel('乡镇（街道）').fill('溪口镇')
      await page.getByLabel('公章名称').fill('青禾县溪口镇人民政府')
      await expectOn(main().getByText('已保存', { exact: true })).toBeVisible()
      await expect
        .poll(async () => (await ask<UnitProfile>('GET', '/api/unit')).values['unit.seal'])
        .toBe('青禾县溪口镇人民政府')
      await page.getByLabel('公章名称').fill('写错了')
      await expect.poll(async () => (await ask<UnitProfile>('GET', '/api/unit')).values['unit.seal']).toBe('写错了')
      await button('撤销上一步').click()
      await expectOn(page.getByLabel('公章名称')).toHaveValue('青禾县溪口镇人民政府')
      await expect
        .poll(async () => (await ask<UnitProfile>('GET', '/api/unit')).values['unit.seal'])
        .toBe('青禾县溪口镇人民政府')
    })

    it('takes villages pasted from a spreadsheet, and holds back two of one name', async () => {
      await button('添加一个村').click()
      const cells =
        '村名\t村民小组\t村书记\t电话\n上坪村\t1-3组\t周大山\t13900000001\n河口村\t一组、二组\t林月娥\t13900000002\n'
      await page.getByLabel('第 1 行，村（社区）').evaluate((field, text) => {
        const data = new DataTransfer()
        data.setData('text/plain', text)
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
      }, cells)
      await expect
        .poll(async () => (await ask<UnitProfile>('GET', '/api/unit')).villages)
        .toEqual([
          { name: '上坪村', groups: ['1组', '2组', '3组'], secretary: '周大山', phone: '13900000001' },
          { name: '河口村', groups: ['一组', '二组'], secretary: '林月娥', phone: '13900000002' },
        ])
      await readsWell()
      await page.getByLabel('第 2 行，村（社区）').fill('上坪村')
      await expectOn(main().getByText(/还没有保存：有同名的村（上坪村）/)).toBeVisible()
      expect((await ask<UnitProfile>('GET', '/api/unit')).villages[1]?.name).toBe('河口村')
      await page.getByLabel('第 2 行，村（社区）').fill('河口村')
      await expectOn(main().getByText('已保存', { exact: true })).toBeVisible()
    })

    it('fills every new form with what it says', async () => {
      const { itemId } = await templateOf('会议通知')
      await ask('PUT', '/api/unit', profile)
      await go(`/templates/${itemId}`)
      await page.getByRole('button', { name: /^填写/ }).click()
      await page.waitForURL(/\/forms\//)
      await expectOn(page.locator('[data-document]').getByText('溪口镇人民政府').first()).toBeVisible()
    })
  })

  describe('the local book', () => {
    const people = 800
    it('teaches while it is empty and offers an example that it can take in', async () => {
      await go('/office/book')
      await expectOn(main().getByRole('heading', { name: '把表格拖到这里' })).toBeVisible()
      await readsWell()
      const example = await saved(() => button('下载示例表格').click())
      const rows = await readSheet(readFileSync(await example.path()))
      expect(rows[0]).toContain('身份证号')
      await dropOn(page, [{ name: '名册示例.xlsx', content: readFileSync(await example.path()) }])
      await expectOn(main().getByText('不能导入').locator('..').getByRole('definition')).toHaveText('0')
      await button('回到名册').click()
    })

    it('shows what a spreadsheet would change before it is taken in, and says why a row is not', async () => {
      const broken = ['', '', '河口村', '1组', '', '', '', '没有名字']
      await dropSheet('户籍台账.xlsx', [bookHeadings, ...bookRows(people), broken])
      await expectOn(main().getByRole('row', { name: /^身份证号码/ })).toContainText('同义')
      await expectOn(main().getByRole('row', { name: /^姓名 .*同名$/ })).toBeVisible()
      await expectOn(main().getByRole('row', { name: new RegExp(`^${people + 2} `) })).toBeVisible()
      await readsWell()
      await button(/^导入这 \d+ 条$/).click()
      await expectOn(main().getByRole('heading', { name: '导入完成' })).toBeVisible()
      await button('回到名册').click()
      await expectOn(main().getByText(/^共 \d+ 条/)).toBeVisible()
    })

    it('draws a screenful of a thousand entries and finds one by the last digits and by initials', async () => {
      const options = main().getByRole('option')
      await expectOn(options.first()).toBeVisible()
      expect(await options.count()).toBeLessThan(60)
      const one = townsperson(411)
      await page.getByLabel('在名册里找').fill(one.id.slice(-6))
      await expectOn(options).toHaveCount(1)
      await expectOn(options.first()).toContainText(one.name)
      await expectOn(options.first()).not.toContainText(one.id)
      await options.first().click()
      await expectOn(page.getByLabel('身份证号')).toHaveValue(one.id)
      await readsWell()
    })

    it('saves an entry as it is changed, undoes it, and brings a deleted one back', async () => {
      const one = townsperson(411)
      const editor = page.getByRole('region', { name: one.name })
      await editor.getByLabel('联系电话').fill('13800138000')
      await editor.getByLabel('户籍地址').focus()
      await expectOn(editor.getByText('已保存')).toBeVisible()
      await expectOn(main().getByRole('option').first()).toContainText('13800138000')
      await editor.getByRole('button', { name: '撤销上一步' }).click()
      await expectOn(main().getByRole('option').first()).toContainText(one.phone)
      await editor.getByRole('button', { name: '删除' }).click()
      await expectOn(main().getByRole('option')).toHaveCount(0)
      await page.getByRole('button', { name: '撤销', exact: true }).click()
      await expectOn(main().getByRole('option')).toHaveCount(1)
    })

    it('remembers the match of columns that was corrected', async () => {
      await page.getByLabel('在名册里找').fill('')
      await button('从表格导入').click()
      const rows = [
        ['姓名', '身份证号码', '特长'],
        [townsperson(3).name, townsperson(3).id, '木匠'],
      ]
      await dropSheet('特长.xlsx', rows)
      await main().getByLabel('“特长”用作').click()
      await main().getByLabel('“特长”用作').fill('职业')
      await page.keyboard.press('Enter')
      await expectOn(main().getByRole('row', { name: /^特长/ })).toContainText('您选的')
      await button(/^导入这 1 条$/).click()
      await expectOn(main().getByRole('heading', { name: '导入完成' })).toBeVisible()
      await button('再导入一份').click()
      await dropSheet('特长.xlsx', rows)
      await expectOn(main().getByRole('row', { name: /^特长/ })).toContainText('记得上次')
      await expectOn(main().getByText('没有变化').locator('..').getByRole('definition')).toHaveText('1')
    })
  })

  describe('a spreadsheet into documents', () => {
    const headings = [
      '证明编号',
      '申请人',
      '身份证',
      '居住起始',
      '住址',
      '居住方式',
      '核实方式',
      '核实人',
      '用途',
      '有效期',
      '村名',
    ]
    const rowOf = (at: number, change: { id?: string; way?: string } = {}) => {
      const { name, id, village, group } = townsperson(at * 3)
      const kind = change.way ?? '自有住房'
      const address = `${village}${group}${at + 1}号`
      return [
        `2026-${at + 1}`,
        name,
        change.id ?? id,
        '2019年3月1日',
        address,
        kind,
        '入户查看',
        '林小雨',
        '办理子女入学报名',
        '2027-01-20',
        village,
      ]
    }

    it('makes thirty rows but two, from dropping them to an archive of documents', async () => {
      const { itemId } = await templateOf('居住情况证明')
      await go(`/templates/batch/${itemId}`)
      const empty = await saved(() => button('下载空表格').click())
      const [columns] = await readSheet(readFileSync(await empty.path()))
      expect(columns).toContain('申请人姓名')
      await readsWell()

      const rows = Array.from({ length: 30 }, (_, at) =>
        rowOf(at, at === 4 ? { id: '990101196203150021' } : at === 9 ? { way: '' } : {}),
      )
      await dropSheet('居住证明.xlsx', [headings, ...rows])
      await expectOn(main().getByText('居住证明.xlsx')).toBeVisible()
      await main().getByLabel('“居住起始”用作').click()
      await main().getByLabel('“居住起始”用作').fill('开始居住日期')
      await page.keyboard.press('Enter')
      await expectOn(page.locator('[data-document]').getByText(townsperson(0).name)).toBeVisible()
      await button('下一行').click()
      await expectOn(page.locator('[data-document]').getByText(townsperson(3).name)).toBeVisible()
      const pattern = page.getByLabel('文件名（不含后缀）')
      await pattern.fill('{证明编号} {申请人}')
      await expectOn(main().getByText('模板里没有这些字段：申请人')).toBeVisible()
      await pattern.fill('{证明编号} {申请人姓名}')
      await expectOn(main().getByText(`2026-1 ${townsperson(0).name}.docx`)).toBeVisible()
      await readsWell()

      await button('开始填写 30 行').click()
      await expectOn(main().getByRole('heading', { name: '做好 28 份，2 行没有做成' })).toBeVisible({ timeout: 30_000 })
      await expectOn(main().getByRole('row', { name: /^6 / })).toContainText('校验位不对')
      await expectOn(main().getByRole('row', { name: /^11 / })).toContainText('居住方式')
      await readsWell()

      const archive = await saved(() => button(/^保存 .zip/).click())
      const zip = new PizZip(readFileSync(await archive.path()))
      const names = Object.keys(zip.files)
      expect(names.filter((name) => name.endsWith('.docx'))).toHaveLength(28)
      expect(names.filter((name) => name.endsWith('.xlsx'))).toHaveLength(1)
      const third = townsperson(6)
      const buffer = Buffer.from(zip.files[`2026-3 ${third.name}.docx`]?.asUint8Array() ?? [])
      const { value: text } = await mammoth.extractRawText({ buffer })
      for (const words of [third.name, third.id, '2019年3月1日', third.village]) expect(text).toContain(words)
      expect(text).not.toContain('{')
    })

    it('gives the rows that failed back as a spreadsheet, and makes only these when they are mended', async () => {
      const file = await saved(() => button('把没做成的 2 行存成表格').click())
      const [columns = [], ...failed] = await readSheet(readFileSync(await file.path()))
      expect(columns).toEqual([...headings, '原因'])
      expect(failed.map((row) => row[0])).toEqual(['2026-5', '2026-10'])
      expect(String(failed[0]?.at(-1))).toContain('校验位')
      await button('再填一张表格').click()
      const mended = failed.map((row) => row.map((cell) => String(cell ?? '')))
      if (mended[0]) mended[0][2] = townsperson(12).id
      if (mended[1]) mended[1][5] = '租住'
      await dropSheet('待改.xlsx', [columns.map(String), ...mended])
      await expectOn(main().getByRole('row', { name: /^居住起始/ })).not.toContainText('没有找到对应')
      await button('开始填写 2 行').click()
      await expectOn(main().getByRole('heading', { name: '全部做好，共 2 份' })).toBeVisible({ timeout: 30_000 })
    })

    it('fills all rows into the table of one document, with what stands around it typed once', async () => {
      const { itemId } = await templateOf('临时救助金发放表')
      await go(`/templates/batch/${itemId}`)
      const people = Array.from({ length: 12 }, (_, at) => townsperson(at * 5))
      await dropSheet('发放名单.xlsx', [
        ['姓名', '身份证号', '所在村组', '救助原因', '金额', '账号尾号'],
        ...people.map(({ name, id, village, group }, at) => [
          name,
          id,
          `${village}${group}`,
          '大病',
          `${500 + at}`,
          '1234',
        ]),
      ])
      await main()
        .getByRole('radio', { name: /^全部填进一份的/ })
        .click()
      await main().getByLabel('“所在村组”用作').click()
      await main().getByLabel('“所在村组”用作').fill('村组')
      await page.keyboard.press('Enter')
      for (const [field, words] of [
        ['批次', '2026年第3批'],
        ['资金来源', '县级临时救助资金'],
        ['审核人', '周明德'],
      ] as const) {
        await main().getByLabel(field).fill(words)
      }
      await expectOn(page.locator('[data-document]').getByText('县级临时救助资金').first()).toBeVisible()
      await readsWell()
      await button(/^把 12 行填进/).click()
      await expectOn(main().getByRole('heading', { name: '全部做好，共 1 份' })).toBeVisible({ timeout: 30_000 })
      const archive = await saved(() => button(/^保存 .zip/).click())
      const zip = new PizZip(readFileSync(await archive.path()))
      const [made] = Object.values(zip.files).filter(({ name }) => name.endsWith('.docx'))
      const { value: text } = await mammoth.extractRawText({ buffer: Buffer.from(made?.asUint8Array() ?? []) })
      for (const { name } of people) expect(text).toContain(name)
      for (const words of ['2026年第3批', '溪口镇', '周明德']) expect(text).toContain(words)
    })

    it('keeps what was made among one’s own documents, a batch in one line', async () => {
      await main().getByRole('link', { name: '在“我的文书”里看' }).click()
      await expectOn(main().getByRole('link', { name: /临时救助金发放表/ })).toHaveCount(1)
      await button(/^只看这一批/).click()
      const line = button(/批量填写：居住情况证明，28 份/)
      await expectOn(line).toHaveAttribute('aria-expanded', 'false')
      await line.click()
      await expectOn(
        main()
          .getByRole('link', { name: new RegExp(townsperson(6).name) })
          .first(),
      ).toBeVisible()
      await readsWell()
    })
  })

  describe('one’s own documents', () => {
    it('are found by the code on the basis sheet, copied, deleted and brought back', async () => {
      const { forms } = await ask<{ forms: FormSummary[] }>('GET', '/api/forms?state=finished&limit=1')
      const [form] = forms
      await page.getByLabel('找我的文书').fill(String(form?.code))
      const rows = main().getByRole('list', { name: '文书' }).getByRole('listitem')
      await expectOn(rows).toHaveCount(1)
      await expectOn(rows.first()).toContainText(String(form?.code))
      const made = await saved(() => rows.first().getByRole('button', { name: /^保存/ }).click())
      expect(made.suggestedFilename()).toBe(`${form?.title}.docx`)
      await rows.first().getByRole('button', { name: /^删除/ }).click()
      await expectOn(rows).toHaveCount(0)
      await page.getByRole('button', { name: '撤销', exact: true }).click()
      await expectOn(rows).toHaveCount(1)
      await rows.first().getByRole('checkbox').check()
      const archive = await saved(() => button('存成一个 .zip').click())
      expect(Object.keys(new PizZip(readFileSync(await archive.path())).files)).toHaveLength(1)
      await rows
        .first()
        .getByRole('button', { name: /^复制一份/ })
        .click()
      await page.waitForURL(/\/forms\//)
      await go('/templates/mine?state=draft')
      await expectOn(rows.first()).toContainText('草稿')
    })
  })

  describe('checking documents', () => {
    it('finds what was left over, shows it in the document, mends it by one click and undoes that', async () => {
      await go('/templates/check')
      await readsWell()
      const left = await docx(
        '关于开展入户走访的说明',
        '溪口镇各村于本周内完成入户走访，联系人：{联系人}。',
        '走访情况由余杭区瓶窑镇汇总后上报。',
      )
      await dropOn(page, [{ name: '说明.docx', content: left }])
      const findings = page.getByRole('region', { name: '检查结果：说明.docx' })
      const empty = findings.getByRole('listitem').filter({ hasText: '{联系人}' })
      await expectOn(empty.first()).toBeVisible()
      await expectOn(findings.getByRole('listitem').filter({ hasText: '余杭区' }).first()).toBeVisible()
      await empty.first().getByRole('button', { pressed: false }).first().click()
      await expect
        .poll(() => page.evaluate(() => [...(CSS.highlights.get('xinhuo-looked') ?? [])].map(String)))
        .toEqual(['{联系人}'])
      await readsWell()

      await empty.first().getByRole('button', { name: /^删去/ }).click()
      await expectOn(empty).toHaveCount(0)
      await button('撤销上一步').click()
      await expectOn(empty.first()).toBeVisible()
    })

    it('remembers a place as the office’s own, and forgets it again', async () => {
      const ours = () => button('这是本地的地名')
      const count = await ours().count()
      await ours().first().click()
      await expectOn(page.getByText(/^已记住“/)).toBeVisible()
      await expect.poll(() => ours().count()).toBeLessThan(count)
      await page.getByRole('button', { name: '撤销', exact: true }).click()
      await expect.poll(() => ours().count()).toBe(count)
    })

    it('mends all that is safe by one click, and the saved copy passes', async () => {
      await button(/^改好能放心改的/).click()
      await expectOn(main().getByText(/没有再发现问题/)).toBeVisible()
      const copy = await saved(() => button('保存改好的副本').click())
      expect(copy.suggestedFilename()).toBe('说明（已改）.docx')
      await button('拿掉 说明.docx').click()
      await dropOn(page, [{ name: '说明（已改）.docx', content: readFileSync(await copy.path()) }])
      await expectOn(main().getByText('没有发现问题，可以用了。')).toBeVisible()
      await readsWell()
    })

    it('keeps the documents on the desk while the person looks elsewhere', async () => {
      await main().getByRole('link', { name: '名册' }).click()
      await expectOn(main().getByRole('heading', { level: 1, name: '名册' })).toBeVisible()
      await main().getByRole('link', { name: '文书检查' }).click()
      await expectOn(main().getByText('没有发现问题，可以用了。')).toBeVisible()
    })

    it('checks several, and says of one that cannot be read why', async () => {
      await dropOn(page, [
        { name: '好的.docx', content: await docx('溪口镇人民政府') },
        { name: '坏的.docx', content: Buffer.from('not a document') },
      ])
      const files = page.getByRole('list', { name: '要检查的文档' })
      await expectOn(files.getByRole('listitem')).toHaveCount(3)
      await expectOn(files.getByRole('listitem').filter({ hasText: '坏的.docx' })).toContainText('没能检查')
      await files.getByRole('button', { name: /^坏的/ }).click()
      await expectOn(main().getByRole('alert')).toContainText(/[一-龥]{4,}/)
    })
  })

  describe('ledgers of several villages', () => {
    it('become one, with what contradicts chosen by the person', async () => {
      await go('/templates/ledgers')
      await readsWell()
      const [first, second] = [townsperson(0), townsperson(1)]
      const columns = ['序号', '姓名', '身份证号', '电话']
      await dropSheet('上坪村.xlsx', [
        columns,
        ['1', first.name, first.id, '111'],
        ['2', second.name, second.id, '222'],
      ])
      await expectOn(main().getByText('再拖入至少一份')).toBeVisible()
      await dropSheet('河口村.xlsx', [
        ['姓名', '身份证号', '电话', '序号'],
        [first.name, first.id, '333', '1'],
        [second.name, second.id, '222', '2'],
      ])
      await dropSheet('别的.xlsx', [
        ['物品', '数量'],
        ['椅子', '3'],
      ])
      await expectOn(main().getByText(/去掉重复 1 行，1 处内容不同/)).toBeVisible()
      await expectOn(main().getByRole('row', { name: /别的\.xlsx/ })).toContainText('缺少')
      await readsWell()
      await expectOn(main().getByText('还有 1 处没有选')).toBeVisible()
      await button('都用最后加入的台账').click()
      await expectOn(main().getByText('都选好了')).toBeVisible()
      const file = await saved(() => button('保存合并后的台账').click())
      const [, ...rows] = await readSheet(readFileSync(await file.path()))
      expect(rows.map((row) => row.slice(1, 4))).toEqual([
        [first.name, first.id, '333'],
        [second.name, second.id, '222'],
      ])
    })
  })

  describe.each(looks)('as it looks: $theme, $textSize, $width wide', ({ theme, textSize, width, height }) => {
    beforeAll(async () => {
      const settings = await ask<object>('GET', '/api/settings')
      await ask('PUT', '/api/settings', { ...settings, theme, textSize })
      await page.setViewportSize({ width, height })
    })

    const isFit = async () => {
      await expectOn(page.locator('html')).toHaveAttribute('data-theme', theme)
      await readsWell()
      const overflowing = await page.evaluate(() => {
        const edge = document.getElementById('main')?.getBoundingClientRect().right ?? 0
        return [...document.querySelectorAll('#main *')]
          .filter(({ className }) => className !== 'visually-hidden')
          .filter((element) => element.getBoundingClientRect().right > edge + 1)
          .map((element) => element.outerHTML.slice(0, 120))
      })
      expect(overflowing).toEqual([])
    }

    it('the unit profile with its villages', async () => {
      await go('/office/unit')
      await expectOn(page.getByLabel('第 12 行，村（社区）')).toBeVisible()
      await isFit()
    })

    it('the book with an entry open', async () => {
      await go('/office/book')
      await main().getByRole('option').nth(1).click()
      await expectOn(main().getByText('显示更多项目')).toBeVisible()
      await isFit()
    })

    it('one’s own documents', async () => {
      await go('/templates/mine')
      await expectOn(main().getByRole('list', { name: '文书' })).toBeVisible()
      await isFit()
    })

    it('a document that was checked', async () => {
      await go('/templates/check')
      const left = await docx('关于开展核查的通知', '由余杭区瓶窑镇{责任人}负责。', '2019年3月1日')
      await dropOn(page, [{ name: '通知.docx', content: left }])
      await expectOn(main().getByRole('heading', { name: /^必须改/ })).toBeVisible()
      await isFit()
    })

    it('ledgers that contradict each other', async () => {
      await go('/templates/ledgers')
      for (const phone of ['111', '222'])
        await dropSheet(`${phone}.xlsx`, [
          ['姓名', '电话'],
          ['张三', phone],
        ])
      await expectOn(main().getByRole('heading', { name: /^内容不同的地方/ })).toBeVisible()
      await isFit()
    })
  })

  it('says all of it in English too', async () => {
    const settings = await ask<object>('GET', '/api/settings')
    await ask('PUT', '/api/settings', { ...settings, language: 'en' })
    for (const place of ['/office/unit', '/office/book', '/templates/mine', '/templates/check', '/templates/ledgers']) {
      await go(place)
      await expectOn(main().getByRole('navigation', { name: 'Documents' })).toBeVisible()
      await expectOn(main().getByRole('heading', { level: 1 })).toHaveText(/^[A-Z][a-z ]+$/)
    }
  })

  it('asks nothing of anybody but its own service, and nothing is stopped or fails', () => {
    expect(
      window.requests.filter((address) => !address.startsWith(service.address) && !/^(blob|data):/.test(address)),
    ).toEqual([])
    expect(window.complaints.filter((words) => !/422|400|415/.test(words))).toEqual([])
  })
})
