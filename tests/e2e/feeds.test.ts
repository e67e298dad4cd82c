import { expect as expectOn } from 'playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FeedEntry, FeedView } from '../../library/feeds/feed-view.ts'
import { residentId } from './office-town.ts'
import { type Office, openOffice } from './open-office.ts'

describe('the columns desk', () => {
  let office: Office
  let feedId = ''
  const part = (name?: string) => office.go(`/feeds/${feedId}${name ? `?part=${name}` : ''}`)
  const view = () => office.ask<FeedView>('GET', `/api/feeds/${feedId}`)
  const chosen = () => office.main().locator('ol [data-candidate]')
  const titleAt = async (at: number) => (await chosen().nth(at).getByRole('link').first().textContent()) ?? ''
  beforeAll(async () => {
    office = await openOffice()
  })
  afterAll(() => office?.close())

  it('teaches what a column is while there is none, and begins one from what is ready', async () => {
    await office.go('/feeds')
    await expectOn(office.main().getByText('这里放您单位的专栏')).toBeVisible()
    await office.readsWell()
    await office.button(/给全镇干部的/).click()
    await expectOn(office.page).toHaveURL(/\/feeds\/[0-9a-f-]{36}$/)
    feedId = new URL(office.page.url()).pathname.split('/').at(-1) ?? ''
    await expectOn(office.main().getByRole('heading', { level: 1, name: '身边的办法' })).toBeVisible()
  })

  it('shows the next issue with what speaks for each story', async () => {
    await expectOn(office.main().getByRole('heading', { name: /第 1 期会有 6 个故事/ })).toBeVisible()
    await expectOn(chosen()).toHaveCount(6)
    await expectOn(chosen().first().getByText('合适在')).toBeVisible()
  })

  it('leaves a story out and puts another in, each with its reason in the record', async () => {
    const out = await titleAt(0)
    await chosen().first().getByRole('button', { name: /^不登/ }).click()
    const dialog = office.page.getByRole('dialog')
    await expectOn(dialog.getByRole('button', { name: '不登', exact: true })).toBeDisabled()
    await dialog.getByLabel('为什么？').fill('当事人最近不方便出面')
    await dialog.getByLabel('为什么？').press('Enter')
    await expectOn(chosen().filter({ hasText: out })).toHaveCount(0)
    const others = office.main().getByRole('region', { name: /也合适/ })
    const last = others.locator('[data-candidate]').last()
    const put = (await last.getByRole('link').first().textContent()) ?? ''
    await last.getByRole('button', { name: /^一定要登/ }).click()
    await dialog.getByLabel('为什么？').fill('正好赶上秋收')
    await dialog.getByRole('button', { name: '一定要登', exact: true }).click()
    await expectOn(chosen().filter({ hasText: put })).toHaveCount(1)
    const { choices } = await view()
    expect(choices.map(({ title, choice, reason }) => ({ title, choice, reason }))).toEqual([
      { title: out, choice: 'exclude', reason: '当事人最近不方便出面' },
      { title: put, choice: 'pin', reason: '正好赶上秋收' },
    ])
  })

  it('is put in another order with the keyboard alone', async () => {
    const [first, second] = [await titleAt(0), await titleAt(1)]
    await chosen()
      .first()
      .getByRole('button', { name: `《${first}》往后移` })
      .focus()
    // Said for four seconds: watched for from before.
    const said = office.page.getByText(`《${first}》移到第 2 位，共 6 个`).waitFor()
    await office.page.keyboard.press('Alt+ArrowDown')
    await expectOn(chosen().nth(1)).toContainText(first)
    await expectOn(chosen().nth(0)).toContainText(second)
    await expectOn(
      chosen()
        .nth(1)
        .getByRole('button', { name: `《${first}》往后移` }),
    ).toBeFocused()
    await said
  })

  it('is put in another order by dragging', async () => {
    const second = await titleAt(1)
    // Both are in sight: a page that scrolls under the pressed mouse begins no drag. It begins with the first steps.
    await chosen().nth(1).dragTo(chosen().nth(0), { steps: 5 })
    await expectOn(chosen().nth(0)).toContainText(second)
  })

  it('becomes an issue in that order, whose entries stand for ever', async () => {
    const titles = await Promise.all([0, 1, 2, 3, 4, 5].map(titleAt))
    await office.button('出第 1 期').click()
    await expectOn(office.main().getByText('第 1 期出好了。')).toBeVisible()
    const entries = await office.ask<FeedEntry[]>('GET', `/api/feeds/${feedId}/entries`)
    expect(entries.map(({ title }) => title).sort()).toEqual([...titles].sort())
    await part('entries')
    await expectOn(office.main().getByRole('heading', { name: '第 1 期' })).toBeVisible()
    await expectOn(office.main().getByRole('listitem').filter({ hasText: '故事' })).toHaveCount(6)
  })

  it('withdraws a story with a reason that readers see', async () => {
    await office
      .main()
      .getByRole('button', { name: /^撤回《/ })
      .first()
      .click()
    const dialog = office.page.getByRole('dialog')
    await dialog.getByLabel('撤回的理由，读者看得见').fill('当事人要求撤回')
    await dialog.getByRole('button', { name: '撤回', exact: true }).click()
    await expectOn(dialog).toBeHidden()
    await expectOn(office.main().getByText('当事人要求撤回').first()).toBeVisible()
    expect((await view()).entries).toBe(5)
  })

  it('keeps changes to the definition only when they are saved, and says when shares are too many', async () => {
    await part('definition')
    await office.main().getByLabel('名称', { exact: true }).fill('身边的好办法')
    await office.main().getByLabel('“民生服务”占多少').fill('90')
    await office.main().getByLabel('“民生服务”占多少').press('Tab')
    await expectOn(office.main().getByText(/超过了 100%，请调低一些/)).toBeVisible()
    await expectOn(office.button('保存')).toBeDisabled()
    await office.main().getByLabel('“民生服务”占多少').fill('20')
    await office.main().getByLabel('“民生服务”占多少').press('Tab')
    await office.main().getByRole('group', { name: '新近' }).getByLabel('很看重').check()
    const before = await view()
    expect(before.title).toBe('身边的办法')
    const elsewhere = { ...before.definition, subtitle: '另一个窗口写的' }
    await office.ask('PUT', `/api/feeds/${feedId}`, elsewhere)
    await office.button('保存').click()
    await expectOn(office.main().getByText(/在另一个窗口里改过并保存了/)).toBeVisible()
    expect((await view()).definition).toEqual(elsewhere)
    await office.button('用这里的').click()
    await expectOn(office.main().getByText('已保存')).toBeVisible()
    const { definition } = await view()
    expect(definition.title).toBe('身边的好办法')
    expect(definition.criteria.weights.freshness).toBe(3)
    expect(definition.mix.find(({ value }) => value === '民生服务')?.share).toBe(20)
  })

  it('is not issued while something in it must not get out, and says where and what to do', async () => {
    const { definition } = await view()
    await office.ask('PUT', `/api/feeds/${feedId}`, { ...definition, subtitle: `有事找 ${residentId('19491231', 2)}` })
    await part()
    const stops = office.main().getByRole('region', { name: '出第 2 期' })
    await expectOn(stops.getByText('下面的内容不能发出去')).toBeVisible()
    await expectOn(stops.getByRole('button', { name: '出第 2 期' })).toBeDisabled()
    await office.readsWell()
    await stops.getByRole('link', { name: '去看看' }).first().click()
    await office.main().getByLabel('一句话介绍').fill('我们自己的办法')
    await office.button('保存').click()
    await expectOn(office.main().getByText('已保存')).toBeVisible()
    await part()
    await expectOn(stops.getByRole('button', { name: '出第 2 期' })).toBeEnabled()
  })

  it('discards a column and brings it back', async () => {
    await office.go('/feeds')
    await office.button('删去专栏“身边的好办法”').click()
    await expectOn(office.main().getByText('这里放您单位的专栏')).toBeVisible()
    await office.page.getByRole('button', { name: '撤销' }).click()
    await expectOn(office.main().getByRole('link', { name: '身边的好办法' })).toBeVisible()
    await expectOn(office.main().getByText(/^第 1 期，/)).toBeVisible()
    await office.button('删去专栏“身边的好办法”').click()
    await office.page.reload()
    await office.main().getByText('删去的专栏（1）').click()
    await office.readsWell()
    await office.button('恢复专栏“身边的好办法”').click()
    await expectOn(office.main().getByRole('link', { name: '身边的好办法' })).toBeVisible()
    await expectOn(office.main().getByText(/^删去的专栏/)).toHaveCount(0)
  })

  it('made no script or style complain', () => {
    // The browser tells of the refused saving itself.
    expect(office.window.complaints.filter((one) => !/409/.test(one))).toEqual([])
  })
})
