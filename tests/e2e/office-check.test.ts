import { readFileSync } from 'node:fs'
import { expect as expectOn } from 'playwright/test'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dropOn, profile, townsperson } from './office-town.ts'
import { type Office, openOffice, plainDocx } from './open-office.ts'

describe('what was made elsewhere, looked at here', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice()
    await office.ask('PUT', '/api/unit', profile)
  })
  afterAll(() => office?.close())

  describe('checking documents', () => {
    it('finds what was left over, shows it in the document, mends it by one click and undoes that', async () => {
      await office.go('/templates/check')
      await office.readsWell()
      const left = await plainDocx(
        '关于开展入户走访的说明',
        '溪口镇各村于本周内完成入户走访，联系人：{联系人}。',
        '走访情况由余杭区瓶窑镇汇总后上报。',
      )
      await dropOn(office.page, [{ name: '说明.docx', content: left }])
      const findings = office.page.getByRole('region', { name: '检查结果：说明.docx' })
      const empty = findings.getByRole('listitem').filter({ hasText: '{联系人}' })
      await expectOn(empty.first()).toBeVisible()
      await expectOn(findings.getByRole('listitem').filter({ hasText: '余杭区' }).first()).toBeVisible()
      await empty.first().getByRole('button', { pressed: false }).first().click()
      await expect
        .poll(() => office.page.evaluate(() => [...(CSS.highlights.get('xinhuo-looked') ?? [])].map(String)))
        .toEqual(['{联系人}'])
      await office.page.keyboard.press('ArrowDown')
      await expect
        .poll(() => office.page.evaluate(() => [...(CSS.highlights.get('xinhuo-looked') ?? [])].map(String)))
        .not.toEqual(['{联系人}'])
      await office.readsWell()

      await empty.first().getByRole('button', { name: /^删去/ }).click()
      await expectOn(empty).toHaveCount(0)
      await office.button('撤销上一步').click()
      await expectOn(empty.first()).toBeVisible()
    })

    it('remembers a place as the office’s own, and forgets it again', async () => {
      const ours = () => office.button('这是本地的地名')
      const count = await ours().count()
      await ours().first().click()
      await expectOn(office.page.getByText(/^已记住“/)).toBeVisible()
      await expect.poll(() => ours().count()).toBeLessThan(count)
      await office.page.getByRole('button', { name: '撤销', exact: true }).click()
      await expect.poll(() => ours().count()).toBe(count)
    })

    it('mends all that is safe by one click, and the saved copy passes', async () => {
      await office.button(/^改好能放心改的/).click()
      await expectOn(office.main().getByText(/没有再发现问题/)).toBeVisible()
      const copy = await office.saved(() => office.button('保存改好的副本').click())
      expect(copy.suggestedFilename()).toBe('说明（已改）.docx')
      await office.button('拿掉 说明.docx').click()
      await dropOn(office.page, [{ name: '说明（已改）.docx', content: readFileSync(await copy.path()) }])
      await expectOn(office.main().getByText('没有发现问题，可以用了。')).toBeVisible()
      await office.readsWell()
    })

    it('keeps the documents on the desk while the person looks elsewhere', async () => {
      await office.main().getByRole('link', { name: '名册' }).click()
      await expectOn(office.main().getByRole('heading', { level: 1, name: '名册' })).toBeVisible()
      await office.main().getByRole('link', { name: '文书检查' }).click()
      await expectOn(office.main().getByText('没有发现问题，可以用了。')).toBeVisible()
    })

    it('checks several, and says of one that cannot be read why', async () => {
      await dropOn(office.page, [
        { name: '好的.docx', content: await plainDocx('溪口镇人民政府') },
        { name: '坏的.docx', content: Buffer.from('not a document') },
      ])
      const files = office.page.getByRole('list', { name: '要检查的文档' })
      await expectOn(files.getByRole('listitem')).toHaveCount(3)
      await expectOn(files.getByRole('listitem').filter({ hasText: '坏的.docx' })).toContainText('没能检查')
      await files.getByRole('button', { name: /^坏的/ }).click()
      await expectOn(office.main().getByRole('alert')).toContainText(/[一-龥]{4,}/)
    })
  })

  describe('ledgers of several villages', () => {
    it('become one, with what contradicts chosen by the person', async () => {
      await office.go('/templates/ledgers')
      await office.readsWell()
      const [first, second] = [townsperson(0), townsperson(1)]
      const columns = ['序号', '姓名', '身份证号', '电话']
      await office.dropSheet('上坪村.xlsx', [
        columns,
        ['1', first.name, first.id, '111'],
        ['2', second.name, second.id, '222'],
      ])
      await expectOn(office.main().getByText('再拖入至少一份')).toBeVisible()
      await office.dropSheet('河口村.xlsx', [
        ['姓名', '身份证号', '电话', '序号'],
        [first.name, first.id, '333', '1'],
        [second.name, second.id, '222', '2'],
      ])
      await office.dropSheet('别的.xlsx', [
        ['物品', '数量'],
        ['椅子', '3'],
      ])
      await expectOn(office.main().getByText(/去掉重复 1 行，1 处内容不同/)).toBeVisible()
      await expectOn(office.main().getByRole('row', { name: /别的\.xlsx/ })).toContainText('缺少')
      await office.readsWell()
      await expectOn(office.main().getByText('还有 1 处没有选')).toBeVisible()
      await office.button('都用最后加入的台账').click()
      await expectOn(office.main().getByText('都选好了')).toBeVisible()
      const file = await office.saved(() => office.button('保存合并后的台账').click())
      const [, ...rows] = await readSheet(readFileSync(await file.path()))
      expect(rows.map((row) => row.slice(1, 4))).toEqual([
        [first.name, first.id, '333'],
        [second.name, second.id, '222'],
      ])
    })
  })
})
