import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import PizZip from 'pizzip'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JobView } from '../../../library/jobs/job-view.ts'
import type { RunningService } from '../../../library/service/run-service.ts'
import type { FormSummary, FormView } from '../../../library/templates/forms/form-view.ts'
import type { ColumnMatch } from '../../../library/templates/known/known-view.ts'
import { ask, ended, startService } from '../../service/running-service.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'
import {
  type Fields,
  keepTemplate,
  matchOf,
  residentId,
  runBatch,
  upload,
  wordsOf,
  writeSheet,
} from '../known/office-desk.ts'

const FIELDS: Fields = {
  镇名: { type: 'string', 'x-meaning': 'town.name' },
  姓名: { type: 'string', 'x-meaning': 'person.name' },
  身份证号: { type: 'string', format: 'resident-id', 'x-meaning': 'person.residentId' },
  性别: { type: 'string', enum: ['男', '女'], 'x-meaning': 'person.sex' },
  补助金额: { type: 'number', 'x-unit': '元' },
  申请日期: { type: 'string', format: 'date' },
}
const TITLE = '困难补助申请表'
const MORE = {
  required: ['姓名', '身份证号'],
  'x-file-name': '{姓名}-补助',
  'x-checks': [
    {
      id: 'amount',
      severity: 'should' as const,
      holds: '补助金额 <= 1000',
      says: '补助超过一千元。',
      fields: ['补助金额'],
    },
  ],
}
const HEADINGS = ['户主姓名', '公民身份号码', '补助金额（元）', '申请日期']
type Forms = { total: number; forms: FormSummary[] }

const sheetOf = (rows: readonly (readonly string[])[]) =>
  writeSheet(path.join(temporaryFolder(), '名单.xlsx'), [HEADINGS, ...rows])
const docxIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.docx'))
const ledgerOf = async (folder: string, ledger: string) =>
  (await readXlsxFile(path.join(folder, ledger)))[0]?.data ?? []

let service: RunningService
beforeAll(async () => {
  service = await startService(temporaryFolder(afterAll), { atEnd: afterAll })
})

