import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StoryOfficeSchema } from '../../library/stories/process/story-office.schema.ts'
import { publishableContent } from '../../library/stories/publishable.ts'
import { findStory } from '../../library/stories/stories.repository.ts'
import type { StoryRecord } from '../../library/stories/story.schema.ts'
import type { ShownStory, StorySummary, StoryView } from '../../library/stories/story-view.ts'
import { openTellingDesk, type TellingDesk } from './telling-desk.ts'

let desk: TellingDesk
beforeEach(async () => {
  desk = await openTellingDesk()
})
afterEach(() => desk.close())

const body = [
  '## 什么情况\n\n2023年没有水。',
  '## 做了什么\n\n1. 画图；\n2. 贴图。',
  '## 花了多少\n\n- 人手：一个人三天\n- 钱：四十元',
  '## 结果怎么样，怎么知道的\n\n两年没有再吵。\n\n怎么知道的：看过登记。',
  '## 有关条文和文书\n\n《水法》第三十条；《村民委员会组织法》。文书：《值班表》。',
].join('\n\n')
const story = (title: string, more = {}) => ({ kind: 'story' as const, title, body, ...more })
const idOf = async (title: string) =>
  (await desk.access.db.selectFrom('item').where('title', '=', title).select('id').executeTakeFirstOrThrow()).id
const ofItem = async (path: string) =>
  (await desk.ask<StorySummary[]>('GET', `/of/${path}`)).body.map(({ title }) => title)

describe('a story that came without a structured part', () => {
  it('is shown with what its text says of evidence, time and policies', async () => {
    await desk.add(story('老渠', { posts: ['村干部'], issuedOn: '2025-01-01' }), {
      title: '水法',
      body: '第三十条 轮流用水。',
    })
    const { body: shown } = await desk.ask<ShownStory>('GET', `/shown/${await idOf('老渠')}`)
    expect(shown.story).toMatchObject({
      happenedFrom: '2023',
      evidence: 3,
      audience: ['村干部'],
      publishedOn: '2025-01-01',
    })
    expect(shown.story.policies).toEqual([
      { title: '水法', provision: '第三十条', itemId: await idOf('水法'), anchor: '第三十条' },
      { title: '村民委员会组织法' },
    ])
    expect(shown.passages.filter(({ type }) => type === 'heading')).toHaveLength(5)
  })

  it('is the beginning of one’s own, without its people and places', async () => {
    await desk.add(story('老渠', { posts: ['村干部'], places: ['高岭村'], topics: ['水利'] }))
    const from = await idOf('老渠')
    const { body: own } = await desk.ask<StoryView>('POST', '/', { from })
    expect(own.id).not.toBe(from)
    expect(own.record).toMatchObject({
      ...{ title: '老渠', posts: ['村干部'], places: [], problem: '2023年没有水。', done: '1. 画图；\n2. 贴图。' },
      ...{ cost: { people: '一个人三天', money: '四十元' }, result: '两年没有再吵。', evidence: { how: '看过登记。' } },
      ...{ people: [], media: [], sources: [{ title: '《老渠》', type: 'document' }] },
    })
    expect(await desk.ask('POST', '/', { from: 'nowhere' })).toMatchObject({ status: 404 })
  })

  it('is told from what is no story', async () => {
    await desk.add({ title: '水法', body: '第一条 水。' })
    expect(await desk.ask('GET', `/shown/${await idOf('水法')}`)).toMatchObject({
      body: { error: { code: 'STORY_NOT_A_STORY' } },
    })
  })
})

describe('the stories of a clause', () => {
  it('are those that show it, also when the text came later, is called in full, or is explained', async () => {
    await desk.add(story('老渠'))
    await desk.add(
      { title: '中华人民共和国水法', body: '第三十条 轮流用水。\n\n第三十一条 没有。' },
      { title: '《村民委员会组织法》解读', body: '议事。' },
    )
    const law = await idOf('中华人民共和国水法')
    expect(await ofItem(law)).toEqual(['老渠'])
    expect(await ofItem(`${law}?anchor=${encodeURIComponent('第三十条~2')}`)).toEqual(['老渠'])
    expect(await ofItem(`${law}?anchor=${encodeURIComponent('第三十一条')}`)).toEqual([])
    expect(await ofItem(await idOf('《村民委员会组织法》解读'))).toEqual(['老渠'])
    expect(await ofItem('nowhere')).toEqual([])
  })
})

