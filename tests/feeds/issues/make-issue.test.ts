import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FeedEntry, FeedPreview, FeedSummary, FeedView } from '../../../library/feeds/feed-view.ts'
import { findFeed } from '../../../library/feeds/feeds.repository.ts'
import { settleWithdrawals } from '../../../library/feeds/issues/enter-withdrawals.ts'
import { planIssue } from '../../../library/feeds/issues/plan-issue.ts'
import { openFeedEdition } from '../../../library/feeds/open-edition.ts'
import { eventsOf, verifyChain } from '../../../library/stories/process/event-chain.ts'
import { type FeedDesk, openFeedDesk, type StoryDraft } from '../feed-desk.ts'

interface Refused {
  readonly error: { readonly code: string; readonly what: string; readonly why: string; readonly todo: string }
}

let desk: FeedDesk
beforeAll(async () => {
  desk = await openFeedDesk()
})
afterAll(() => desk.close())

const entriesOf = async (feedId: string) => (await desk.ask<FeedEntry[]>('GET', `/${feedId}/entries`)).body

describe('the first issue', () => {
  it('fixes an entry for each story, under tag URIs that name nothing of the machine', async () => {
    await desk.tell({ id: 'yi-1', title: '修水渠', themes: ['乡村振兴'] }, { id: 'yi-2', title: '少填表' })
    const feed = await desk.column({ title: '第一期的专栏' })
    expect((await desk.issue(feed.id)).toSorted()).toEqual(['yi-1', 'yi-2'])
    const entries = await entriesOf(feed.id)
    expect(entries.map(({ issue, type }) => ({ issue, type }))).toEqual([
      { issue: 1, type: 'story' },
      { issue: 1, type: 'story' },
    ])
    expect(feed.uri).toBe(`tag:xinhuo.invalid,2026-11-21:xinhuo/feed/${feed.id}`)
    for (const { id, storyId } of entries) expect(id).toBe(`${feed.uri}/story/${storyId}`)
  })

  it('is in the record, which still holds', async () => {
    const [feed] = (await desk.ask<FeedSummary[]>('GET', '/')).body
    const events = await eventsOf(desk.access.db, 'feed', feed?.id ?? '')
    expect(events.map(({ type, by }) => `${type} ${by}`)).toEqual(['create 本机', 'issue 本机'])
    expect(events[1]?.detail).toMatchObject({ issue: 1, withdrawals: [] })
    expect((await verifyChain(desk.access.db)).broken).toBeUndefined()
  })

  it('is not made where no story fits', async () => {
    const feed = await desk.column({ title: '空的', criteria: { ...emptyCriteria(), themes: ['没有的主题'] } })
    const refused = await desk.ask<Refused>('POST', `/${feed.id}/issues`, {})
    expect(refused.status).toBe(409)
    expect(refused.body.error.code).toBe('FEED_NOTHING_NEW')
    expect(await entriesOf(feed.id)).toEqual([])
  })

  it('takes the domain of the column’s address into its URIs, and keeps them when that and the name change', async () => {
    const site = { theme: 'paper' as const, videoLimit: 50, address: 'https://www.shiping.example/zhuanlan' }
    const feed = await desk.column({ title: '有地址的', site })
    expect(feed.uri).toMatch(/^tag:www\.shiping\.example,2026-11-21:/)
    const moved = { ...feed.definition, title: '改了名的', site: { ...site, address: 'https://other.example/' } }
    const renamed = await desk.ask<FeedView>('PUT', `/${feed.id}`, moved)
    expect(renamed.body).toMatchObject({ title: '改了名的', uri: feed.uri })
  })
})

