import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JobView } from '../../../library/jobs/job-view.ts'
import type { StoryEvent } from '../../../library/stories/process/process-view.ts'
import type { StoryProposal, StoryProposals } from '../../../library/stories/proposing/proposal-view.ts'
import type { StorySummary, StoryView } from '../../../library/stories/story-view.ts'
import { ended, importPaths } from '../../service/running-service.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'
import { film, png } from '../media/made-pictures.ts'
import { openResponseDesk, type ResponseDesk, sheetOf } from '../responses/response-desk.ts'
import { docxOf } from './made-files.ts'
import { briefs } from './written/briefs.ts'
import { plainText } from './written/written-story.ts'

let desk: ResponseDesk
beforeAll(async () => {
  desk = await openResponseDesk()
})

const give = async (files: Readonly<Record<string, Uint8Array | string>>, headers: Record<string, string> = {}) => {
  const form = new FormData()
  for (const [name, bytes] of Object.entries(files))
    form.append(name, new File([bytes as Uint8Array<ArrayBuffer>], name))
  const response = await desk.service.handle(
    new Request('http://xinhuo/api/story-proposals', { method: 'POST', body: form, headers }),
  )
  return {
    status: response.status,
    body: (await response.json()) as StoryProposals & JobView & { error: { code: string } },
  }
}
const keep = (upload: string, stories: readonly object[], person?: string) =>
  desk.ask<StorySummary[]>('POST', `/story-proposals/${upload}/keep`, { stories }, person)
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const telling = (title: string, more = '') =>
  `${title}\n\n一、背景\n${title}之前，${more}石坪乡的老人常常要跑三趟。\n二、做法\n窗口工作人员周敏写了一张清单，贴在每个村的公告栏。\n三、成效\n一年来共代办126件，窗口台账可查。`

describe('a Word document with pictures', () => {
  it('is proposed with its captions and alternatives, and kept as a draft with what it was read from', async () => {
    const [first, second] = [await png(80, 60), await png(64, 64)]
    const docx = await docxOf(
      ...['# 一张清单少跑三趟', '一、背景', '石坪乡的老人办高龄津贴常常要跑三趟。'],
      { png: first, alt: '柜台前的老人' },
      '▲ 2024年3月5日，老人在窗口领到清单（王强 摄）',
      ...['二、主要做法', '窗口工作人员周敏把材料写成一张清单。按照《老年人权益保障法》第五十二条办理。'],
      { png: second },
      ...[
        '三、成效',
        '一年来共代办126件，窗口台账可查。',
        '四、存在问题',
        '起初字太小，老人看不清。',
        '供稿：石坪乡党政办',
      ],
    )
    const { status, body } = await give({ '投稿.docx': docx })
    expect([status, body.skipped]).toEqual([200, []])
    const [proposal] = body.proposals
    expect(proposal?.record).toMatchObject({
      title: '一张清单少跑三趟',
      places: ['石坪乡'],
      problem: '石坪乡的老人办高龄津贴常常要跑三趟。',
      failed: '起初字太小，老人看不清。',
      people: [{ name: '周敏', part: 'hero', post: '便民服务岗' }],
      policies: [{ title: '老年人权益保障法', provision: '第五十二条' }],
      sources: [
        {
          type: 'document',
          from: '石坪乡党政办',
          file: { name: '投稿.docx', sha256: sha256(docx), size: docx.length },
        },
      ],
      media: [
        {
          caption: '2024年3月5日，老人在窗口领到清单（王强 摄）',
          alternative: '柜台前的老人',
          takenOn: '2024-03-05',
          author: '王强',
          section: 'problem',
          cover: true,
          width: 80,
        },
        { section: 'done', width: 64 },
      ],
    })
    expect(proposal?.record.media.map((one) => one.sha256)).toEqual([sha256(first), sha256(second)])
    expect(proposal?.read.find(({ field }) => field === 'title')).toMatchObject({ quote: '一张清单少跑三趟' })
    expect(proposal?.read.find(({ field }) => field === 'people/0/name')?.quote).toContain('周敏')

    // Looked at before it is kept, and nothing of it is in the library yet.
    const picture = `/api/story-proposals/${body.upload}/pictures/${sha256(first)}`
    const shown = await desk.service.handle(new Request(`http://xinhuo${picture}`))
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png'])
    const { blobs } = desk.service.session.access
    expect(await blobs.has(sha256(first))).toBe(false)
    expect(await blobs.has(sha256(docx))).toBe(false)

    const record = { ...proposal?.record, summary: '一张清单。' }
    const kept = await keep(body.upload, [{ id: proposal?.id, record }])
    expect([kept.status, kept.body.map(({ title, state }) => [title, state])]).toEqual([
      200,
      [['一张清单少跑三趟', 'draft']],
    ])
    expect(await blobs.has(sha256(first))).toBe(true)
    expect(await blobs.has(sha256(docx))).toBe(true)
    const view = (await desk.ask<StoryView>('GET', `/stories/${kept.body[0]?.id}`)).body
    expect(view.record).toMatchObject({ summary: '一张清单。', sources: [{ file: { sha256: sha256(docx) } }] })
    expect(view.events.map(({ type, detail }: StoryEvent) => [type, detail])).toEqual([
      ['create', { person: 'this-computer', file: '投稿.docx', sha256: sha256(docx) }],
    ])
    // An answer that got lost: the same again is the same story.
    expect((await keep(body.upload, [{ id: proposal?.id, record }])).body.map(({ id }) => id)).toEqual(
      kept.body.map(({ id }) => id),
    )
    expect((await keep(body.upload, [{ id: 'p-99', record }])).status).toBe(404)

    const again = await give({ '投稿.docx': docx })
    expect(again.body.proposals[0]?.like).toMatchObject({ id: kept.body[0]?.id, likeness: expect.any(Number) })
    expect((await desk.ask('DELETE', `/story-proposals/${again.body.upload}`)).status).toBe(200)
    expect((await desk.ask('GET', `/story-proposals/${again.body.upload}`)).status).toBe(404)
  })

  it('that is a form gives each cell its field', async () => {
    const docx = await docxOf([
      ['案例名称', '三轮车上的法律服务'],
      ['实施地点', '临川县石塘镇'],
      ['主要人物', '司法所所长 洪亮'],
      ['主要做法', '把法律服务摆上三轮车，逢集停在菜市口。'],
      ['投入', '三轮车和雨棚6500元。'],
      ['得奖情况', '全县二等奖'],
    ])
    const { body } = await give({ '申报表.docx': docx })
    expect(body.proposals[0]?.record).toMatchObject({
      title: '三轮车上的法律服务',
      places: ['临川县', '石塘镇'],
      people: [{ name: '洪亮', part: 'hero', post: '司法岗' }],
      done: '把法律服务摆上三轮车，逢集停在菜市口。',
      cost: { money: '三轮车和雨棚6500元' },
    })
    expect(body.proposals[0]?.left).toEqual(['得奖情况：全县二等奖'])
  })
})

