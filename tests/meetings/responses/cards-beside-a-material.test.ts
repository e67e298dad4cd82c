import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { MaterialView } from '../../../library/meetings/materials/material-view.ts'
import type {
  KeptCards,
  MaterialResponse,
  ReadCards,
  ResponsesView,
  TakenCards,
} from '../../../library/meetings/responses/response-view.ts'
import { openResponseDesk, type ResponseDesk, sheetOf } from '../../stories/responses/response-desk.ts'

let desk: ResponseDesk
beforeAll(async () => {
  desk = await openResponseDesk()
})

const meeting = async (record: object = {}) => {
  const body = { record: { type: 'meeting', format: 1, title: '宅基地业务培训', ...record } }
  return (await desk.ask<MaterialView>('POST', '/materials', body)).body.id
}
const sheet = async (id: string) => (await desk.ask<ResponsesView>('GET', `/materials/${id}/responses`)).body
const enter = (id: string, responses: readonly object[], more: object = {}) =>
  desk.ask<KeptCards>('POST', `/materials/${id}/responses`, {
    responses: responses.map((one) => ({ givenOn: '2026-03-05', ...one })),
    ...more,
  })

describe('cards that are typed in', () => {
  it('lie beside the material in the order they came, with their choices counted in the order of the card', async () => {
    const id = await meeting()
    const { status, body } = await enter(id, [
      {
        type: 'needs',
        post: '民政助理',
        answers: { years: '4-10', hard: '群众带不齐材料。\n要跑三趟。', form: 'story drill' },
      },
      { type: 'needs', answers: { form: 'drill', 'form-other': '到村里看' } },
      { type: 'feedback', answers: { useful: '第六十二条讲得细', length: 'too-long' } },
    ])
    expect([status, body]).toEqual([201, { kept: 3, known: 0, masked: [] }])
    const view = await sheet(id)
    expect(view.needs.map(({ answers }) => answers)).toEqual([
      { years: '4-10', hard: '群众带不齐材料。\n要跑三趟。', form: 'story drill' },
      { form: 'drill', 'form-other': '到村里看' },
    ])
    expect(view.needs[0]).toMatchObject({ way: 'paper', post: '民政助理', materialId: id })
    expect(view.feedback).toHaveLength(1)
    const form = view.counts.find(({ question }) => question === 'form')
    expect(form?.answers.filter(({ count }) => count > 0)).toEqual([
      { value: 'story', count: 1 },
      { value: 'drill', count: 2 },
    ])
    expect(view.counts.map(({ question }) => question)).toEqual(['years', 'form', 'length'])
    expect(view.cards.needs.map((question) => question.id)).toContain('hard')
    expect(JSON.stringify(view.counts)).not.toMatch(/average|score|percent/)
  })

  it('are kept once where the same is sent twice', async () => {
    const id = await meeting()
    const card = { id: randomUUID(), type: 'feedback', answers: { useful: '演练' } }
    await enter(id, [card])
    expect((await enter(id, [card, { type: 'feedback', answers: { useful: '演练' } }])).body).toMatchObject({
      kept: 1,
      known: 1,
    })
  })

  it('are masked where they hold personal data, or refused where that was asked for', async () => {
    const id = await meeting()
    const said = { type: 'needs', post: '办事员13812345678', answers: { hard: '联系我13912345678' } }
    const refused = await enter(id, [said], { mask: false })
    expect([refused.status, refused.body.error.code]).toEqual([422, 'RESPONSE_PERSONAL_DATA'])
    expect((await sheet(id)).needs).toEqual([])
    expect((await enter(id, [said])).body.masked).toEqual([{ card: 1, says: expect.any(String) }])
    expect(JSON.stringify(await sheet(id))).not.toMatch(/13812345678|13912345678/)
  })

  it('are refused with nothing on them, with what the card does not ask, and about what is not there', async () => {
    const id = await meeting()
    for (const answers of [{}, { mark: '5' }, { length: 'right too-long' }]) {
      expect((await enter(id, [{ type: 'feedback', answers }])).status).toBe(400)
    }
    expect((await enter('huiyi-none', [{ type: 'feedback', answers: { useful: '好' } }])).body.error.code).toBe(
      'MATERIAL_NOT_FOUND',
    )
    expect((await sheet(id)).feedback).toEqual([])
  })

  it('of a clock that runs ahead are given today', async () => {
    const id = await meeting()
    await enter(id, [{ type: 'feedback', givenOn: '2999-01-01', answers: { useful: '好' } }])
    expect((await sheet(id)).feedback[0]?.givenOn).toBe(new Date().toLocaleDateString('sv'))
  })
})

