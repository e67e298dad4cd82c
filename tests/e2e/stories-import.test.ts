import { Document, ImageRun, Packer, Paragraph } from 'docx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StoryPage } from '../../library/stories/story-view.ts'
import { axeViolations } from './axe-violations.ts'
import { dropOn } from './office-town.ts'
import { type Office, openOffice } from './open-office.ts'
import { expectOn, isSaved, newStory, storyOf, stripedPicture, toldRecord } from './stories-office.ts'

/** A story as an office writes it down: headings, paragraphs and a picture with its caption. */
async function writtenStory(): Promise<Buffer> {
  const picture = await stripedPicture()
  const lines = [
    '把公示栏搬到小卖部门口',
    '什么情况',
    '村务公开栏挂在村委会院子里，一年到头没有人看。',
    '做了什么',
    '2025年3月，青禾县溪口镇上坪村把公示栏搬到小卖部门口，字放大一号，每月初五换一次。',
    '结果怎么样',
    '第一个月来问账的有二十三人，比过去三年还多。',
    '什么情况下不要照搬',
    '没有小卖部的村，要找大家常去的地方。',
  ]
  const children = [
    ...lines.map((text) => new Paragraph(text)),
    new Paragraph({
      children: [new ImageRun({ type: 'jpg', data: picture, transformation: { width: 300, height: 200 } })],
    }),
    new Paragraph('图：小卖部门口的公示栏'),
  ]
  return Buffer.from(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}

/** Begins as a document does, and is none. */
const brokenZip = Buffer.concat([Buffer.from([0x50, 0x4b, 0x03, 0x04]), Buffer.alloc(400, 7)])

describe('stories from files', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice()
  })
  afterAll(() => office?.close())

  it('a document dropped in is told on: each part says where it was read, and is confirmed or changed', async () => {
    await office.go('/stories/new')
    await expectOn(office.main().getByText('或者把写好的 Word 文件拖到这里')).toBeVisible()
    await dropOn(office.page, [{ name: '公示栏.docx', content: await writtenStory() }])
    const title = office.page.getByLabel('标题', { exact: true })
    await expectOn(title).toHaveValue('把公示栏搬到小卖部门口')
    await expectOn(office.main().getByText('待看').first()).toBeVisible()
    expect(await axeViolations(office.page)).toEqual([])
    const id = new URL(office.page.url()).searchParams.get('story') ?? ''
    expect((await storyOf(office, id)).record.problem).toBe('')

    await office.button('对，下一问').click()
    const problem = office.page.getByLabel('什么情况', { exact: true })
    await expectOn(problem).toHaveValue(/村务公开栏挂在村委会院子里/)
    await expectOn(
      office
        .main()
        .getByText(/^(读自原文|猜自原文)/)
        .first(),
    ).toBeVisible()
    await problem.fill('村务公开栏挂在院子里，没有人看。')
    await office.button('下一问').click()
    await expectOn(office.page.getByLabel('做了什么', { exact: true })).toHaveValue(/字放大一号/)
    await office.page.keyboard.press('Control+Enter')
    await isSaved(office)
    const { record } = await storyOf(office, id)
    expect(record.problem).toBe('村务公开栏挂在院子里，没有人看。')
    expect(record.done).toContain('每月初五换一次')
    expect(record.result).toBe('')

    await office.main().getByRole('button', { name: /^照片/ }).click()
    await expectOn(office.main().getByRole('img', { name: /小卖部门口的公示栏/ })).toBeVisible()
    await office.main().getByRole('button', { name: '讲完了' }).last().click()
    await expectOn(office.main().getByText(/还有几处是从原文里读出来、你没看过的/)).toBeVisible()
    await office.button('都收下').click()
    await isSaved(office)
    const whole = (await storyOf(office, id)).record
    expect(whole.result).toContain('二十三人')
    expect(whole.caution).toContain('没有小卖部的村')
    expect(whole.media).toHaveLength(1)
    expect(whole.sources[0]?.file?.name).toBe('公示栏.docx')
  })

  it('notes pasted in are read the same way', async () => {
    await office.go('/stories/new')
    await office.page
      .getByLabel('贴上现成的笔记')
      .fill('标题：错峰赶集\n起因：腊月赶集人挤人。\n做法：把三个村分到三天赶集，提前一周贴通知。\n成效：路不堵了。')
    await office.button('认一认').click()
    await expectOn(office.page.getByLabel('标题', { exact: true })).toHaveValue('错峰赶集')
    await office.button('对，下一问').click()
    await expectOn(office.page.getByLabel('什么情况', { exact: true })).toHaveValue(/腊月赶集人挤人/)
    await office.button('不要这些，下一问').click()
    await expectOn(office.page.getByLabel('做了什么', { exact: true })).toHaveValue(/三个村分到三天/)
    const id = new URL(office.page.url()).searchParams.get('story') ?? ''
    await isSaved(office)
    expect((await storyOf(office, id)).record.problem).toBe('')
  })

  it('several files are listed, looked at, and kept as drafts; one that is here already stands beside its twin', async () => {
    await newStory(office, { ...toldRecord, title: '清单的故事' })
    const twin = [
      '标题：清单的故事',
      `起因：${toldRecord.problem}`,
      `做法：${toldRecord.done}`,
      `成效：${toldRecord.result}`,
    ].join('\n')
    const other = '标题：修渠先记账\n起因：渠修了三年没修完。\n做法：把每笔钱贴在渠边。\n成效：第二年春天通了水。'
    await office.go('/stories/import')
    await expectOn(office.main().getByText('把文件或整个文件夹拖到这里')).toBeVisible()
    await dropOn(office.page, [
      { name: '修渠.txt', content: Buffer.from(other) },
      { name: '清单.txt', content: Buffer.from(twin) },
      { name: '坏的.docx', content: brokenZip },
    ])
    const list = office.main().getByRole('list', { name: '读出来的故事' })
    await expectOn(list.getByRole('listitem')).toHaveCount(2)
    await expectOn(office.main().getByText('有 1 个文件没有读')).toBeVisible()
    await list.getByRole('button', { name: /清单的故事/ }).click()
    const detail = office.main().getByRole('region', { name: '清单的故事' })
    await expectOn(detail.getByLabel('标题', { exact: true })).toHaveValue('清单的故事')
    await expectOn(detail.getByText(/资料库里有一个很像的/)).toBeVisible()
    await expectOn(list.getByRole('checkbox', { name: '要这一个：清单的故事' })).not.toBeChecked()
    expect(await axeViolations(office.page)).toEqual([])

    await list.getByRole('button', { name: /修渠先记账/ }).click()
    await office.page.getByLabel('标题', { exact: true }).fill('修渠先把账贴出来')
    await office.button(/^这一篇 \d+ 处都对$/).click()
    await expectOn(list.getByRole('listitem').filter({ hasText: '修渠先把账贴出来' })).toContainText('都看过了')
    await office.button('存成 1 份草稿').click()
    await expectOn(office.main().getByText('存好了 1 份草稿')).toBeVisible()
    await office.main().getByRole('link', { name: '修渠先把账贴出来' }).click()
    await expectOn(office.page.getByLabel('做了什么', { exact: true })).toHaveValue(/把每笔钱贴在渠边/)
  })

  it('a sheet with one story a row is read by its columns, which can be corrected', async () => {
    await office.go('/stories/import')
    await expectOn(office.main().getByText('把文件或整个文件夹拖到这里')).toBeVisible()
    await office.dropSheet('案例.xlsx', [
      ['案例名称', '背景', '主要做法', '成效', '备注栏'],
      ['雨天收粮', '收粮那几天下雨。', '先收在棚里，再晒。', '没有发霉。', '打电话问的'],
      ['路灯报修', '坏了没人知道。', '灯杆上写号码。', '两天内修好。', ''],
    ])
    const list = office.main().getByRole('list', { name: '读出来的故事' })
    await expectOn(list.getByRole('listitem')).toHaveCount(2)
    await office
      .main()
      .getByText(/各列当作什么/)
      .click()
    await office.page.getByLabel('“备注栏”用作').click()
    await office.page.keyboard.type('怎么知道的')
    await office.page.keyboard.press('Enter')
    await expectOn(office.page.getByRole('textbox', { name: '怎么知道的' })).toHaveValue('打电话问的')
    await office.button('存成 2 份草稿').click()
    await expectOn(office.main().getByText('存好了 2 份草稿')).toBeVisible()
    const page = await office.ask<StoryPage>('GET', `/api/stories?state=draft&q=${encodeURIComponent('雨天收粮')}`)
    expect(page.total).toBe(1)
  })

  it('a file that is no story is said to be none', async () => {
    await office.go('/stories/new')
    await expectOn(office.main().getByText('或者把写好的 Word 文件拖到这里')).toBeVisible()
    await dropOn(office.page, [{ name: '坏的.docx', content: brokenZip }])
    await expectOn(office.main().getByRole('alert').first()).toBeVisible()
    expect(new URL(office.page.url()).searchParams.get('story')).toBeNull()
  })
})