describe('a spreadsheet of rows', () => {
  it('becomes a document each, with the ledger of what was made, and forms that are kept', async () => {
    await ask(service, 'PUT', '/api/unit', { values: { 'town.name': '溪口镇' }, villages: [] })
    const template = await keepTemplate(service, TITLE, FIELDS, MORE)
    const folder = temporaryFolder()
    const file = await sheetOf([
      ['张三', residentId(11), '200', '2024.3.5'],
      ['李四', residentId(22), '300元', '2024年3月6日'],
      ['王五', residentId(33), '1,080', '45357'],
    ])
    const job = await runBatch(service, template.itemId, file, { directory: folder })
    expect(job).toMatchObject({ state: 'done', result: { made: 3, failed: [], cancelled: false } })
    expect(job.result?.files).toEqual(['张三-补助.docx', '李四-补助.docx', '王五-补助.docx'])
    // What should be looked at in the data, and in the document as it was made, stops nothing.
    const warned = job.result?.warned.find(({ row }) => row === 4)?.findings.map(({ rule }) => rule)
    expect(warned).toEqual(['contradiction', 'other-year'])
    expect(readdirSync(folder).sort()).toEqual([...(job.result?.files ?? []), job.result?.ledger].sort())
    const words = wordsOf(path.join(folder, '王五-补助.docx'))
    expect(words).toContain('镇名：溪口镇')
    expect(words).toContain('性别：男')
    expect(words).toContain('申请日期：2024年3月6日')
    const ledger = await ledgerOf(folder, job.result?.ledger ?? '')
    expect(ledger[0]).toEqual(['行号', '名称', '文件', '编号', '检查结果'])
    expect(ledger[1]?.slice(0, 4)).toEqual(['2', '张三', '张三-补助.docx', expect.stringMatching(/^[\dA-Z]{4}-/)])
    expect(ledger[3]?.[4]).toContain('补助超过一千元。')
    const { total, forms } = await ask<Forms>(service, 'GET', `/api/forms?batch=${job.id}`)
    expect(total).toBe(3)
    expect(forms[0]).toMatchObject({ state: 'finished', batchId: job.id, templateTitle: TITLE })
    const form = await ask<FormView>(service, 'GET', `/api/forms/code/${ledger[1]?.[3]}`)
    expect(form.data).toMatchObject({ 姓名: '张三', 镇名: '溪口镇', 补助金额: 200, 申请日期: '2024-03-05' })
    expect(form.sources).toMatchObject({
      姓名: { type: 'sheet' },
      镇名: { type: 'profile' },
      性别: { type: 'computed' },
    })
  })

  it('lists the rows that must not be made with the reason, and makes the rest', async () => {
    const template = await keepTemplate(service, TITLE, FIELDS, MORE)
    const folder = temporaryFolder()
    const file = await sheetOf([
      ['张三', residentId(11), '200', ''],
      ['李四', '51072219620315001', '200', ''],
      ['', residentId(33), '200', ''],
      ['赵六', '5.10722E+17', '200', ''],
      ['孙七', residentId(55), '200', '去年'],
      ['周八', residentId(66), '200', ''],
    ])
    const { result } = await runBatch(service, template.itemId, file, { directory: folder })
    expect(result?.files).toEqual(['张三-补助.docx', '周八-补助.docx'])
    expect(result?.failed.map(({ row, name }) => [row, name])).toEqual([
      [3, '李四'],
      [4, expect.any(String)],
      [5, '赵六'],
      [6, '孙七'],
    ])
    expect(result?.failed[2]?.reasons.join()).toContain('设为“文本”格式')
    const ledger = await ledgerOf(folder, result?.ledger ?? '')
    expect(ledger.map((row) => row[0])).toEqual(['行号', '2', '3', '4', '5', '6', '7'])
    expect(ledger[2]?.[4]).toMatch(/^没有生成：/)
  })

  it('keeps values as text: nothing is a formula, a placeholder or markup', async () => {
    const template = await keepTemplate(service, TITLE, FIELDS, MORE)
    const folder = temporaryFolder()
    const name = '=1+1{镇名}<w:p/>𠮷'
    const { result } = await runBatch(service, template.itemId, await sheetOf([[name, residentId(11), '1', '']]), {
      directory: folder,
    })
    expect(wordsOf(path.join(folder, result?.files[0] ?? ''))).toContain(`姓名：${name}`)
    const xml = new PizZip(readFileSync(path.join(folder, result?.ledger ?? '')))
    expect(xml.file('xl/worksheets/sheet1.xml')?.asText()).not.toMatch(/<f[ >]/)
    expect((await ledgerOf(folder, result?.ledger ?? ''))[1]?.[1]).toBe(name)
  })

  it('gives rows of one name files of their own, and writes over nothing that is there', async () => {
    const template = await keepTemplate(service, TITLE, FIELDS, MORE)
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, 'con-补助.docx'), '原来的')
    writeFileSync(path.join(folder, '张三-补助.docx'), '原来的')
    const rows = ['张三', 'CON', '张三', 'con', 'a.', 'A.'].map((name, at) => [name, residentId(at + 1), '1', ''])
    const { result } = await runBatch(service, template.itemId, await sheetOf(rows), { directory: folder })
    expect(result?.made).toBe(6)
    expect(readFileSync(path.join(folder, '张三-补助.docx'), 'utf8')).toBe('原来的')
    expect(new Set(docxIn(folder).map((file) => file.toLowerCase())).size).toBe(8)
    const named = await runBatch(service, template.itemId, await sheetOf(rows.slice(1, 2)), {
      directory: folder,
      fileName: '{姓名}',
    })
    expect(named.result?.files[0]).toMatch(/^_CON/)
  })

  it('goes into one table of one document, without the rows that must not stand', async () => {
    const fields: Fields = {
      村名: { type: 'string', 'x-meaning': 'village.name' },
      年度: { type: 'string' },
      名单: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            姓名: { type: 'string', 'x-meaning': 'person.name' },
            身份证号: { type: 'string', format: 'resident-id', 'x-meaning': 'person.residentId' },
          },
          required: ['姓名'],
        },
      },
    }
    const template = await keepTemplate(service, '公示名单', fields, { required: ['年度'] })
    const folder = temporaryFolder()
    const file = await sheetOf([
      ['张三', residentId(11), '', ''],
      ['李四', '123', '', ''],
      ['王五', residentId(33), '', ''],
    ])
    const mode = { table: '名单', data: { 年度: '2026', 村名: '大塘村' } }
    const { result } = await runBatch(service, template.itemId, file, { directory: folder, mode, table: '名单' })
    expect(result).toMatchObject({ made: 1, failed: [{ row: 3, name: '李四' }] })
    const words = wordsOf(path.join(folder, result?.files[0] ?? ''))
    expect(words).toContain(`张三，${residentId(11)}`)
    expect(words).not.toContain('李四')
    const without = await runBatch(service, template.itemId, file, {
      directory: folder,
      mode: { table: '名单', data: {} },
      table: '名单',
    })
    expect(without.result).toMatchObject({
      made: 0,
      failed: expect.arrayContaining([{ row: 0, name: '公示名单', reasons: [expect.stringContaining('年度')] }]),
    })
  })

  it('remembers the match a person corrected for the same columns', async () => {
    const template = await keepTemplate(service, TITLE, FIELDS, MORE)
    const file = await writeSheet(path.join(temporaryFolder(), '名单.xlsx'), [
      ['代办人', '证件号码', '姓名'],
      ['张三', residentId(11), '不用的'],
    ])
    const received = await upload(service, file)
    const match: ColumnMatch[] = [
      { column: '代办人', field: '姓名', by: 'person' },
      { column: '证件号码', field: '身份证号' },
      { column: '姓名' },
    ]
    const body = { templateId: template.itemId, upload: received.upload, sheet: 'Sheet1', match, mode: 'each' }
    const { id } = await ask<JobView>(service, 'POST', '/api/batches', { ...body, directory: temporaryFolder() })
    expect(await ended(service, id)).toMatchObject({ result: { made: 1 } })
    const again = await upload(service, file)
    expect(await matchOf(service, again, template.itemId)).toEqual([
      { column: '代办人', field: '姓名', by: 'remembered' },
      { column: '证件号码', field: '身份证号', by: 'remembered' },
      { column: '姓名', by: 'remembered' },
    ])
  })

  it('stopped in the middle keeps what was made, with its ledger', async () => {
    const template = await keepTemplate(service, TITLE, FIELDS, MORE)
    const folder = temporaryFolder()
    const rows = Array.from({ length: 400 }, (_, at) => [`村民${at}`, residentId(at), '1', ''])
    const received = await upload(service, await sheetOf(rows))
    const match = await matchOf(service, received, template.itemId)
    const body = { templateId: template.itemId, upload: received.upload, sheet: 'Sheet1', match, mode: 'each' }
    const { id } = await ask<JobView>(service, 'POST', '/api/batches', { ...body, directory: folder })
    for await (const view of service.session.jobs.follow(id)) if (view.progress.done > 10) break
    await ask(service, 'POST', `/api/jobs/${id}/cancel`)
    const job = (await ended(service, id)) as Extract<JobView, { type: 'fill-batch' }>
    const made = job.result?.made ?? 0
    expect(job).toMatchObject({ state: 'cancelled', result: { cancelled: true } })
    expect(made).toBeGreaterThan(0)
    expect(made).toBeLessThan(400)
    expect(docxIn(folder)).toHaveLength(made)
    expect(await ledgerOf(folder, job.result?.ledger ?? '')).toHaveLength(made + 1)
    expect((await ask<Forms>(service, 'GET', `/api/forms?batch=${id}`)).total).toBe(made)
  })

  it('says which rows are safe when the folder goes away, and makes no folder in its place', async () => {
    const template = await keepTemplate(service, TITLE, FIELDS, MORE)
    const folder = path.join(temporaryFolder(), 'U盘')
    mkdirSync(folder)
    const rows = Array.from({ length: 300 }, (_, at) => [`村民${at}`, residentId(at), '1', ''])
    const received = await upload(service, await sheetOf(rows))
    const match = await matchOf(service, received, template.itemId)
    const body = { templateId: template.itemId, upload: received.upload, sheet: 'Sheet1', match, mode: 'each' }
    const { id } = await ask<JobView>(service, 'POST', '/api/batches', { ...body, directory: folder })
    for await (const view of service.session.jobs.follow(id)) if (view.progress.done > 60) break
    // All at once, as a stick goes.
    const away = path.join(temporaryFolder(), '拔走')
    renameSync(folder, away)
    const job = await ended(service, id)
    expect(job).toMatchObject({ state: 'failed', error: { code: 'BATCH_STORAGE_GONE' } })
    expect(job.error?.message).toMatch(/已做好 \d+ 份（第 2–\d+[^）]*行）/)
    expect(readdirSync(path.dirname(folder))).toEqual([])
    const { total } = await ask<Forms>(service, 'GET', `/api/forms?batch=${id}`)
    expect(job.error?.message).toContain(`已做好 ${total} 份`)
    expect(docxIn(away).length).toBeGreaterThanOrEqual(total)
  })

  it('is fetched as an archive where no folder was named', async () => {
    const template = await keepTemplate(service, TITLE, FIELDS, MORE)
    const { id, result } = await runBatch(service, template.itemId, await sheetOf([['张三', residentId(11), '1', '']]))
    expect(result?.directory).toBe('')
    const response = await service.handle(new Request(`http://xinhuo/api/batches/${id}/archive`))
    const names = Object.keys(new PizZip(await response.arrayBuffer()).files)
    expect(names.sort()).toEqual(['张三-补助.docx', result?.ledger].sort())
    const none = await service.handle(new Request(`http://xinhuo/api/batches/${crypto.randomUUID()}/archive`))
    expect(none.status).toBe(404)
  })
})

