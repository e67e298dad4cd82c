import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Locator } from 'playwright'
import { expect as expectOn } from 'playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FeedView } from '../../library/feeds/feed-view.ts'
import type { JobView } from '../../library/jobs/job-view.ts'
import type { ShownStory, StoryPage, StorySummary } from '../../library/stories/story-view.ts'
import { type Office, openOffice } from './open-office.ts'
import { stripedPicture } from './stories-office.ts'

/** A starter story that shows provisions of texts that the starter library holds. */
const STORY = 'gushi-nv-chengyuan-mingce'

/** A text of that name with these provisions. */
const lawOf = (...provisions: readonly string[]) =>
  [
    '# 中华人民共和国农村集体经济组织法',
    ...provisions.map((provision) => `${provision}　农村集体经济组织${provision}的内容，成员应当知道，名册应当公开。`),
  ].join('\n\n')

describe('stories in everyday use', () => {
  let office: Office
  let story: ShownStory
  beforeAll(async () => {
    office = await openOffice()
    const folder = mkdtempSync(path.join(os.tmpdir(), 'xinhuo-law-'))
    writeFileSync(path.join(folder, '中华人民共和国农村集体经济组织法.md'), lawOf('第八条', '第十一条', '第十二条'))
    const { id } = await office.ask<JobView>('POST', '/api/imports', { paths: [folder] })
    await expectOn.poll(async () => (await office.ask<JobView>('GET', `/api/jobs/${id}`)).state).toBe('done')
    story = await office.ask<ShownStory>('GET', `/api/stories/shown/${STORY}`)
  })
  afterAll(() => office?.close())

  it('shows one story a day at home, the same all day, and puts it away when asked', async () => {
    const { story: today } = await office.ask<{ story: StorySummary }>('GET', '/api/stories/today')
    await office.go('/')
    const card = office.main().getByRole('region', { name: today.title })
    await expectOn(card.getByText('今天的故事')).toBeVisible()
    await office.readsWell()
    await office.page.reload()
    await expectOn(card).toBeVisible()
    await card.getByRole('button', { name: '今天不看' }).click()
    await expectOn(card).toBeHidden()
    await office.page.evaluate(() => localStorage.setItem('xinhuo.home-story', '2020-01-01'))
    await office.page.reload()
    await card.getByRole('button', { name: '首页不再放故事' }).click()
    await office.button('在首页放一个故事').click()
    await expectOn(card).toBeVisible()
  })

  it('leads from a story to a clause it shows, and from the clause back', async () => {
    const held = story.story.policies.find(({ anchor }) => anchor !== undefined)
    if (!held) throw new Error('the story shows nothing that the library holds')
    await office.go(`/item/${STORY}`)
    await office
      .main()
      .getByText(/^故事里用到的条文/)
      .click()
    await office
      .main()
      .getByRole('link', { name: `《${held.title}》${held.provision ?? ''}` })
      .first()
      .click()
    await expectOn(office.page).toHaveURL(new RegExp(`/item/${held.itemId}`))
    const corner = office.main().getByText(/^用到这一条的故事/)
    await corner.click()
    await office.main().getByRole('link', { name: story.title }).last().click()
    await expectOn(office.page).toHaveURL(new RegExp(`/item/${STORY}`))
  })

  it('lies folded below a policy’s title, and is not there where no story names it', async () => {
    const held = story.story.policies.find(({ itemId }) => itemId !== undefined)
    await office.go(`/item/${held?.itemId}`)
    await expectOn(office.main().getByText(/^用到这份政策的故事/)).toBeVisible()
    await office.readsWell()
    await office.go('/item/zhinan-cunwu-gongkai')
    await expectOn(office.main().getByRole('heading', { level: 1 })).toBeVisible()
    await expectOn(office.main().getByText(/用到这份政策的故事/)).toHaveCount(0)
  })

  it('is read large with V, and Esc goes back to the desk', async () => {
    await office.go(`/item/${STORY}`)
    await expectOn(office.main().getByRole('heading', { level: 1, name: story.title })).toBeVisible()
    await office.page.keyboard.press('v')
    const sheet = office.page.getByRole('dialog', { name: '大图阅读' })
    await expectOn(sheet.getByRole('heading', { level: 1, name: story.title })).toBeVisible()
    await expectOn(sheet).toBeFocused()
    await office.page.keyboard.press('Escape')
    await expectOn(office.page).toHaveURL(new RegExp(`/item/${STORY}`))
    await expectOn(office.main().getByRole('heading', { level: 1, name: story.title })).toBeVisible()
  })

  it('is shown in the hall: slowly by itself, and by the keyboard alone', async () => {
    await office.go('/show')
    const show = office.page.getByRole('dialog', { name: '故事放映' })
    const slide = show.locator('[data-slide]')
    await expectOn(slide).toHaveAttribute('data-slide', '0')
    await office.page.keyboard.press('Space')
    await expectOn(show.getByRole('button', { name: '继续放' })).toBeVisible()
    await office.page.keyboard.press('ArrowRight')
    await office.page.keyboard.press('ArrowRight')
    await expectOn(slide).toHaveAttribute('data-slide', '2')
    await office.page.keyboard.press('ArrowLeft')
    await expectOn(slide).toHaveAttribute('data-slide', '1')
    // Stories come one by one, and what was the last slide may not be it any more.
    await expectOn(async () => {
      await office.page.keyboard.press('End')
      await office.page.keyboard.press('ArrowRight')
      await expectOn(slide).toHaveAttribute('data-slide', '0', { timeout: 500 })
    }).toPass({ timeout: 10_000 })
    await office.page.keyboard.press('f')
    await expectOn
      .poll(() => office.page.evaluate(() => document.fullscreenElement?.getAttribute('role')))
      .toBe('dialog')
    await office.page.keyboard.press('f')
    await expectOn.poll(() => office.page.evaluate(() => document.fullscreenElement)).toBeNull()
    await office.page.keyboard.press('Escape')
    await expectOn(office.main().getByRole('heading', { name: '想查什么？' })).toBeVisible()
  })

  it('turns its slides by itself, and does not where motion is unwanted', async () => {
    await office.page.clock.install()
    await office.go('/show')
    const slide = office.page.locator('[data-slide]')
    await expectOn(slide).toHaveAttribute('data-slide', '0')
    await office.page.clock.runFor(60_000)
    await expectOn(slide).not.toHaveAttribute('data-slide', '0')
    await office.page.emulateMedia({ reducedMotion: 'reduce' })
    await office.page.reload()
    await expectOn(office.page.getByRole('button', { name: '继续放' })).toBeVisible()
    await expectOn(slide).toHaveAttribute('data-slide', '0')
    await office.page.clock.runFor(60_000)
    await expectOn(slide).toHaveAttribute('data-slide', '0')
    await office.page.emulateMedia({ reducedMotion: null })
  })

  it('shows a story’s pictures large, in the hall, at home and in the next issue', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'xinhuo-pictured-'))
    const picture = await stripedPicture()
    const sha256 = createHash('sha256').update(picture).digest('hex')
    mkdirSync(path.join(folder, '.tupian'))
    writeFileSync(path.join(folder, '.tupian/院坝.jpg'), picture)
    const head = [
      ...['kind: story', 'identifier: gushi-yuanba', 'title: 院坝里的一堂课', 'places: [溪口镇]', 'attachments:'],
      '  - { path: .tupian/院坝.jpg, name: 院坝.jpg, mediaType: image/jpeg }',
    ]
    const body = `## 什么情况\n\n晚上没有地方开会。\n\n![院坝里坐满了人](sha256:${sha256})\n\n## 结果怎么样\n\n来了四十个人。\n`
    writeFileSync(path.join(folder, '故事.md'), `---\nxinhuo: 1\n${head.join('\n')}\n---\n\n${body}`)
    const { id } = await office.ask<JobView>('POST', '/api/imports', { paths: [folder] })
    await expectOn.poll(async () => (await office.ask<JobView>('GET', `/api/jobs/${id}`)).state).toBe('done')
    const drawn = (picture: Locator) =>
      picture.evaluate((element: HTMLImageElement) => element.complete && element.naturalWidth)
    await office.go('/show?story=gushi-yuanba')
    const large = office.page.getByRole('dialog').getByRole('img', { name: '院坝里坐满了人' }).first()
    await expectOn.poll(() => drawn(large)).toBe(960)
    const { width = 0 } = (await large.boundingBox()) ?? {}
    expect(width).toBeGreaterThan(700)
    const feed = await office.ask<FeedView>('POST', '/api/feeds', {
      title: '院坝',
      criteria: { withPictureOnly: true },
    })
    await office.go(`/feeds/${feed.id}`)
    const candidate = office.main().locator('[data-candidate=gushi-yuanba]')
    await expectOn.poll(() => drawn(candidate.locator('img'))).toBe(960)
    await office.button('出第 1 期').click()
    await expectOn(office.main().getByText('第 1 期出好了。')).toBeVisible()
    await office.go(`/show?feed=${feed.id}`)
    const slide = office.page.locator('[data-slide]')
    await expectOn(slide.getByRole('heading', { name: '院坝里的一堂课' })).toBeVisible()
    await expectOn.poll(() => drawn(slide.getByRole('img', { name: '院坝里坐满了人' }))).toBe(960)
    await office.page.keyboard.press('ArrowRight')
    await expectOn(slide).toContainText('来了四十个人。')
  })

  it('shows hostile titles, names and places as the words they are', async () => {
    const hostile = '<img src=x onerror="window.broken=1">'
    const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'xinhuo-hostile-')), '故事.md')
    const facts = ['kind: story', `title: '${hostile}'`, `places: ['${hostile}']`, `posts: ['${hostile}']`]
    const text = `---\nxinhuo: 1\n${facts.join('\n')}\n---\n\n## 什么情况\n\n${hostile}\n\n## 结果怎么样\n\n${hostile}\n`
    writeFileSync(file, text)
    const { id } = await office.ask<JobView>('POST', '/api/imports', { paths: [file] })
    await expectOn.poll(async () => (await office.ask<JobView>('GET', `/api/jobs/${id}`)).state).toBe('done')
    const { stories } = await office.ask<StoryPage>('GET', '/api/stories?state=published&limit=100&offset=0')
    const told = stories.find(({ title }) => title.includes('onerror'))
    if (!told) throw new Error('the hostile story did not come in')
    const feed = await office.ask<FeedView>('POST', '/api/feeds', { title: hostile, publisher: hostile })
    await office.ask('PUT', `/api/feeds/${feed.id}/choices/${told.id}`, { choice: 'pin', reason: hostile })
    await office.go(`/feeds/${feed.id}`)
    await expectOn(office.main().getByRole('heading', { level: 1, name: hostile })).toBeVisible()
    await expectOn(office.main().getByRole('link', { name: hostile }).first()).toBeVisible()
    await office.go('/feeds/balance')
    await expectOn(office.main().getByRole('table', { name: '按地方' }).getByText(hostile)).toBeVisible()
    await expectOn(office.main().locator('[role=img] svg').first()).toBeVisible()
    await office.go(`/show?story=${told.id}`)
    await expectOn(office.page.getByRole('heading', { level: 1, name: hostile })).toBeVisible()
    expect(await office.page.evaluate(() => 'broken' in window)).toBe(false)
  })

  it('made no script or style complain', () => {
    expect(office.window.complaints).toEqual([])
  })
})
