import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SearchAnswer } from '../../library/search/search-view.ts'
import type { StoryPage } from '../../library/stories/story-view.ts'
import { dropOn } from './office-town.ts'
import { type Office, openOffice } from './open-office.ts'
import {
  actAs,
  beside,
  contrastIn,
  expectOn,
  isIn,
  isSaved,
  newStory,
  plantedId,
  stepAs,
  storyOf,
  storyOffice,
  stripedPicture,
  toldRecord,
} from './stories-office.ts'

describe('the stories desk', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice()
  })
  afterAll(() => office?.close())

  const press = async (...keys: string[]) => {
    for (const key of keys) await office.page.keyboard.press(key)
  }
  const idInAddress = () => new URL(office.page.url()).searchParams.get('story') ?? ''

  describe('telling a story by keyboard alone', () => {
    let id: string

    it('begins with n and asks for nothing but a name', async () => {
      await office.go('/stories')
      await expectOn(office.main().getByRole('list', { name: '故事' })).toBeVisible()
      await press('n')
      await expectOn(office.page.getByLabel('先给它起个名字')).toBeFocused()
      await office.page.keyboard.type('公示栏搬到小卖部')
      await press('Enter')
      await expectOn(office.main().getByRole('heading', { name: /当时是什么情况/ })).toBeVisible()
      id = idInAddress()
      expect((await storyOf(office, id)).record.title).toBe('公示栏搬到小卖部')
    })

    it('asks one question at a time, each with its field ready and an example beside it', async () => {
      await expectOn(office.page.getByLabel('什么情况', { exact: true })).toBeFocused()
      await expectOn(office.main().getByRole('complementary', { name: '别人是这样讲的' })).toBeVisible()
      await office.page.keyboard.type('公示栏在村委会院里，没人看。')
      await press('Control+Enter')
      await expectOn(office.page.getByLabel('做了什么', { exact: true })).toBeFocused()
      await office.page.keyboard.type('搬到小卖部门口，字放大一号。')
      await isSaved(office)
    })

    it('goes on after a reload where it was', async () => {
      await office.page.reload()
      await expectOn(office.page.getByLabel('做了什么', { exact: true })).toHaveValue('搬到小卖部门口，字放大一号。')
    })

    it('skips what does not come to mind and comes back to it', async () => {
      await press('Control+Enter')
      await expectOn(office.page.getByLabel('结果怎么样', { exact: true })).toBeFocused()
      await press('Control+Enter')
      await expectOn(office.page.getByLabel('哪里没做好', { exact: true })).toBeFocused()
      await office.main().getByRole('button', { name: '结果', exact: true }).focus()
      await press('Enter')
      await expectOn(office.page.getByLabel('结果怎么样', { exact: true })).toBeFocused()
      await office.page.keyboard.type('看的人多了。')
      await isSaved(office)
    })

    it('chooses words from the vocabulary and goes on out of an open list', async () => {
      await office.main().getByRole('button', { name: '哪里、什么时候' }).focus()
      await press('Enter')
      await expectOn(office.page.getByLabel('地方', { exact: true })).toBeFocused()
      await office.page.keyboard.type('溪口镇')
      await press('Enter')
      await office.page.keyboard.type('上坪村')
      await press('Control+Enter')
      await expectOn(office.main().getByRole('heading', { name: /有照片吗/ })).toBeVisible()
      await isSaved(office)
      expect((await storyOf(office, id)).record.places).toEqual(['溪口镇', '上坪村'])
    })

    it('ends gently with what others might still like to know, and is submitted', async () => {
      await office.main().getByRole('button', { name: '先讲到这里' }).focus()
      await press('Enter')
      await expectOn(office.main().getByText('别人可能还想知道')).toBeVisible()
      await office.main().getByRole('button', { name: '报送', exact: true }).focus()
      await press('Enter')
      await expectOn(office.main().getByRole('heading', { name: '报送好了，谢谢你' })).toBeVisible()
      const story = await storyOf(office, id)
      expect(story.state).toBe('submitted')
      expect(story.record).toMatchObject({ result: '看的人多了。', done: '搬到小卖部门口，字放大一号。' })
    })

    it('is found in the list by its initials and opened with the arrows', async () => {
      await office.go('/stories')
      await expectOn(office.main().getByRole('list', { name: '故事' })).toBeVisible()
      await press('/')
      await expectOn(office.page.getByLabel('找故事')).toBeFocused()
      await office.page.keyboard.type('gslbd')
      await expectOn(office.page).toHaveURL(/q=gslbd/)
      const line = office.main().getByRole('link', { name: '公示栏搬到小卖部' })
      await expectOn(line).toBeVisible()
      await press('ArrowDown')
      await expectOn(line).toBeFocused()
      await press('Enter')
      await expectOn(office.main().getByRole('heading', { level: 1, name: '公示栏搬到小卖部' })).toBeVisible()
    })
  })

  describe('a picture', () => {
    it('is dropped in, blurred by mouse and by keyboard, and leaves only with what was blurred gone', async () => {
      const { id } = await newStory(office, toldRecord)
      await office.go(`/stories/${id}`)
      await expectOn(office.main().getByText('把照片拖到这里')).toBeVisible()
      await dropOn(office.page, [{ name: '窗口.jpg', content: await stripedPicture() }])
      await office.main().getByRole('button', { name: '检查并打码：窗口.jpg' }).click()
      const dialog = office.page.getByRole('dialog')
      const picture = dialog.getByRole('img', { name: '窗口.jpg' })
      await expectOn(picture).toBeVisible()
      await expectOn.poll(async () => (await picture.boundingBox())?.width ?? 0).toBeGreaterThan(200)
      const box = (await picture.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
      const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const
      await office.page.mouse.move(...at(0.1, 0.1))
      await office.page.mouse.down()
      await office.page.mouse.move(...at(0.2, 0.2))
      await office.page.mouse.move(...at(0.35, 0.45))
      await office.page.mouse.up()
      await expectOn(dialog.getByRole('button', { name: /^遮盖第 1 处：人脸/ })).toBeFocused()
      await dialog.getByRole('button', { name: '加一处遮盖' }).focus()
      await press('Enter')
      await expectOn(dialog.getByRole('button', { name: /^遮盖第 2 处/ })).toBeFocused()
      await press('ArrowRight', 'ArrowRight', 'ArrowDown', 'Shift+ArrowRight')
      await dialog.getByRole('radio', { name: '车牌' }).nth(1).check()
      await dialog.getByLabel('我看过了，该遮的都遮了').check()
      await dialog.getByRole('button', { name: '好了' }).click()
      await expectOn(office.main().getByText('打码 2 处')).toBeVisible()
      await isSaved(office)
      const [media] = (await storyOf(office, id)).record.media
      expect(media).toMatchObject({ looked: true, name: '窗口.jpg' })
      expect(media?.blurred?.[1]).toEqual({ x: 0.44, y: 0.42, width: 0.22, height: 0.2, why: 'plate' })
      const bytes = await office.page.evaluate(async (route) => {
        const token = sessionStorage.getItem('xinhuo.token')
        const response = await fetch(route, { headers: { authorization: `Bearer ${token}` } })
        return [...new Uint8Array(await response.arrayBuffer())]
      }, `/api/stories/${id}/media/${media?.id}/copy?width=960`)
      const copy = Buffer.from(bytes)
      expect(await contrastIn(copy, { x: 0.5, y: 0.05, width: 0.3, height: 0.2 })).toBeGreaterThan(60)
      expect(await contrastIn(copy, { x: 0.14, y: 0.15, width: 0.16, height: 0.25 })).toBeLessThan(15)
      expect(await contrastIn(copy, { x: 0.47, y: 0.45, width: 0.16, height: 0.14 })).toBeLessThan(15)
    })

    it('that is none is said to be none, and nothing is lost', async () => {
      const { id } = await newStory(office, toldRecord)
      await office.go(`/stories/${id}`)
      await expectOn(office.main().getByText('把照片拖到这里')).toBeVisible()
      await dropOn(office.page, [{ name: '清单.txt', content: Buffer.from('不是图片') }])
      await expectOn(office.main().getByText(/清单\.txt 没有收下/)).toBeVisible()
      expect((await storyOf(office, id)).record.media).toEqual([])
    })
  })

  describe('an identity number in the text', () => {
    it('is found with its place, led to, masked in one click, and can be undone', async () => {
      const done = `${toldRecord.done}来办事的人身份证号 ${plantedId}，说了三遍。`
      const { id } = await newStory(office, { ...toldRecord, done })
      await office.go(`/stories/${id}`)
      await beside(office, '检查')
      const finding = office.main().locator('[data-code="resident-id"]')
      await expectOn(finding).toContainText(plantedId)
      await finding.getByRole('button', { name: '去看：做了什么' }).click()
      const field = office.page.getByLabel('做了什么', { exact: true })
      await expectOn(field).toBeFocused()
      const chosen = await field.evaluate((element: HTMLTextAreaElement) =>
        element.value.slice(element.selectionStart, element.selectionEnd),
      )
      expect(chosen).toBe(plantedId)
      await finding.getByRole('button', { name: '遮盖中间的数字' }).click()
      await expectOn(finding).toHaveCount(0)
      expect(await field.inputValue()).not.toContain(plantedId)
      expect(JSON.stringify((await storyOf(office, id)).record)).not.toContain(plantedId)
      await office.button('撤销').click()
      await expectOn(field).toHaveValue(done)
    })
  })

  describe('the whole way, with three people', () => {
    let id: string

    it('is set up with people who each do their part', async () => {
      await office.go('/stories/office')
      await office.page.getByLabel('办公室名称（发布时印作发布单位）').fill(storyOffice.name)
      for (const [at, person] of storyOffice.people.entries()) {
        await office.button('加一个人').click()
        await expectOn(office.page.getByLabel('姓名').nth(at)).toBeFocused()
        await office.page.keyboard.type(person.name)
        const row = office.main().getByRole('group', { name: person.name })
        if (!person.roles.includes('writer')) await row.getByLabel('采写').uncheck()
        if (person.roles.includes('verifier')) await row.getByLabel('核实').check()
        if (person.roles.includes('approver')) await row.getByLabel('审定').check()
        if (person.roles.includes('publisher')) await row.getByLabel('发布').check()
      }
      await expectOn(office.main().getByText('都已保存。')).toBeVisible()
      const kept = await office.ask<typeof storyOffice>('GET', '/api/story-office')
      expect(kept.name).toBe(storyOffice.name)
      expect(kept.people.map(({ name, roles }) => ({ name, roles }))).toEqual(
        storyOffice.people.map(({ name, roles }) => ({ name, roles })),
      )
    })

    it('is submitted by the one who wrote it, who may not verify it', async () => {
      ;({ id } = await newStory(office, { ...toldRecord, title: '一张清单少跑三趟的窗口' }))
      await office.go(`/stories/${id}?side=way`)
      await isIn(office, 'draft')
      await actAs(office, '陈明')
      await office.button(/^报送$/).click()
      await expectOn(office.main().getByText('已经报送，等着别的同事办。', { exact: false })).toBeVisible()
      await expectOn(office.main().getByText('陈明没有“核实”的职责。').first()).toBeVisible()
      expect((await storyOf(office, id)).state).toBe('submitted')
    })

    it('is returned by the verifier with a comment on the very words', async () => {
      await actAs(office, '周琴')
      await expectOn(office.button('核实通过')).toBeEnabled()
      const field = office.page.getByLabel('哪里没做好', { exact: true })
      await field.evaluate((element: HTMLTextAreaElement) => {
        element.focus()
        const start = element.value.indexOf('老人不会扫')
        element.setSelectionRange(start, start + 5)
      })
      await press('Shift+ArrowLeft', 'Shift+ArrowRight')
      await office.button('批注所选文字').click()
      const form = office.main().getByRole('form', { name: '写一条' })
      await expectOn(form).toContainText('老人不会扫')
      await form.getByText('请修改').click()
      await form.getByLabel('要改什么').fill('有多少老人？问一问')
      await form.getByRole('button', { name: '写上' }).click()
      await expectOn(office.main().getByRole('list', { name: '还没办的' })).toContainText('有多少老人？问一问')
      await beside(office, '流程')
      await office.button('退回修改').click()
      const step = office.main().getByRole('form', { name: '退回修改' })
      await step.getByLabel(/要改什么/).fill('补上人数')
      await step.getByRole('button', { name: '确定：退回修改' }).click()
      await expectOn(office.main().getByText('这个故事退回来修改。', { exact: false })).toBeVisible()
    })

    it('is mended by the writer, told so, and submitted again', async () => {
      await actAs(office, '陈明')
      await beside(office, '意见')
      const open = office.main().getByRole('list', { name: '还没办的' })
      await expectOn(open.getByRole('listitem')).toHaveCount(2)
      await open.getByRole('button', { name: '去看：哪里没做好' }).click()
      await office.page
        .getByLabel('哪里没做好', { exact: true })
        .fill('先做成二维码，二十位老人里十七位不会扫，又印回了纸。')
      await isSaved(office)
      for (const left of [1, 0]) {
        await open.getByRole('button', { name: '办完了' }).first().click()
        await expectOn(open.getByRole('listitem')).toHaveCount(left)
      }
      await beside(office, '流程')
      await office.button(/^报送$/).click()
      await expectOn(office.main().getByText('已经报送，等着别的同事办。', { exact: false })).toBeVisible()
    })

    it('waits in the list for the verifier, who looks at the source and verifies', async () => {
      await office.go('/stories')
      await actAs(office, '周琴')
      const waiting = office.main().getByRole('complementary', { name: '等着办的' })
      await waiting.getByRole('link', { name: '一张清单少跑三趟的窗口' }).click()
      await office.button('我看过，属实').click()
      await isSaved(office)
      await office.button('核实通过').click()
      await office.button('确定：核实通过').click()
      await isIn(office, 'verified')
      expect((await storyOf(office, id)).state).toBe('verified')
    })

    it('is approved by the third, who may not publish it too, and published by another', async () => {
      await actAs(office, '李红')
      await office.button('审定通过').click()
      await office.button('确定：审定通过').click()
      await isIn(office, 'approved')
      await expectOn(office.main().getByText('上一步“审定”就是李红办的，同一个人不接连办两步。').first()).toBeVisible()
      const people = storyOffice.people.map((one) =>
        one.id === 'zhou' ? { ...one, roles: ['verifier', 'publisher'] } : one,
      )
      const { people: kept, ...rest } = await office.ask<typeof storyOffice>('GET', '/api/story-office')
      await office.ask('PUT', '/api/story-office', {
        ...rest,
        people: kept.map((one) => ({
          ...one,
          roles: people.find(({ name }) => name === one.name)?.roles ?? one.roles,
        })),
      })
      await office.page.reload()
      await isIn(office, 'approved')
      await actAs(office, '周琴')
      await office.button(/^发布$/).click()
      await office.button('确定：发布').click()
      await expectOn(office.main().getByText('已经发布。要改', { exact: false })).toBeVisible()
      const story = await storyOf(office, id)
      expect(story.state).toBe('published')
      expect(story.events.filter(({ type }) => type === 'step').map(({ step, by }) => `${step} ${by}`)).toEqual([
        'submit 陈明',
        'return 周琴',
        'submit 陈明',
        'verify 周琴',
        'approve 李红',
        'publish 周琴',
      ])
    })

    it('is seen by the same person where the window has another address, whose storage is empty', async () => {
      await office.page.evaluate(() => localStorage.clear())
      await office.go(`/stories/${id}?side=way`)
      await expectOn(office.main().locator('.ant-select-content[title^="周琴（"]')).toBeVisible()
    })

    it('is found by search and read, and the record holds', async () => {
      const found = await office.ask<SearchAnswer>('GET', `/api/passages?q=${encodeURIComponent('老人 二维码 清单')}`)
      expect(found.hits.map(({ itemId }) => itemId)).toContain(id)
      await office.go(`/item/${id}`)
      await expectOn(office.main().getByText('二十位老人里十七位不会扫', { exact: false })).toBeVisible()
      await office.go(`/stories/${id}?side=way`)
      await office.button('核对记录').click()
      await expectOn(office.main().getByText('记录完整，没有被改过。')).toBeVisible()
    })

    it('is withdrawn with a reason that readers see', async () => {
      await actAs(office, '李红')
      await office.button('退役').click()
      await expectOn(office.button('确定：退役')).toBeDisabled()
      await office.page.getByLabel('为什么').fill('窗口已经撤并')
      await office.button('确定：退役').click()
      await expectOn(office.main().getByText('已经退役，读者看到的是撤回说明。')).toBeVisible()
      expect((await storyOf(office, id)).state).toBe('retired')
    })
  })

  it('an approved story comes out on a day that is chosen, and not on one that is past', async () => {
    const sources = [
      { id: 's1', title: '登记簿', type: 'register' as const, verified: { by: '周琴', on: '2026-01-05' } },
    ]
    const { id } = await newStory(office, {
      ...toldRecord,
      title: '到日子再发的故事',
      sources,
      problem: '等到春耕前再说。',
    })
    await stepAs(office, id, 'submit', '陈明')
    await stepAs(office, id, 'verify', '周琴')
    await stepAs(office, id, 'approve', '李红')
    await office.go(`/stories/${id}`)
    await isIn(office, 'approved')
    await actAs(office, '周琴')
    await office.button('定时发布').click()
    await office.page.getByLabel('哪一天发布').fill('2020年3月5日')
    await expectOn(office.button('确定：定时发布')).toBeDisabled()
    await office.page.getByLabel('哪一天发布').fill('2090年3月5日')
    await office.button('确定：定时发布').click()
    await expectOn(office.main().getByText('定于 2090年3月5日 发布')).toBeVisible()
    expect(await storyOf(office, id)).toMatchObject({
      state: 'approved',
      scheduledFor: expect.stringMatching(/^2090-03-05/),
    })
    await office.go('/stories?state=approved')
    await expectOn(office.main().getByText('定于 2090年3月5日 发布')).toBeVisible()
  })

  it('an identity number stays only with a reason that stands in the record', async () => {
    const { id } = await newStory(office, { ...toldRecord, result: `登记在 ${plantedId} 名下。` })
    await office.go(`/stories/${id}`)
    await isIn(office, 'draft')
    await actAs(office, '李红')
    await beside(office, '检查')
    const finding = office.main().locator('[data-code="resident-id"]')
    await finding.getByRole('button', { name: '仍要这样' }).click()
    const letPass = finding.getByRole('button', { name: '写明理由并放行' })
    await expectOn(letPass).toBeDisabled()
    await finding.getByLabel('为什么可以这样').fill('是公开的示例号')
    await letPass.click()
    await expectOn(office.main().getByText(/放行，理由：是公开的示例号/)).toBeVisible()
    const { events } = await storyOf(office, id)
    expect(events.some(({ type, reason }) => type === 'overrule' && reason === '是公开的示例号')).toBe(true)
  })

  it('a draft that is deleted comes back at once, and later from the deleted ones', async () => {
    const { id } = await newStory(office, { title: '写坏了的草稿' })
    await office.go('/stories?state=draft')
    await office.button('删除：写坏了的草稿').click()
    await expectOn(office.main().getByRole('link', { name: '写坏了的草稿' })).toHaveCount(0)
    await office.main().getByRole('link', { name: '看已删除的故事' }).click()
    await office.button('恢复：写坏了的草稿').click()
    await expectOn(office.main().getByRole('link', { name: '写坏了的草稿' })).toHaveCount(0)
    const page = await office.ask<StoryPage>('GET', '/api/stories?state=draft')
    expect(page.stories.map((story) => story.id)).toContain(id)
  })

  it('a file it is known from, and a signed paper, are kept by their hashes and stay here', async () => {
    const { id } = await newStory(office, toldRecord)
    await office.go(`/stories/${id}`)
    await isIn(office, 'draft')
    const choose = async (press: () => Promise<void>, name: string, content: string) => {
      const [chooser] = await Promise.all([office.page.waitForEvent('filechooser'), press()])
      await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) })
    }
    await choose(() => office.button('加一份文件作来源').click(), '窗口登记簿.csv', '日期,件数')
    await expectOn(office.main().getByText('窗口登记簿.csv')).toBeVisible()
    await office.page.getByLabel('怎么同意的').click()
    await office.page.locator('.ant-select-item-option').filter({ hasText: '书面' }).click()
    await choose(() => office.button('附上签字的照片').click(), '同意书.jpg', '一张照片')
    await expectOn(office.main().getByText('签字的材料已附上', { exact: false })).toBeVisible()
    await isSaved(office)
    const { record } = await storyOf(office, id)
    expect(record.sources.at(-1)).toMatchObject({ title: '窗口登记簿', file: { name: '窗口登记簿.csv', size: 13 } })
    expect(record.consents[0]).toMatchObject({ how: 'written', proof: expect.stringMatching(/^[0-9a-f]{64}$/) })
    const shown = await office.ask<unknown>('GET', `/api/stories/${id}/preview`)
    expect(JSON.stringify(shown)).not.toContain(record.consents[0]?.proof)
  })

  it('what a colleague said meanwhile shows without a reload', async () => {
    const { id } = await newStory(office, { title: '两个人看' })
    await office.go(`/stories/${id}`)
    await isIn(office, 'draft')
    await office.ask('POST', `/api/stories/${id}/tasks`, { type: 'comment', text: '写得好' })
    await beside(office, '意见')
    await expectOn(office.main().getByRole('list', { name: '还没办的' })).toContainText('写得好')
  })

  it('two windows on one story lose nothing: the second is told, and chooses', async () => {
    const { id } = await newStory(office, { title: '两个窗口' })
    await office.go(`/stories/${id}`)
    const title = office.page.getByLabel('标题', { exact: true })
    await expectOn(title).toHaveValue('两个窗口')
    const { record, recordSha256 } = await storyOf(office, id)
    // The other window saves when this one has written and not yet saved.
    let isFirst = true
    await office.page.route(`**/api/stories/${id}`, async (route) => {
      if (route.request().method() !== 'PUT' || !isFirst) return route.continue()
      isFirst = false
      await office.ask('PUT', `/api/stories/${id}`, { record: { ...record, title: '那边写的' }, read: recordSha256 })
      await route.continue()
    })
    await title.fill('这边写的')
    await expectOn(office.main().getByText('这个故事在另一个窗口里改过并保存了，这里的还没有保存。')).toBeVisible()
    await office.button(/^用那边的/).click()
    await expectOn(title).toHaveValue('那边写的')
    await office.button('撤销').click()
    await expectOn(title).toHaveValue('这边写的')
    await isSaved(office)
    expect((await storyOf(office, id)).record.title).toBe('这边写的')
  })

  it('complained of nothing', () => {
    expect(office.window.complaints.filter((one) => !/409|422|400/.test(one))).toEqual([])
  })
})
