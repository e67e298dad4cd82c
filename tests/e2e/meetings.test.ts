import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Locator, Route } from 'playwright'
import { expect as expectOn } from 'playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JobView } from '../../library/jobs/job-view.ts'
import type { Deck } from '../../library/meetings/deck/deck.ts'
import type { MaterialPage, MaterialView } from '../../library/meetings/materials/material-view.ts'
import type { MeetingPart, MeetingRecord } from '../../library/meetings/outline/outline.schema.ts'
import { readDocx } from '../content/read-docx.ts'
import { profile } from './office-town.ts'
import { type Office, openOffice } from './open-office.ts'
import { waterRules, writeTexts } from './sample-texts.ts'
import { stripedPicture } from './stories-office.ts'

/** A second, which is usual, is soon over where the machine has other work. */
const patient = { timeout: 15_000 }

describe('the outline desk', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice()
    await office.ask('PUT', '/api/unit', profile)
    await bringIn(waterRules['older.md'])
  })
  afterAll(() => office?.close())

  const bringIn = async (text: string) => {
    const folder = writeTexts({ 'rules.md': text })
    const { id } = await office.ask<JobView>('POST', '/api/imports', { paths: [folder] })
    while (['queued', 'running'].includes((await office.ask<JobView>('GET', `/api/jobs/${id}`)).state)) await wait(50)
  }
  const meetings = async () =>
    (await office.ask<MaterialPage>('GET', '/api/materials?type=meeting&own=true&limit=20&offset=0')).materials
  const recordOf = async (id: string) =>
    (await office.ask<MaterialView>('GET', `/api/materials/${id}`)).record as MeetingRecord
  const idHere = () => decodeURIComponent(new URL(office.page.url()).pathname.split('/').at(-1) ?? '')
  const rows = () => office.page.locator('[data-outline] [data-part]')
  const titles = async () => (await recordOf(idHere())).parts.map(({ title }) => title)
  const isSaved = () => expectOn(office.main().locator('[data-saving="saved"]')).toBeVisible()
  const press = async (...keys: string[]) => {
    for (const key of keys) await office.page.keyboard.press(key)
  }
  const words = (title: string) =>
    rows().getByRole('button', { name: title }).and(office.page.locator('[data-cell=title]'))
  const drag = async (from: Locator, to: Locator, share: number) => {
    const [a, b] = [await from.boundingBox(), await to.boundingBox()]
    if (!a || !b) throw new Error('There is nothing to drag')
    await office.page.mouse.move(a.x + 24, a.y + a.height / 2)
    await office.page.mouse.down()
    await office.page.mouse.move(a.x + 34, a.y + a.height / 2 + 8, { steps: 3 })
    await office.page.mouse.move(b.x + b.width / 2, b.y + b.height * share, { steps: 6 })
    await expectOn(office.page.locator('[data-outline][data-over]')).toBeVisible()
    await office.page.mouse.up()
  }
  const fresh = async (kind: string) => {
    const view = await office.ask<MaterialView>('POST', '/api/materials', { type: 'meeting', kind })
    await office.go(`/meetings/${view.id}`)
    await expectOn(rows().first()).toBeVisible({ timeout: 15_000 })
    return view
  }

  describe('from a search to a meeting', () => {
    it('a passage that was found goes into a new meeting, where a part waits for it', async () => {
      await office.go('/search?q=检查水源地')
      await expectOn(office.main().locator('[data-hit]').first()).toBeVisible()
      await office.main().locator('a[data-hit*="第二条"]').first().focus()
      await press('a')
      const asked = office.page.getByRole('dialog', { name: '加到哪份会议' })
      await expectOn(asked).toContainText('溪口镇农村饮水管护办法第二条')
      await expectOn(asked).toContainText('还没有自己的会议')
      await asked.getByRole('button', { name: '专题学习' }).click()
      await expectOn(office.page.getByText('加到会议里了')).toBeVisible()
      const [made] = await meetings()
      const record = await recordOf(made?.id ?? '')
      const reading = record.parts.find(({ type }) => type === 'reading')
      expect(reading?.title).toBe('读原文')
      expect(reading?.cites.map(({ provision }) => provision)).toEqual(['第二条'])
      expect(reading?.cites[0]?.text).toContain('每月检查水源地一次')
    })

    it('and comes out again with one press', async () => {
      await office.page.getByRole('button', { name: '撤销' }).click()
      const [made] = await meetings()
      await expect
        .poll(async () => (await recordOf(made?.id ?? '')).parts.flatMap(({ cites }) => cites), patient)
        .toEqual([])
    })

    it('from the reading desk it goes into the meeting that is there', async () => {
      const [made] = await meetings()
      await office.go('/search?q=水费按照计量')
      await office.main().locator('a[data-hit*="第三条"]').first().click()
      await expectOn(office.main().getByRole('heading', { name: '溪口镇农村饮水管护办法' }).first()).toBeVisible()
      await office
        .main()
        .getByRole('button', { name: /^第三条/ })
        .first()
        .click()
      await office.page.getByRole('menuitem', { name: '加到会议里' }).click()
      await office.page.getByRole('button', { name: `加到“${made?.title}”` }).click()
      await expectOn(office.page.getByText('加到会议里了')).toBeVisible()
      const cites = (await recordOf(made?.id ?? '')).parts.flatMap((part) => part.cites)
      expect(cites.map(({ provision }) => provision)).toEqual(['第三条'])
    })
  })

  describe('putting a meeting together', () => {
    it('begins with the outline of its kind', async () => {
      await office.go('/meetings')
      await expectOn(office.main().getByRole('heading', { name: '会议', level: 1 })).toBeVisible()
      await press('n')
      await office.page.getByRole('button', { name: '用它开始：例会' }).click()
      await expectOn(office.page.getByLabel('会议名称')).toBeVisible()
      await expectOn(rows()).toHaveCount(5)
    })

    it('asks for each thing once, and offers what the office wrote down already', async () => {
      const { page } = office
      await page.getByLabel('会议名称').fill('六月例会')
      await page.getByLabel('日期').fill('2026年6月5日')
      await page.getByLabel('几点开始').fill('下午2点半')
      await page.getByRole('button', { name: '主办单位：用“溪口镇人民政府”' }).click()
      await page.getByRole('button', { name: '主持：周明德' }).click()
      await isSaved()
      expect(await recordOf(idHere())).toMatchObject({
        title: '六月例会',
        on: '2026-06-05',
        startsAt: '14:30',
        office: '溪口镇人民政府',
        people: [{ name: '周明德', part: 'host' }],
      })
      await expectOn(rows().first()).toContainText('14:30')
    })

    it('says calmly by how much it runs over, and shares the plan out', async () => {
      const minutes = rows()
        .first()
        .getByRole('textbox', { name: /：分钟$/ })
      await minutes.fill('35')
      await expectOn(office.main().getByText('比计划多 26 分钟')).toBeVisible()
      await expectOn(rows().nth(1)).toContainText('15:05')
      await office.button('按计划分').click()
      await expectOn(office.main().getByText('比计划多')).toHaveCount(0)
      await isSaved()
      const { parts, minutesPlanned } = await recordOf(idHere())
      expect(parts.reduce((sum, part) => sum + part.minutes, 0)).toBe(minutesPlanned)
      await press('Control+z')
      await expectOn(minutes).toHaveValue('35')
    })

    it('a story that is chosen goes where one is waited for', async () => {
      await words('讲一个故事').click()
      await office.button('去找故事').click()
      await office.page.getByLabel('检索条文、故事、指南').fill('公示')
      const take = office
        .main()
        .getByRole('button', { name: /^加入：/ })
        .first()
      await expectOn(take).toBeVisible()
      await press('ArrowDown')
      await expectOn(take).toBeFocused()
      await press('Enter')
      await expectOn(office.page.getByText(/放进了第 3 项/)).toBeVisible()
      await isSaved()
      const story = (await recordOf(idHere())).parts[2] as Extract<MeetingPart, { type: 'story' }>
      expect(story.title).toBe('讲一个故事')
      expect(story.story?.sections.length).toBeGreaterThan(1)
    })

    it('a section that is not told is left out, and comes back to its place', async () => {
      await office.main().getByRole('button', { name: '这一项', exact: true }).click()
      const before = ((await recordOf(idHere())).parts[2] as Extract<MeetingPart, { type: 'story' }>).story?.sections
      await office
        .main()
        .getByRole('button', { name: `去掉：${before?.[0]?.heading}`, exact: true })
        .click()
      await isSaved()
      expect(await recordOf(idHere())).not.toMatchObject({ parts: { 2: { story: { sections: before } } } })
      await office.button('放回去掉的段落').click()
      await expect
        .poll(() => recordOf(idHere()), patient)
        .toMatchObject({ parts: { 2: { story: { sections: before } } } })
    })
  })

  describe('the order of the parts', () => {
    it('changes with the mouse', async () => {
      await fresh('study')
      await drag(words('为什么学这个'), rows().nth(2), 0.8)
      await expectOn(rows().nth(2)).toContainText('为什么学这个')
      await isSaved()
      expect((await titles()).slice(0, 3)).toEqual(['读原文', '看案例', '为什么学这个'])
    })

    it('changes with the keyboard, told in words', async () => {
      await rows().nth(2).getByRole('button', { name: '挪动：为什么学这个' }).focus()
      await press('Space')
      const told = office.page.locator('[id^="DndLiveRegion"]')
      await expectOn(told).toHaveText('拿起了“为什么学这个”，它是第 3 项，共 6 项。')
      await press('ArrowUp')
      await expectOn(told).toHaveText('“为什么学这个”移到第 2 项。')
      await press('Space')
      await expectOn(rows().nth(1)).toContainText('为什么学这个')
      await words('为什么学这个').focus()
      await press('Alt+Shift+ArrowUp')
      await expectOn(office.page.getByText('“为什么学这个”现在是第 1 项，共 6 项。')).toBeVisible()
      await isSaved()
      expect((await titles())[0]).toBe('为什么学这个')
    })

    it('something found is dragged in to where it belongs', async () => {
      await office.button('加内容').click()
      await office.page.getByLabel('检索条文、故事、指南').fill('检查水源地')
      const entry = office
        .main()
        .getByRole('list', { name: '加内容' })
        .getByRole('listitem')
        .filter({ hasText: '第二条' })
      await expectOn(entry.first()).toBeVisible()
      await drag(entry.first(), rows().nth(1), 0.1)
      await expectOn(rows().nth(1)).toContainText('饮水管护办法')
      await expectOn(rows().nth(1)).toContainText('现行')
      await expectOn(office.page.getByText(/加到了第 2 项/).first()).toBeVisible()
      await expectOn(entry.first()).toContainText('已在会议里')
    })

    it('several are chosen, copied and deleted together, and deleting is undone', async () => {
      await words('为什么学这个').click()
      await words('读原文').click({ modifiers: ['Shift'] })
      await office.button('复制').click()
      await expectOn(rows()).toHaveCount(10)
      await press('Control+z')
      await expectOn(rows()).toHaveCount(7)
      await words('看案例').click()
      await words('回去做什么').click({ modifiers: ['Control'] })
      await expectOn(office.main().getByText('选中 2 项', { exact: true })).toBeVisible()
      await office.button('删除').click()
      await expectOn(rows()).toHaveCount(5)
      await office.button('撤销').last().click()
      await expectOn(rows()).toHaveCount(7)
      await isSaved()
      expect((await titles()).at(-1)).toBe('回去做什么')
    })

    it('a link from another window is taken in where it is dropped', async () => {
      const itemId = (await recordOf(idHere())).parts[1]?.cites[0]?.itemId
      const transfer = await office.page.evaluateHandle((id) => {
        const data = new DataTransfer()
        data.setData('text/uri-list', `${location.origin}/item/${id}#第三条`)
        return data
      }, itemId)
      for (const type of ['dragover', 'drop']) await rows().last().dispatchEvent(type, { dataTransfer: transfer })
      await expectOn(rows()).toHaveCount(8)
      await expectOn(rows().filter({ hasText: '第三条' })).toHaveCount(1)
    })
  })

  describe('when a text it cites is changed', () => {
    it('the meeting says so, with the old words and the new', async () => {
      await isSaved()
      await bringIn(waterRules['newer.md'])
      await office.page.reload()
      await office.main().getByRole('button', { name: '看一看' }).click()
      const changes = office.main().getByRole('region', { name: '这里有更新' })
      await expectOn(changes.locator('mark[data-mark=removed]').first()).toContainText('每月')
      await expectOn(changes.locator('mark[data-mark=added]').first()).toContainText('每周')
    })

    it('is brought up to date, and undone', async () => {
      const text = async () =>
        (await recordOf(idHere())).parts.flatMap(({ cites }) => cites).find(({ provision }) => provision === '第二条')
          ?.text
      await office
        .main()
        .getByRole('button', { name: /^更新：/ })
        .first()
        .click()
      await expectOn(office.page.getByText('更新了 1 处。')).toBeVisible()
      expect(await text()).toContain('每周检查水源地两次')
      await office.button('撤销').last().click()
      await isSaved()
      await expect.poll(text, patient).toContain('每月检查水源地一次')
    })

    it('is left as it was, when somebody decides so', async () => {
      await office
        .main()
        .getByRole('button', { name: /^留着不动：/ })
        .first()
        .click()
      await expectOn(office.main().getByText(/看过、留着不动的（1）/)).toBeVisible()
    })
  })

  describe('what leaves it', () => {
    it('slides as .pptx, as many as are shown', async () => {
      await office.button('拿出去').click()
      const deck = await office.ask<Deck>('GET', `/api/materials/${idHere()}/deck`)
      await expectOn(office.main().getByText(`${deck.slides.length} 张`, { exact: true })).toBeVisible()
      const file = await office.saved(() => office.button('存为 .pptx').click())
      expect(file.suggestedFilename()).toMatch(/\.pptx$/)
      const parts = await readDocx(readFileSync(await file.path()))
      expect([...parts.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(
        deck.slides.length,
      )
    })

    it('papers by their names', async () => {
      const file = await office.saved(() => office.button('讲稿：.docx').click())
      expect(path.extname(file.suggestedFilename())).toBe('.docx')
      const parts = await readDocx(readFileSync(await file.path()))
      expect(parts.get('word/document.xml')?.toString('utf8')).toContain('为什么学这个')
    })

    it('another look shows at once', async () => {
      await office.page.getByRole('radio', { name: '庆典红' }).check()
      await isSaved()
      expect((await recordOf(idHere())).theme).toBe('festive')
    })

    it('the whole meeting as one file, which is opened elsewhere and taken in', async () => {
      const file = await office.saved(() => office.button('存成一个文件').click())
      const title = (await recordOf(idHere())).title
      const before = (await meetings()).length
      await office.go('/meetings')
      await office.page.locator('#main input[type=file]').setInputFiles(await file.path())
      const bundle = office.main().getByRole('region', { name: title })
      await expectOn(bundle).toContainText('本机已有它以前的一份')
      await bundle.getByRole('button', { name: '另存一份' }).click()
      await expectOn(rows()).toHaveCount(8)
      expect(await meetings()).toHaveLength(before + 1)
    })

    it('and it is presented from here', async () => {
      await office.main().getByRole('link', { name: '放映', exact: true }).click()
      await office.page.waitForURL(/\/present\//)
      expect(new URL(office.page.url()).pathname).toMatch(/^\/present\//)
    })
  })

  describe('a very long meeting', () => {
    it('lays out what is near the screen only, and goes to its end at once', async () => {
      const parts = Array.from({ length: 200 }, (_, at) => ({
        id: `p${at}`,
        type: 'discussion',
        title: `第${at + 1}题`,
      }))
      const record = { type: 'meeting', format: 1, title: '二百题', parts }
      const { id } = await office.ask<MaterialView>('POST', '/api/materials', { record })
      await office.go(`/meetings/${id}`)
      await expectOn(rows().first()).toBeVisible({ timeout: 15_000 })
      expect(await rows().count()).toBeLessThan(40)
      await words('第1题').focus()
      await press('End')
      await expectOn(words('第200题')).toBeFocused()
      await press('Enter')
      await office.page.getByLabel('名称', { exact: true }).fill('最后一题')
      await expectOn(words('最后一题')).toBeVisible()
      await isSaved()
      expect((await titles()).at(-1)).toBe('最后一题')
    })

    it('a picture dropped on a part is received by it', async () => {
      const picture = await stripedPicture()
      const transfer = await office.page.evaluateHandle((base64) => {
        const data = new DataTransfer()
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        data.items.add(new File([bytes], '会场.jpg', { type: 'image/jpeg' }))
        return data
      }, picture.toString('base64'))
      for (const type of ['dragover', 'drop']) await words('最后一题').dispatchEvent(type, { dataTransfer: transfer })
      await expectOn(office.page.getByText('收下了 1 张图片，放在“最后一题”里。')).toBeVisible()
      await isSaved()
      expect((await recordOf(idHere())).parts.at(-1)?.pictures.map(({ name }) => name)).toEqual(['会场.jpg'])
    })
  })

  it('a window with more unsaved than it could send while closing asks to stay until it is saved', async () => {
    const parts = [1, 2, 3].map((n) => ({
      id: `p${n}`,
      type: 'discussion',
      title: `议题${n}`,
      notes: '讲'.repeat(9_000),
    }))
    const record = { type: 'meeting', format: 1, title: '讲稿很长的会', parts }
    const { id } = await office.ask<MaterialView>('POST', '/api/materials', { record })
    await office.go(`/meetings/${id}`)
    await words('议题1').click()
    // The machine is slow to save just now.
    const saving: Route[] = []
    let isSlow = true
    const address = `**/api/materials/${id}`
    await office.page.route(address, (route) =>
      isSlow && route.request().method() === 'PUT' ? void saving.push(route) : route.continue(),
    )
    await office.page.getByLabel('名称', { exact: true }).fill('关窗以前写的')
    const [asked] = await Promise.all([
      office.page.waitForEvent('dialog'),
      office.page.close({ runBeforeUnload: true }),
    ])
    expect(asked.type()).toBe('beforeunload')
    await asked.dismiss()
    await expect.poll(() => saving.length, patient).toBe(1)
    isSlow = false
    await saving[0]?.continue()
    await isSaved()
    await office.page.unroute(address)
    expect(await titles()).toEqual(['关窗以前写的', '议题2', '议题3'])
  })

  describe('a ready meeting', () => {
    it('is only shown, and becomes one’s own to be changed', async () => {
      const { materials } = await office.ask<MaterialPage>(
        'GET',
        '/api/materials?type=meeting&own=false&limit=20&offset=0',
      )
      const ready = materials.find(({ own }) => !own)
      await office.go(`/meetings/${ready?.id}`)
      await expectOn(rows().first()).toBeVisible({ timeout: 15_000 })
      await expectOn(office.main().getByRole('button', { name: /^挪动：/ })).toHaveCount(0)
      await office.button('改成自己的').click()
      await expectOn(
        office
          .main()
          .getByRole('button', { name: /^挪动：/ })
          .first(),
      ).toBeVisible()
      expect(idHere()).not.toBe(ready?.id)
      expect((await recordOf(idHere())).parts.length).toBe(ready?.parts)
    })

    it('what another window saved meanwhile is not overwritten unasked', async () => {
      const { record, recordSha256 } = await office.ask<MaterialView>('GET', `/api/materials/${idHere()}`)
      await office.ask('PUT', `/api/materials/${idHere()}`, {
        record: { ...record, title: '别处改过的名字' },
        read: recordSha256,
      })
      await words((record as MeetingRecord).parts[0]?.title ?? '').click()
      await office.page.getByLabel('名称', { exact: true }).fill('这里改过的开场')
      await expectOn(office.main().getByRole('alert')).toContainText('在另一个窗口里改过')
      await office.button('用那边的').click()
      await expectOn(office.main().getByRole('heading', { level: 1 })).toHaveText('别处改过的名字')
    })
  })
})