describe('what is done about a card', () => {
  it('is noted with its day, changed and taken back', async () => {
    const id = await meeting()
    await enter(id, [{ type: 'feedback', answers: { unclear: '补偿怎么算' } }])
    const [card] = (await sheet(id)).feedback as [MaterialResponse]
    const at = `/materials/${id}/responses/${card.id}`
    const done = await desk.ask<MaterialResponse>('PUT', at, { done: { note: '加了一页算例' } })
    expect(done.body.done).toEqual({ on: new Date().toLocaleDateString('sv'), note: '加了一页算例' })
    expect((await sheet(id)).feedback[0]?.done?.note).toBe('加了一页算例')
    await desk.ask('PUT', at, { done: null })
    expect((await sheet(id)).feedback[0]?.done).toBeUndefined()
  })

  it('may be taking words out, but not putting others than the card asks for', async () => {
    const id = await meeting()
    await enter(id, [{ type: 'feedback', answers: { useful: '李主任讲得好', length: 'right' } }])
    const at = `/materials/${id}/responses/${(await sheet(id)).feedback[0]?.id}`
    const changed = await desk.ask<MaterialResponse>('PUT', at, { answers: { useful: '讲得好' } })
    expect(changed.body.answers).toEqual({ useful: '讲得好' })
    const foreign = await desk.ask('PUT', at, { answers: { hard: '别的' } })
    expect([foreign.status, foreign.body.error.code]).toEqual([422, 'RESPONSE_NOT_ON_CARD'])
  })

  it('is deleting it, or all of them, for good and of this material alone', async () => {
    const [id, other] = [await meeting(), await meeting()]
    for (const one of [id, other]) {
      await enter(
        one,
        ['甲', '乙', '丙'].map((useful) => ({ type: 'feedback', answers: { useful } })),
      )
    }
    const [first] = (await sheet(id)).feedback as [MaterialResponse]
    expect((await desk.ask('DELETE', `/materials/${other}/responses/${first.id}`)).status).toBe(404)
    expect((await desk.ask('DELETE', `/materials/${id}/responses/${first.id}`)).status).toBe(200)
    expect((await sheet(id)).feedback).toHaveLength(2)
    expect((await desk.ask('DELETE', `/materials/${id}/responses`)).body).toEqual({ deleted: 2 })
    expect((await sheet(id)).feedback).toEqual([])
    expect((await sheet(other)).feedback).toHaveLength(3)
  })
})

describe('a sheet of cards', () => {
  const rows = [
    ['提交时间', '姓名', '岗位', '哪些内容有用', '哪里没有讲清楚', '您觉得时间怎么样'],
    ['2026-03-05 10:00:00', '张三', '民政助理', '演练', '无', '太长了'],
    ['2026-03-05 10:00:00', '李四', '', '演练', '', '正好'],
    ['2026-03-06', '', '', '', '', ''],
    ['2999-01-01', '', '', '有', '', ''],
    ['', '', '窗口', '我的电话13812345678', '', '看情况'],
  ]

  it('is read, confirmed with its columns, and taken once, with personal data out', async () => {
    const id = await meeting()
    const read = await desk.give<ReadCards>(`/materials/${id}/responses/read`, '反馈.xlsx', await sheetOf(rows))
    expect([read.status, read.body]).toMatchObject([200, { type: 'feedback', total: 3, known: 0, personal: 1 }])
    expect(read.body.columns.map(({ field }) => field ?? '')).toEqual(['givenOn', '', 'post', 'useful', 'unclear', ''])
    expect(read.body.notes.join()).toContain('“姓名”是个人信息，没有读取。')
    expect(read.body.refused).toEqual([
      { row: 4, reason: '这一行没有写什么。' },
      { row: 5, reason: '日期在今天以后：2999-01-01。' },
    ])
    expect((await sheet(id)).feedback).toEqual([])

    const match = read.body.columns.map(({ column, field }) => ({
      column,
      ...(column.includes('时间怎么样') ? { field: 'length' } : field && { field }),
    }))
    const again = await desk.ask<ReadCards>('POST', `/materials/${id}/responses/read/${read.body.upload}`, { match })
    expect(again.body.sample.map(({ answers }) => answers)).toEqual([
      { useful: '演练', length: 'too-long' },
      { useful: '演练', length: 'right' },
      { useful: expect.not.stringContaining('13812345678'), 'length-other': '看情况' },
    ])
    const take = { upload: read.body.upload, type: 'feedback', match }
    const taken = await desk.ask<TakenCards>('POST', `/materials/${id}/responses/take`, take)
    expect(taken.body).toMatchObject({ type: 'feedback', taken: 3, known: 0, masked: 1 })
    const kept = await sheet(id)
    expect(kept.feedback.map(({ way, post }) => [way, post])).toEqual([
      ['sheet', '民政助理'],
      ['sheet', undefined],
      ['sheet', '窗口'],
    ])
    expect(JSON.stringify(kept)).not.toMatch(/张三|李四|13812345678/)

    // The same sheet once more, grown by a row: its columns are remembered, and only the new row is taken.
    const grown = await sheetOf([...rows, ['2026-03-07', '', '', '算例', '', '有点短']])
    const second = await desk.give<ReadCards>(`/materials/${id}/responses/read`, '反馈.xlsx', grown)
    expect(second.body).toMatchObject({ total: 4, known: 3 })
    expect(second.body.columns.at(-1)).toMatchObject({ field: 'length', by: 'remembered' })
    const more = await desk.ask<TakenCards>('POST', `/materials/${id}/responses/take`, { upload: second.body.upload })
    expect(more.body).toMatchObject({ taken: 1, known: 3 })
    // Of another meeting the same words are other cards.
    const other = await meeting()
    const third = await desk.give<ReadCards>(`/materials/${other}/responses/read`, '反馈.xlsx', grown)
    expect(third.body.known).toBe(0)
  })

  it('of .csv in which no column is a question of the card is not taken until a person says which', async () => {
    const id = await meeting()
    const csv = '甲,乙\n排队太久,办证\n'
    const read = await desk.give<ReadCards>(`/materials/${id}/responses/read?type=needs`, '需求.csv', csv)
    expect(read.body).toMatchObject({ type: 'needs', total: 0 })
    expect(read.body.notes).toContain('没有一列是卡片上的问题，请在列的对应里指明。')
    const take = { upload: read.body.upload, type: 'needs' }
    const refused = await desk.ask('POST', `/materials/${id}/responses/take`, take)
    expect([refused.status, refused.body.error.code]).toEqual([422, 'CARD_NO_COLUMN'])
    const match = [
      { column: '甲', field: 'hard' },
      { column: '乙', field: 'topics' },
    ]
    const taken = await desk.ask<TakenCards>('POST', `/materials/${id}/responses/take`, { ...take, match })
    expect(taken.body.taken).toBe(1)
    expect((await sheet(id)).needs[0]?.answers).toEqual({ hard: '排队太久', topics: '办证' })
  })

  it('that is none is refused with a sentence', async () => {
    const id = await meeting()
    const { status, body } = await desk.give(`/materials/${id}/responses/read`, '照片.xlsx', 'no sheet')
    expect(status).toBe(422)
    expect(body.error.what).toMatch(/。$/)
    expect((await desk.ask('POST', `/materials/${id}/responses/take`, { upload: randomUUID() })).status).toBe(404)
  })
})

