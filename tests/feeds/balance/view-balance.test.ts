import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { monthsBetween } from '../../../library/feeds/balance/months-between.ts'
import type { BalanceView, FeedEntry } from '../../../library/feeds/feed-view.ts'
import { storyWords } from '../../../library/stories/vocabulary/story-words.ts'
import { type FeedDesk, openFeedDesk } from '../feed-desk.ts'

let desk: FeedDesk
beforeAll(async () => {
  desk = await openFeedDesk()
  await desk.tell(
    {
      id: 'b-1',
      posts: ['村干部'],
      themes: ['生态环境'],
      groups: ['种养户'],
      places: ['平澜县', '云坞乡'],
      hero: '仲海燕',
    },
    {
      id: 'b-2',
      posts: ['村干部'],
      themes: ['生态环境'],
      groups: ['妇女'],
      places: ['平澜县', '石坪乡'],
      publishedOn: '2026-03-05',
    },
    { id: 'b-3', posts: ['村干部'], themes: ['民生服务'], hero: '仲海燕', publishedOn: '2026-06-11' },
    { id: 'b-4', posts: ['民政岗'], themes: ['民生服务'], hero: '王某', publishedOn: '2024-01-01' },
    { id: 'b-5', themes: ['自己写的主题', '阿里的主题'], hero: '王某', publishedOn: '2026-09-30' },
  )
})
afterAll(() => desk.close())

const balance = async (query = '') => (await desk.ask<BalanceView>('GET', `/balance${query}`)).body
const sharesOf = (view: BalanceView, dimension: keyof BalanceView['dimensions']) =>
  view.dimensions[dimension]
    .filter(({ stories }) => stories > 0)
    .map(({ value, stories, share }) => [value, stories, share])

describe('the balance of everything published', () => {
  it('counts by post, theme, group and place, each of all that name one', async () => {
    const view = await balance()
    expect(view.stories).toBe(5)
    expect(sharesOf(view, 'post')).toEqual([
      ['民政岗', 1, 25],
      ['村干部', 3, 75],
    ])
    expect(sharesOf(view, 'group')).toEqual([
      ['妇女', 1, 50],
      ['种养户', 1, 50],
    ])
    expect(sharesOf(view, 'place')).toEqual([
      ['平澜县', 2, 100],
      ['石坪乡', 1, 50],
      ['云坞乡', 1, 50],
    ])
  })

  it('stands in the vocabulary’s order with everyone in it, then by sound, whatever the counts', async () => {
    const { dimensions } = await balance()
    const words = storyWords()
    expect(dimensions.post.map(({ value }) => value)).toEqual(words.posts)
    expect(dimensions.group.map(({ value }) => value)).toEqual(words.groups)
    expect(dimensions.theme.map(({ value }) => value)).toEqual([...words.themes, '阿里的主题', '自己写的主题'])
    const counts = dimensions.post.map(({ stories }) => stories)
    expect(counts).not.toEqual(counts.toSorted((a, b) => b - a))
    // Twenty more stories of the last in the list change no place.
    await desk.tell(...Array.from({ length: 20 }, (_, index) => ({ id: `many-${index}`, posts: ['培训组织岗'] })))
    expect((await balance()).dimensions.post.map(({ value }) => value)).toEqual(words.posts)
    for (let index = 0; index < 20; index++) await desk.writer.putAway(`many-${index}`)
    await desk.catchUp()
  })

  it('shows the months of a year, the empty ones too, in the order of time', async () => {
    const { months } = await balance()
    expect(months).toHaveLength(12)
    expect(months[0]).toEqual({ month: '2025-12', stories: 0 })
    expect(months.filter(({ stories }) => stories > 0)).toEqual([
      { month: '2026-03', stories: 1 },
      { month: '2026-06', stories: 1 },
      { month: '2026-09', stories: 1 },
      { month: '2026-10', stories: 1 },
    ])
    expect(months.at(-1)?.month).toBe('2026-11')
  })

  it('keeps to a period that is asked for', async () => {
    const view = await balance('?from=2026-03-01&until=2026-06-30')
    expect(view.stories).toBe(2)
    expect(view.months.map(({ month }) => month)).toEqual(['2026-03', '2026-04', '2026-05', '2026-06'])
    expect((await desk.ask('GET', '/balance?from=gestern')).status).toBe(400)
  })

  it('names a hero who was told about again too soon, and nobody who has no name', async () => {
    const { repeatedHeroes } = await balance()
    expect(repeatedHeroes).toEqual([
      {
        name: '仲海燕',
        stories: [
          { id: 'b-3', title: '故事b-3', publishedOn: '2026-06-11' },
          { id: 'b-1', title: '故事b-1', publishedOn: '2026-10-01' },
        ],
      },
    ])
  })

  it('says who is missing, and since when', async () => {
    const { missing } = await balance()
    const says = missing.map((one) => one.says)
    expect(says).toContain('老年人：还没有讲过。')
    expect(says).toContain('民政岗：最近一篇是两年多前的。')
    expect(says.some((one) => one.startsWith('村干部：'))).toBe(false)
    const groups = missing.filter(({ dimension }) => dimension === 'group').map(({ value }) => value)
    expect(groups).toEqual(storyWords().groups.filter((group) => group !== '妇女' && group !== '种养户'))
  })
})

describe('the balance of a column', () => {
  it('counts what stands in it against its targets, and offers stories that would help', async () => {
    const mix = [
      { dimension: 'group' as const, value: '妇女', share: 40 },
      { dimension: 'group' as const, value: '老年人', share: 20 },
    ]
    const feed = await desk.column({ title: '有目标的', mix })
    await desk.issue(feed.id, ['b-1', 'b-5'])
    const view = await balance(`?feed=${feed.id}`)
    expect(view.stories).toBe(2)
    expect(view.dimensions.group.find(({ value }) => value === '妇女')).toEqual({
      value: '妇女',
      stories: 0,
      share: 0,
      target: 40,
    })
    const groups = view.missing.filter(({ dimension }) => dimension === 'group')
    expect(groups).toEqual([
      { dimension: 'group', value: '老年人', says: '老年人：现在占 0%，定的是 20%。', stories: [] },
      {
        dimension: 'group',
        value: '妇女',
        says: '妇女：现在占 0%，定的是 40%。',
        stories: [{ id: 'b-2', title: '故事b-2' }],
      },
    ])
    const [, first] = (await desk.ask<FeedEntry[]>('GET', `/${feed.id}/entries`)).body
    await desk.ask('POST', `/${feed.id}/withdrawals`, { entryId: first?.id, reason: '撤下' })
    expect((await balance(`?feed=${feed.id}`)).stories).toBe(1)
  })

  it('asks only for the themes that the column is about', async () => {
    const feed = await desk.column({ title: '只讲生态' })
    const criteria = { ...feed.definition.criteria, themes: ['生态环境'] }
    await desk.ask('PUT', `/${feed.id}`, { ...feed.definition, criteria })
    const view = await balance(`?feed=${feed.id}`)
    expect(view.dimensions.theme.map(({ value }) => value)).toEqual(['生态环境'])
  })

  it('is not there for a column that is not there', async () => {
    expect((await desk.ask('GET', '/balance?feed=nobody')).status).toBe(404)
  })
})

describe('the months between two days', () => {
  it('are none when the days lie the wrong way round, and the last ten years at most', () => {
    expect(monthsBetween('2026-05-01', '2026-04-30')).toEqual([])
    expect(monthsBetween('0001-01-01', '2026-04-30')).toHaveLength(120)
  })
})
