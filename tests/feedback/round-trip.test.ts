import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type {
  ExportedLetter,
  ReceivedFile,
  ReceivedReport,
  Report,
  WrittenAnswers,
} from '../../library/feedback/report-view.ts'
import { takeAnswers } from '../../library/feedback/take-answers.ts'
import { type LibraryDatabase, openLibraryForWriting } from '../../library/store/open-library-database.ts'
import { ReportAnswers } from '../../library/updates/repository-format.ts'
import { temporaryFolder } from '../store/temporary-library.ts'
import { answerOf, openReportDesk, type ReportDesk } from './report-desk.ts'

let village: ReportDesk
let office: ReportDesk
let stick = ''
beforeEach(async () => {
  village = await openReportDesk()
  office = await openReportDesk()
  stick = temporaryFolder()
})
afterEach(async () => {
  await village.close()
  await office.close()
})

const letterOf = async (desk: ReportDesk) =>
  (await desk.ask<ExportedLetter>('POST', '/export', { directory: stick, senderName: '溪口镇' })).body.file
const receive = async (...files: string[]) => (await office.ask<ReceivedFile[]>('POST', '/received', { files })).body
const received = async () => (await office.ask<ReceivedReport[]>('GET', '/received')).body
const answers = async () => ReportAnswers.parse((await office.ask('GET', '/received/answers')).body)
const reports = async () => (await village.ask<Report[]>('GET', '/')).body
const writing = async <T>(desk: ReportDesk, act: (db: LibraryDatabase['db']) => Promise<T>) => {
  const library = openLibraryForWriting(desk.paths.database, new Date())
  try {
    return await act(library.db)
  } finally {
    await library.close()
  }
}
/** As an update does it. */
const take = (desk: ReportDesk, pack: ReportAnswers) =>
  writing(desk, (db) => db.transaction().execute((trx) => takeAnswers(trx, pack, '2026-04-01T00:00:00.000Z')))

describe('from a question to its answer', () => {
  it('goes to the office on a stick, and comes back by number', async () => {
    const [law] = await village.add({ title: '低保办法', body: '第一条　低保。', identifier: 'di-bao' })
    await office.add({ title: '低保办法', body: '第一条　低保。', identifier: 'di-bao' })
    const { number } = await village.write({
      kind: 'error',
      text: '标准是去年的。',
      itemId: law?.itemId,
      anchor: '第一条',
      quote: '第一条　低保。',
    })
    expect(await receive(await letterOf(village))).toMatchObject([{ senderName: '溪口镇', taken: 1, known: 0 }])
    expect(await received()).toMatchObject([
      { number, kind: 'error', senderName: '溪口镇', title: '低保办法', anchor: '第一条', quote: '第一条　低保。' },
    ])
    const { body } = await office.ask<ReceivedReport>('PATCH', `/received/${number}`, {
      answer: '已经改成今年的标准。',
      items: ['di-bao'],
    })
    expect(body.answer).toMatchObject({ text: '已经改成今年的标准。', answeredOn: '2026-03-04' })

    expect(await take(village, await answers())).toBe(1)
    const [report] = await reports()
    expect(report).toMatchObject({
      answer: {
        text: '已经改成今年的标准。',
        answeredOn: '2026-03-04',
        items: [{ itemId: 'di-bao', title: '低保办法' }],
      },
      answerTakenAt: '2026-04-01T00:00:00.000Z',
    })
    expect(report?.answerSeenAt).toBeUndefined()
    const seen = await village.ask<Report>('PUT', `/${report?.id}/seen`)
    expect(seen.body.answerSeenAt).toBeTruthy()
  })

  it('lies in the channel’s folder for its next release', async () => {
    const { number } = await village.write({ kind: 'question', text: '能不能？' })
    await receive(await letterOf(village))
    for (const answer of ['能', '新规定下不能']) {
      await office.ask('PATCH', `/received/${number}`, { answer })
      const { body } = await office.ask<WrittenAnswers>('POST', '/received/answers', { directory: stick })
      expect(body).toEqual({ file: path.join(stick, 'answers.json'), answers: 1 })
      expect(ReportAnswers.parse(JSON.parse(readFileSync(body.file, 'utf8'))).answers).toMatchObject([{ answer }])
    }
    const gone = path.join(stick, '没有')
    const { body } = await office.ask<{ error: { code: string } }>('POST', '/received/answers', { directory: gone })
    expect(body.error.code).toBe('REPORT_FOLDER_UNUSABLE')
  })

  it('tells others nothing of the question', async () => {
    const { number } = await village.write({ kind: 'question', text: '我们村的王某能不能吃低保？' })
    await receive(await letterOf(village))
    await office.ask('PATCH', `/received/${number}`, { answer: '可以申请。' })
    const text = JSON.stringify(await answers())
    expect(text).toContain('可以申请。')
    for (const secret of ['王某', '溪口镇', 'question']) expect(text).not.toContain(secret)
  })
})