describe('what somebody wrote on a card', () => {
  it('goes with no shared file and no item of the meeting', async () => {
    const id = await meeting({ parts: [{ id: 'p1', type: 'opening', title: '开场' }] })
    const said = '桂花糕与算盘'
    await enter(id, [{ type: 'feedback', answers: { useful: said } }])
    const bundle = await desk.service.handle(new Request(`http://xinhuo/api/materials/${id}/bundle`))
    expect(bundle.status).toBe(200)
    const bytes = Buffer.from(await bundle.arrayBuffer())
    expect([bytes.length > 0, bytes.includes(said)]).toEqual([true, false])
    expect((await desk.ask('POST', `/materials/${id}/item`)).status).toBe(200)
    expect(JSON.stringify((await desk.ask('GET', `/items/${id}`)).body)).not.toContain(said)
  })
})

describe('beside the next meeting', () => {
  it('stands what the outline has of the needs, and where', async () => {
    const parts = [
      {
        id: 'p1',
        type: 'reading',
        title: '领学土地管理法',
        cites: [{ id: 'c1', title: '土地管理法', provision: '第六十二条' }],
      },
      { id: 'p2', type: 'story', title: '高岭村修渠', ask: ['宅基地怎么分？'] },
      { id: 'p3', type: 'discussion', title: '分组讨论' },
    ]
    const id = await meeting({ parts })
    await enter(id, [
      {
        type: 'needs',
        answers: { topics: '第62条、关于宅基地的问题；医保报销', form: 'story reading hands-on', years: '1-3' },
      },
    ])
    const { met, needs } = await sheet(id)
    const at = (question: string, what: string, ...titles: string[]) => ({
      responseId: needs[0]?.id,
      question,
      what,
      parts: titles.map((title) => expect.objectContaining({ title })),
    })
    expect(met).toEqual([
      at('topics', '第62条', '领学土地管理法'),
      at('topics', '宅基地', '高岭村修渠'),
      at('form', 'story', '高岭村修渠'),
    ])
  })

  it('stands what came back of the one it was copied from, and of the one before that', async () => {
    const first = await meeting({ title: '第一次', on: '2026-01-10' })
    await enter(first, [{ type: 'feedback', answers: { 'leave-out': '开场太长' } }])
    const copy = async (from: string) => (await desk.ask<MaterialView>('POST', '/materials', { from })).body.id
    const second = await copy(first)
    const third = await copy(second)
    await enter(third, [{ type: 'needs', answers: { hard: '材料' } }])
    const { earlier, feedback, needs } = await sheet(third)
    expect([feedback.length, needs.length]).toEqual([0, 1])
    expect(earlier).toEqual([
      { materialId: first, title: '第一次', on: '2026-01-10', sheet: expect.objectContaining({ needs: [] }) },
    ])
    expect(earlier[0]?.sheet.feedback[0]?.answers).toEqual({ 'leave-out': '开场太长' })
    expect((await sheet(first)).earlier).toEqual([])
  })
})
