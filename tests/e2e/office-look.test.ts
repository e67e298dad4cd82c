import { expect as expectOn } from 'playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dropOn, profile, townsperson } from './office-town.ts'
import { type Office, openOffice, plainDocx } from './open-office.ts'

/** Large letters try the width of every page; colours and a wide window concern what they are made of. */
const looks = [
  {
    theme: 'light',
    textSize: 'large',
    width: 1280,
    height: 800,
    pages: ['the unit profile', 'the book', 'own documents', 'a checked document', 'ledgers'],
  },
  { theme: 'dark', textSize: 'standard', width: 1280, height: 800, pages: ['a checked document', 'ledgers'] },
  { theme: 'light', textSize: 'standard', width: 1920, height: 1080, pages: ['the unit profile', 'the book'] },
] as const

describe('the office’s pages, as they look', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice()
    // Some people and a few documents.
    await office.ask('PUT', '/api/unit', profile)
    for (let at = 0; at < 40; at += 1) {
      const { name, id, village, group, phone } = townsperson(at)
      const values = { 'person.name': name, 'person.residentId': id, 'person.phone': phone }
      const place = { 'village.name': village, 'village.group': group }
      await office.ask('POST', '/api/book', { kind: 'person', values: { ...values, ...place } })
    }
    for (const title of ['会议通知', '居住情况证明']) {
      const { itemId } = await office.templateOf(title)
      await office.ask('POST', '/api/forms', { templateId: itemId })
    }
  })
  afterAll(() => office?.close())

  describe.each(looks)('as it looks: $theme, $textSize, $width wide', ({ theme, textSize, width, height, pages }) => {
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
          .filter((element) => element.getBoundingClientRect().right > edge + 1)
          .map((element) => element.outerHTML.slice(0, 120))
      })
      expect(overflowing).toEqual([])
    }

    const looked: Record<(typeof looks)[number]['pages'][number], () => Promise<void>> = {
      'the unit profile': async () => {
        await office.go('/office/unit')
        await expectOn(office.page.getByLabel('第 12 行，村（社区）')).toBeVisible()
      },
      'the book': async () => {
        await office.go('/office/book')
        await office.main().getByRole('option').nth(1).click()
        await expectOn(office.main().getByText('显示更多项目')).toBeVisible()
      },
      'own documents': async () => {
        await office.go('/templates/mine')
        await expectOn(office.main().getByRole('list', { name: '文书' })).toBeVisible()
      },
      'a checked document': async () => {
        await office.go('/templates/check')
        const left = await plainDocx('关于开展核查的通知', '由余杭区瓶窑镇{责任人}负责。', '2019年3月1日')
        await dropOn(office.page, [{ name: '通知.docx', content: left }])
        await expectOn(office.main().getByRole('heading', { name: /^必须改/ })).toBeVisible()
      },
      ledgers: async () => {
        await office.go('/templates/ledgers')
        for (const phone of ['111', '222'])
          await office.dropSheet(`${phone}.xlsx`, [
            ['姓名', '电话'],
            ['张三', phone],
          ])
        await expectOn(office.main().getByRole('heading', { name: /^内容不同的地方/ })).toBeVisible()
      },
    }

    it.each(pages)('%s', async (name) => {
      await looked[name]()
      await isFit()
    })
  })

  it('says all of it in English too', async () => {
    await office.dress({ language: 'en' })
    for (const place of ['/office/unit', '/office/book', '/templates/mine', '/templates/check', '/templates/ledgers']) {
      await office.go(place)
      await expectOn(office.main().getByRole('navigation', { name: 'Documents' })).toBeVisible()
      await expectOn(office.main().getByRole('heading', { level: 1 })).toHaveText(/^[A-Z][a-z ]+$/)
    }
  })
})