describe('a folder', () => {
  it('gives each text the pictures beside it, and says which picture belongs to none', async () => {
    const picture = await png(40, 30)
    const other = await png(41, 31)
    const third = await png(42, 32)
    const { body } = await give({
      '修渠/修渠.txt': telling('高岭村修渠'),
      '修渠/老人在渠边.png': picture,
      '修渠/录像.mp4': Buffer.concat([...film(20_000)]),
      '两篇/甲事.txt': telling('甲事'),
      '两篇/乙事.txt': telling('乙事', '下雨天'),
      '两篇/甲事1.png': other,
      '两篇/IMG_0001.png': third,
    })
    const named = (title: string) => body.proposals.find(({ record }) => record.title === title)
    expect(named('高岭村修渠')?.record.media).toMatchObject([
      { name: '录像.mp4', mediaType: 'video/mp4' },
      { name: '老人在渠边.png', caption: '老人在渠边', cover: true },
    ])
    expect(named('甲事')?.record.media.map(({ name }) => name)).toEqual(['甲事1.png'])
    expect(named('乙事')?.record.media).toEqual([])
    expect(body.skipped).toEqual([expect.objectContaining({ file: '两篇/IMG_0001.png', code: 'PICTURE_ALONE' })])
    expect(
      named('甲事')
        ?.warnings.concat(named('乙事')?.warnings ?? [])
        .join(),
    ).toContain('几乎一样')
  })

  it('goes on past what is broken, encrypted, empty, or no story at all', async () => {
    const { status, body } = await give({
      '好的.txt': telling('好的故事'),
      '空的.txt': '',
      '坏的.docx': Buffer.from('PK\u0003\u0004不是文档'),
      '加密.docx': Buffer.from([
        0xd0,
        0xcf,
        0x11,
        0xe0,
        0xa1,
        0xb1,
        0x1a,
        0xe1,
        ...Array.from({ length: 600 }, () => 0),
      ]),
      '程序.exe': Buffer.from('MZ'),
      没有扩展名: 'x',
      '坏表.xlsx': Buffer.from('PK\u0003\u0004'),
    })
    expect(status).toBe(200)
    expect(body.proposals.map(({ record }) => record.title)).toEqual(['好的故事'])
    expect(body.skipped.map(({ file }) => file).sort()).toEqual(
      ['加密.docx', '坏的.docx', '坏表.xlsx', '没有扩展名', '程序.exe', '空的.txt'].sort(),
    )
    for (const { reason } of body.skipped) expect(reason).toMatch(/[。！]/)
  })

  it('of hostile words brings them as words', async () => {
    const { body } = await give({
      '恶意.html': '<h1>题目<script>alert(1)</script></h1><p>以前<img src=x onerror=alert(1)>老人常常要跑三趟。</p>',
    })
    const text = JSON.stringify(body.proposals[0]?.record)
    expect(text).not.toMatch(/<script|onerror/)
    expect(body.proposals[0]?.record.problem).toContain('老人常常要跑三趟')
  })
})

