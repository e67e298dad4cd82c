import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLetter } from '../../library/feedback/open-letter.ts'
import type { ReportLetter } from '../../library/feedback/report-letter.ts'
import type { ExportedLetter, Outbox, Report } from '../../library/feedback/report-view.ts'
import { temporaryFolder } from '../store/temporary-library.ts'
import { openReportDesk, type ReportDesk } from './report-desk.ts'

let desk: ReportDesk
beforeEach(async () => {
  desk = await openReportDesk()
})
afterEach(() => desk.close())

const list = async () => (await desk.ask<Report[]>('GET', '/')).body
const exported = async (body: object = {}) => (await desk.ask<ReportLetter>('POST', '/export', body)).body

describe('what a person writes', () => {
  it('has a number to be named by, and the passage it is about', async () => {
    const [law] = await desk.add({ title: '低保办法', body: '第一条　低保。' })
    const revision = law?.revision ?? ''
    const report = await desk.write({
      kind: 'error',
      text: '第一条的标准是去年的。',
      itemId: law?.itemId,
      anchor: '第一条',
      revision,
      quote: '第一条　低保。',
    })
    expect(report).toMatchObject({ title: '低保办法', anchor: '第一条', revision, quote: '第一条　低保。' })
    expect(report.number).toMatch(/^[A-Z2-7]{4}-0001$/)
    const next = await desk.write({ kind: 'question', text: '村干部能不能申请？' })
    expect(next.number).toBe(report.number.replace('0001', '0002'))
    expect((await list()).map((one) => one.text)).toEqual(['村干部能不能申请？', '第一条的标准是去年的。'])
  })

  it('is changed until it has left, and then no more', async () => {
    const { id } = await desk.write({ kind: 'question', text: '能不能？' })
    expect((await desk.ask<Report>('PATCH', `/${id}`, { text: '能不能申请？' })).body.text).toBe('能不能申请？')
    await exported()
    const refused = await desk.ask<{ error: { code: string } }>('PATCH', `/${id}`, { text: '另一句' })
    expect([refused.status, refused.body.error.code]).toEqual([422, 'REPORT_SENT'])
    expect((await list())[0]?.text).toBe('能不能申请？')
  })

  it('is deleted, and comes back as it was when that is undone', async () => {
    const report = await desk.write({ kind: 'lead', text: '王家湾修了路。' })
    await exported()
    const [before] = await list()
    await desk.ask('DELETE', `/${report.id}`)
    expect(await list()).toEqual([])
    await desk.ask('POST', `/${report.id}/restore`)
    expect(await list()).toEqual([before])
  })

  it('is forgotten for good once nobody can want the deleted back', async () => {
    const { id } = await desk.write({ kind: 'lead', text: '不该写的话' })
    await desk.ask('DELETE', `/${id}`)
    desk.setClock('2026-03-04T07:00:00.000Z')
    await desk.write({ kind: 'lead', text: '另一条' })
    const rows = await desk.library.db.selectFrom('report').select('text').execute()
    expect(rows.map((row) => row.text)).toEqual(['另一条'])
    expect((await desk.ask('POST', `/${id}/restore`)).status).toBe(404)
  })

  it('is about no item that is not here', async () => {
    const refused = await desk.ask<{ error: { code: string } }>('POST', '/', {
      kind: 'error',
      text: '错字',
      itemId: 'mei-you',
    })
    expect(refused.body.error.code).toBe('ITEM_NOT_FOUND')
    expect(await list()).toEqual([])
  })

  it.each([
    { kind: 'error', text: '   ' },
    { kind: 'praise', text: '好' },
    { kind: 'error', text: '字'.repeat(5001) },
    { text: '没有种类' },
  ])('is refused without a kind or a sensible text: %j', async (body) => {
    expect((await desk.ask('POST', '/', body)).status).toBe(400)
    expect(await list()).toEqual([])
  })
})

describe('the outbox', () => {
  it('shows exactly what the file will say, and nothing where nothing is to be sent', async () => {
    expect((await desk.ask<Outbox>('GET', '/outbox')).body).toEqual({ senderName: '' })
    await desk.write({ kind: 'question', text: '能不能？' })
    const { letter, fileName } = (await desk.ask<Outbox>('GET', '/outbox')).body
    const { signature, ...left } = await exported()
    expect(left).toEqual(letter)
    expect(signature).toMatch(/^[0-9a-f]{128}$/)
    expect(fileName).toMatch(/^xinhuo-huixin-20260304-[A-Z2-7]{4}\.json$/)
  })

  it('holds only what has not left yet, or what has and waits for its answer', async () => {
    const first = await desk.write({ kind: 'question', text: '一' })
    await desk.write({ kind: 'question', text: '二' })
    await exported({ ids: [first.id] })
    const texts = async (query: string) =>
      (await desk.ask<Outbox>('GET', `/outbox${query}`)).body.letter?.reports.map((one) => one.text)
    expect(await texts('')).toEqual(['二'])
    expect(await texts('?again=true')).toEqual(['一'])
  })
})

