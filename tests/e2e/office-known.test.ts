import { readFileSync } from 'node:fs'
import { expect as expectOn } from 'playwright/test'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { UnitProfile } from '../../library/templates/known/known-view.ts'
import { bookHeadings, bookRows, dropOn, profile, townsperson } from './office-town.ts'
import { type Office, openOffice } from './open-office.ts'

describe('what an office says once for all its documents', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice()
  })
  afterAll(() => office?.close())

  describe('the unit profile', () => {
    it('is offered once, by a line that can be closed for ever', async () => {
      await office.go('/templates/mine')
      const offer = office.main().getByRole('link', { name: '去填单位资料' })
      await expectOn(offer).toBeVisible()
      await office.readsWell()
      await office.button('不再提示').click()
      await expectOn(offer).toBeHidden()
      await office.page.reload()
      await expectOn(office.main().getByRole('heading', { level: 1 })).toBeVisible()
      await expectOn(offer).toBeHidden()
    })

    it('saves itself while it is typed, and undoes the last step', async () => {
      await office.go('/office/unit')
      await office.page.getByLabel('乡镇（街道）').fill('溪口镇')
      await office.page.getByLabel('公章名称').fill('青禾县溪口镇人民政府')
      await expectOn(office.main().getByText('已保存', { exact: true })).toBeVisible()
      await expect
        .poll(async () => (await office.ask<UnitProfile>('GET', '/api/unit')).values['unit.seal'])
        .toBe('青禾县溪口镇人民政府')
      await office.page.getByLabel('公章名称').fill('写错了')
      await expect
        .poll(async () => (await office.ask<UnitProfile>('GET', '/api/unit')).values['unit.seal'])
        .toBe('写错了')
      await office.button('撤销上一步').click()
      await expectOn(office.page.getByLabel('公章名称')).toHaveValue('青禾县溪口镇人民政府')
      await expect
        .poll(async () => (await office.ask<UnitProfile>('GET', '/api/unit')).values['unit.seal'])
        .toBe('青禾县溪口镇人民政府')
    })

    it('takes villages pasted from a spreadsheet, and holds back two of one name', async () => {
      await office.button('添加一个村').click()
      const cells =
        '村名\t村民小组\t村书记\t电话\n上坪村\t1-3组\t周大山\t13900000001\n河口村\t一组、二组\t林月娥\t13900000002\n'
      await office.page.getByLabel('第 1 行，村（社区）').evaluate((field, text) => {
        const data = new DataTransfer()
        data.setData('text/plain', text)
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
      }, cells)
      await expect
        .poll(async () => (await office.ask<UnitProfile>('GET', '/api/unit')).villages)
        .toEqual([
          { name: '上坪村', groups: ['1组', '2组', '3组'], secretary: '周大山', phone: '13900000001' },
          { name: '河口村', groups: ['一组', '二组'], secretary: '林月娥', phone: '13900000002' },
        ])
      await office.readsWell()
      await office.page.getByLabel('第 2 行，村（社区）').fill('上坪村')
      await expectOn(office.main().getByText(/还没有保存：有同名的村（上坪村）/)).toBeVisible()
      expect((await office.ask<UnitProfile>('GET', '/api/unit')).villages[1]?.name).toBe('河口村')
      await office.page.getByLabel('第 2 行，村（社区）').fill('河口村')
      await expectOn(office.main().getByText('已保存', { exact: true })).toBeVisible()
    })

    it('fills every new form with what it says', async () => {
      const { itemId } = await office.templateOf('会议通知')
      await office.ask('PUT', '/api/unit', profile)
      await office.go(`/templates/${itemId}`)
      await office.page.getByRole('button', { name: /^填写/ }).click()
      await office.page.waitForURL(/\/forms\//)
      await expectOn(office.page.locator('[data-document]').getByText('溪口镇人民政府').first()).toBeVisible()
    })
  })

  describe('the local book', () => {
    const people = 800
    it('teaches while it is empty and offers an example that it can take in', async () => {
      await office.go('/office/book')
      await expectOn(office.main().getByRole('heading', { name: '把表格拖到这里' })).toBeVisible()
      await office.readsWell()
      const example = await office.saved(() => office.button('下载示例表格').click())
      const rows = await readSheet(readFileSync(await example.path()))
      expect(rows[0]).toContain('身份证号')
      await dropOn(office.page, [{ name: '名册示例.xlsx', content: readFileSync(await example.path()) }])
      await expectOn(office.main().getByText('不能导入').locator('..').getByRole('definition')).toHaveText('0')
      await office.button('回到名册').click()
    })

    it('shows what a spreadsheet would change before it is taken in, and says why a row is not', async () => {
      const broken = ['', '', '河口村', '1组', '', '', '', '没有名字']
      await office.dropSheet('户籍台账.xlsx', [bookHeadings, ...bookRows(people), broken])
      await expectOn(office.main().getByRole('row', { name: /^身份证号码/ })).toContainText('同义')
      await expectOn(office.main().getByRole('row', { name: /^姓名 .*同名$/ })).toBeVisible()
      await expectOn(office.main().getByRole('row', { name: new RegExp(`^${people + 2} `) })).toBeVisible()
      await office.readsWell()
      await office.button(/^导入这 \d+ 条$/).click()
      await expectOn(office.main().getByRole('heading', { name: '导入完成' })).toBeVisible()
      await office.button('回到名册').click()
      await expectOn(office.main().getByText(/^共 \d+ 条/)).toBeVisible()
    })

    it('draws a screenful of a thousand entries and finds one by the last digits and by initials', async () => {
      const options = office.main().getByRole('option')
      await expectOn(options.first()).toBeVisible()
      expect(await options.count()).toBeLessThan(60)
      const one = townsperson(411)
      await office.page.getByLabel('在名册里找').fill(one.id.slice(-6))
      await expectOn(options).toHaveCount(1)
      await expectOn(options.first()).toContainText(one.name)
      await expectOn(options.first()).not.toContainText(one.id)
      await options.first().click()
      await expectOn(office.page.getByLabel('身份证号')).toHaveValue(one.id)
      await office.readsWell()
    })

    it('saves an entry as it is changed, undoes it, and brings a deleted one back', async () => {
      const one = townsperson(411)
      const editor = office.page.getByRole('region', { name: one.name })
      await editor.getByLabel('联系电话').fill('13800138000')
      await editor.getByLabel('户籍地址').focus()
      await expectOn(editor.getByText('已保存')).toBeVisible()
      await expectOn(office.main().getByRole('option').first()).toContainText('13800138000')
      await editor.getByRole('button', { name: '撤销上一步' }).click()
      await expectOn(office.main().getByRole('option').first()).toContainText(one.phone)
      await editor.getByRole('button', { name: '删除' }).click()
      await expectOn(office.main().getByRole('option')).toHaveCount(0)
      await office.page.getByRole('button', { name: '撤销', exact: true }).click()
      await expectOn(office.main().getByRole('option')).toHaveCount(1)
    })

    it('remembers the match of columns that was corrected', async () => {
      await office.page.getByLabel('在名册里找').fill('')
      await office.button('从表格导入').click()
      const rows = [
        ['姓名', '身份证号码', '特长'],
        [townsperson(3).name, townsperson(3).id, '木匠'],
      ]
      await office.dropSheet('特长.xlsx', rows)
      await office.main().getByLabel('“特长”用作').click()
      await office.main().getByLabel('“特长”用作').fill('职业')
      await office.page.keyboard.press('Enter')
      await expectOn(office.main().getByRole('row', { name: /^特长/ })).toContainText('您选的')
      await office.button(/^导入这 1 条$/).click()
      await expectOn(office.main().getByRole('heading', { name: '导入完成' })).toBeVisible()
      await office.button('再导入一份').click()
      await office.dropSheet('特长.xlsx', rows)
      await expectOn(office.main().getByRole('row', { name: /^特长/ })).toContainText('记得上次')
      await expectOn(office.main().getByText('没有变化').locator('..').getByRole('definition')).toHaveText('1')
    })
  })

  it('asks nothing of anybody but its own service, and nothing is stopped or fails', () => {
    expect(
      office.window.requests.filter((address) => !address.startsWith(office.address) && !/^(blob|data):/.test(address)),
    ).toEqual([])
    expect(office.window.complaints.filter((words) => !/422|400|415/.test(words))).toEqual([])
  })
})
