import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { storyCode } from '../../../library/feeds/print/story-code.ts'
import type { StoryTask } from '../../../library/stories/process/process-view.ts'
import type {
  KeptResponses,
  ResponsePage,
  StoryResponse,
  ToldResponses,
} from '../../../library/stories/responses/response-view.ts'
import type { StoryView } from '../../../library/stories/story-view.ts'
import { openResponseDesk, type ResponseDesk } from './response-desk.ts'

let desk: ResponseDesk
beforeAll(async () => {
  desk = await openResponseDesk()
})

const enter = (responses: readonly object[], more: object = {}) =>
  desk.ask<KeptResponses>('POST', '/story-responses', {
    responses: responses.map((one) => ({ givenOn: '2026-03-05', ...one })),
    ...more,
  })
const listed = async (query: string) => (await desk.ask<ResponsePage>('GET', `/story-responses?${query}`)).body

describe('cards typed in', () => {
  it('are matched by id, title, initials and the code on the card, and kept without a story where none is meant', async () => {
    const story = await desk.tell('高岭村修渠记')
    const { status, body } = await enter([
      { storyId: story.id, useful: 'yes' },
      { named: '《高岭村修渠记》', useful: 'partly' },
      { named: 'glcxqj', useful: 'no' },
      { named: storyCode(story.id).toLowerCase().replaceAll('-', ' '), useful: 'yes' },
      { named: '没有这个故事', useful: 'yes' },
    ])
    expect([status, body]).toEqual([201, { kept: 5, known: 0, masked: [], unmatched: ['没有这个故事'] }])
    const page = await listed(`story=${story.id}`)
    expect(page.total).toBe(4)
    expect(page.digest).toMatchObject({ total: 4, useful: { yes: 2, partly: 1, no: 1 } })
    expect(page.digest.byMonth).toEqual([{ month: '2026-03', yes: 2, partly: 1, no: 1 }])
    const all = await listed('limit=500')
    expect(all.responses.find(({ named }) => named === '没有这个故事')).toMatchObject({ way: 'card', useful: 'yes' })
  })

  it('are kept once where the same is sent twice', async () => {
    const card = { id: randomUUID(), useful: 'yes', named: '别处的故事' }
    expect((await enter([card])).body).toMatchObject({ kept: 1, known: 0 })
    expect((await enter([card, { useful: 'no' }])).body).toMatchObject({ kept: 1, known: 1 })
  })

  it('are masked where they hold personal data, and say so; or refused where that was asked for', async () => {
    const story = await desk.tell('遮盖')
    const said = { storyId: story.id, type: 'question', text: '请打我电话13812345678，我姓王。' }
    const refused = await enter([said], { mask: false })
    expect([refused.status, refused.body.error.code]).toEqual([422, 'RESPONSE_PERSONAL_DATA'])
    expect((await listed(`story=${story.id}`)).total).toBe(0)
    const { body } = await enter([said])
    expect(body.masked).toEqual([expect.objectContaining({ row: 1 })])
    const [kept] = (await listed(`story=${story.id}`)).responses
    expect(kept?.text).not.toContain('13812345678')
    expect(kept?.text).toMatch(/^请打我电话.+，我姓王。$/)
  })

  it('are refused where they say nothing, and never given on a day to come', async () => {
    expect((await enter([{ text: '   ' }])).status).toBe(400)
    expect((await enter([{}])).status).toBe(400)
    expect((await enter([{ useful: 'yes', name: '张三' }])).status).toBe(400)
    const story = await desk.tell('钟走快了')
    await enter([{ storyId: story.id, useful: 'yes', givenOn: '2099-01-01' }])
    const [kept] = (await listed(`story=${story.id}`)).responses
    expect(kept?.givenOn).toBe(kept?.receivedAt.slice(0, 10))
  })

  it('name no story that is not here', async () => {
    expect((await enter([{ storyId: 'gushi-nowhere', useful: 'yes' }])).status).toBe(404)
  })
})

