import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { RunningService } from '../../../library/service/run-service.ts'
import type { BookEntry, BookImport } from '../../../library/templates/known/known-view.ts'
import { ask, startService } from '../../service/running-service.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'
import { matchOf, residentId, upload, writeSheet } from './office-desk.ts'

type Book = { total: number; entries: BookEntry[] }

/** Imports rows with their columns matched by themselves. */
async function importRows(
  service: RunningService,
  rows: readonly (readonly string[])[],
  commit = true,
): Promise<BookImport> {
  const file = await writeSheet(path.join(temporaryFolder(), '名册.xlsx'), rows)
  const received = await upload(service, file)
  const match = await matchOf(service, received, 'book')
  const body = { upload: received.upload, sheet: received.sheets[0]?.name, match, commit }
  return ask<BookImport>(service, 'POST', '/api/book/import', body)
}
const find = (service: RunningService, q: string, kind = '') =>
  ask<Book>(service, 'GET', `/api/book?q=${encodeURIComponent(q)}${kind && `&kind=${kind}`}`)

const HEADINGS = [
  '户编号',
  '姓名',
  '身份证号码',
  '与户主关系',
  '联系方式',
  '村组',
  '家庭住址',
  '承包面积',
  '地块名称',
  '备注',
]
const ROWS = [
  HEADINGS,
  ['0312', '张三', residentId(11), '户主', '13800138000', '大塘村三组', '大塘村三组12号', '2.5', '大田', '低保'],
  ['0312', '王芳', residentId(22, '19650708'), '妻', '', '大塘村三组', '', '', '', ''],
  ['0313', '单雄', residentId(33, '19700101'), '户主', '', '大塘村一组', '', '1.2', '屋后', ''],
]