describe('the next issue', () => {
  it('is refused while nothing is new, and the state stays', async () => {
    const feed = await desk.column({ title: '不重复' })
    await desk.issue(feed.id)
    const before = await entriesOf(feed.id)
    const refused = await desk.ask<Refused>('POST', `/${feed.id}/issues`, {})
    expect(refused).toMatchObject({ status: 409, body: { error: { code: 'FEED_NOTHING_NEW' } } })
    expect(await entriesOf(feed.id)).toEqual(before)
  })

  it('is made once when two ask for it at once', async () => {
    const feed = await desk.column({ title: '两个人同时' })
    const both = await Promise.all([1, 2].map(() => desk.ask<FeedView>('POST', `/${feed.id}/issues`, {})))
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
    const entries = await entriesOf(feed.id)
    expect(new Set(entries.map(({ issue }) => issue))).toEqual(new Set([1]))
    expect(new Set(entries.map(({ storyId }) => storyId)).size).toBe(entries.length)
  })

  it('is not recorded when a story changed, went or was kept out since it was looked at', async () => {
    await desk.tell({ id: 'seit-1' }, { id: 'seit-2' }, { id: 'seit-3' })
    const feed = await desk.column({ title: '中途变了' })
    const kept = await findFeed(desk.access.db, feed.id)
    if (!kept) throw new Error('the column is not there')
    const doing = { by: '本机', at: '2026-11-21T02:03:04.000Z' }
    const planned = await planIssue(desk.access, kept, doing.at, ['seit-1', 'seit-2', 'seit-3'])
    const only = (id: string) => ({ ...planned, stories: planned.stories.filter(({ storyId }) => storyId === id) })
    await desk.tell({ id: 'seit-1', body: '## 做了什么\n\n第二稿。' })
    await desk.writer.putAway('seit-2')
    await desk.ask('PUT', `/${feed.id}/choices/seit-3`, { choice: 'exclude', reason: '再等等' })
    for (const id of ['seit-1', 'seit-2', 'seit-3']) {
      expect(await desk.writer.recordIssue(only(id), doing)).toBe(false)
    }
    expect(await entriesOf(feed.id)).toEqual([])
    expect((await desk.ask<FeedView>('GET', `/${feed.id}`)).body.issue).toBe(0)
  })

  it('takes exactly the stories that are named, in their order', async () => {
    await desk.tell({ id: 'ming-1' }, { id: 'ming-2' }, { id: 'ming-3' })
    const feed = await desk.column({ title: '点名的' })
    expect(await desk.issue(feed.id, ['ming-3', 'ming-1'])).toEqual(['ming-3', 'ming-1'])
    const refused = await desk.ask<Refused>('POST', `/${feed.id}/issues`, { stories: ['ming-3', 'nobody'] })
    expect(refused.body.error).toMatchObject({ code: 'FEED_STORY_NOT_FREE' })
    expect(refused.body.error.why).toContain('《故事ming-3》')
  })
})

describe('a story that gets a new text', () => {
  it('is corrected: the entry keeps its id and place, and a correction says so', async () => {
    await desk.tell({ id: 'gai-1', title: '农药瓶回收' })
    const feed = await desk.column({ title: '更正的' })
    await desk.issue(feed.id, ['gai-1'])
    const [before] = await entriesOf(feed.id)
    desk.setClock('2026-12-01T00:00:00.000Z')
    await desk.tell({ id: 'gai-1', title: '农药瓶怎样回收', body: '## 什么情况\n\n数字改过了。' })
    const { body: preview } = await desk.ask<FeedPreview>('GET', `/${feed.id}/preview`)
    expect(preview.corrections).toMatchObject([{ type: 'correction', title: '农药瓶怎样回收', of: before?.id }])
    expect((await desk.ask<FeedView>('GET', `/${feed.id}`)).body.changed).toBe(1)
    await desk.ask('POST', `/${feed.id}/issues`, {})
    const entries = await entriesOf(feed.id)
    const [correction] = entries.filter(({ type }) => type === 'correction')
    const after = entries.find(({ id }) => id === before?.id)
    expect(correction).toMatchObject({ of: before?.id, issue: 2, note: expect.stringContaining('农药瓶回收') })
    expect(after).toMatchObject({ title: '农药瓶怎样回收', publishedAt: before?.publishedAt, issue: 1 })
    expect(after?.updatedAt).toBe('2026-12-01T00:00:00.000Z')
    expect(after?.revision).not.toBe(before?.revision)
    desk.setClock('2026-11-21T02:03:04.000Z')
  })
})