describe('an export', () => {
  it('is a letter that opens, into a folder or as a download', async () => {
    const folder = temporaryFolder()
    await desk.write({ kind: 'question', text: '能不能？' })
    const { file, reports } = (await desk.ask<ExportedLetter>('POST', '/export', { directory: folder })).body
    expect([path.dirname(file), reports]).toEqual([folder, 1])
    expect(openLetter(readFileSync(file)).reports[0]).toMatchObject({ kind: 'question', text: '能不能？' })
    const [report] = await list()
    const download = await desk.ask('POST', '/export', { ids: [report?.id] })
    expect(download.response.headers.get('content-disposition')).toContain(path.basename(file))
    expect(openLetter(Buffer.from(await download.response.arrayBuffer())).reports).toHaveLength(1)
  })

  it('gives the same reports each time, and never replaces an earlier letter', async () => {
    const folder = temporaryFolder()
    const { id } = await desk.write({ kind: 'question', text: '能不能？' })
    for (let time = 0; time < 3; time++) await desk.ask('POST', '/export', { directory: folder, ids: [id] })
    const letters = readdirSync(folder).map((name) => openLetter(readFileSync(path.join(folder, name))))
    expect(letters).toHaveLength(3)
    for (const letter of letters) expect(letter.reports).toEqual(letters[0]?.reports)
  })

  it('carries the name the person gave, remembers it, and none where they gave none', async () => {
    await desk.write({ kind: 'question', text: '能不能？' })
    const [{ id } = { id: '' }] = await list()
    expect((await exported({ ids: [id] })).sender).not.toHaveProperty('name')
    expect((await exported({ ids: [id], senderName: '溪口镇 李燕' })).sender.name).toBe('溪口镇 李燕')
    expect((await exported({ ids: [id] })).sender.name).toBe('溪口镇 李燕')
    expect((await exported({ ids: [id], senderName: '' })).sender).not.toHaveProperty('name')
  })

  it('says nothing of the machine, its people or its folders, and keeps its key to itself', async () => {
    const [law] = await desk.add({ title: '低保办法', body: '第一条　低保。', file: '/home/li/秘密/低保.md' })
    await desk.write({ kind: 'error', text: '错字', itemId: law?.itemId, anchor: '第一条', quote: '低保' })
    const text = JSON.stringify(await exported())
    const { private_key } = await desk.library.db.selectFrom('report_identity').selectAll().executeTakeFirstOrThrow()
    const told = [
      os.hostname(),
      os.userInfo().username,
      os.homedir(),
      os.tmpdir(),
      desk.paths.root,
      '秘密',
      private_key,
    ]
    for (const secret of told) expect(text).not.toContain(secret)
    expect(Object.keys(JSON.parse(text)).sort()).toEqual(['createdAt', 'format', 'reports', 'sender', 'signature'])
  })

  it('into a folder that is not there writes nothing, and nothing counts as sent', async () => {
    await desk.write({ kind: 'question', text: '能不能？' })
    const place = path.join(temporaryFolder(), '拔掉的U盘')
    const { body } = await desk.ask<{ error: { code: string } }>('POST', '/export', { directory: place })
    expect(body.error.code).toBe('REPORT_FOLDER_UNUSABLE')
    expect((await list())[0]?.exportedAt).toBeUndefined()
    expect(() => readdirSync(place)).toThrow()
  })

  it('needs something to send', async () => {
    const { body } = await desk.ask<{ error: { code: string } }>('POST', '/export', {})
    expect(body.error.code).toBe('REPORTS_NOTHING_TO_SEND')
  })

  it('writes to no folder of a server', async () => {
    const server = await openReportDesk({ mayUsePaths: false })
    try {
      await server.write({ kind: 'question', text: '能不能？' })
      const folder = temporaryFolder()
      expect((await server.ask('POST', '/export', { directory: folder })).status).toBe(422)
      expect(readdirSync(folder)).toEqual([])
      const secret = path.join(folder, 'letter.json')
      writeFileSync(secret, '{}')
      expect((await server.ask('POST', '/received', { files: [secret] })).status).toBe(422)
    } finally {
      await server.close()
    }
  })

  it('keeps its name when a folder is in its way', async () => {
    const folder = temporaryFolder()
    const { body } = await desk.ask<Outbox>('GET', '/outbox')
    expect(body.fileName).toBeUndefined()
    await desk.write({ kind: 'question', text: '能不能？' })
    const { fileName = '' } = (await desk.ask<Outbox>('GET', '/outbox')).body
    mkdirSync(path.join(folder, fileName))
    const { file } = (await desk.ask<ExportedLetter>('POST', '/export', { directory: folder })).body
    expect(path.basename(file)).toBe(fileName.replace('.json', '-2.json'))
  })
})