describe('a spreadsheet', () => {
  it('brings one story a row by the names of its columns, remembers them, and refuses rows with their reason', async () => {
    const rows = [
      ['序号', '案例名称', '所在乡镇', '主要人物', '起因', '具体做法', '取得成效', '花了多少钱', '获奖', '联系电话'],
      [
        1,
        '一口锅',
        '大塘乡',
        '村妇联主席 尤玉珍',
        '独居老人一天只吃一顿。',
        '多做一锅饭。',
        '没有人冻饿住院。',
        '一千元',
        '县级',
        '13812345678',
      ],
      [2, '', '', '', '', '', '', '', '', ''],
      [3, '错峰赶集', '大营镇', '贺东', '国道堵三公里。', '牲口市场挪到镇西。\n划线编号。', '', '8600元', '', ''],
      [4, '', '', '', '', '', '', '200元', '', ''],
    ]
    const { status, body } = await give({ '台账.xlsx': await sheetOf(rows) })
    expect([status, body]).toEqual([200, expect.anything()])
    expect(body.proposals.map(({ row, record }) => [row, record.title])).toEqual([
      [2, '一口锅'],
      [4, '错峰赶集'],
    ])
    expect(body.proposals[0]?.record).toMatchObject({
      places: ['大塘乡'],
      people: [{ name: '尤玉珍', part: 'hero', post: '妇联岗' }],
      problem: '独居老人一天只吃一顿。',
      cost: { money: '一千元' },
      sources: [{ file: { name: '台账.xlsx' } }],
    })
    expect(body.proposals[0]?.left).toEqual(['序号：1', '获奖：县级', '联系电话：13812345678'])
    expect(body.proposals[1]?.record.done).toBe('牲口市场挪到镇西。\n\n划线编号。')
    expect(body.skipped).toEqual([{ file: '台账.xlsx 第 5 行', code: 'SHEET_ROW_EMPTY', reason: expect.any(String) }])

    // 获奖 is where it is known from, says the person; all else stays as it was.
    const [sheet] = body.sheets ?? []
    const match = (sheet?.columns ?? []).map((one) => (one.column === '获奖' ? { ...one, field: 'evidence' } : one))
    const again = await desk.ask<StoryProposals>('POST', `/story-proposals/${body.upload}/columns`, {
      ...{ file: sheet?.file, sheet: sheet?.sheet, match },
    })
    expect(again.body.proposals[0]?.record).toMatchObject({ title: '一口锅', evidence: { how: '县级' } })
    const chosen = again.body.proposals.map(({ id, record }) => ({ id, record }))
    expect((await keep(body.upload, chosen)).body.map(({ title }) => title)).toEqual(['一口锅', '错峰赶集'])
    const later = await give({
      '下月.csv':
        '序号,案例名称,所在乡镇,主要人物,起因,具体做法,取得成效,花了多少钱,获奖,联系电话\n1,新事,,,难。,做了。,,,市级,\n',
    })
    expect(later.body.proposals[0]?.record.evidence.how).toBe('市级')
  })

  it('without a column that tells anything is refused with a reason', async () => {
    const { body } = await give({ '名册.csv': '姓名,身份证号\n张三,330102199001011234\n' })
    expect(body).toMatchObject({ proposals: [], skipped: [{ code: 'SHEET_NO_STORY' }] })
  })
})

