import { beforeAll, describe, expect, it } from 'vitest'
import type { BalanceView, FeedEntry, FeedPreview, FeedView } from '../../../library/feeds/feed-view.ts'
import { openFeedEdition } from '../../../library/feeds/open-edition.ts'
import type { GateReport } from '../../../library/stories/gate/gate-view.ts'
import { verifyChain } from '../../../library/stories/process/event-chain.ts'
import type { StoryRecord } from '../../../library/stories/story.schema.ts'
import { askAs, openStoryDesk, type StoryDesk } from '../../stories/process/story-desk.ts'
import { wholeRecord } from '../../stories/process/whole-record.ts'
import { definition } from '../feed-desk.ts'

let desk: StoryDesk
let number = 0
const ask = <T>(person: string | undefined, method: string, path: string, body?: unknown) =>
  askAs<T>(desk.service, person, method, `/api${path}`, body)

/** Each has words of its own, so that no two are near duplicates. */
async function published(more: Partial<StoryRecord> = {}, before?: (id: string) => Promise<void>): Promise<string> {
  number += 1
  const words = Array.from({ length: 60 }, (_, index) =>
    String.fromCharCode(0x4e00 + ((number * 1777 + index * 271) % 9000)),
  ).join('')
  const told = await desk.tell(
    wholeRecord(`第${number}段渠`, { problem: `${words}。难处在这里。`, result: `${words}。浇上了水。`, ...more }),
  )
  await before?.(told.id)
  return (await desk.bring(told.id, 'published')).id
}
const column = (title: string) => ask<FeedView>('gao', 'POST', '/feeds', definition({ title }))
const entriesOf = (feed: FeedView) => ask<FeedEntry[]>(undefined, 'GET', `/feeds/${feed.id}/entries`)

beforeAll(async () => {
  desk = await openStoryDesk()
}, 60_000)

describe('a story that went all the way', () => {
  it('is waiting for the column as soon as it is published, and its issue names who made it', async () => {
    const feed = await column('本镇的事')
    expect(feed.waiting).toBe(0)
    const id = await published()
    expect((await ask<FeedView>(undefined, 'GET', `/feeds/${feed.id}`)).waiting).toBe(1)
    await ask('gao', 'POST', `/feeds/${feed.id}/issues`, {})
    const events = await ask<{ by: string; type: string }[]>(
      undefined,
      'GET',
      `/story-events?subject=feed&id=${feed.id}`,
    )
    expect(events.map(({ by, type }) => `${by} ${type}`)).toEqual(['高远 create', '高远 issue'])
    expect((await entriesOf(feed)).map(({ storyId }) => storyId)).toEqual([id])
    expect((await verifyChain(desk.service.session.access.db)).broken).toBeUndefined()
  }, 30_000)

  it('is refused when somebody acts whom the office does not know', async () => {
    const feed = await column('谁来办')
    await expect(ask('nobody', 'POST', `/feeds/${feed.id}/issues`, {})).rejects.toMatchObject({
      code: 'PERSON_UNKNOWN',
    })
  })
})

describe('what somebody overruled at the gate', () => {
  it('holds for the column as well, also while the story is being corrected', async () => {
    const phone = '13812345678'
    const id = await published({ done: `村里设了热线 ${phone}，一直有人接，前后打进来四十多个。` }, async (told) => {
      const { findings } = await ask<GateReport>(undefined, 'GET', `/stories/${told}/gate`)
      for (const { id: finding, severity } of findings) {
        if (severity !== 'must') continue
        await ask('gao', 'POST', `/stories/${told}/gate/overrule`, { id: finding, reason: '这是村里公开的热线' })
      }
    })
    const feed = await column('有热线的')
    await ask('gao', 'POST', `/feeds/${feed.id}/issues`, { stories: [id] })
    const { access } = desk.service.session
    expect((await openFeedEdition(access, feed.id)).stories.get(id)?.content.body).toContain(phone)
    await desk.step(id, 'chen', 'correct', { reason: '数字要改' })
    const { record, recordSha256 } = await desk.show(id, 'chen')
    await ask('chen', 'PUT', `/stories/${id}`, {
      record: { ...record, done: '改成了上门走访，不再公布号码了。' },
      read: recordSha256,
    })
    expect((await openFeedEdition(access, feed.id)).stories.get(id)?.content.body).toContain(phone)
  }, 30_000)
})