describe('the story of today', () => {
  const today = async () => (await desk.ask<{ story?: StorySummary; why?: string }>('GET', '/today')).body
  const seen = (storyId: string) => desk.ask('POST', '/today/shown', { storyId })

  it('is none where nothing is published, drafts or not', async () => {
    await desk.tell({ title: '草稿' })
    expect(await today()).toEqual({})
  })

  it('stays the same all day, and is another one tomorrow, until all were seen', async () => {
    await desk.add(...['甲', '乙', '丙'].map((title) => story(title)))
    const told: string[] = []
    for (const day of ['2026-11-21', '2026-11-22', '2026-11-23']) {
      desk.setClock(`${day}T01:00:00.000Z`)
      const first = (await today()).story
      expect((await today()).story).toEqual(first)
      await seen(first?.id ?? '')
      desk.setClock(`${day}T11:00:00.000Z`)
      expect((await today()).story?.id).toBe(first?.id)
      told.push(first?.title ?? '')
    }
    expect(told.toSorted()).toEqual(['丙', '乙', '甲'].toSorted())
    desk.setClock('2026-11-24T01:00:00.000Z')
    // All were seen: the one of longest ago comes again.
    expect((await today()).story?.title).toBe(told[0])
    expect((await today()).why).toBe('有一阵没有见到的一个。')
  })

  it('is near to what the person looked at lately', async () => {
    await desk.add(
      ...Array.from({ length: 8 }, (_, at) => story(`别的${at}`, { posts: ['财政岗'] })),
      story('低保核对', { posts: ['民政岗'], topics: ['最低生活保障'] }),
      { title: '低保办法', body: '第一条 低保。', topics: ['最低生活保障'] },
    )
    await desk.writer.touchRecent(await idOf('低保办法'), '')
    expect(await today()).toMatchObject({ story: { title: '低保核对' }, why: '和您最近看的“最低生活保障”有关。' })
  })
})

