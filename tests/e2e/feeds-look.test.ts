import { expect as expectOn } from 'playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FeedView } from '../../library/feeds/feed-view.ts'
import type { StoryPage } from '../../library/stories/story-view.ts'
import { axeViolations } from './axe-violations.ts'
import { beyondEdge } from './beyond-edge.ts'
import { type Office, openOffice } from './open-office.ts'

/** Large type is where most can go wrong; the dark is about colours, a wide window about where things end. */
const looks = [
  { theme: 'light', textSize: 'large', width: 1280, height: 800, rules: true },
  { theme: 'dark', textSize: 'standard', width: 1280, height: 800, rules: true },
  { theme: 'light', textSize: 'standard', width: 1920, height: 1080, rules: false },
] as const
const parts = {
  issue: '出第 2 期',
  definition: '想要的比例',
  entries: '第 1 期',
  site: '写出网站',
  papers: '公告栏海报',
}

describe('the columns desk, as it looks', () => {
  let office: Office
  let feedId = ''
  beforeAll(async () => {
    office = await openOffice()
    const [ready] = await office.ask<{ definition: object }[]>('GET', '/api/feeds/ready')
    const feed = await office.ask<FeedView>('POST', '/api/feeds', ready?.definition)
    feedId = feed.id
    await office.ask('POST', `/api/feeds/${feedId}/issues`, {})
    const { stories } = await office.ask<StoryPage>('GET', '/api/stories?state=published&limit=12&offset=0')
    const responses = stories.map(({ id }, at) => ({
      storyId: id,
      feedId,
      givenOn: `2026-${String(6 + (at % 5)).padStart(2, '0')}-11`,
      useful: (['yes', 'partly', 'no'] as const)[at % 3],
      type: (['opinion', 'question', 'suggestion'] as const)[at % 3],
      text: `第${at}张：单子写得清楚，车费谁出没有说`,
    }))
    await office.ask('POST', '/api/story-responses', { responses })
  })
  afterAll(() => office?.close())

  describe.each(looks)('as it looks: $theme, $textSize, $width wide', ({ theme, textSize, width, height, rules }) => {
    beforeAll(async () => {
      await office.dress({ theme, textSize })
      await office.page.setViewportSize({ width, height })
    })

    const isFit = async () => {
      await expectOn(office.page.locator('html')).toHaveAttribute('data-theme', theme)
      if (rules) await office.readsWell()
      expect(await beyondEdge(office.page, '.visually-hidden, details:not([open])')).toEqual([])
    }

    it('the columns', async () => {
      await office.go('/feeds')
      await expectOn(office.main().getByRole('list', { name: '专栏' })).toBeVisible()
      await office.main().getByText('新建专栏').click()
      await expectOn(office.main().getByText('给村民公开栏的')).toBeVisible()
      await isFit()
    })

    const shown = Object.entries(parts).slice(0, theme === 'dark' ? 2 : undefined)
    it.each(shown)('a column’s part %s', async (part, heading) => {
      await office.go(`/feeds/${feedId}?part=${part}`)
      await expectOn(office.main().getByRole('heading', { name: heading }).first()).toBeVisible()
      await isFit()
    })

    it('the balance, its pictures drawn in the page’s own colours', async () => {
      await office.go('/feeds/balance')
      const picture = office.main().getByRole('img', { name: /^按主题的占比/ })
      await expectOn(picture.locator('svg')).toBeVisible()
      const { drawn, accent } = await picture.evaluate((element) => ({
        drawn: [...element.querySelectorAll('path')].map((path) => path.getAttribute('fill')),
        accent: getComputedStyle(document.documentElement).getPropertyValue('--accent').trim(),
      }))
      expect(drawn).toContain(accent)
      await isFit()
    })

    it('what came back', async () => {
      await office.go('/feeds/responses')
      await expectOn(office.main().getByRole('heading', { name: '一共 12 份' })).toBeVisible()
      await isFit()
      if (theme === 'dark') return
      await office.go('/feeds/responses?part=cards')
      await expectOn(office.main().getByRole('combobox', { name: '故事' })).toBeVisible()
      await isFit()
    })

    it('the slideshow and reading with large pictures', async () => {
      for (const place of ['/show', '/show?story=gushi-canji-butie-shangmen']) {
        await office.go(place)
        const shown = office.page.getByRole('dialog')
        await expectOn(shown.getByRole('heading').first()).toBeVisible()
        const wide = await shown.evaluate((element) => element.scrollWidth > element.clientWidth)
        expect(wide).toBe(false)
        await office.page.keyboard.press('Space')
        if (rules) expect(await axeViolations(office.page)).toEqual([])
      }
    })
  })

  it('tells the balance in the order of the vocabulary, in a table beside the picture', async () => {
    await office.go('/feeds/balance')
    const { themes } = await office.ask<{ themes: string[] }>('GET', '/api/stories/vocabulary')
    await expectOn(office.main().getByRole('table', { name: '按主题' })).toBeVisible()
    const told = await office.main().getByRole('table', { name: '按主题' }).getByRole('rowheader').allTextContents()
    expect(told).toEqual(themes.filter((theme) => told.includes(theme)))
    expect(told.length).toBeGreaterThan(3)
    await office
      .main()
      .getByText(/^近来没有讲到的/)
      .first()
      .click()
    await expectOn(
      office
        .main()
        .getByRole('link', { name: /^讲一个“/ })
        .first(),
    ).toBeVisible()
  })

  it('says all of it in English too', async () => {
    await office.dress({ language: 'en', theme: 'light', textSize: 'standard' })
    for (const place of ['/feeds', '/feeds/balance', '/feeds/responses', `/feeds/${feedId}?part=site`]) {
      await office.go(place)
      await expectOn(office.main().getByRole('navigation', { name: 'Columns' })).toBeVisible()
    }
    await office.go('/feeds/balance')
    await expectOn(office.main().getByRole('heading', { level: 1 })).toHaveText('Who is told about, and who is not yet')
    await office.go('/show')
    await expectOn(office.page.getByRole('button', { name: 'Pause' })).toBeVisible()
  })

  it('made no script or style complain', () => {
    expect(office.window.complaints).toEqual([])
  })
})