describe('a spreadsheet', () => {
  it('keeps its name when it is sent as the part `file`', async () => {
    const form = new FormData()
    form.append('file', new Blob(['姓名,电话\n张三,1\n']), '名单.csv')
    const response = await service.handle(new Request('http://xinhuo/api/sheets', { method: 'POST', body: form }))
    expect(await response.json()).toMatchObject({
      file: '名单.csv',
      sheets: [{ name: '名单', columns: ['姓名', '电话'], rows: 1, sample: [['张三', '1']] }],
    })
  })

  it('that cannot be read leaves nothing behind', async () => {
    const root = temporaryFolder()
    const service = await startService(root)
    const form = new FormData()
    form.append('file', new Blob(['PK\x03\x04']), '坏的.xlsx')
    const response = await service.handle(new Request('http://xinhuo/api/sheets', { method: 'POST', body: form }))
    expect(await response.json()).toMatchObject({ error: { code: 'SHEET_BROKEN', todo: expect.any(String) } })
    expect(readdirSync(path.join(root, 'incoming', 'sheets'))).toEqual([])
  })
})

describe('a visitor of an office', () => {
  it('names no folder and no file of the machine that serves', async () => {
    const service = await startService(temporaryFolder(), { shell: 'serve' })
    const template = await keepTemplate(service, TITLE, FIELDS, MORE)
    const file = await sheetOf([['张三', residentId(11), '1', '']])
    await expect(ask(service, 'POST', '/api/sheets', { path: file })).rejects.toMatchObject({ status: 403 })
    await expect(ask(service, 'GET', '/api/sheets/..%2F..%2Flibrary.db/match?template=book')).rejects.toMatchObject({
      status: 404,
    })
    const received = await upload(service, file)
    const match = await matchOf(service, received, template.itemId)
    const body = { templateId: template.itemId, upload: received.upload, sheet: 'Sheet1', match, mode: 'each' }
    const folder = temporaryFolder()
    await expect(ask(service, 'POST', '/api/batches', { ...body, directory: folder })).rejects.toMatchObject({
      status: 403,
    })
    await expect(
      ask(service, 'POST', '/api/ledgers/merge', { uploads: [received.upload], directory: folder }),
    ).rejects.toMatchObject({ status: 403 })
    expect(readdirSync(folder)).toEqual([])
  })
})
