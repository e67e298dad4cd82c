import { expect as expectOn } from 'playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StepGuideRecord } from '../../library/meetings/guides/step-guide.schema.ts'
import type { MaterialPage, MaterialView } from '../../library/meetings/materials/material-view.ts'
import { dropOn } from './office-town.ts'
import { type Office, openOffice } from './open-office.ts'
import { isSaved, stripedPicture } from './stories-office.ts'

describe('the desk of step-by-step guides', () => {
  let office: Office
  let id: string
  beforeAll(async () => {
    office = await openOffice()
  })
  afterAll(() => office?.close())

  const press = async (...keys: string[]) => {
    for (const key of keys) await office.page.keyboard.press(key)
  }
  const step = (n: number) => office.main().getByRole('group', { name: `步骤 ${n}`, exact: true })
  const marks = (n: number) => step(n).getByRole('group', { name: /^图上的标注/ })
  const action = (n: number) => office.main().getByLabel(`第 ${n} 步做什么`, { exact: true })
  const record = async (): Promise<StepGuideRecord> => {
    await isSaved(office)
    return (await office.ask<MaterialView>('GET', `/api/materials/${id}`)).record as StepGuideRecord
  }
  const paste = async (name: string) => {
    const content = (await stripedPicture()).toString('base64')
    await office.page.evaluate(
      ({ name: called, content: bytes }) => {
        const clipboardData = new DataTransfer()
        const file = Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))
        clipboardData.items.add(new File([file], called, { type: 'image/jpeg' }))
        const target = document.activeElement ?? document.body
        target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      },
      { name, content },
    )
  }

  it('begins with a name, and several pictures dropped at once become as many steps', async () => {
    await office.go('/guides')
    await expectOn(office.main().getByText('一份指南是什么样的')).toBeVisible()
    await press('n')
    await expectOn(office.page.getByLabel('先给它起个名字')).toBeFocused()
    await office.page.keyboard.type('自助机上打印参保证明')
    await press('Enter')
    await expectOn(office.main().getByRole('heading', { level: 1, name: '自助机上打印参保证明' })).toBeVisible()
    id = new URL(office.page.url()).pathname.split('/').at(-1) ?? ''
    const content = await stripedPicture()
    await dropOn(office.page, [
      { name: '首页.jpg', content },
      { name: '读卡.jpg', content },
    ])
    await expectOn(action(1)).toBeFocused()
    await expectOn(step(2).getByRole('img', { name: '读卡.jpg' })).toBeVisible()
    expect((await record()).steps.map(({ picture }) => picture?.name)).toEqual(['首页.jpg', '2-读卡.jpg'])
  })

  it('says when a step is two things, and makes two of it', async () => {
    await action(1).fill('点右上角的“我要办”，然后选“社保”')
    await expectOn(step(1).getByText('这一步好像说了两件事。')).toBeVisible()
    await step(1).getByRole('button', { name: '拆成两步' }).focus()
    await press('Enter')
    await expectOn(action(1)).toHaveValue('点右上角的“我要办”')
    await expectOn(action(2)).toHaveValue('选“社保”')
    await expectOn(step(1).getByText('这一步好像说了两件事。')).toHaveCount(0)
  })

  it('takes a screenshot that is pasted: into the step that waits for one, else as a step of its own', async () => {
    await action(2).focus()
    await paste('截图.jpg')
    await expectOn(step(2).getByRole('img')).toBeVisible()
    await action(2).focus()
    await paste('截图.jpg')
    await expectOn(action(3)).toBeFocused()
    const { steps } = await record()
    expect(steps.map(({ action: said, picture }) => [said, picture !== undefined])).toEqual([
      ['点右上角的“我要办”', true],
      ['选“社保”', true],
      ['', true],
      ['', true],
    ])
  })

  it('says which file is no picture, and takes the others', async () => {
    await dropOn(office.page, [
      { name: '坏的.jpg', content: Buffer.from('这不是图片') },
      { name: '好的.jpg', content: await stripedPicture() },
    ])
    await expectOn(office.main().getByRole('alert').filter({ hasText: '没有收下' })).toContainText('坏的.jpg')
    await expectOn(step(5).getByRole('img')).toBeVisible()
    await office
      .main()
      .getByRole('group', { name: '步骤 5', exact: true })
      .getByRole('button', { name: /^删除/ })
      .click()
    await expectOn(step(5)).toHaveCount(0)
  })

  it('marks are drawn by mouse where the picture was pressed, and carried and sized by their handles', async () => {
    // High enough for the whole picture beside its tools.
    await office.page.setViewportSize({ width: 1280, height: 1600 })
    const picture = step(1).getByRole('img')
    await picture.scrollIntoViewIfNeeded()
    const box = async () => (await picture.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    const drag = async (from: readonly [number, number], to: readonly [number, number]) => {
      const { x, y, width, height } = await box()
      await office.page.mouse.move(x + width * from[0], y + height * from[1])
      await office.page.mouse.down()
      await office.page.mouse.move(x + width * (from[0] + to[0]) * 0.5, y + height * (from[1] + to[1]) * 0.5)
      await office.page.mouse.move(x + width * to[0], y + height * to[1])
      await office.page.mouse.up()
    }
    const take = (name: string) => step(1).getByRole('button', { name, exact: true }).click()
    await take('编号')
    await drag([0.25, 0.25], [0.25, 0.25])
    await expectOn(marks(1).getByRole('button', { name: /^编号 1/ })).toBeFocused()
    await take('方框')
    await drag([0.5, 0.5], [0.7, 0.8])
    await take('箭头')
    await drag([0.1, 0.9], [0.4, 0.6])
    await take('箭头')
    await drag([0.6, 0.65], [0.65, 0.65])
    const [number, frame, arrow] = (await record()).steps[0]?.marks ?? []
    const near = (value: number) => expect.closeTo(value, 1)
    expect(number).toMatchObject({ type: 'number', x: near(0.25), y: near(0.25) })
    expect(frame).toMatchObject({ type: 'box', x: near(0.55), y: near(0.5), width: near(0.2), height: near(0.3) })
    expect(arrow).toMatchObject({ type: 'arrow', x: near(0.1), y: near(0.9), toX: near(0.4), toY: near(0.6) })
    await marks(1).getByRole('button', { name: /^方框/ }).focus()
    const handle = marks(1).locator('[data-handle="size"]')
    const at = (await handle.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    const { width } = await box()
    await office.page.mouse.move(at.x + at.width / 2, at.y + at.height / 2)
    await office.page.mouse.down()
    await office.page.mouse.move(at.x + at.width / 2 + width * 0.1, at.y + at.height / 2)
    await office.page.mouse.up()
    await expect
      .poll(async () => (await record()).steps[0]?.marks[1], { timeout: 15_000 })
      .toMatchObject({ width: near(0.3) })
    await office.page.setViewportSize({ width: 1280, height: 800 })
  })

  it('marks are set, moved, sized, named, put in order and taken away by keys alone, and undone', async () => {
    await step(2).getByRole('button', { name: '编号', exact: true }).focus()
    await press('Enter')
    await expectOn(marks(2).getByRole('button', { name: /^编号 1，距左 40%，距上 40%$/ })).toBeFocused()
    await press('ArrowRight', 'ArrowRight', 'Control+ArrowDown')
    await expectOn(marks(2).getByRole('button', { name: /^编号 1，距左 44%，距上 40%$/ })).toBeFocused()
    await step(2).getByRole('button', { name: '圆圈', exact: true }).focus()
    await press('Enter', 'Shift+ArrowRight', 'Shift+ArrowDown')
    await expectOn(marks(2).getByRole('button', { name: /^圆圈，.*宽 22%，高 14%$/ })).toBeFocused()
    await step(2).getByRole('button', { name: '编号', exact: true }).focus()
    await press('Enter')
    await expectOn(marks(2).getByRole('button', { name: /^编号 2/ })).toBeFocused()
    await step(2).getByLabel('编号 1标的是什么').focus()
    await office.page.keyboard.type('社保')
    await step(2).getByLabel('编号 2标的是什么').focus()
    await office.page.keyboard.type('确认')
    await press('Alt+Shift+ArrowUp', 'Alt+Shift+ArrowUp')
    await expectOn(step(2).getByLabel('编号 1标的是什么')).toHaveValue('确认')
    const names = async () => (await record()).steps[1]?.marks.map(({ type, says }) => says ?? type)
    expect(await names()).toEqual(['确认', '社保', 'circle'])
    await marks(2).getByRole('button', { name: /^圆圈/ }).focus()
    await press('Delete')
    await expectOn(marks(2).getByRole('button', { name: /^编号 2/ })).toBeFocused()
    expect(await names()).toEqual(['确认', '社保'])
    await press('Control+z')
    expect(await names()).toEqual(['确认', '社保', 'circle'])
  })

  it('stand at the same places when it is opened again, and as readers see it', async () => {
    const before = await record()
    const drawn = () =>
      office
        .main()
        .locator('svg:has([class*="disc"])')
        .first()
        .evaluate((svg) => [...svg.querySelectorAll('circle[class*="disc"]')].map((one) => one.getAttribute('cx')))
    const written = await drawn()
    await office.page.reload()
    await expectOn(action(1)).toHaveValue('点右上角的“我要办”')
    expect(await record()).toEqual(before)
    expect(await drawn()).toEqual(written)
    await office.button('按步骤看').click()
    await expectOn(office.main().getByRole('heading', { name: '开始以前' })).toBeVisible()
    await press('ArrowRight')
    await expectOn(office.main().getByRole('heading', { name: '点右上角的“我要办”' })).toBeFocused()
    await expectOn(office.main().getByRole('img')).toBeVisible()
    expect(await drawn()).toEqual(written)
  })

  it('is turned page by page with one key, forth and back', async () => {
    await press('ArrowRight')
    await expectOn(office.main().getByText('第 2 步，共 4 步')).toBeVisible()
    await expectOn(office.main().getByRole('listitem').filter({ hasText: '确认' })).toBeVisible()
    await press('End')
    await expectOn(office.main().getByRole('heading', { name: '办完了' })).toBeFocused()
    await press('Home')
    await expectOn(office.main().getByRole('heading', { name: '开始以前' })).toBeFocused()
    await office.button('第 3 步').click()
    await expectOn(office.main().getByText('第 3 步，共 4 步')).toBeVisible()
    await office.button('接着写').click()
    await expectOn(action(1)).toBeVisible()
  })

  it('blurs places of a picture in all that leaves, under the marks', async () => {
    await step(1).getByRole('button', { name: '打码…' }).click()
    const dialog = office.page.getByRole('dialog')
    await dialog.getByRole('button', { name: '加一处遮盖' }).click()
    await dialog.getByRole('button', { name: '好了' }).click()
    await expectOn(step(1).getByRole('button', { name: '打码（1 处）…' })).toBeFocused()
    await step(1).getByLabel('给看不见图的人').fill('自助机的屏幕')
    const [first] = (await record()).steps
    expect(first?.picture).toMatchObject({ alternative: '自助机的屏幕', blurred: [{ why: 'face' }] })
    expect(first?.marks.length).toBe(3)
  })

  it('deletes a step with a way back, and puts steps in another order', async () => {
    await office.button('删除：选“社保”').click()
    await expectOn(office.main().getByRole('status').filter({ hasText: '删掉了第 2 步“选“社保””' })).toBeVisible()
    await office.main().getByRole('status').getByRole('button', { name: '撤销' }).click()
    await expectOn(action(2)).toHaveValue('选“社保”')
    await action(2).focus()
    await press('Alt+Shift+ArrowUp')
    await expectOn(action(1)).toHaveValue('选“社保”')
    await press('Control+z')
    await expectOn(action(1)).toHaveValue('点右上角的“我要办”')
  })

  it('is read from the text of a ready one, step by step, and changed as an own copy', async () => {
    const { materials } = await office.ask<MaterialPage>('GET', '/api/materials?type=guide&own=false&limit=9&offset=0')
    const ready = materials.find(({ id: one }) => one.endsWith('-tujie'))
    await office.go(`/item/${ready?.id}`)
    await office.main().getByRole('link', { name: '按步骤看' }).click()
    await expectOn(office.main().getByRole('heading', { name: '开始以前' })).toBeVisible()
    await press(' ')
    await expectOn(office.main().getByText(`第 1 步，共 ${ready?.parts} 步`)).toBeVisible()
    await expectOn(office.main().getByRole('img')).toBeVisible()
    await office.button('改成自己的').click()
    await expectOn(action(1)).toBeVisible()
    id = new URL(office.page.url()).pathname.split('/').at(-1) ?? ''
    expect((await record()).steps).toHaveLength(ready?.parts ?? 0)
  })
})