describe('the book', () => {
  let root = ''
  let service: RunningService
  beforeAll(async () => {
    root = temporaryFolder(afterAll)
    service = await startService(root, { atEnd: afterAll })
  })
  afterEach(async () => {
    const { entries } = await ask<Book>(service, 'GET', '/api/book?limit=500')
    for (const { id } of entries) await ask(service, 'DELETE', `/api/book/${id}`)
  })

  it('takes people, households and plots from one spreadsheet and joins them', async () => {
    expect(await importRows(service, ROWS, false)).toMatchObject({ added: 7, changed: 0, unchanged: 0, refused: [] })
    expect((await find(service, '')).total).toBe(0)
    expect(await importRows(service, ROWS)).toMatchObject({ added: 7 })
    const [zhang] = (await find(service, '张三', 'person')).entries
    expect(zhang).toMatchObject({
      values: {
        'person.sex': '男',
        'person.birthDate': '1962-03-15',
        'village.name': '大塘村',
        'village.group': '三组',
        'person.address': '大塘村三组12号',
      },
      extra: { 备注: '低保' },
      source: '名册.xlsx 第 2 行',
    })
    const [household] = (await find(service, '张三户')).entries
    expect(household).toMatchObject({
      kind: 'household',
      values: { 'household.number': '0312', 'household.head': '张三' },
    })
    const joined = (await find(service, '')).entries.filter(({ householdId }) => householdId === household?.id)
    expect(joined.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual([
      'person 张三',
      'person 王芳',
      'plot 大田',
    ])
  })

  it('is not changed by the same spreadsheet again', async () => {
    await importRows(service, ROWS)
    const before = await find(service, '')
    expect(await importRows(service, ROWS)).toMatchObject({ added: 0, changed: 0, unchanged: 7, refused: [] })
    expect(await find(service, '')).toEqual(before)
  })

  it('is not changed again by rows of one household that differ in its group', async () => {
    const rows = [
      ['户编号', '姓名', '身份证号', '村组'],
      ['7', '张三', residentId(11), '大塘村一组'],
      ['7', '张四', residentId(22), '大塘村二组'],
    ]
    expect(await importRows(service, rows)).toMatchObject({ added: 3 })
    expect(await importRows(service, rows)).toMatchObject({ added: 0, changed: 0, unchanged: 3 })
  })

  it('loses nothing of a person by a spreadsheet with fewer columns', async () => {
    await importRows(service, ROWS)
    const again = [
      ['姓名', '身份证号', '联系电话'],
      ['张三', residentId(11), '13900139000'],
    ]
    expect(await importRows(service, again)).toMatchObject({ added: 0, changed: 1 })
    const [zhang] = (await find(service, '张三', 'person')).entries
    expect(zhang?.values).toMatchObject({
      'person.phone': '13900139000',
      'person.address': '大塘村三组12号',
      'village.group': '三组',
    })
    expect(zhang?.extra).toEqual({ 备注: '低保' })
    expect(zhang?.householdId).toBeDefined()
  })

  it('knows a person without an id by name, village and household, and asks where two fit', async () => {
    const people = [
      ['姓名', '行政村', '电话'],
      ['张伟', '大塘村', '1'],
      ['张伟', '小塘村', '2'],
    ]
    expect(await importRows(service, people)).toMatchObject({ added: 2 })
    expect(
      await importRows(service, [
        ['姓名', '行政村', '民族'],
        ['张伟', '小塘村', '畲族'],
      ]),
    ).toMatchObject({ changed: 1 })
    const unclear = await importRows(service, [
      ['姓名', '民族'],
      ['张伟', '汉族'],
    ])
    expect(unclear).toMatchObject({
      added: 0,
      changed: 0,
      refused: [{ row: 2, reason: expect.stringContaining('2 位同名') }],
    })
    const same = await importRows(service, [
      ['姓名', '行政村', '电话'],
      ['李明', '大塘村', '1'],
      ['李明', '大塘村', '2'],
    ])
    expect(same).toMatchObject({ added: 1, refused: [{ row: 3, reason: expect.stringContaining('第 2 行') }] })
  })

  it('refuses rows with the reason, and takes the others', async () => {
    const { added, refused } = await importRows(service, [
      ['姓名', '身份证号', '性别', '电话'],
      ['张三', '510722196203150113', '', ''],
      ['李四', residentId(22), '男', ''],
      ['', '', '', '13800138000'],
      ['王五', '5.10722E+17', '', ''],
      ['赵六', residentId(55), '男', ''],
    ])
    expect(added).toBe(1)
    expect(refused.map(({ row, reason }) => [row, reason.slice(0, 10)])).toEqual([
      [2, expect.stringContaining('身份证号')],
      [3, expect.stringContaining('性别')],
      [4, '没有姓名。'],
      [5, expect.stringContaining('身份证号')],
    ])
  })

  it('takes the head of a household as a person where no other name is given', async () => {
    expect(
      await importRows(service, [
        ['户主', '身份证号码'],
        ['张三', residentId(11)],
      ]),
    ).toMatchObject({ added: 2 })
    expect((await find(service, '张三', 'person')).entries[0]?.values).toMatchObject({ 'person.relation': '户主' })
  })

  it('is searched by name, pinyin, initials, last digits, village and group', async () => {
    await importRows(service, ROWS)
    const names = async (q: string) => (await find(service, q, 'person')).entries.map(({ name }) => name)
    for (const q of ['张三', 'zs', 'zhangsan', residentId(11).slice(-4), '8000', '三组 张', '大塘村 zs']) {
      expect([q, await names(q)]).toEqual([q, ['张三']])
    }
    expect(await names('sx')).toEqual(['单雄'])
    expect(await names('danx')).toEqual(['单雄'])
    expect((await names('大塘村')).sort()).toEqual(['单雄', '张三', '王芳'].sort())
    expect(await names('100%')).toEqual([])
  })

  it('is written by hand, deleted and brought back', async () => {
    const entry = await ask<BookEntry>(service, 'POST', '/api/book', {
      kind: 'person',
      values: { 'person.name': '张三', 'person.residentId': residentId(11), 'person.phone': '' },
    })
    expect(entry).toMatchObject({ name: '张三', source: '手工录入', values: { 'person.sex': '男' } })
    expect(entry.values).not.toHaveProperty(['person.phone'])
    await expect(
      ask(service, 'PUT', `/api/book/${entry.id}`, {
        kind: 'person',
        values: { 'person.name': '张三', 'person.residentId': '1' },
      }),
    ).rejects.toMatchObject({ answer: { error: { code: 'BOOK_ENTRY_REFUSED' } } })
    await ask(service, 'DELETE', `/api/book/${entry.id}`)
    expect((await find(service, '张三')).total).toBe(0)
    await expect(ask(service, 'GET', `/api/book/${entry.id}`)).rejects.toMatchObject({ status: 404 })
    await ask(service, 'POST', `/api/book/${entry.id}/restore`)
    expect((await find(service, '张三')).entries).toEqual([entry])
  })

  it('joins somebody written by hand to the household they name, and keeps them there', async () => {
    const add = (kind: string, values: object) => ask<BookEntry>(service, 'POST', '/api/book', { kind, values })
    const household = await add('household', { 'household.head': '张三', 'village.name': '大塘村' })
    const child = await add('person', { 'person.name': '张小', 'household.head': '张三', 'village.name': '大塘村' })
    const other = await add('person', { 'person.name': '李四', 'household.head': '张三', 'village.name': '小塘村' })
    expect([child.householdId, other.householdId]).toEqual([household.id, undefined])
    const changed = await ask<BookEntry>(service, 'PUT', `/api/book/${child.id}`, {
      kind: 'person',
      values: { 'person.name': '张小小' },
    })
    expect(changed).toMatchObject({ name: '张小小', householdId: household.id })
  })

  it('leaves nothing of a person in logs or in what a job is begun with', async () => {
    await importRows(service, ROWS)
    await find(service, '张三')
    const logs = readdirSync(path.join(root, 'logs')).map((name) => readFileSync(path.join(root, 'logs', name), 'utf8'))
    expect(logs.join('')).not.toMatch(new RegExp(`${residentId(11)}|张三|13800138000`))
    const jobs = await service.session.access.db.selectFrom('job').select('parameters').execute()
    expect(JSON.stringify(jobs)).not.toContain(residentId(11))
  })
})
