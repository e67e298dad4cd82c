import { readFileSync } from 'node:fs'
import mammoth from 'mammoth'
import PizZip from 'pizzip'
import { expect as expectOn } from 'playwright/test'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FormSummary } from '../../library/templates/forms/form-view.ts'
import { profile, townsperson } from './office-town.ts'
import { type Office, openOffice } from './open-office.ts'

describe('documents made of a spreadsheet', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice()
    await office.ask('PUT', '/api/unit', profile)
  })
  afterAll(() => office?.close())

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
      const { itemId } = await office.templateOf('居住情况证明')
      await office.go(`/templates/batch/${itemId}`)
      const empty = await office.saved(() => office.button('下载空表格').click())
      const [columns] = await readSheet(readFileSync(await empty.path()))
      expect(columns).toContain('申请人姓名')
      await office.readsWell()

      const rows = Array.from({ length: 30 }, (_, at) =>
        rowOf(at, at === 4 ? { id: '990101196203150021' } : at === 9 ? { way: '' } : {}),
      )
      await office.dropSheet('居住证明.xlsx', [headings, ...rows])
      await expectOn(office.main().getByText('居住证明.xlsx')).toBeVisible()
      await office.main().getByLabel('“居住起始”用作').click()
      await office.main().getByLabel('“居住起始”用作').fill('开始居住日期')
      await office.page.keyboard.press('Enter')
      await expectOn(office.page.locator('[data-document]').getByText(townsperson(0).name)).toBeVisible()
      await office.button('下一行').click()
      await expectOn(office.page.locator('[data-document]').getByText(townsperson(3).name)).toBeVisible()
      const pattern = office.page.getByLabel('文件名（不含后缀）')
      await pattern.fill('{证明编号} {申请人}')
      await expectOn(office.main().getByText('模板里没有这些字段：申请人')).toBeVisible()
      await pattern.fill('{证明编号} {申请人姓名}')
      await expectOn(office.main().getByText(`2026-1 ${townsperson(0).name}.docx`)).toBeVisible()
      await office.readsWell()

      await office.button('开始填写 30 行').click()
      await expectOn(office.main().getByRole('heading', { name: '做好 28 份，2 行没有做成' })).toBeVisible({
        timeout: 30_000,
      })
      await expectOn(office.main().getByRole('row', { name: /^6 / })).toContainText('校验位不对')
      await expectOn(office.main().getByRole('row', { name: /^11 / })).toContainText('居住方式')
      await office.readsWell()

      const archive = await office.saved(() => office.button(/^保存 .zip/).click())
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
      const file = await office.saved(() => office.button('把没做成的 2 行存成表格').click())
      const [columns = [], ...failed] = await readSheet(readFileSync(await file.path()))
      expect(columns).toEqual([...headings, '原因'])
      expect(failed.map((row) => row[0])).toEqual(['2026-5', '2026-10'])
      expect(String(failed[0]?.at(-1))).toContain('校验位')
      await office.button('再填一张表格').click()
      const mended = failed.map((row) => row.map((cell) => String(cell ?? '')))
      if (mended[0]) mended[0][2] = townsperson(12).id
      if (mended[1]) mended[1][5] = '租住'
      await office.dropSheet('待改.xlsx', [columns.map(String), ...mended])
      await expectOn(office.main().getByRole('row', { name: /^居住起始/ })).not.toContainText('没有找到对应')
      await office.button('开始填写 2 行').click()
      await expectOn(office.main().getByRole('heading', { name: '全部做好，共 2 份' })).toBeVisible({ timeout: 30_000 })
    })

    it('fills all rows into the table of one document, with what stands around it typed once', async () => {
      const { itemId } = await office.templateOf('临时救助金发放表')
      await office.go(`/templates/batch/${itemId}`)
      const people = Array.from({ length: 12 }, (_, at) => townsperson(at * 5))
      await office.dropSheet('发放名单.xlsx', [
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
      await office
        .main()
        .getByRole('radio', { name: /^全部填进一份的/ })
        .click()
      await office.main().getByLabel('“所在村组”用作').click()
      await office.main().getByLabel('“所在村组”用作').fill('村组')
      await office.page.keyboard.press('Enter')
      for (const [field, words] of [
        ['批次', '2026年第3批'],
        ['资金来源', '县级临时救助资金'],
        ['审核人', '周明德'],
      ] as const) {
        await office.main().getByLabel(field).fill(words)
      }
      await expectOn(office.page.locator('[data-document]').getByText('县级临时救助资金').first()).toBeVisible()
      await office.readsWell()
      await office.button(/^把 12 行填进/).click()
      await expectOn(office.main().getByRole('heading', { name: '全部做好，共 1 份' })).toBeVisible({ timeout: 30_000 })
      const archive = await office.saved(() => office.button(/^保存 .zip/).click())
      const zip = new PizZip(readFileSync(await archive.path()))
      const [made] = Object.values(zip.files).filter(({ name }) => name.endsWith('.docx'))
      const { value: text } = await mammoth.extractRawText({ buffer: Buffer.from(made?.asUint8Array() ?? []) })
      for (const { name } of people) expect(text).toContain(name)
      for (const words of ['2026年第3批', '溪口镇', '周明德']) expect(text).toContain(words)
    })

    it('keeps what was made among one’s own documents, a batch in one line', async () => {
      await office.main().getByRole('link', { name: '在“我的文书”里看' }).click()
      await expectOn(office.main().getByRole('link', { name: /临时救助金发放表/ })).toHaveCount(1)
      await office.button(/^只看这一批/).click()
      const line = office.button(/批量填写：居住情况证明，28 份/)
      await expectOn(line).toHaveAttribute('aria-expanded', 'false')
      await line.click()
      await expectOn(
        office
          .main()
          .getByRole('link', { name: new RegExp(townsperson(6).name) })
          .first(),
      ).toBeVisible()
      await office.readsWell()
    })
  })

  describe('one’s own documents', () => {
    it('are found by the code on the basis sheet, copied, deleted and brought back', async () => {
      const { forms } = await office.ask<{ forms: FormSummary[] }>('GET', '/api/forms?state=finished&limit=1')
      const [form] = forms
      await office.page.getByLabel('找我的文书').fill(String(form?.code))
      const rows = office.main().getByRole('list', { name: '文书' }).getByRole('listitem')
      await expectOn(rows).toHaveCount(1)
      await expectOn(rows.first()).toContainText(String(form?.code))
      const made = await office.saved(() => rows.first().getByRole('button', { name: /^保存/ }).click())
      expect(made.suggestedFilename()).toBe(`${form?.title}.docx`)
      await rows.first().getByRole('button', { name: /^删除/ }).click()
      await expectOn(rows).toHaveCount(0)
      await office.page.getByRole('button', { name: '撤销', exact: true }).click()
      await expectOn(rows).toHaveCount(1)
      await rows.first().getByRole('checkbox').check()
      const archive = await office.saved(() => office.button('存成一个 .zip').click())
      expect(Object.keys(new PizZip(readFileSync(await archive.path())).files)).toHaveLength(1)
      await rows
        .first()
        .getByRole('button', { name: /^复制一份/ })
        .click()
      await office.page.waitForURL(/\/forms\//)
      await office.go('/templates/mine?state=draft')
      await expectOn(rows.first()).toContainText('草稿')
    })
  })
})
