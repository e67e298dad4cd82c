import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findNearDuplicates } from '../../../library/stories/likeness/near-duplicates.ts'
import { STORY_MEDIA_TYPE } from '../../../library/stories/story.schema.ts'
import { findSummaries, listStories } from '../../../library/stories/summaries/list-stories.ts'
import { openTellingDesk, type TellingDesk } from '../telling-desk.ts'

let desk: TellingDesk
beforeEach(async () => {
  desk = await openTellingDesk()
})
afterEach(() => desk.close())

const page = { limit: 50, offset: 0 }
const titles = async (filter = {}) =>
  (await listStories(desk.access.db, { ...page, ...filter })).stories.map(({ title }) => title)
const story = (title: string, body = '## 什么情况\n\n2023年没有水。') => ({ kind: 'story' as const, title, body })

describe('stories of the library in the lists', () => {
  it('stand there with what their text says, and go when they are put away', async () => {
    const [outcome] = await desk.add({
      ...story(
        '老渠',
        '## 什么情况\n\n2023年没有水。\n\n## 结果怎么样，怎么知道的\n\n通了，台账可查。\n\n## 有关条文和文书\n\n《水法》第三十条。',
      ),
      ...{ topics: ['水利'], posts: ['村干部'], places: ['高岭村'] },
    })
    const id = outcome?.itemId ?? ''
    const summary = (await findSummaries(desk.access.db, [id])).get(id)
    expect(summary).toMatchObject({
      own: false,
      state: 'published',
      happenedFrom: '2023',
      evidence: 3,
      posts: ['村干部'],
    })
    expect(await titles({ q: 'laoqu' })).toEqual(['老渠'])
    expect(await titles({ q: 'gaoling' })).toEqual(['老渠'])
    await desk.writer.putAway(id)
    await desk.catchUp()
    expect(await titles()).toEqual([])
    await desk.writer.bringBack(id)
    await desk.catchUp()
    expect(await titles()).toEqual(['老渠'])
  })

  it('follow a new revision, and policies are none of them', async () => {
    const draft = { ...story('老渠'), identifier: 'gushi-laoqu', file: 'a.md' }
    await desk.add(draft, { title: '水法', body: '第一条 水。' })
    await desk.add({ ...draft, title: '老渠新修' })
    expect(await titles()).toEqual(['老渠新修'])
    expect(await titles({ q: 'lqxx' })).toEqual(['老渠新修'])
  })

  it('take themes and groups from the structured part that comes with them', async () => {
    const part = {
      format: 1,
      themes: ['生态环境'],
      groups: ['老年人'],
      people: [{ name: '王某', part: 'hero' }],
      evidence: 2,
    }
    const bytes = Buffer.from(JSON.stringify(part))
    const sha256 = await desk.access.blobs.put(bytes)
    const attachments = [{ name: '老渠.story.json', mediaType: STORY_MEDIA_TYPE, sha256, size: bytes.length }]
    await desk.add({ ...story('老渠'), attachments })
    const { stories, facets } = await listStories(desk.access.db, { ...page, theme: '生态环境' })
    expect(stories).toMatchObject([{ groups: ['老年人'], heroes: ['王某'], evidence: 2 }])
    expect(facets.group).toEqual([{ value: '老年人', count: 1 }])
  })

  it('are read from their text alone when the structured part is broken', async () => {
    for (const bytes of [Buffer.from('{'), Buffer.from('{"format":9}'), Buffer.from('null')]) {
      const sha256 = await desk.access.blobs.put(bytes)
      const attachments = [{ name: 'x.story.json', mediaType: STORY_MEDIA_TYPE, sha256, size: bytes.length }]
      await desk.add({ ...story(`老渠${bytes.length}`), attachments })
    }
    const missing = [{ name: 'x.story.json', mediaType: STORY_MEDIA_TYPE, sha256: 'd'.repeat(64), size: 9 }]
    await desk.add({ ...story('老渠缺'), attachments: missing })
    expect((await titles()).length).toBe(4)
  })

  it('are kept from standing still by a story that holds far too much of everything', async () => {
    const many = (word: string) => Array.from({ length: 40_000 }, (_, at) => `${word}${at}`)
    const part = {
      ...{ format: 1, themes: many('题'), groups: many('群'), audience: many('岗'), evidence: 3 },
      people: many('人').map((name) => ({ name, part: 'hero' })),
    }
    const bytes = Buffer.from(JSON.stringify(part))
    const sha256 = await desk.access.blobs.put(bytes)
    const attachments = [{ name: 'x.story.json', mediaType: STORY_MEDIA_TYPE, sha256, size: bytes.length }]
    const wild = `## 结果怎么样\n\n《${'法'.repeat(100)}》第${'一'.repeat(90)}条。${'> 甲\n\n'.repeat(20_000)}`
    await desk.add(
      { ...story('满'), attachments },
      { ...story('野', wild), topics: many('词').slice(0, 12_000), places: many('村') },
    )
    await desk.add(story('后来的'))
    expect((await titles()).toSorted()).toEqual(['后来的', '满', '野'])
    const facets = await desk.access.db.selectFrom('story_facet').select('value').execute()
    expect(facets.length).toBeLessThan(200)
  }, 30_000)

  it('leave an own story as it is made here', async () => {
    const own = await desk.tell({ title: '自己的渠', themes: ['乡村振兴'] })
    await desk.add({ ...story('发出去的渠'), identifier: own.id })
    expect((await listStories(desk.access.db, page)).stories).toMatchObject([
      { id: own.id, own: true, title: '自己的渠' },
    ])
    await desk.writer.putAway(own.id)
    await desk.catchUp()
    expect(await titles()).toEqual(['自己的渠'])
  })

  it('tell two people of one alias apart, and one whose name stands with blanks not', async () => {
    const hero = (name: string) => [{ id: 'a', name, part: 'hero' as const }]
    for (const [at, name] of ['王秀芝', '王大山', '王 秀 芝'].entries())
      await desk.tell({ title: `${at}`, people: hero(name) })
    const { stories } = await listStories(desk.access.db, page)
    expect(stories.map(({ heroes }) => heroes)).toEqual([['王某'], ['王某'], ['王某']])
    const facets = await desk.access.db.selectFrom('story_facet').where('type', '=', 'hero').select('value').execute()
    expect(facets.map(({ value }) => value).toSorted()).toEqual(['王大山', '王秀芝', '王秀芝'])
  })

  it('are made again from nothing, in steps, to the same', async () => {
    await desk.add(...Array.from({ length: 7 }, (_, at) => story(`渠${at}`)))
    await desk.tell({ title: '自己的渠', policies: [{ title: '水法' }] })
    const { db } = desk.access
    const everything = async () => [
      await db
        .selectFrom('story_summary')
        .selectAll()
        .orderBy('id')
        .execute()
        .then((rows) => rows.map(({ version: _, ...row }) => row)),
      await db.selectFrom('story_facet').selectAll().orderBy('type').orderBy('value').orderBy('story_id').execute(),
      await db.selectFrom('story_policy').selectAll().orderBy('item_id').orderBy('story_id').execute(),
      await db.selectFrom('story_band').selectAll().orderBy('story_id').orderBy('band').execute(),
    ]
    const before = await everything()
    await desk.writer.saveSetting('story-summaries', '{"format":0,"seq":1}')
    let steps = 0
    for (let left = 1; left > 0; steps++) left = (await desk.writer.catchUpIndex(3)).remaining
    expect(steps).toBeGreaterThan(2)
    expect(await everything()).toEqual(before)
  })

  it('say of one that is told again that it is told already', async () => {
    const text =
      '高岭村的老渠修了三十年，每到插秧就为放水吵架，去年王某把六十二户的田块画成一张图，按图轮水，一户一个时辰，贴在小卖部门口。'
    await desk.add(story('按图轮水', `## 什么情况\n\n${text}`))
    expect(await findNearDuplicates(desk.access.db, `轮水\n${text}`)).toMatchObject([{ title: '按图轮水' }])
  })
})