describe('notes pasted in', () => {
  it('are proposed and nothing is kept', async () => {
    const before = (await desk.ask<{ total: number }>('GET', '/stories?own=true')).body.total
    const text = plainText(briefs[6] as (typeof briefs)[number])
    const { status, body } = await desk.ask<StoryProposal>('POST', '/story-proposals/text', { text })
    expect(status).toBe(200)
    expect(body.record).toMatchObject({
      title: '灶台边的理发店',
      quotes: [{ by: '邓奶奶' }],
      cost: { money: expect.stringContaining('960元') },
    })
    expect((await desk.ask<{ total: number }>('GET', '/stories?own=true')).body.total).toBe(before)
    expect((await desk.ask('POST', '/story-proposals/text', { text: ' \n ' })).body.error.code).toBe(
      'PROPOSAL_TEXT_EMPTY',
    )
  })
})

describe('policies', () => {
  it('are linked to what the library holds, also where they are cited without marks', async () => {
    const folder = temporaryFolder(afterAll)
    const law = '# 村庄建房管理办法\n\n第一条 为了管理建房，制定本办法。\n\n第十二条 建房应当先批后建。\n'
    writeFileSync(path.join(folder, '村庄建房管理办法.md'), law)
    await importPaths(desk.service, [folder])
    const text =
      '建房的事\n以前没有批就动工的多。\n镇里按照村庄建房管理办法第12条，把踏勘和公示放在同一天。另见《村庄建房管理办法》第一条和《别处没有的办法》第三条。'
    const { body } = await desk.ask<StoryProposal>('POST', '/story-proposals/text', { text })
    expect(body.record.policies).toEqual([
      { title: '村庄建房管理办法', provision: '第一条', itemId: expect.any(String), anchor: '第一条' },
      { title: '别处没有的办法', provision: '第三条' },
      { title: '村庄建房管理办法', provision: '第十二条', itemId: expect.any(String), anchor: '第十二条' },
    ])
    expect(body.read.find(({ field }) => field === 'policies/2/title')?.quote).toBe('村庄建房管理办法第12条')
  })
})

describe('five hundred files', () => {
  const folder = path.join(temporaryFolder(afterAll), '来稿')
  beforeAll(() => {
    mkdirSync(folder)
    for (let at = 0; at < 500; at++)
      writeFileSync(path.join(folder, `${at}.txt`), telling(`第${at}件事`, `那是第${at}年，`))
  })

  it('are read as a job with progress', async () => {
    const job = (await desk.ask<JobView>('POST', '/story-proposals', { paths: [folder] })).body
    expect(job).toMatchObject({ type: 'propose-stories' })
    const end = await ended(desk.service, job.id)
    expect(end).toMatchObject({
      state: 'done',
      result: { proposals: 500, skipped: 0 },
      progress: { done: 500, total: 500 },
    })
    const upload = end.type === 'propose-stories' ? end.result?.upload : ''
    const read = (await desk.ask<StoryProposals>('GET', `/story-proposals/${upload}`)).body
    expect(new Set(read.proposals.map(({ id }) => id)).size).toBe(500)
    expect(read.proposals.every(({ record, file }) => record.title === `第${file.replace('.txt', '')}件事`)).toBe(true)
  }, 120_000)

  it('can be stopped, and nothing of them is kept', async () => {
    const job = (await desk.ask<JobView>('POST', '/story-proposals', { paths: [folder] })).body
    for await (const view of desk.service.session.jobs.follow(job.id)) {
      if (view.progress.done > 3) desk.service.session.jobs.cancel(job.id)
    }
    expect((await ended(desk.service, job.id)).state).toBe('cancelled')
  }, 60_000)

  it('sent by a window are waited for, or followed as a job where it says so', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 15 }, (_, at) => [`${at}.txt`, telling(`寄来的第${at}件`, `第${at}次，`)]),
    )
    const waited = await give(files)
    expect([waited.status, waited.body.proposals.length]).toEqual([200, 15])
    const followed = await give(files, { prefer: 'respond-async' })
    expect([followed.status, followed.body.type]).toEqual([202, 'propose-stories'])
    expect((await ended(desk.service, followed.body.id)).state).toBe('done')
  }, 60_000)

  it('are not read by path where a visitor sits at another machine', async () => {
    expect((await desk.ask('POST', '/story-proposals', { paths: ['来稿'] })).body.error.code).toBe(
      'PROPOSALS_PATH_NOT_ALLOWED',
    )
    const missing = await desk.ask('POST', '/story-proposals', { paths: [path.join(folder, '没有')] })
    expect(missing.body.error.code).toBe('PATH_NOT_FOUND')
  })
})
