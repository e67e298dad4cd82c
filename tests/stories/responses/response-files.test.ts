import PizZip from 'pizzip'
import { beforeAll, describe, expect, it } from 'vitest'
import type {
  KeptResponses,
  ReadResponses,
  ResponsePage,
  TakenResponses,
} from '../../../library/stories/responses/response-view.ts'
import type { StoryView } from '../../../library/stories/story-view.ts'
import { openResponseDesk, type ResponseDesk, sheetOf } from './response-desk.ts'

let desk: ResponseDesk
let story: StoryView
beforeAll(async () => {
  desk = await openResponseDesk()
  story = await desk.tell('一张清单少跑三趟')
})

const read = (name: string, bytes: Uint8Array | string) =>
  desk.give<ReadResponses>('/story-responses/read', name, bytes)
const take = (upload: string, more: object = {}) =>
  desk.ask<TakenResponses>('POST', '/story-responses/take', { upload, ...more })
const ofStory = async (id = story.id) =>
  (await desk.ask<ResponsePage>('GET', `/story-responses?story=${id}&limit=500`)).body

describe('a kiosk’s spreadsheet', () => {
  it('is read by the names of its columns, matched to stories, and taken once', async () => {
    const kiosk = await sheetOf([
      ['便民大厅触摸屏评价', null, null, null, null],
      ['故事名称', '是否有用', '提交时间', '您的姓名', '意见建议'],
      ['一张清单少跑三趟', '有用', new Date(Date.UTC(2026, 2, 5, 9, 30)), '张三', '字再大一点'],
      ['一张清单少跑三趟', '一般', new Date(Date.UTC(2026, 2, 5, 9, 31)), '李四', null],
      ['一张清单', '没有用', new Date(Date.UTC(2026, 2, 6, 8, 0)), null, '电话打不通13812345678'],
      ['一张清单少跑三趟', null, new Date(Date.UTC(2026, 2, 6, 8, 1)), '王五', '无'],
      ['一张清单少跑三趟', '说不准', '2026-03-06', null, null],
      ['一张清单少跑三趟', '有用', '2099-03-06', null, null],
    ])
    const { status, body } = await read('触摸屏.xlsx', kiosk)
    expect(status).toBe(200)
    expect(body).toMatchObject({ way: 'sheet', file: '触摸屏.xlsx', total: 3, known: 0, personal: 1 })
    expect(body.columns?.map(({ column, field }) => [column, field])).toEqual([
      ['故事名称', 'story'],
      ['是否有用', 'useful'],
      ['提交时间', 'givenOn'],
      ['您的姓名', undefined],
      ['意见建议', 'text'],
    ])
    expect(body.stories).toEqual([
      { named: '一张清单少跑三趟', responses: 2, storyId: story.id, title: story.title, maybe: [] },
      { named: '一张清单', responses: 1, maybe: [{ id: story.id, title: story.title }] },
    ])
    expect(body.refused.map(({ row, reason }) => `${row} ${reason}`)).toEqual([
      '6 这一行没有评价，也没有话。',
      '7 看不懂“说不准”是有用还是没有用。',
      '8 日期在今天以后：2099-03-06。',
    ])
    expect(JSON.stringify(body)).not.toMatch(/张三|李四|13812345678/)
    const taken = await take(body.upload, { stories: { 一张清单: story.id } })
    expect(taken.body).toMatchObject({ taken: 3, known: 0, masked: 1, unmatched: [] })
    const kept = await ofStory()
    expect(kept.total).toBe(3)
    expect(JSON.stringify(kept)).not.toMatch(/张三|13812345678/)
    expect(kept.responses.map(({ givenOn }) => givenOn)).toEqual(['2026-03-06', '2026-03-05', '2026-03-05'])

    const again = await read('触摸屏.xlsx', kiosk)
    expect(again.body).toMatchObject({ total: 3, known: 3 })
    expect((await take(again.body.upload)).body).toMatchObject({ taken: 0, known: 3 })
    // Another kiosk may have been told the very same: the person says so.
    expect((await take(again.body.upload, { again: true })).body).toMatchObject({ taken: 3 })
    expect((await take(again.body.upload, { again: true })).body).toMatchObject({ taken: 0, known: 3 })
  })

  it('that grew brings only its new rows, and the same said twice counts twice', async () => {
    const told = await desk.tell('越来越长')
    const rows = [
      ['标题', '评价', '时间'],
      ['越来越长', '有用', '2026-01-02'],
      ['越来越长', '有用', '2026-01-02'],
    ]
    const first = await read('a.csv', rows.map((row) => row.join(',')).join('\n'))
    expect((await take(first.body.upload)).body.taken).toBe(2)
    const longer = [...rows, ['越来越长', '有用', '2026-01-02'], ['越来越长', '没用', '2026-01-03']]
    const second = await read('b.csv', longer.map((row) => row.join(',')).join('\r\n'))
    expect((await take(second.body.upload)).body).toMatchObject({ taken: 2, known: 2 })
    expect((await ofStory(told.id)).digest.useful).toEqual({ yes: 3, partly: 0, no: 1 })
  })

  it('has its columns matched by the person, and the match is remembered', async () => {
    const told = await desk.tell('记住列')
    const rows = '甲栏,乙栏\n记住列,好\n'
    const first = await read('x.csv', rows)
    expect(first.body.total).toBe(0)
    expect(first.body.notes.join()).toContain('没有一列是评价或意见')
    const match = [
      { column: '甲栏', field: 'story' },
      { column: '乙栏', field: 'useful' },
    ]
    const matched = await desk.ask<ReadResponses>('POST', `/story-responses/read/${first.body.upload}`, { match })
    expect(matched.body).toMatchObject({ total: 1, stories: [{ storyId: told.id }] })
    expect((await take(first.body.upload, { match: [{ column: '甲栏', field: 'story' }] })).body.error.code).toBe(
      'RESPONSE_NO_COLUMN',
    )
    expect((await take(first.body.upload, { match })).body.taken).toBe(1)
    const later = await read('y.csv', '甲栏,乙栏\n记住列,一般\n')
    expect(later.body.columns).toEqual([
      { column: '甲栏', field: 'story', by: 'remembered' },
      { column: '乙栏', field: 'useful', by: 'remembered' },
    ])
  })

  it('gives points as they are meant, and says how they were read', async () => {
    const told = await desk.tell('打分')
    const five = await read('五分.csv', '标题,评分\n打分,5\n打分,3\n打分,1\n打分,9\n')
    expect(five.body.notes.join()).toContain('十分制')
    const real = await read('五分.csv', '标题,评分\n打分,5分\n打分,3分\n打分,1\n')
    expect(real.body.notes.join()).toContain('五分制')
    await take(real.body.upload)
    expect((await ofStory(told.id)).digest.useful).toEqual({ yes: 1, partly: 1, no: 1 })
    const stars = await read('星.csv', '标题,满意度\n打分,★★★★★\n打分,★★☆☆☆\n')
    expect(stars.body.sample.map(({ useful }) => useful)).toEqual(['yes', 'no'])
  })

  it('has a row with a question and a suggestion as two answers', async () => {
    const told = await desk.tell('两样都说')
    const sheet = await read('问卷.csv', '文章标题,有帮助吗,建议,问题\n两样都说,很有帮助,配张图,邻村能用吗？\n')
    await take(sheet.body.upload)
    const { responses, digest } = await ofStory(told.id)
    expect(responses.map(({ type, text, useful }) => [type, text, useful]).sort()).toEqual([
      ['question', '邻村能用吗？', undefined],
      ['suggestion', '配张图', 'yes'],
    ])
    expect(digest.useful.yes).toBe(1)
  })

  it('of ten thousand rows is taken whole', async () => {
    const told = await desk.tell('一万行')
    const rows = Array.from(
      { length: 10_000 },
      (_, at) =>
        `一万行,${at % 3 === 0 ? '有用' : '一般'},2026-02-0${(at % 9) + 1} 08:00:${String(at % 60).padStart(2, '0')},第${at}条`,
    )
    const { body } = await read('大.csv', `故事,评价,时间,留言\n${rows.join('\n')}`)
    expect(body).toMatchObject({ total: 10_000, known: 0, refused: [] })
    expect((await take(body.upload)).body).toMatchObject({ taken: 10_000 })
    expect((await ofStory(told.id)).total).toBe(10_000)
  }, 60_000)

  it('with formulas, merged cells and hostile words is read as text and runs nothing', async () => {
    const told = await desk.tell('公式')
    const made = await sheetOf([
      ['故事', '评价', '留言'],
      ['公式', '有用', '占位'],
      ['公式', '有用', "=cmd|' /C calc'!A1"],
      ['公式', '一般', '<script>alert(1)</script>'],
    ])
    const zip = new PizZip(made)
    const place = 'xl/worksheets/sheet1.xml'
    const xml = zip.file(place)?.asText() ?? ''
    const formula = xml
      .replace(
        /<c r="C2"[^>]*>.*?<\/c>/,
        '<c r="C2" t="str"><f>HYPERLINK("http://evil.example","点我")</f><v>点我</v></c>',
      )
      .replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>')
    zip.file(place, formula)
    const { status, body } = await read('公式.xlsx', zip.generate({ type: 'nodebuffer' }))
    expect(status).toBe(200)
    await take(body.upload)
    const texts = (await ofStory(told.id)).responses.map(({ text }) => text).sort()
    expect(texts).toContain('点我')
    expect(texts).toContain("=cmd|' /C calc'!A1")
    expect(texts).toContain('<script>alert(1)</script>')
  })

  it('that is none, broken or empty is refused with a sentence', async () => {
    expect((await read('空.csv', '')).body.error.code).toMatch(/SHEET_EMPTY|UPLOAD_EMPTY|SHEET_UNKNOWN_FORMAT/)
    expect((await read('坏.xlsx', 'PK\u0003\u0004坏的')).body.error.what).toMatch(/表格/)
    expect((await read('旧.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]))).body.error.code).toBe(
      'SHEET_OLD_FORMAT',
    )
    expect((await take('5e3f0a53-9f0a-4d0c-8f0a-6b0f0a530a53')).body.error.code).toBe('RESPONSE_UPLOAD_NOT_FOUND')
  })
})

describe('a feedback file', () => {
  const exported = async (from: ResponseDesk, body: object = {}) => {
    const response = await from.service.handle(
      new Request('http://xinhuo/api/story-responses/export', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    )
    return {
      name: response.headers.get('content-disposition') ?? '',
      text: await response.text(),
      status: response.status,
    }
  }

  it('carries what readers said to the office that wrote the story, once, and nothing that was altered', async () => {
    const other = await openResponseDesk()
    const nothing = await exported(other)
    expect(JSON.parse(nothing.text).error.code).toBe('RESPONSES_NOTHING_TO_SEND')
    const mine = await desk.tell('传到邻县的故事')
    const cards = [
      { named: '传到邻县的故事', givenOn: '2026-03-05', useful: 'yes', text: '我们也在用' },
      { named: '传到邻县的故事', givenOn: '2026-03-05', useful: 'yes', text: '我们也在用' },
      { named: '传到邻县的故事', givenOn: '2026-03-06', type: 'question', text: '钱从哪里来？' },
    ]
    await other.ask<KeptResponses>('POST', '/story-responses', { responses: cards })
    const file = await exported(other)
    expect(file.name).toMatch(/xinhuo-fankui-\d{8}-[A-Z2-7]{4}\.json/)
    expect((await other.give('/story-responses/read', 'f.json', file.text)).body.error.code).toBe('RESPONSE_FILE_OWN')

    const altered = await read('f.json', file.text.replace('我们也在用', '没有人在用'))
    expect(altered.body.error).toMatchObject({
      code: 'RESPONSE_FILE_ALTERED',
      what: expect.stringContaining('改动或损坏'),
    })
    expect((await read('f.json', file.text.slice(0, 200))).body.error.code).toBe('RESPONSE_FILE_UNREADABLE')
    const newer = await read('f.json', file.text.replace('"format": 1', '"format": 2'))
    expect(newer.body.error.code).toBe('RESPONSE_FILE_TOO_NEW')

    // Blanks and line ends are nobody's words.
    const { status, body } = await read('来件.json', JSON.stringify(JSON.parse(file.text)))
    expect(status).toBe(200)
    expect(body).toMatchObject({
      way: 'file',
      total: 3,
      known: 0,
      sender: { code: expect.stringMatching(/^[A-Z2-7]{4}$/) },
    })
    expect((await take(body.upload)).body).toMatchObject({ taken: 3, unmatched: [] })
    expect((await ofStory(mine.id)).digest).toMatchObject({ total: 3, unanswered: 1 })
    const again = await read('来件.json', file.text)
    expect([again.status, again.body.error.code]).toEqual([409, 'RESPONSE_FILE_KNOWN'])
    expect((await take(body.upload)).body.error.code).toBe('RESPONSE_FILE_KNOWN')

    // What others sent is theirs to send.
    const handedOn = await exported(desk, { story: mine.id })
    expect(JSON.parse(handedOn.text).error.code).toBe('RESPONSES_NOTHING_TO_SEND')
  }, 60_000)
})