describe('a story that readers do not get any more', () => {
  it('is withdrawn in the very next edition, before any issue is made', async () => {
    await desk.tell({ id: 'tui-1', title: '要收起来的' })
    const feed = await desk.column({ title: '撤回的' })
    await desk.issue(feed.id, ['tui-1'])
    await desk.writer.putAway('tui-1')
    const edition = await openFeedEdition(desk.access, feed.id)
    expect(edition.stories.size).toBe(0)
    expect(edition.entries[0]).toMatchObject({ type: 'withdrawal', storyId: 'tui-1' })
    await desk.ask('POST', `/${feed.id}/issues`, {})
    const again = await openFeedEdition(desk.access, feed.id)
    expect(again.entries.filter(({ type }) => type === 'withdrawal')).toHaveLength(1)
    expect(again.entries.find(({ type }) => type === 'withdrawal')?.id).toBe(edition.entries[0]?.id)
  })

  it('stays withdrawn once the column was written, though the story comes back', async () => {
    await desk.tell({ id: 'tui-2', title: '收了又放的' })
    const feed = await desk.column({ title: '收了又放' })
    await desk.issue(feed.id, ['tui-2'])
    await desk.writer.putAway('tui-2')
    await settleWithdrawals(desk.access, desk.writer, feed.id)
    await settleWithdrawals(desk.access, desk.writer, feed.id)
    await desk.writer.bringBack('tui-2')
    const { entries, stories } = await openFeedEdition(desk.access, feed.id)
    expect(entries.map(({ type }) => type)).toEqual(['withdrawal', 'story'])
    expect(stories.size).toBe(0)
    expect((await eventsOf(desk.access.db, 'feed', feed.id)).at(-1)).toMatchObject({ by: '薪火', type: 'exclude' })
  })

  it('is taken out at once with a reason, does not come back by itself, and comes back when it is pinned', async () => {
    await desk.tell({ id: 'che-1', title: '要撤下的' })
    const feed = await desk.column({ title: '撤下的' })
    await desk.issue(feed.id, ['che-1'])
    const [entry] = await entriesOf(feed.id)
    const withdrawal = { entryId: entry?.id, reason: '数字有误，正在核对' }
    expect((await desk.ask<FeedView>('POST', `/${feed.id}/withdrawals`, withdrawal)).body.entries).toBe(0)
    expect((await entriesOf(feed.id))[0]).toMatchObject({ type: 'withdrawal', of: entry?.id, note: withdrawal.reason })
    const twice = await desk.ask<Refused>('POST', `/${feed.id}/withdrawals`, withdrawal)
    expect(twice).toMatchObject({ status: 409, body: { error: { code: 'FEED_ENTRY_WITHDRAWN' } } })
    const { body: preview } = await desk.ask<FeedPreview>('GET', `/${feed.id}/preview`)
    expect(preview.candidates.map(({ story }) => story.id)).not.toContain('che-1')
    await desk.ask('PUT', `/${feed.id}/choices/che-1`, { choice: 'pin', reason: '核对过了' })
    const [back] = await desk.issue(feed.id)
    expect(back).toBe('che-1')
    const ids = (await entriesOf(feed.id)).filter(({ storyId, type }) => storyId === 'che-1' && type === 'story')
    expect(ids.map(({ id }) => id)).toEqual([`${feed.uri}/story/che-1/2`, `${feed.uri}/story/che-1`])
  })
})

describe('something that must not leave', () => {
  const RESIDENT = '11010519491231002X'

  it('stops an issue with the place, the number half hidden, and the way out', async () => {
    await desk.tell({ id: 'mi-1', title: '带号码的', body: `## 做了什么\n\n他的身份证号是${RESIDENT}，一次就办好了。` })
    const feed = await desk.column({ title: '有号码的' })
    const refused = await desk.ask<Refused>('POST', `/${feed.id}/issues`, { stories: ['mi-1'] })
    expect(refused.status).toBe(422)
    expect(refused.body.error.code).toBe('FEED_PRIVATE_TEXT')
    expect(refused.body.error.why).toContain('《带号码的》的“做了什么”')
    expect(JSON.stringify(refused.body)).not.toContain(RESIDENT)
    expect(refused.body.error.todo).toContain('排除')
    expect(await entriesOf(feed.id)).toEqual([])
    await desk.ask('PUT', `/${feed.id}/choices/mi-1`, { choice: 'exclude', reason: '有身份证号' })
    expect(await desk.issue(feed.id)).not.toContain('mi-1')
  })

  it('stops an edition when it came with a later text of a story that stands', async () => {
    await desk.tell({ id: 'mi-2', title: '后来带号码的' })
    const feed = await desk.column({ title: '后来' })
    await desk.issue(feed.id, ['mi-2'])
    const stands = { ...feed.definition, contact: `请找 ${RESIDENT}` }
    await desk.ask('PUT', `/${feed.id}`, stands)
    await expect(openFeedEdition(desk.access, feed.id)).rejects.toMatchObject({ code: 'FEED_PRIVATE_TEXT' })
    await desk.ask('PUT', `/${feed.id}`, { ...feed.definition, contact: '联系电话 13800138000' })
    await expect(openFeedEdition(desk.access, feed.id)).resolves.toMatchObject({ issue: 1 })
  })

  it('is refused as the reason of a withdrawal', async () => {
    await desk.tell({ id: 'mi-4' })
    const feed = await desk.column({ title: '撤下时' })
    await desk.issue(feed.id, ['mi-4'])
    const [entry] = await entriesOf(feed.id)
    const withdrawal = { entryId: entry?.id, reason: `漏了 ${RESIDENT}` }
    const refused = await desk.ask<Refused>('POST', `/${feed.id}/withdrawals`, withdrawal)
    expect(refused.body.error.code).toBe('FEED_PRIVATE_TEXT')
    expect(await entriesOf(feed.id)).toHaveLength(1)
  })

  it('leaves no title behind that said it', async () => {
    const feed = await desk.column({ title: '改前' })
    await desk.tell({ id: 'mi-3', title: '普通的标题' })
    await desk.issue(feed.id, ['mi-3'])
    await desk.tell({ id: 'mi-3', title: `${RESIDENT}的故事` })
    const refused = await desk.ask<Refused>('POST', `/${feed.id}/issues`, {})
    expect(refused.body.error.code).toBe('FEED_PRIVATE_TEXT')
    await desk.writer.putAway('mi-3')
    await desk.ask('POST', `/${feed.id}/issues`, {})
    expect(JSON.stringify(await openFeedEdition(desk.access, feed.id))).not.toContain(RESIDENT)
  })
})