describe('what is published of a story', () => {
  const record: Partial<StoryRecord> = {
    ...{ title: '王秀芝的图', summary: '王秀芝画图。', themes: ['乡村振兴'], done: '王秀芝画图。', label: '样例' },
    people: [{ id: 'a', name: '王秀芝', part: 'hero' }],
    sources: [
      {
        ...{ id: 's', title: '王秀芝口述', type: 'interview', from: '王秀芝', note: '电话里说的' },
        file: { name: '王秀芝.mp3', mediaType: 'audio/mpeg', sha256: 'b'.repeat(64), size: 9 },
      },
    ],
    consents: [{ id: 'c', who: 'a', covers: ['story'], how: 'written', proof: 'e'.repeat(64) }],
  }
  const content = async (told: StoryView) => {
    const kept = await findStory(desk.access.db, told.id)
    if (!kept) throw new Error('not kept')
    const office = StoryOfficeSchema.parse({ name: '石坪乡宣传办' })
    return publishableContent(desk.access, kept, office, '2026-11-21', desk.writer)
  }

  it('holds neither a hidden name, nor a paper, nor who said what where', async () => {
    const { content: published, blobs } = await content(await desk.tell(record))
    const parts = await Promise.all(blobs.map(({ sha256 }) => desk.access.blobs.read(sha256)))
    const all = JSON.stringify(published) + parts.map((bytes) => bytes.toString('utf8')).join('')
    for (const secret of ['王秀芝', 'e'.repeat(64), 'b'.repeat(64), '电话里说的']) expect(all).not.toContain(secret)
    expect(published).toMatchObject({
      ...{
        title: '王某的图',
        description: '王某画图。',
        issuer: '石坪乡宣传办',
        issuedOn: '2026-11-21',
        label: '样例',
      },
      sources: [{ title: '王某口述', note: `访谈，存档 ${'b'.repeat(16)}` }],
    })
  })

  it('holds cleaned copies of pictures where they belong, never the originals, and films as they are', async () => {
    const { blobs } = desk.access
    const photo = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } })
      .withExif({ IFD0: { Artist: 'Wang Xiuzhi' } })
      .jpeg()
      .toBuffer()
    const original = await blobs.put(photo)
    const film = await blobs.put(Buffer.from('film'))
    const media = [
      {
        ...{ id: 'm', sha256: original, name: '王秀芝.jpg', mediaType: 'image/jpeg', size: photo.length },
        ...{ section: 'done' as const, caption: '王秀芝画图', takenOn: '2024-03', cover: true },
      },
      { id: 'f', sha256: film, name: '讲解.mp4', mediaType: 'video/mp4', size: 4, caption: '讲解水怎么分' },
    ]
    const { content: published, blobs: held } = await content(await desk.tell({ ...record, media }))
    const copy = published.attachments?.find(({ mediaType }) => mediaType === 'image/jpeg')
    expect(copy).toMatchObject({ name: '图片1.jpg' })
    expect(published.body).toContain(`王某画图。\n\n![王某画图](sha256:${copy?.sha256})\n图：王某画图（2024-03）`)
    expect(published.body).toContain('影音：讲解水怎么分，在附件里。')
    expect(held.map(({ sha256 }) => sha256)).toEqual(expect.arrayContaining([copy?.sha256, film]))
    expect(JSON.stringify([published, held])).not.toContain(original)
    expect((await blobs.read(copy?.sha256 ?? '')).includes('Wang Xiuzhi')).toBe(false)
    expect(photo.includes('Wang Xiuzhi')).toBe(true)
  })

  it('is not published with a picture that cannot be cleaned; the preview goes without it', async () => {
    const broken = await desk.access.blobs.put(Buffer.from('not a picture'))
    const media = [{ id: 'm', sha256: broken, name: '王秀芝.jpg', mediaType: 'image/jpeg', size: 13 }]
    const told = await desk.tell({ ...record, media })
    await expect(content(told)).rejects.toMatchObject({ code: 'PICTURE_UNSUPPORTED' })
    const { body: preview } = await desk.ask<ShownStory>('GET', `/${told.id}/preview`)
    expect(preview).toMatchObject({ title: '王某的图', story: { media: [], people: [{ name: '王某' }] } })
    expect(JSON.stringify(preview)).not.toContain(broken)
  })
})

describe('a story that is being corrected', () => {
  it('is shown to readers as it was published, until the correction is', async () => {
    const policies = [{ title: '水法', provision: '第三十条' }]
    const told = await desk.tell({ title: '老渠', policies })
    const kept = await findStory(desk.access.db, told.id)
    if (!kept) throw new Error('not kept')
    const office = StoryOfficeSchema.parse({ name: '石坪乡宣传办' })
    const { content } = await publishableContent(desk.access, kept, office, '2026-11-21', desk.writer)
    await desk.add(content, { title: '水法', body: '第三十条 轮流用水。' })
    const revision = (
      await desk.access.db
        .selectFrom('item')
        .where('id', '=', told.id)
        .select('current_revision')
        .executeTakeFirstOrThrow()
    ).current_revision
    const corrected = {
      ...kept,
      revision,
      record: { ...kept.record, title: '老渠（还没核实）' },
      updatedAt: '2026-11-22T00:00:00.000Z',
    }
    await desk.writer.replaceStory(corrected, kept.updatedAt, '本机')
    expect(await ofItem(await idOf('水法'))).toEqual(['老渠'])
    expect((await desk.ask<{ story: StorySummary }>('GET', '/today')).body.story).toMatchObject({
      title: '老渠',
      state: 'published',
    })
    expect((await desk.ask<ShownStory>('GET', `/shown/${told.id}`)).body.title).toBe('老渠')
    expect((await desk.ask<StoryView>('GET', `/${told.id}`)).body).toMatchObject({
      title: '老渠（还没核实）',
      state: 'draft',
    })
  })
})