describe('what was said', () => {
  it('is counted by words over the months, without what says nothing', async () => {
    const story = await desk.tell('数词')
    await enter([
      { storyId: story.id, givenOn: '2026-01-05', text: '清单很清楚，老人看得懂。' },
      { storyId: story.id, givenOn: '2026-02-05', text: '希望清单再大一点，老人眼睛不好。' },
      { storyId: story.id, givenOn: '2026-02-06', text: '我们村也想要这个。' },
    ])
    const { digest } = await listed(`story=${story.id}`)
    expect(digest.words.map(({ word }) => word)).toEqual(expect.arrayContaining(['清单', '老人']))
    expect(digest.words.map(({ word }) => word)).not.toContain('我们')
    expect(digest.words.find(({ word }) => word === '清单')).toEqual({
      word: '清单',
      count: 2,
      months: ['2026-01', '2026-02'],
    })
  })

  it('is seen by the one who told the story, once', async () => {
    const story = await desk.tell('有人看见')
    await enter([
      { storyId: story.id, useful: 'yes' },
      { storyId: story.id, text: '学到了' },
    ])
    const told = async () => (await desk.ask<ToldResponses>('GET', `/stories/${story.id}/responses`)).body
    expect(await told()).toMatchObject({ total: 2, unseen: 2 })
    expect((await desk.ask('POST', `/stories/${story.id}/responses/seen`)).body).toEqual({ seen: 2 })
    expect(await told()).toMatchObject({ unseen: 0, responses: [{ shownOn: expect.any(String) }, {}] })
    expect((await desk.ask('POST', `/stories/${story.id}/responses/seen`)).body).toEqual({ seen: 0 })
  })

  it('becomes a task of its story, once, and not of a story of others', async () => {
    const story = await desk.tell('改一改')
    await enter([
      { storyId: story.id, type: 'suggestion', text: '写清楚花了多少钱' },
      { named: '谁也不知道', text: '很好' },
    ])
    const [response] = (await listed(`story=${story.id}`)).responses
    const task = (await desk.ask<StoryTask>('POST', `/story-responses/${response?.id}/task`)).body
    expect(task).toMatchObject({
      storyId: story.id,
      type: 'suggestion',
      text: '读者建议：写清楚花了多少钱',
      for: 'writer',
    })
    expect((await desk.ask<StoryTask>('POST', `/story-responses/${response?.id}/task`)).body.id).toBe(task.id)
    const { body } = await desk.ask<StoryView>('GET', `/stories/${story.id}`)
    expect(body.tasks.map(({ id }) => id)).toEqual([task.id])
    const unknown = (await listed('limit=500')).responses.find(({ named }) => named === '谁也不知道')
    const refused = await desk.ask('POST', `/story-responses/${unknown?.id}/task`)
    expect(refused.body.error.code).toBe('RESPONSE_NO_STORY')
  })
})

describe('what was taken by mistake', () => {
  it('can be matched to its story with all that were called so, lose a name, or go', async () => {
    const cards = [
      { named: '修路的事', useful: 'yes' },
      { named: '修路的事', text: '李四这人态度差，路修得好' },
    ]
    await enter(cards)
    const story = await desk.tell('高岭村修路')
    const named = (await listed('limit=500')).responses.filter((one) => one.named === '修路的事')
    const [first] = named.filter(({ text }) => text !== undefined)
    const put = (body: object) => desk.ask<StoryResponse>('PUT', `/story-responses/${first?.id}`, body)
    expect((await put({ storyId: story.id, same: true })).body.storyId).toBe(story.id)
    expect((await listed(`story=${story.id}`)).total).toBe(2)
    expect((await put({ text: '路修得好，电话13812345678' })).body.text).toMatch(/^路修得好，电话(?!13812345678)/)
    const gone = await desk.ask<StoryResponse>('DELETE', `/story-responses/${first?.id}`)
    expect(gone.body.id).toBe(first?.id)
    expect((await listed(`story=${story.id}`)).total).toBe(1)
    expect((await desk.ask('DELETE', `/story-responses/${first?.id}`)).status).toBe(404)
  })
})

describe('a question', () => {
  it('is answered, goes out with the next issue, and stands from then on', async () => {
    const story = await desk.tell('问一问')
    await enter([{ storyId: story.id, type: 'question', text: '一个人的村能办吗？' }])
    const [question] = (await listed(`story=${story.id}&open=true`)).responses
    const answer = (text: string | null) =>
      desk.ask<StoryResponse>('PUT', `/story-responses/${question?.id}`, { answer: text })
    const phone = await answer('请打13812345678问老李。')
    expect(phone.body.error.code).toBe('RESPONSE_PERSONAL_DATA')
    expect((await answer('能，找邻村合办。')).body.answer).toMatchObject({ text: '能，找邻村合办。' })
    expect((await listed(`story=${story.id}&open=true`)).total).toBe(0)
    const { body } = await desk.ask<StoryView>('GET', `/stories/${story.id}`)
    expect(body.events.map(({ type }) => type)).toEqual(['create', 'response'])
  })

  it('is answered by a person, once the office has people', async () => {
    const story = await desk.tell('谁来答')
    await enter([{ storyId: story.id, type: 'question', text: '为什么？' }])
    const [question] = (await listed(`story=${story.id}`)).responses
    const office = await desk.ask('PUT', '/story-office', {
      ...{ name: '宣传办', days: { verify: 3, approve: 3, publish: 3 }, reviewMonths: 12 },
      people: [{ id: 'wang', name: '王静', roles: ['writer'] }],
    })
    expect(office.status).toBe(200)
    const put = (person?: string) => desk.ask('PUT', `/story-responses/${question?.id}`, { answer: '因为。' }, person)
    expect((await put()).body.error.code).toBe('RESPONSE_PERSON_NEEDED')
    expect((await put('wang')).status).toBe(200)
    expect((await put('nobody')).body.error.code).toBe('PERSON_UNKNOWN')
  })
})