describe('a correction that took the whole way', () => {
  it('says in the column what its office said', async () => {
    const id = await published()
    const feed = await column('会更正的')
    await ask('gao', 'POST', `/feeds/${feed.id}/issues`, { stories: [id] })
    await desk.step(id, 'wu', 'correct', { reason: '受益的是二十八亩，不是三十亩' })
    const { record, recordSha256 } = await desk.show(id, 'chen')
    const changed = { ...record, result: `${record.result}更正：二十八亩。` }
    await ask('chen', 'PUT', `/stories/${id}`, { record: changed, read: recordSha256 })
    const preview = await ask<FeedPreview>(undefined, 'GET', `/feeds/${feed.id}/preview`)
    expect(preview.corrections).toEqual([])
    await desk.bring(id, 'published')
    await ask('gao', 'POST', `/feeds/${feed.id}/issues`, {})
    const [correction] = (await entriesOf(feed)).filter(({ type }) => type === 'correction')
    expect(correction?.note).toBe('受益的是二十八亩，不是三十亩')
  }, 30_000)
})

describe('a story that is retired', () => {
  it('leaves the column with the reason, at the next edition and for good at the next issue', async () => {
    const id = await published()
    const feed = await column('会退役的')
    await ask('gao', 'POST', `/feeds/${feed.id}/issues`, { stories: [id] })
    await desk.step(id, 'wu', 'retire', { reason: '当事人不愿再公开' })
    const edition = await openFeedEdition(desk.service.session.access, feed.id)
    expect(edition.entries[0]).toMatchObject({ type: 'withdrawal', note: '当事人不愿再公开' })
    expect(edition.stories.has(id)).toBe(false)
    const view = await ask<FeedView>('gao', 'POST', `/feeds/${feed.id}/issues`, {})
    expect(view).toMatchObject({ entries: expect.any(Number), changed: 0 })
    const [withdrawal] = (await entriesOf(feed)).filter(({ type }) => type === 'withdrawal')
    expect(withdrawal).toMatchObject({ id: edition.entries[0]?.id, publishedAt: edition.entries[0]?.publishedAt })
  }, 30_000)
})

describe('a question that a reader asked', () => {
  it('goes out answered with the next issue, once', async () => {
    const id = await published()
    const feed = await column('有问有答的')
    await ask('gao', 'POST', `/feeds/${feed.id}/issues`, { stories: [id] })
    const asked = {
      type: 'question',
      text: '坡度怎么量？我的电话是13912345678。',
      storyId: id,
      feedId: feed.id,
      way: 'desk',
      givenOn: '2026-11-01',
    }
    await ask('gao', 'POST', '/story-responses', { responses: [asked] })
    const { responses } = await ask<{ responses: { id: string }[] }>(
      undefined,
      'GET',
      `/story-responses?feed=${feed.id}`,
    )
    await ask('gao', 'PUT', `/story-responses/${responses[0]?.id}`, { answer: '用水平仪，水利站可以借。' })
    const issues = `/feeds/${feed.id}/issues`
    const before = await ask<FeedPreview>(undefined, 'GET', `/feeds/${feed.id}/preview`)
    expect(before.answers).toMatchObject([{ type: 'answers' }])
    await ask('gao', 'POST', issues, {})
    const edition = await openFeedEdition(desk.service.session.access, feed.id)
    const [[printed]] = [...edition.answers.values()] as [[{ question: string; answer: string }]]
    expect(printed.answer).toBe('用水平仪，水利站可以借。')
    expect(printed.question).toMatch(/^坡度怎么量？我的电话是/)
    expect(printed.question).not.toContain('13912345678')
    const after = await ask<FeedPreview>(undefined, 'GET', `/feeds/${feed.id}/preview`)
    expect(after.answers).toEqual([])
  }, 30_000)
})

describe('who is not told about', () => {
  it('is named with the stories on their way that would help, those furthest first', async () => {
    const words = (from: number) =>
      Array.from({ length: 60 }, (_, index) => String.fromCharCode(0x5e00 + ((from * 911 + index * 173) % 6000))).join(
        '',
      )
    const told: string[] = []
    for (const [index, to] of (['submitted', 'approved'] as const).entries()) {
      const record = wholeRecord(`退役军人护渠${index}`, {
        groups: ['退役军人'],
        problem: words(index),
        result: words(index + 5),
      })
      const { id } = await desk.tell(record)
      await desk.bring(id, to)
      told.unshift(id)
    }
    const { missing } = await ask<BalanceView>(undefined, 'GET', '/feeds/balance')
    const veterans = missing.find(({ value }) => value === '退役军人')
    expect(veterans).toMatchObject({ dimension: 'group', says: '退役军人：还没有讲过。' })
    expect(veterans?.stories.map(({ id }) => id)).toEqual(told)
  }, 30_000)
})
