import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations } from './axe-violations.ts'
import { dropOn } from './office-town.ts'
import { type Office, openOffice } from './open-office.ts'
import { beside, expectOn, newStory, plantedId, storyOffice, stripedPicture, toldRecord } from './stories-office.ts'

/**
 * Large type is where things no longer fit, so every page is looked at in it. Colours are the same tokens everywhere:
 * dark and wide look at the pages with the most different things on them.
 */
const looks = [
  { theme: 'light', textSize: 'large', width: 1280, height: 800, whole: true },
  { theme: 'dark', textSize: 'standard', width: 1920, height: 1080, whole: false },
] as const

describe('the stories desk, as it looks', () => {
  let office: Office
  let id: string
  let draft: string
  let submitted: string
  beforeAll(async () => {
    office = await openOffice()
    await office.ask('PUT', '/api/story-office', storyOffice)
    const title = '把办事材料写成一张看得懂的清单以后来回跑的趟数少了一大半的便民服务中心窗口'
    ;({ id } = await newStory(office, {
      ...toldRecord,
      title,
      done: `${toldRecord.done}来办事的人身份证号 ${plantedId}。`,
      people: [...(toldRecord.people ?? []), { id: 'p2', name: '王桂兰', part: 'was-helped' }],
      quotes: [{ id: 'q1', text: '早写成这样，我就不用跑三趟了。', by: '来办证的老人' }],
      policies: [{ title: '残疾人保障法', provision: '第四条', note: '写明要哪些材料' }],
    }))
    ;({ id: draft } = await newStory(office, { title: '刚起了名字的草稿' }))
    ;({ id: submitted } = await newStory(office, { ...toldRecord, title: '等着核实的故事' }))
    await office.ask('POST', `/api/stories/${submitted}/steps`, { step: 'submit' })
    await office.ask('POST', `/api/stories/${submitted}/tasks`, {
      type: 'change',
      field: 'failed',
      quote: '老人不会扫',
      text: '补上人数',
    })
    await office.go(`/stories/${id}`)
    await expectOn(office.main().getByText('把照片拖到这里')).toBeVisible()
    await dropOn(office.page, [{ name: '窗口.jpg', content: await stripedPicture() }])
    await expectOn(office.main().getByRole('button', { name: '检查并打码：窗口.jpg' })).toBeVisible()
  })
  afterAll(() => office?.close())

  describe.each(looks)('as it looks: $theme, $textSize, $width wide', ({ theme, textSize, width, height, whole }) => {
    beforeAll(async () => {
      await office.dress({ theme, textSize })
      await office.page.setViewportSize({ width, height })
    })

    const isFit = async () => {
      await expectOn(office.page.locator('html')).toHaveAttribute('data-theme', theme)
      await office.readsWell()
      const overflowing = await office.page.evaluate(() => {
        const edge = document.getElementById('main')?.getBoundingClientRect().right ?? 0
        return [...document.querySelectorAll('#main *')]
          .filter(({ className }) => className !== 'visually-hidden')
          .filter((element) => !element.closest('dialog:not([open])'))
          .filter((element) => element.getBoundingClientRect().right > edge + 1)
          .map((element) => element.outerHTML.slice(0, 120))
      })
      expect(overflowing).toEqual([])
    }

    it('the list with what waits', async () => {
      await office.go('/stories')
      await expectOn(office.main().getByRole('list', { name: '故事' })).toBeVisible()
      await isFit()
    })

    it('beginning to tell, a question, and the end', async () => {
      await office.go('/stories/new')
      await expectOn(office.main().getByRole('link', { name: '刚起了名字的草稿' })).toBeVisible()
      await isFit()
      for (const question of whole ? ['problem', 'where', 'end'] : ['where']) {
        await office.go(`/stories/new?story=${draft}&question=${question}`)
        await expectOn(office.main().getByRole('heading', { level: 1 })).toBeVisible()
        await isFit()
      }
    })

    it('the work page with each thing beside the form', async () => {
      await office.go(`/stories/${id}`)
      await expectOn(office.main().getByRole('region', { name: '预览' }).getByText('窗口把被退回的原因')).toBeVisible()
      await isFit()
      await beside(office, '检查')
      await expectOn(office.main().locator('[data-code="resident-id"]')).toBeVisible()
      await isFit()
      for (const side of whole ? (['意见', '流程', '反馈'] as const) : (['流程'] as const)) {
        await beside(office, side)
        await isFit()
      }
    })

    it('import, slips and the office', async () => {
      for (const place of whole ? ['/stories/import', '/stories/slips', '/stories/office'] : ['/stories/office']) {
        await office.go(place)
        await isFit()
      }
    })

    if (!whole) return

    it('an empty list', async () => {
      await office.go('/stories?q=没有这样的故事')
      await expectOn(office.main().getByText('没有找到“没有这样的故事”')).toBeVisible()
      await isFit()
    })

    it('a picture being blurred', async () => {
      await office.go(`/stories/${id}`)
      await office.main().getByRole('button', { name: '检查并打码：窗口.jpg' }).click()
      await expectOn(office.page.getByRole('dialog').getByRole('img', { name: '窗口.jpg' })).toBeVisible()
      await office.page.getByRole('button', { name: '加一处遮盖' }).click()
      await expectOn(office.page.getByRole('button', { name: /^遮盖第 1 处/ })).toBeFocused()
      await office.page.evaluate(() => Promise.allSettled(document.getAnimations().map((one) => one.finished)))
      expect(await axeViolations(office.page)).toEqual([])
      await office.page.keyboard.press('Escape')
    })

    it('a story on its way, locked, with comments', async () => {
      await office.go(`/stories/${submitted}?side=tasks`)
      await expectOn(office.main().getByRole('list', { name: '还没办的' })).toContainText('补上人数')
      await isFit()
    })
  })

  it('speaks English throughout', async () => {
    await office.dress({ language: 'en', theme: 'light', textSize: 'standard' })
    for (const place of ['/stories/new', '/stories/import', '/stories/slips', '/stories/office']) {
      await office.go(place)
      await expectOn(office.main().getByRole('heading', { level: 1 })).toBeVisible()
      await expectOn(office.main().getByRole('link', { name: 'Tell one' })).toBeVisible()
      const text = await office.main().innerText()
      expect(text.match(/[一-鿿]{6,}/g)?.filter((words) => !/草稿|宣传办|薪火|清单/.test(words)) ?? []).toEqual([])
    }
    await office.go(`/stories/${id}?side=way`)
    await expectOn(office.main().getByRole('button', { name: 'Submit' })).toBeVisible()
    expect(await axeViolations(office.page)).toEqual([])
    await office.dress({ language: 'zh-CN' })
  })
})
