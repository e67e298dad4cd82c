import { expect as expectOn } from 'playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FeedView } from '../../library/feeds/feed-view.ts'
import { storyCode } from '../../library/feeds/print/story-code.ts'
import type { ResponsePage } from '../../library/stories/responses/response-view.ts'
import { type Office, openOffice } from './open-office.ts'

const STORY = { id: 'gushi-canji-butie-shangmen', title: '少跑一趟比多发一张表重要' }
const OTHER = { id: 'gushi-nongyao-ping-huishou', title: '农药瓶回收，便宜的办法反而成了' }

describe('what comes back', () => {
  let office: Office
  const all = () => office.ask<ResponsePage>('GET', '/api/story-responses?limit=50&offset=0')
  const press = (key: string) => office.page.keyboard.press(key)
  const type = (text: string) => office.page.keyboard.type(text)
  beforeAll(async () => {
    office = await openOffice()
  })
  afterAll(() => office?.close())

  it('teaches where answers come from while there are none', async () => {
    await office.go('/feeds/responses')
    await expectOn(office.main().getByText('还没有反馈')).toBeVisible()
    await office.readsWell()
  })

  it('is typed in from paper cards by the keyboard alone', async () => {
    await office.go('/feeds/responses?part=cards')
    const story = office.main().getByRole('combobox', { name: '故事' })
    const entered = (n: number) => office.main().getByRole('heading', { name: `录好 ${n} 张，还没有保存` })
    await story.focus()
    // By the initials of its title.
    await type('spytb')
    await expectOn(office.main().getByRole('option', { name: STORY.title })).toBeVisible()
    await press('Enter')
    await expectOn(story).toHaveValue(STORY.title)
    await press('1')
    await press('1')
    await press('Enter')
    await press('Enter')
    await expectOn(entered(1)).toBeVisible()
    // The next card of the same pile.
    await expectOn(story).toBeFocused()
    await press('Enter')
    await press('3')
    await press('4')
    await type('民政岗')
    await press('Enter')
    await type('评残的车费谁出？')
    await press('Enter')
    await expectOn(entered(2)).toBeVisible()
    // Another pile, by its title.
    await type('农药瓶')
    await expectOn(office.main().getByRole('option', { name: OTHER.title })).toBeVisible()
    await press('Enter')
    await press('2')
    await press('2')
    await press('Enter')
    await type('换盐的钱从哪里来，写清楚些')
    await press('Enter')
    await expectOn(entered(3)).toBeVisible()
    // And one by the code that is printed on its card.
    await type(storyCode(OTHER.id).toLowerCase().replaceAll('-', ''))
    await expectOn(office.main().getByRole('option', { name: `编号 ${storyCode(OTHER.id)}` })).toBeVisible()
    await press('Enter')
    await press('1')
    await press('Control+Enter')
    await expectOn(entered(4)).toBeVisible()
    await office.readsWell()
  })

  it('is still there after the window was closed, and saved with Ctrl+S', async () => {
    await office.page.reload()
    await expectOn(office.main().getByRole('heading', { name: '录好 4 张，还没有保存' })).toBeVisible()
    // Said for four seconds: watched for from before.
    const said = office.page.getByText('已保存 4 张').waitFor()
    await press('Control+s')
    await said
    const { total, digest, responses } = await all()
    expect(total).toBe(4)
    expect(digest.useful).toEqual({ yes: 2, partly: 1, no: 1 })
    expect(responses.map(({ type: kind, storyId }) => `${kind} ${storyId}`).sort()).toEqual([
      `opinion ${STORY.id}`,
      `opinion ${OTHER.id}`,
      `question ${STORY.id}`,
      `suggestion ${OTHER.id}`,
    ])
    expect(responses.find(({ type: kind }) => kind === 'question')?.post).toBe('民政岗')
  })

  it('is kept with personal data masked, and says so', async () => {
    const story = office.main().getByRole('combobox', { name: '故事' })
    await story.focus()
    await type('农药瓶')
    await expectOn(office.main().getByRole('option', { name: OTHER.title })).toBeVisible()
    await press('Enter')
    await press('1')
    await press('1')
    await press('Enter')
    await type('有事打 13912345678')
    await press('Enter')
    await press('Control+s')
    await expectOn(office.main().getByText('有 1 处个人信息已遮盖后保存')).toBeVisible()
    const { responses } = await all()
    expect(responses.some(({ text }) => text?.includes('有事打'))).toBe(true)
    expect(responses.some(({ text }) => text?.includes('13912345678'))).toBe(false)
  })

  it('is seen beside the story it is about', async () => {
    await office.go(`/item/${STORY.id}`)
    await office.main().getByText('读者的反馈（2）').click()
    await expectOn(office.main().locator('dl').filter({ hasText: '有用' }).first()).toBeVisible()
    await office.main().getByRole('link', { name: '全部反馈' }).click()
    await expectOn(office.main().getByText('评残的车费谁出？')).toBeVisible()
    await expectOn(office.main().getByText('换盐的钱从哪里来')).toHaveCount(0)
  })

  it('is answered with the next issue of the column', async () => {
    const question = office.main().getByRole('listitem').filter({ hasText: '评残的车费谁出？' })
    await question.getByRole('button', { name: '答复' }).click()
    await office.main().getByLabel('答复的话').fill('县残联列支，带上身份证就行。')
    await press('Control+Enter')
    await expectOn(question.getByText('答：县残联列支，带上身份证就行。')).toBeVisible()
    await expectOn(question.getByText('下一期一起发出')).toBeVisible()
  })

  it('is read from a sheet, with its columns and refused rows shown before anything is kept', async () => {
    await office.go('/feeds/responses?part=files')
    await office.dropSheet('自助机.xlsx', [
      ['您看的故事', '有没有用', '留言', '提交时间'],
      [STORY.title, '有用', '讲得实在', '2026-11-02 10:00'],
      [OTHER.title, '一般', '', '2026-11-03 10:00'],
      ['', '', '', '2026-11-03 10:01'],
    ])
    await expectOn(office.main().getByRole('heading', { name: /^自助机\.xlsx：读到/ })).toBeVisible()
    await expectOn(office.main().getByRole('row', { name: /留言/ })).toContainText('想说的话')
    expect((await all()).total).toBe(5)
    await office.readsWell()
    await office.button(/^收下 2 份$/).click()
    await expectOn(office.main().getByRole('heading', { name: '已收下 2 份' })).toBeVisible()
    expect((await all()).total).toBe(7)
  })

  it('is handed on to another 薪火 as a file', async () => {
    await office.go('/feeds/responses')
    const file = await office.saved(() => office.button('写出反馈文件').click())
    expect(file.suggestedFilename()).toMatch(/^xinhuo-fankui.*\.json$/)
  })

  it('goes out with the next issue of a column that has the story', async () => {
    const { id } = await office.ask<FeedView>('POST', '/api/feeds', { title: '身边的办法' })
    await office.ask('POST', `/api/feeds/${id}/issues`, { stories: [STORY.id] })
    await office.go(`/feeds/${id}`)
    await expectOn(office.main().getByRole('heading', { name: '一起发出的' })).toBeVisible()
    await expectOn(office.main().getByText(/答读者问/)).toBeVisible()
    await office.button('出第 2 期').click()
    await expectOn(office.main().getByText('第 2 期出好了。')).toBeVisible()
    await office.go(`/feeds/responses?story=${STORY.id}`)
    await expectOn(office.main().getByText('第 2 期已发出')).toBeVisible()
  })

  it('made no script or style complain', () => {
    expect(office.window.complaints).toEqual([])
  })
})
