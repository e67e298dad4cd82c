import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { citingFeeds } from '../../library/feeds/citing-feeds.ts'
import { FeedDefinition } from '../../library/feeds/feed.schema.ts'
import type { FeedPreview, FeedSummary, FeedView, ReadyColumn } from '../../library/feeds/feed-view.ts'
import { openFeedEdition } from '../../library/feeds/open-edition.ts'
import { eventsOf } from '../../library/stories/process/event-chain.ts'
import { storyWords } from '../../library/stories/vocabulary/story-words.ts'
import { type FeedDesk, openFeedDesk } from './feed-desk.ts'

let desk: FeedDesk
beforeAll(async () => {
  desk = await openFeedDesk()
  await desk.tell(
    { id: 'r-1', title: '修水渠', themes: ['乡村振兴'], evidence: 3, posts: ['村干部'], places: ['平澜县', '石坪乡'] },
    { id: 'r-2', title: '少填表', themes: ['减负增效'], evidence: 1, places: ['平澜县云坞乡'] },
    { id: 'r-3', title: '老人食堂', themes: ['民生服务'], groups: ['老年人'], publishedOn: '2020-01-01' },
  )
})
afterAll(() => desk.close())

const preview = async (feed: FeedView) => (await desk.ask<FeedPreview>('GET', `/${feed.id}/preview`)).body
const previewed = async (feed: FeedView) =>
  (await preview(feed)).candidates.filter(({ chosen }) => chosen).map(({ story }) => story.id)

describe('a column', () => {
  it('is begun from a title alone, and listed with what waits for it', async () => {
    const made = await desk.ask<FeedView>('POST', '/', { title: '新的' })
    expect(made.status).toBe(201)
    expect(made.body.definition).toEqual(FeedDefinition.parse({ title: '新的' }))
    const listed = (await desk.ask<FeedSummary[]>('GET', '/')).body.find(({ id }) => id === made.body.id)
    expect(listed).toMatchObject({ title: '新的', entries: 0, issue: 0, waiting: 3, changed: 0 })
  })

  it('is refused without a title, with an address that is none, or with what nobody knows', async () => {
    for (const wrong of [
      {},
      { title: '  ' },
      { title: 'x', site: { address: 'file:///etc' } },
      { title: 'x', more: 1 },
    ]) {
      expect((await desk.ask('POST', '/', wrong)).status).toBe(400)
    }
  })

  it('takes what passes its criteria, and says how many', async () => {
    const base = FeedDefinition.parse({ title: 'x' }).criteria
    const ids = async (criteria: object) => previewed(await desk.column({ criteria: { ...base, ...criteria } }))
    expect(await ids({ themes: ['乡村振兴', '减负增效'] })).toEqual(['r-1', 'r-2'])
    expect(await ids({ themes: ['乡村振兴'], posts: ['民政岗'] })).toEqual([])
    expect(await ids({ minEvidence: 2, months: 12 })).toEqual(['r-1'])
    expect(await ids({ groups: ['老年人'] })).toEqual(['r-3'])
    expect(await ids({ withPictureOnly: true })).toEqual([])
    expect(await ids({ places: ['云坞乡'] })).toEqual(['r-2'])
    expect(await ids({ places: ['石坪乡', '云坞乡'] })).toEqual(['r-1', 'r-2'])
  })

  it('keeps in the record what was changed, as it was before', async () => {
    const feed = await desk.column({ title: '会改的', issueSize: 3 })
    await desk.ask('PUT', `/${feed.id}`, { ...feed.definition, issueSize: 4 })
    await desk.ask('PUT', `/${feed.id}`, { ...feed.definition, issueSize: 4 })
    const edits = (await eventsOf(desk.access.db, 'feed', feed.id)).filter(({ type }) => type === 'edit')
    expect(edits.map(({ detail }) => detail)).toEqual([{ before: { issueSize: 3 } }])
  })
})

describe('a definition that two windows change', () => {
  it('is not saved over another that was saved since it was read, unless that is wanted', async () => {
    const { id, definition, updatedAt } = await desk.column({ title: '两边改的' })
    desk.setClock('2026-11-21T02:30:00.000Z')
    const save = (change: object, read?: string) =>
      desk.ask<FeedView>('PUT', `/${id}${read === undefined ? '' : `?read=${read}`}`, { ...definition, ...change })
    expect((await save({ subtitle: '那边的' }, updatedAt)).status).toBe(200)
    const refused = await save({ subtitle: '这边的' }, updatedAt)
    expect(refused.status).toBe(409)
    expect(refused.body).toMatchObject({ error: { code: 'FEED_DEFINITION_CHANGED' } })
    expect((await save({ subtitle: '那边的' }, updatedAt)).status).toBe(200)
    expect((await desk.ask<FeedView>('GET', `/${id}`)).body.definition.subtitle).toBe('那边的')
    expect((await save({ subtitle: '这边的' })).body.definition.subtitle).toBe('这边的')
  })
})

