import { expect as expectOn } from 'playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MaterialPage, MaterialView } from '../../library/meetings/materials/material-view.ts'
import { axeViolations } from './axe-violations.ts'
import { beyondEdge } from './beyond-edge.ts'
import { dropOn } from './office-town.ts'
import { type Office, openOffice } from './open-office.ts'
import { isSaved, stripedPicture } from './stories-office.ts'

const looks = [
  { theme: 'light', textSize: 'large', width: 1280, height: 800, language: 'zh-CN' },
  { theme: 'dark', textSize: 'standard', width: 1280, height: 800, language: 'zh-CN' },
  { theme: 'light', textSize: 'standard', width: 1920, height: 1080, language: 'en' },
] as const

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

  describe.each(looks)('$theme, $textSize, $width wide, $language', ({ theme, textSize, width, height, language }) => {
    beforeAll(async () => {
      await office.dress({ theme, textSize, language })
      await office.page.setViewportSize({ width, height })
    })

    const isFit = async () => {
      await expectOn(office.page.locator('html')).toHaveAttribute('data-theme', theme)
      await office.readsWell()
      expect(await beyondEdge(office.page, '.visually-hidden, dialog:not([open]), [data-scrolls]')).toEqual([])
    }

    it('the lists', async () => {
      for (const place of ['/drills', '/guides']) {
        await office.go(place)
        await expectOn(office.main().getByRole('listitem').first()).toBeVisible()
        await isFit()
      }
    })

    it('a drill on the desk, its map and what it lacks', async () => {
      await office.go(`/drills/${drill}`)
      await expectOn(office.main().getByRole('group', { name: /各个场面怎么接|lead to one another/ })).toBeVisible()
      await isFit()
    })

    it('a ready drill as a script', async () => {
      await office.go(`/drills/${ready}`)
      await expectOn(office.main().getByRole('article')).toBeVisible()
      await isFit()
    })

    it('a guide on the desk, with its marks', async () => {
      await office.go(`/guides/${guide}`)
      await expectOn(office.main().locator('[data-mark]')).toHaveCount(4)
      await office.main().locator('[data-mark]').first().focus()
      await isFit()
    })

    it('a guide as it is read: beginning, step and end', async () => {
      for (const step of ['0', '1', '2']) {
        await office.go(`/guides/${guide}?step=${step}`)
        if (step === '1') await expectOn(office.main().getByRole('img')).toBeVisible()
        await isFit()
      }
    })
  })

  it('the dialogs', async () => {
    await office.dress({ theme: 'light', textSize: 'standard', language: 'zh-CN' })
    await office.go('/drills')
    await office.button('从故事做一个').click()
    await expectOn(office.page.getByRole('dialog').getByRole('button', { name: /^用它/ }).first()).toBeVisible()
    expect(await axeViolations(office.page)).toEqual([])
    await office.go(`/drills/${drill}`)
    await office.button('打印').click()
    await expectOn(office.page.getByRole('dialog').getByRole('heading', { name: '角色卡' })).toBeVisible()
    expect(await axeViolations(office.page)).toEqual([])
  })

  it('role cards, drill sheet and guide are saved as documents', async () => {
    const dialog = office.page.getByRole('dialog')
    const drillSheet = await office.saved(() => dialog.getByRole('button', { name: '演练单：存成 Word' }).click())
    expect(drillSheet.suggestedFilename()).toMatch(/（演练单）\.docx$/)
    const cards = await office.saved(() => dialog.getByRole('button', { name: '角色卡：存成 Word' }).click())
    expect(cards.suggestedFilename()).toMatch(/（角色卡）\.docx$/)
    await office.go(`/guides/${guide}`)
    await office.button('打印').click()
    const paper = await office.saved(() => dialog.getByRole('button', { name: '操作指南：存成 Word' }).click())
    expect(paper.suggestedFilename()).toBe('打印证明（操作指南）.docx')
  })
})