describe('an office', () => {
  it('takes the same file in once, by path and by upload', async () => {
    await village.write({ kind: 'question', text: '一' })
    await village.write({ kind: 'lead', text: '二' })
    const file = await letterOf(village)
    expect(await receive(file, file)).toMatchObject([
      { taken: 2, known: 0 },
      { taken: 0, known: 2 },
    ])
    const form = new FormData()
    form.append('回信.json', new Blob([readFileSync(file)]), '回信.json')
    const { body } = await office.ask<ReceivedFile[]>('POST', '/received', form)
    expect(body).toMatchObject([{ file: '回信.json', taken: 0, known: 2 }])
    expect(await received()).toHaveLength(2)
  })

  it('refuses an altered file and the like with a sentence, and takes the good ones beside it', async () => {
    await village.write({ kind: 'question', text: '能不能申请？' })
    const good = await letterOf(village)
    const altered = path.join(stick, 'altered.json')
    writeFileSync(altered, readFileSync(good, 'utf8').replace('能不能', '不能不'))
    const picture = path.join(stick, '照片.jpg')
    writeFileSync(picture, Buffer.from([0xff, 0xd8, 0xff, 0xe0]))
    const folder = path.join(stick, '文件夹')
    mkdirSync(folder)
    const files = await receive(altered, picture, folder, path.join(stick, '没有.json'), good)
    expect(files.map((file) => file.refused?.code)).toEqual([
      'REPORT_FILE_ALTERED',
      'REPORT_FILE_UNREADABLE',
      'REPORT_FILE_UNREADABLE',
      'REPORT_FILE_UNREADABLE',
      undefined,
    ])
    for (const { refused } of files.slice(0, 4)) expect(refused?.what).toMatch(/^没有收下：/)
    expect((await received()).map((one) => one.text)).toEqual(['能不能申请？'])
  })

  it('leaves nothing of an upload behind', async () => {
    const form = new FormData()
    form.append('a/b.json', new Blob(['{}']), 'a/b.json')
    const { body } = await office.ask<ReceivedFile[]>('POST', '/received', form)
    expect(body[0]?.refused?.code).toBe('REPORT_FILE_UNREADABLE')
    expect(readdirSync(office.paths.incoming)).toEqual([])
  })

  it('lists what waits for an answer first, and answers only what is there', async () => {
    const first = await village.write({ kind: 'question', text: '一' })
    await village.write({ kind: 'question', text: '二' })
    await receive(await letterOf(village))
    await office.ask('PATCH', `/received/${first.number}`, { answer: '好' })
    expect((await received()).map((one) => one.text)).toEqual(['二', '一'])
    const asSaid = encodeURIComponent(` ${first.number.toLowerCase()} `)
    expect((await office.ask('PATCH', `/received/${asSaid}`, { answer: '很好' })).status).toBe(200)
    expect((await office.ask('PATCH', '/received/ZZZZ-0001', { answer: '好' })).status).toBe(404)
    expect((await office.ask('PATCH', `/received/${first.number}`, { answer: ' ' })).status).toBe(400)
  })
})

describe('answers in a pack', () => {
  it('to others’ reports, and to what never left, are passed over', async () => {
    const { number } = await village.write({ kind: 'question', text: '没有寄出' })
    const pack: ReportAnswers = {
      format: 1,
      answers: [
        { number, answer: '不会到', answeredOn: '2026-03-05' },
        { number: 'ZZZZ-0001', answer: '别人的', answeredOn: '2026-03-05' },
      ],
    }
    expect(await take(village, pack)).toBe(0)
    const empty = await openReportDesk()
    expect(await take(empty, pack)).toBe(0)
    await empty.close()
    expect(answerOf(await reports(), number)).toBeUndefined()
  })

  it('are new once; a changed one is new again, and an older one never takes its place', async () => {
    const { number, id } = await village.write({ kind: 'question', text: '能不能？' })
    await receive(await letterOf(village))
    await office.ask('PATCH', `/received/${number}`, { answer: '不能' })
    const older = await answers()
    expect([await take(village, older), await take(village, older)]).toEqual([1, 0])
    await village.ask('PUT', `/${id}/seen`)
    office.setClock('2026-05-01T00:00:00.000Z')
    await office.ask('PATCH', `/received/${number}`, { answer: '新规定下可以' })
    const newer = await answers()
    expect(await take(village, newer)).toBe(1)
    expect((await reports())[0]?.answerSeenAt).toBeUndefined()
    expect(await take(village, older)).toBe(0)
    expect(answerOf(await reports(), number)?.text).toBe('新规定下可以')
  })

  it('do not land under another question that got the same number from a restored backup', async () => {
    const lost = await village.write({ kind: 'question', text: '备份以后写的' })
    await receive(await letterOf(village))
    await office.ask('PATCH', `/received/${lost.number}`, { answer: '答备份以后写的' })
    await writing(village, async (db) => {
      await db.deleteFrom('report').execute()
      await db.updateTable('report_identity').set({ last_number: 0 }).execute()
    })
    const again = await village.write({ kind: 'question', text: '另一个问题' })
    expect(again.number).toBe(lost.number)
    expect(await receive(await letterOf(village))).toMatchObject([{ taken: 1, known: 0 }])
    expect(await take(village, await answers())).toBe(0)

    const asked = await office.ask<{ error: { code: string } }>('PATCH', `/received/${lost.number}`, {
      answer: '哪条？',
    })
    expect(asked.body.error.code).toBe('REPORT_NUMBER_AMBIGUOUS')
    const [waiting] = await received()
    await office.ask('PATCH', `/received/${waiting?.id}`, { answer: '答另一个问题' })
    expect(await take(village, await answers())).toBe(1)
    expect(answerOf(await reports(), again.number)?.text).toBe('答另一个问题')
  })
})
