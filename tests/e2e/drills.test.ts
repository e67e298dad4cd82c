import { expect as expectOn } from 'playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DrillRecord } from '../../library/meetings/drills/drill.schema.ts'
import type { MaterialPage, MaterialView } from '../../library/meetings/materials/material-view.ts'
import { type Office, openOffice } from './open-office.ts'
import { isSaved } from './stories-office.ts'

describe('the drills desk', () => {
  let office: Office
  let id: string
  beforeAll(async () => {
    office = await openOffice()
  })
  afterAll(() => office?.close())

  const press = async (...keys: string[]) => {
    for (const key of keys) await office.page.keyboard.press(key)
  }
  const type = (words: string) => office.page.keyboard.type(words)
  const field = (name: string) => office.main().getByLabel(name, { exact: true })
  const pressOn = async (name: string | RegExp) => {
    await office.button(name).focus()
    await press('Enter')
  }
  const scene = (n: number) => office.main().getByRole('group', { name: `场面 ${n}`, exact: true })
  const map = () => office.main().getByRole('group', { name: /^各个场面怎么接/ })
  const lacks = () => office.main().getByRole('region', { name: '还差什么' })
  const record = async (): Promise<DrillRecord> => {
    await isSaved(office)
    return (await office.ask<MaterialView>('GET', `/api/materials/${id}`)).record as DrillRecord
  }
  const goals = async () =>
    (await record()).turns.map(({ title, choices }) => [title, ...choices.map(({ to }) => to ?? 'next')])

  describe('a branching drill written from nothing, by keyboard alone', () => {
    it('teaches what a drill is while there is none, and begins with n and a name', async () => {
      await office.go('/drills')
      await expectOn(office.main().getByText('一个演练是什么样的')).toBeVisible()
      await press('n')
      await expectOn(office.page.getByLabel('先给它起个名字')).toBeFocused()
      await type('材料没带齐的老人')
      await press('Enter')
      await expectOn(office.main().getByRole('heading', { level: 1, name: '材料没带齐的老人' })).toBeVisible()
      id = new URL(office.page.url()).pathname.split('/').at(-1) ?? ''
      await expectOn(lacks()).toContainText('还没有场面')
    })

    it('has roles, one with a secret', async () => {
      for (const name of ['群众', '窗口人员']) {
        await pressOn('加一个角色')
        await expectOn(field('称呼').last()).toBeFocused()
        await type(name)
      }
      await field('秘密（只有演的人知道）').first().focus()
      await type('户口本落在儿子家了')
    })

    it('takes a scene like a script: Enter for the next line, a letter for who speaks', async () => {
      await press('Control+Enter')
      await expectOn(field('第 1 个场面叫什么')).toBeFocused()
      await type('材料少一张')
      await press('Tab')
      await expectOn(field('发生了什么')).toBeFocused()
      await type('老人把塑料袋放上柜台。')
      await press('Tab', 'Enter')
      await expectOn(field('第 1 句')).toBeFocused()
      await type('我来办低保。')
      await press('Enter')
      await type('户口本带了吗？')
      await press('Enter')
      await expectOn(field('第 3 句谁说')).toHaveValue('r1')
      await type('带……带了吧。')
      await press('Enter', 'Backspace')
      await expectOn(field('第 3 句')).toBeFocused()
      await press('Shift+Tab', 'c')
      await expectOn(field('第 3 句谁说')).toHaveValue('r2')
      await press('q', 'Enter')
      await expectOn(field('第 3 句')).toBeFocused()
      expect((await record()).turns[0]?.lines.map(({ role, text }) => `${role} ${text}`)).toEqual([
        'r1 我来办低保。',
        'r2 户口本带了吗？',
        'r1 带……带了吧。',
      ])
    })

    it('has choices that lead to new scenes and to the end', async () => {
      await pressOn('加一种做法')
      await expectOn(field('做法 A')).toBeFocused()
      await type('先收下')
      await pressOn('加一种做法')
      await expectOn(field('做法 B')).toBeFocused()
      await type('让他明天再来')
      await expectOn(field('问大家的话')).toHaveValue('你会怎么做？')
      await field('接着').first().focus()
      await press('End')
      await expectOn(field('第 2 个场面叫什么')).toBeFocused()
      await type('办成了')
      await field('接着').nth(1).focus()
      await press('End')
      await expectOn(field('第 3 个场面叫什么')).toBeFocused()
      await type('他再没来过')
      expect(await goals()).toEqual([['材料少一张', 't2', 't3'], ['办成了', 'end'], ['他再没来过']])
    })

    it('is drawn as a map from which each scene is reached, and told in words', async () => {
      await expectOn(map().getByRole('button')).toHaveText(['1材料少一张', '2办成了', '3他再没来过'])
      const first = map().getByRole('button', { name: /^1 材料少一张：A 接第 2 个；B 接第 3 个$/ })
      await first.focus()
      await press('ArrowDown', 'ArrowDown')
      await expectOn(map().getByRole('button', { name: /^3/ })).toBeFocused()
      await press('Enter')
      await expectOn(field('第 3 个场面叫什么')).toBeFocused()
      await office.main().getByText('用文字看').click()
      await expectOn(office.main().getByText('A 接第 2 个；B 接第 3 个')).toBeVisible()
    })

    it('says what it lacks and leads there', async () => {
      await expectOn(lacks().getByRole('button')).toHaveText([
        '第 1 个场面的做法 A 还没写后来怎样。',
        '第 1 个场面的做法 B 还没写后来怎样。',
      ])
      await lacks().getByRole('button').first().focus()
      await press('Enter')
      await expectOn(scene(1).getByLabel('后来').first()).toBeFocused()
      await type('当场受理，缺的写在告知单上。')
      await scene(1).getByLabel('后来').nth(1).fill('他走了两小时山路，没有再来。')
      await expectOn(lacks()).toContainText('各条路都走得通')
      await scene(1).getByLabel('发生了什么').fill('老人说，户口本落在儿子家了。')
      await expectOn(lacks()).toContainText('“群众”的秘密写在了大家都看得到的地方。')
      await press('Control+z')
      await expectOn(lacks()).toContainText('各条路都走得通')
    })

    it('keeps its ways when a scene is moved, and can follow the new order instead', async () => {
      await field('第 3 个场面叫什么').focus()
      await press('Alt+Shift+ArrowUp')
      await expectOn(field('第 2 个场面叫什么')).toHaveValue('他再没来过')
      await expectOn(office.main().getByRole('status').filter({ hasText: '顺序变了' })).toContainText('第 2 个场面')
      await pressOn('仍接原来的场面')
      expect(await goals()).toEqual([
        ['材料少一张', 't2', 't3'],
        ['他再没来过', 'end'],
        ['办成了', 'end'],
      ])
      await expectOn(map().getByRole('button', { name: /^1 材料少一张：A 接第 3 个；B 接第 2 个$/ })).toBeVisible()
    })

    it('tells which choices lost their scene when it is deleted, and has it back', async () => {
      await pressOn('删除：他再没来过')
      const told = office.main().getByRole('status').filter({ hasText: '删掉了“他再没来过”' })
      await expectOn(told).toContainText('有 1 种做法原来接到它，现在没有去处。')
      await expectOn(lacks()).toContainText('第 1 个场面的做法 B 接到一个已经删掉的场面。')
      await told.getByRole('button', { name: '撤销' }).focus()
      await press('Enter')
      await expectOn(field('第 2 个场面叫什么')).toHaveValue('他再没来过')
      await press('Control+y')
      await expectOn(lacks()).toContainText('已经删掉的场面')
      await press('Control+z')
      expect((await record()).turns).toHaveLength(3)
    })

    it('is there again after a reload, word for word', async () => {
      const before = await record()
      await office.page.reload()
      await expectOn(field('第 3 个场面叫什么')).toHaveValue('办成了')
      expect(await record()).toEqual(before)
    })

    it('is tried out from any scene', async () => {
      await pressOn('从这里试演：第 2 个场面')
      await expectOn(office.page).toHaveURL(/\/drills\/[^/]+\/play\?from=t3$/)
      await expectOn(office.page.getByRole('heading', { level: 2, name: /他再没来过/ })).toBeVisible()
      await press('ArrowRight')
      await expectOn(office.page.getByRole('heading', { name: '演完了' })).toBeVisible()
    })
  })

  it('takes a whole script that is pasted, line by line', async () => {
    await office.go(`/drills/${id}`)
    await scene(3).getByRole('button', { name: '加一句话' }).click()
    const line = scene(3).getByLabel('第 1 句', { exact: true })
    await line.evaluate((target) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', '群众：办好了？\n窗口人员：办好了。\n')
      target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })
    await expectOn(scene(3).getByLabel('第 2 句谁说')).toHaveValue('r2')
    expect((await record()).turns[2]?.lines.map(({ role, text }) => `${role} ${text}`)).toEqual([
      'r1 办好了？',
      'r2 办好了。',
    ])
  })

  it('puts scenes in another order by mouse, and takes one twice', async () => {
    const { width } = office.page.viewportSize() ?? { width: 1280 }
    // High enough for all of it, so that nothing has to be scrolled while it is dragged.
    await office.page.setViewportSize({ width, height: 4000 })
    const grip = scene(3).locator('[draggable="true"]')
    await grip.dragTo(scene(1), { targetPosition: { x: 200, y: 6 } })
    await expectOn(field('第 1 个场面叫什么')).toHaveValue('办成了')
    await press('Control+z')
    await expectOn(field('第 1 个场面叫什么')).toHaveValue('材料少一张')
    await office.button('再来一个一样的：材料少一张').click()
    await expectOn(field('第 2 个场面叫什么')).toHaveValue('材料少一张')
    await press('Control+z')
    await expectOn(field('第 2 个场面叫什么')).toHaveValue('他再没来过')
    await office.page.setViewportSize({ width, height: 800 })
  })

  it('begins from a story: its matter as the first scene, what was done as a choice, all marked as to be edited', async () => {
    await office.go('/drills')
    await office.button('从故事做一个').click()
    const dialog = office.page.getByRole('dialog', { name: '从哪个故事做起' })
    await dialog.getByLabel('找故事').fill('七个人的工钱')
    await dialog.getByRole('button', { name: '用它：七个人的工钱，一天理清楚' }).click()
    await expectOn(office.main().getByRole('heading', { level: 1, name: /^七个人的工钱/ })).toBeVisible()
    await expectOn(office.main().getByText('由故事《七个人的工钱，一天理清楚》起的头。')).toBeVisible()
    id = new URL(office.page.url()).pathname.split('/').at(-1) ?? ''
    const drill = await record()
    expect(drill.roles.map(({ name }) => name)).toEqual(['柳其昌', '樊桂英'])
    expect(drill.turns[0]?.text).toMatch(/^【请改】2023年腊月，云坞乡七个人/)
    expect(drill.turns[0]?.choices[0]?.outcome).toContain('列成一张表')
    expect(drill.turns[0]?.choices[0]?.cites.length).toBeGreaterThan(0)
    expect(drill.turns[0]?.choices[0]?.cites.every(({ text }) => text)).toBe(true)
    expect(drill.story?.itemId).toBe('gushi-nongmingong-gongzi-yitian')
    await expectOn(lacks().getByRole('button', { name: /照故事填的/ })).not.toHaveCount(0)
  })

  it('shows a ready one as it is, and changes an own copy of it', async () => {
    const ready = await office.ask<MaterialPage>('GET', '/api/materials?type=drill&own=false&limit=1&offset=0')
    const [drill] = ready.materials
    await office.go(`/drills/${drill?.id}`)
    await expectOn(office.main().getByText('这是资料库里现成的')).toBeVisible()
    await expectOn(office.main().getByRole('article').getByRole('textbox')).toHaveCount(0)
    await map().getByRole('button', { name: /^2/ }).click()
    await expectOn(office.main().locator('[data-entry="turns/1"]')).toBeFocused()
    await expectOn(office.main().getByRole('button', { name: '加一个场面', exact: true })).toHaveCount(0)
    await office.button('改成自己的').click()
    await expectOn(office.main().getByRole('button', { name: '加一个场面', exact: true })).toBeVisible()
    id = new URL(office.page.url()).pathname.split('/').at(-1) ?? ''
    expect(id).not.toBe(drill?.id)
    expect((await record()).turns).toHaveLength(drill?.parts ?? 0)
  })

  it('goes into a meeting with its words', async () => {
    await office.button('放进会议').click()
    await office.page.getByRole('dialog').getByRole('button', { name: '业务培训' }).click()
    await expectOn(office.page.getByRole('dialog', { name: /会议/ })).toBeHidden()
    const meetings = await office.ask<MaterialPage>('GET', '/api/materials?type=meeting&own=true&limit=5&offset=0')
    const meeting = await office.ask<MaterialView>('GET', `/api/materials/${meetings.materials[0]?.id}`)
    const scenes = meeting.record.type === 'meeting' ? meeting.record.parts.filter((part) => part.type === 'scene') : []
    expect(scenes.map(({ drill }) => drill?.turns.length)).toContain((await record()).turns.length)
  })

  it('says kindly that there is none, and where one of another type is', async () => {
    await office.go('/drills/01JX0000000000000000000000')
    await expectOn(office.main().getByText('没有这个演练')).toBeVisible()
    const guides = await office.ask<MaterialPage>('GET', '/api/materials?type=guide&limit=1&offset=0')
    await office.go(`/drills/${guides.materials[0]?.id}`)
    await office.main().getByRole('link', { name: '到它自己的页面' }).click()
    await expectOn(office.page).toHaveURL(/\/guides\//)
  })
})
