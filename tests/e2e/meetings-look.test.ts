import { expect as expectOn } from 'playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MaterialPage, MaterialView } from '../../library/meetings/materials/material-view.ts'
import { axeViolations } from './axe-violations.ts'
import { beyondEdge } from './beyond-edge.ts'
import { profile } from './office-town.ts'
import { type Office, openOffice } from './open-office.ts'

// What is judged in one look is the same in the other: each page is judged once, and all of them fit in large type.
const looks = [
  { theme: 'light', textSize: 'standard', judged: ['none', 'changes', 'responses'], fit: [] },
  { theme: 'dark', textSize: 'large', judged: ['facts', 'add', 'out'], fit: ['none', 'responses'] },
] as const
const BESIDE = 'section[aria-label="这一项"]'

describe('the meetings desk, as it looks', () => {
  let office: Office
  let ready = ''
  let own = ''
  beforeAll(async () => {
    office = await openOffice()
    await office.ask('PUT', '/api/unit', profile)
    const { materials } = await office.ask<MaterialPage>('GET', '/api/materials?type=meeting&limit=20&offset=0')
    const [first] = materials.toSorted((a, b) => b.parts - a.parts)
    ready = first?.id ?? ''
    own = (await office.ask<MaterialView>('POST', '/api/materials', { from: ready })).id
  })
  afterAll(() => office?.close())

  const rows = () => office.page.locator('[data-outline] [data-part]')

  describe.each(looks)('$theme, $textSize', ({ theme, textSize, judged, fit }) => {
    beforeAll(() => office.dress({ theme, textSize }))

    const isFit = async () => {
      await expectOn(office.page.locator('html')).toHaveAttribute('data-theme', theme)
      await expectOn(office.main().getByRole('heading', { level: 1 })).toBeVisible()
      expect(await beyondEdge(office.page, '.visually-hidden, details:not([open]), [inert], svg')).toEqual([])
      const wide = await office.page.evaluate(() => {
        const main = document.getElementById('main')
        return (main?.scrollWidth ?? 0) - (main?.clientWidth ?? 0)
      })
      expect(wide).toBeLessThanOrEqual(0)
    }

    const isGood = async () => {
      await isFit()
      expect(await axeViolations(office.page)).toEqual([])
    }

    if (theme === 'dark')
      it('the list, and the kinds to begin with', async () => {
        await office.go('/meetings')
        await expectOn(office.main().getByRole('link', { name: /培训/ }).first()).toBeVisible()
        await isGood()
        await office
          .main()
          .getByRole('button', { name: /^新建会议/ })
          .click()
        await expectOn(office.page.getByRole('button', { name: '用它开始：现场会' })).toBeVisible()
        await isGood()
      })

    if (theme === 'light')
      it('a ready meeting', async () => {
        await office.go(`/meetings/${ready}?side=part`)
        await expectOn(office.main().getByText('只能看')).toBeVisible()
        await isGood()
      })

    it.each([...judged, ...fit])('the outline beside %s', async (side) => {
      await office.go(`/meetings/${own}?side=${side}`)
      await expectOn(office.main().getByRole('heading', { level: 1 })).toBeVisible()
      if (side === 'none') await expectOn(rows().first()).toBeVisible()
      if (side === 'add') {
        await office.page.getByLabel('检索条文、故事、指南').fill('宅基地')
        await expectOn(
          office
            .main()
            .getByRole('button', { name: /^加入：/ })
            .first(),
        ).toBeVisible()
      }
      if (side === 'out') {
        await expectOn(
          office.main().getByRole('list', { name: '幻灯片预览' }).getByRole('listitem').first(),
        ).toBeVisible({ timeout: 20_000 })
      }
      await (fit.some((one) => one === side) ? isFit() : isGood())
    })
  })

  it('each kind of part', async () => {
    await office.dress({ theme: 'light', textSize: 'large' })
    const { record } = await office.ask<MaterialView>('GET', `/api/materials/${own}`)
    const parts = record.type === 'meeting' ? record.parts : []
    const kinds = (['reading', 'story', 'scene', 'exercise', 'quiz'] as const).filter((kind) =>
      parts.some(({ type }) => type === kind),
    )
    expect(kinds.length).toBeGreaterThan(3)
    await office.go(`/meetings/${own}?side=part`)
    for (const kind of kinds) {
      const at = parts.findIndex(({ type }) => type === kind)
      await rows().nth(at).locator('[data-cell=title]').focus()
      await office.page.keyboard.press('Enter')
      await expectOn(office.page.getByLabel('名称', { exact: true })).toHaveValue(parts[at]?.title ?? '')
      await expectOn(office.page.getByLabel('名称', { exact: true })).toBeFocused()
      expect(await axeViolations(office.page, BESIDE), kind).toEqual([])
    }
  })

  it('is complete in English', async () => {
    await office.dress({ theme: 'light', textSize: 'standard', language: 'en' })
    for (const side of ['facts', 'out']) {
      await office.go(`/meetings/${own}?side=${side}`)
      await expectOn(office.main().getByRole('button', { name: 'Take out' })).toBeVisible()
      const said = await office.main().locator('button, label, legend, h2, h3').allInnerTexts()
      const chinese = said.filter((words) => /\p{Script=Han}/u.test(words))
      // What the meeting and the office say is theirs; what the desk says is English.
      expect(chinese.filter((words) => /分钟|会议|加入|更新|撤销|放映|拿出去/.test(words) && words.length < 8)).toEqual(
        [],
      )
    }
  })
})
