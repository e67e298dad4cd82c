import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StoryPage } from '../../library/stories/story-view.ts'
import { dropOn } from './office-town.ts'
import { type Office, openOffice } from './open-office.ts'
import { expectOn, isIn, newStory, storyOf, storyOffice, toldRecord } from './stories-office.ts'

const passphrase = '溪口的渠水2026'

interface SlipFile {
  readonly name: string
  readonly content: Buffer
}

describe('stories between two offices without a network', () => {
  let here: Office
  let there: Office
  let id: string
  let request: SlipFile
  beforeAll(async () => {
    here = await openOffice()
    there = await openOffice()
    await here.ask('PUT', '/api/story-office', storyOffice)
    await there.ask('PUT', '/api/story-office', { ...storyOffice, name: '青禾县宣传部' })
    ;({ id } = await newStory(here, { ...toldRecord, title: '请县里看看的故事' }))
    await here.ask('POST', `/api/stories/${id}/steps`, { step: 'submit' })
  })
  afterAll(async () => {
    await here?.close()
    await there?.close()
  })

  const savedBy = async (office: Office, press: () => Promise<unknown>): Promise<SlipFile> => {
    const download = await office.saved(press)
    return { name: download.suggestedFilename(), content: readFileSync(await download.path()) }
  }
  const takeIn = async (office: Office, slip: SlipFile) => {
    await office.go('/stories/slips')
    await expectOn(office.main().getByText('把收到的报送单拖到这里')).toBeVisible()
    const isTaken = office.page.waitForResponse((response) => {
      const { pathname } = new URL(response.url())
      return pathname === '/api/slips' && response.request().method() === 'POST'
    })
    await dropOn(office.page, [slip])
    await isTaken
  }

  it('a request to verify is written, sealed with a passphrase', async () => {
    await here.go(`/stories/${id}?side=way`)
    await here.main().getByText('存成文件送出去').click()
    await here.page.getByText('请人审核').click()
    await here.page.getByLabel('附言', { exact: true }).fill('请看数字对不对')
    await here.page.getByLabel('加口令').check()
    await here.page.getByLabel('口令', { exact: true }).fill('太短')
    await expectOn(here.button('存成文件')).toBeDisabled()
    await here.page.getByLabel('口令', { exact: true }).fill(passphrase)
    request = await savedBy(here, () => here.button('存成文件').click())
    expect(request.name).toMatch(/\.slip$/)
    expect(request.content.includes('请县里看看的故事')).toBe(false)
    await expectOn(here.main().getByText('已存好。')).toBeVisible()
  })

  it('one that was altered is refused, and nothing is taken in', async () => {
    const altered = Buffer.from(request.content)
    altered[Math.floor(altered.length / 2)] = (altered[Math.floor(altered.length / 2)] ?? 0) ^ 0xff
    await takeIn(there, { name: request.name, content: altered })
    await expectOn(there.main().getByRole('alert').first()).toBeVisible()
    expect(await there.ask<unknown[]>('GET', '/api/slips')).toEqual([])
  })

  it('the reviewer opens it with the passphrase, reads, and returns it with what has to change', async () => {
    await takeIn(there, request)
    await there.page.getByLabel(/是加密的，口令是/).fill('不是这个')
    await there.button('打开').click()
    await expectOn(there.main().getByText('口令不对', { exact: false })).toBeVisible()
    await there.page.getByLabel(/是加密的，口令是/).fill(passphrase)
    await there.button('打开').click()
    await expectOn(there.main().getByText('附言：请看数字对不对')).toBeVisible()
    await expectOn(there.main().getByRole('article')).toContainText('原来平均 2.8 趟')
    await there.page.getByText('请修改', { exact: true }).click()
    await expectOn(there.button('存成答复文件')).toBeDisabled()
    await there.page.getByLabel('要改什么（一行一条）').fill('2.8 趟是怎么算的\n写上月份')
    request = await savedBy(there, () => there.button('存成答复文件').click())
    await expectOn(there.main().getByText('意见已经写出，请交回送审的单位。')).toBeVisible()
    await expectOn(there.button('存成答复文件')).toHaveCount(0)
  })

  it('the answer comes back as requests for change, and the story to its draft', async () => {
    await takeIn(here, request)
    await expectOn(here.main().getByText('退回修改', { exact: false }).first()).toBeVisible()
    await here.main().getByRole('link', { name: '到故事' }).first().click()
    await isIn(here, 'draft')
    const story = await storyOf(here, id)
    expect(story.tasks.map(({ text }) => text)).toEqual(expect.arrayContaining(['2.8 趟是怎么算的', '写上月份']))
  })

  it('taken in twice it changes nothing more', async () => {
    const before = await storyOf(here, id)
    await takeIn(here, request)
    await expectOn(here.main().getByText('请县里看看的故事').first()).toBeVisible()
    expect((await storyOf(here, id)).events).toHaveLength(before.events.length)
  })

  it('a story submitted as a file becomes a submitted story there', async () => {
    await here.go(`/stories/${id}?side=way`)
    await here.main().getByText('存成文件送出去').click()
    const submission = await savedBy(here, () => here.button('存成文件').click())
    await takeIn(there, submission)
    await expectOn(there.main().getByText('报送的故事', { exact: false }).first()).toBeVisible()
    const { stories } = await there.ask<StoryPage>('GET', '/api/stories?own=true')
    expect(stories).toMatchObject([{ title: '请县里看看的故事', state: 'submitted' }])
    await here.go('/stories/slips')
    await here.readsWell()
    await there.go('/stories/slips')
    await there.readsWell()
  })
})