describe('a choice by a person', () => {
  it('pins and excludes with a reason that is shown and recorded, and can be taken back', async () => {
    const feed = await desk.column({ title: '选的', issueSize: 1 })
    await desk.ask('PUT', `/${feed.id}/choices/r-3`, { choice: 'pin', reason: '重阳节要用' })
    desk.setClock('2026-11-21T03:00:00.000Z')
    await desk.ask('PUT', `/${feed.id}/choices/r-1`, { choice: 'exclude', reason: '下个月再登' })
    const { candidates } = await preview(feed)
    expect(candidates[0]).toMatchObject({ pinned: true, chosen: true, story: { id: 'r-3' } })
    expect(candidates[0]?.speaksFor[0]).toBe('本机指定要登：重阳节要用')
    expect(candidates.at(-1)).toMatchObject({ chosen: false, speaksAgainst: ['本机排除了：下个月再登'] })
    const { choices } = (await desk.ask<FeedView>('GET', `/${feed.id}`)).body
    expect(choices.map(({ title, choice, reason }) => `${choice} ${title} ${reason}`)).toEqual([
      'pin 老人食堂 重阳节要用',
      'exclude 修水渠 下个月再登',
    ])
    await desk.ask('DELETE', `/${feed.id}/choices/r-3`)
    expect(await previewed(feed)).toEqual(['r-2'])
    const types = (await eventsOf(desk.access.db, 'feed', feed.id)).map(({ type, reason }) => `${type} ${reason ?? ''}`)
    expect(types).toEqual(['create ', 'pin 重阳节要用', 'exclude 下个月再登', 'choice-removed '])
  })

  it('is refused without a reason, and for a story that is not there', async () => {
    const feed = await desk.column()
    expect((await desk.ask('PUT', `/${feed.id}/choices/r-1`, { choice: 'pin', reason: ' ' })).status).toBe(400)
    expect((await desk.ask('PUT', `/${feed.id}/choices/none`, { choice: 'pin', reason: 'x' })).status).toBe(404)
    expect((await desk.ask('PUT', '/none/choices/r-1', { choice: 'pin', reason: 'x' })).status).toBe(404)
  })
})

describe('the columns to begin with', () => {
  it('name only what the vocabulary knows, and can be made as they are', async () => {
    const { body: ready } = await desk.ask<ReadyColumn[]>('GET', '/ready')
    expect(ready.map(({ name }) => name)).toEqual(['给全镇干部的', '给村民公开栏的', '给新来的年轻干部的'])
    const words = storyWords()
    for (const { definition } of ready) {
      const known = { theme: words.themes, post: words.posts, group: words.groups, place: [] as string[] }
      for (const { dimension, value } of definition.mix) expect(known[dimension]).toContain(value)
      for (const theme of definition.criteria.themes) expect(words.themes).toContain(theme)
      for (const post of definition.audience) expect(words.posts).toContain(post)
      expect((await desk.ask('POST', '/', definition)).status).toBe(201)
    }
  })
})

describe('an edition', () => {
  it('carries the provisions as the library holds them now, and the same again', async () => {
    await desk.add({
      title: '中华人民共和国乡村振兴促进法',
      kind: 'policy',
      effectiveFrom: '2021-06-01',
      body: '第四十条 国家支持**改善**人居环境。\n\n第四十一条 其他。',
    })
    const policies = [
      { title: '乡村振兴促进法', provision: '第四十条第一款', note: '有经费' },
      { title: '没有的规定', provision: '第一条' },
    ]
    await desk.tell({ id: 'p-1', title: '有条文的', policies })
    const feed = await desk.column({ title: '条文' })
    await desk.issue(feed.id, ['p-1'])
    const edition = await openFeedEdition(desk.access, feed.id)
    const [shown, unknown] = edition.stories.get('p-1')?.policies ?? []
    expect(shown).toMatchObject({
      title: '乡村振兴促进法',
      validity: 'in-force',
      effectiveFrom: '2021-06-01',
      note: '有经费',
    })
    expect(shown?.html).toContain('<strong>改善</strong>人居环境')
    expect(shown?.html).not.toContain('其他')
    expect(unknown).toEqual({ title: '没有的规定', provision: '第一条' })
    expect(await openFeedEdition(desk.access, feed.id)).toEqual(edition)
  })

  it('is what an update is told of when it touches a story in it', async () => {
    const feed = await desk.column({ title: '登着的' })
    await desk.issue(feed.id, ['r-1', 'r-2'])
    const citations = await citingFeeds.citationsOf(desk.access.db, ['r-1'])
    const ours = citations.filter(({ id }) => id === feed.id)
    expect(ours).toEqual([{ id: feed.id, title: '登着的第 1 期：修水渠', open: `/feeds/${feed.id}`, itemId: 'r-1' }])
    const entryId = `${feed.uri}/story/r-1`
    await desk.ask('POST', `/${feed.id}/withdrawals`, { entryId, reason: '撤下' })
    const after = await citingFeeds.citationsOf(desk.access.db, ['r-1'])
    expect(after.some(({ id }) => id === feed.id)).toBe(false)
  })
})