describe('a column', () => {
  it('is put away and brought back with all its entries', async () => {
    await desk.tell({ id: 'hui-1' })
    const feed = await desk.column({ title: '删了又要的' })
    await desk.issue(feed.id, ['hui-1'])
    await desk.ask('DELETE', `/${feed.id}`)
    expect((await desk.ask('GET', `/${feed.id}`)).status).toBe(404)
    const { body: gone } = await desk.ask<FeedSummary[]>('GET', '/?state=discarded')
    expect(gone.map(({ title }) => title)).toEqual(['删了又要的'])
    const back = await desk.ask<FeedView>('POST', `/${feed.id}/restore`)
    expect(back.body).toMatchObject({ entries: 1, issue: 1, uri: feed.uri })
  })

  it('is refused targets that add up to more than the whole', async () => {
    const mix = [
      { dimension: 'theme' as const, value: '民生服务', share: 70 },
      { dimension: 'theme' as const, value: '乡村振兴', share: 40 },
    ]
    const refused = await desk.ask<Refused>('POST', '/', { title: '太多', mix })
    expect(refused.body.error).toMatchObject({ code: 'FEED_TARGETS', why: expect.stringContaining('110%') })
  })
})

const emptyCriteria = () => ({
  themes: [],
  posts: [],
  places: [],
  groups: [],
  topics: [],
  months: 0,
  minEvidence: 0,
  withPictureOnly: false,
  weights: { theme: 2, post: 1, place: 1, audience: 1, freshness: 2, evidence: 2 } as const,
})

describe('an identity number, wherever a story from elsewhere hides it', () => {
  const RESIDENT = '11010519491231002X'
  const places: readonly [string, string, Partial<StoryDraft>][] = [
    ['标题', 'biaoti', { title: `${RESIDENT}的事` }],
    ['一句话介绍', 'jieshao', { description: `问他要了 ${RESIDENT}` }],
    ['正文', 'zhengwen', { body: `号码是 ${RESIDENT.slice(0, 6)} ${RESIDENT.slice(6, 14)} ${RESIDENT.slice(14)}。` }],
    ['归类', 'guilei', { topics: [RESIDENT] }],
    ['地点', 'didian', { places: [`高岭村${RESIDENT}`] }],
    ['人物', 'renwu', { hero: `老张${RESIDENT}` }],
    ['政策', 'zhengce', { policies: [{ title: '村规', note: `见 ${RESIDENT}` }] }],
  ]

  it.each(places)('stops the issue in its %s', async (where, id, draft) => {
    await desk.tell({ id: `chang-${id}`, ...draft })
    const feed = await desk.column({ title: `找${where}` })
    const refused = await desk.ask<Refused>('POST', `/${feed.id}/issues`, { stories: [`chang-${id}`] })
    expect(refused.body.error).toMatchObject({
      code: 'FEED_PRIVATE_TEXT',
      why: expect.stringContaining(`的“${where}”`),
    })
    await desk.writer.putAway(`chang-${id}`)
    await desk.catchUp()
  })
})
