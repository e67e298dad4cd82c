import { expect as expectOn } from 'playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MaterialPage, MaterialView } from '../../library/meetings/materials/material-view.ts'
import type { Settings } from '../../library/settings/settings.schema.ts'
import { axeViolations } from './axe-violations.ts'
import { beyondEdge } from './beyond-edge.ts'
import { dropOn } from './office-town.ts'
import { type Office, openOffice } from './open-office.ts'
import { isSaved, stripedPicture } from './stories-office.ts'

type Page = 'drills' | 'guides' | 'drill' | 'script' | 'marks' | 'beginning' | 'step' | 'end'

// A page is judged in one look, which stands for the others; all of them fit in large type.
const looks: readonly (Pick<Settings, 'theme' | 'textSize' | 'language'> & {
  readonly width: number
  readonly height: number
  readonly judged: readonly Page[]
  readonly fit: readonly Page[]
})[] = [
  {
    theme: 'light',
    textSize: 'large',
    width: 1280,
    height: 800,
    language: 'zh-CN',
    judged: ['drills', 'marks', 'step'],
    fit: ['guides', 'drill', 'script', 'beginning', 'end'],
  },
  {
    theme: 'dark',
    textSize: 'standard',
    width: 1280,
    height: 800,
    language: 'zh-CN',
    judged: ['drill', 'script', 'beginning'],
    fit: [],
  },
  {
    theme: 'light',
    textSize: 'standard',
    width: 1920,
    height: 1080,
    language: 'en',
    judged: ['guides', 'end'],
    fit: ['drill', 'step'],
  },
]

describe('drills and step-by-step guides, as they look', () => {
  let office: Office
  let drill: string
  let ready: string
  let guide: string
  beforeAll(async () => {
    office = await openOffice()
    const first = async (type: string) => {
      const page = await office.ask<MaterialPage>('GET', `/api/materials?type=${type}&own=false&limit=9&offset=0`)
      return page.materials[0]?.id ?? ''
    }
    ready = await first('drill')
    const copy = await office.ask<MaterialView>('GET', `/api/materials/${ready}`)
    if (copy.record.type !== 'drill') throw new Error('The first drill is none')
    // As many scenes as show everything; examining them takes its time.
    const turns = copy.record.turns.slice(0, 2)
    const record = { ...copy.record, turns, roles: copy.record.roles.slice(0, 1) }
    ;({ id: drill } = await office.ask<MaterialView>('POST', '/api/materials', { record }))
    ;({ id: guide } = await office.ask<MaterialView>('POST', '/api/materials', { type: 'guide', title: '打印证明' }))
    await office.go(`/guides/${guide}`)
    await expectOn(office.main().getByLabel('名称')).toHaveValue('打印证明')
    await dropOn(office.page, [{ name: '首页.jpg', content: await stripedPicture() }])
    await office.main().getByLabel('第 1 步做什么').fill('点“我要办”，再选“社保”')
    for (const name of ['编号', '方框', '圆圈', '箭头']) {
      await office.main().getByRole('button', { name, exact: true }).focus()
      await office.page.keyboard.press('Enter')
    }
    await office.main().getByLabel('编号 1标的是什么').fill('我要办')
    await isSaved(office)
  })
  afterAll(() => office?.close())

  const open: Record<Page, () => Promise<void>> = {
    drills: async () => {
      await office.go('/drills')
      await expectOn(office.main().getByRole('listitem').first()).toBeVisible()
    },
    guides: async () => {
      await office.go('/guides')
      await expectOn(office.main().getByRole('listitem').first()).toBeVisible()
    },
    drill: async () => {
      await office.go(`/drills/${drill}`)
      await expectOn(office.main().getByRole('group', { name: /各个场面怎么接|lead to one another/ })).toBeVisible()
    },
    script: async () => {
      await office.go(`/drills/${ready}`)
      await expectOn(office.main().getByRole('article')).toBeVisible()
    },
    marks: async () => {
      await office.go(`/guides/${guide}`)
      await expectOn(office.main().locator('[data-mark]')).toHaveCount(4)
      await office.main().locator('[data-mark]').first().focus()
    },
    beginning: () => office.go(`/guides/${guide}?step=0`),
    step: async () => {
      await office.go(`/guides/${guide}?step=1`)
      await expectOn(office.main().getByRole('img')).toBeVisible()
    },
    end: () => office.go(`/guides/${guide}?step=2`),
  }

  describe.each(looks)(
    '$theme, $textSize, $width wide, $language',
    ({ theme, width, height, judged, fit, ...look }) => {
      beforeAll(async () => {
        await office.dress({ theme, ...look })
        await office.page.setViewportSize({ width, height })
      })

      it.each([...judged, ...fit])('%s', async (page) => {
        await open[page]()
        await expectOn(office.page.locator('html')).toHaveAttribute('data-theme', theme)
        await expectOn(office.main().getByRole('heading', { level: 1 })).toBeVisible()
        if (judged.includes(page)) await office.readsWell()
        expect(await beyondEdge(office.page, '.visually-hidden, dialog:not([open]), [data-scrolls]')).toEqual([])
      })
    },
  )

  it('the dialogs', async () => {
    await office.dress({ theme: 'light', textSize: 'standard', language: 'zh-CN' })
    await office.go('/drills')
    await office.button('从故事做一个').click()
    await expectOn(office.page.getByRole('dialog').getByRole('button', { name: /^用它/ }).first()).toBeVisible()
    expect(await axeViolations(office.page, 'dialog[open]')).toEqual([])
    await office.go(`/drills/${drill}`)
    await office.button('打印').click()
    await expectOn(office.page.getByRole('dialog').getByRole('heading', { name: '角色卡' })).toBeVisible()
    expect(await axeViolations(office.page, 'dialog[open]')).toEqual([])
  })

  it('role cards, drill sheet and guide are saved as documents', async () => {
    const dialog = office.page.getByRole('dialog')
    const drillSheet = await office.saved(() => dialog.getByRole('button', { name: '演练单：存成 Word' }).click())
    expect(drillSheet.suggestedFilename()).toMatch(/-演练单\.docx$/)
    const cards = await office.saved(() => dialog.getByRole('button', { name: '角色卡：存成 Word' }).click())
    expect(cards.suggestedFilename()).toMatch(/-角色卡\.docx$/)
    await office.go(`/guides/${guide}`)
    await office.button('打印').click()
    const paper = await office.saved(() => dialog.getByRole('button', { name: '操作指南：存成 Word' }).click())
    expect(paper.suggestedFilename()).toBe('打印证明-操作指南.docx')
  })
})
