import { existsSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { batchStopped, rowRanges } from '../../../library/templates/batch/batch-error.ts'
import type { MergedLedger } from '../../../library/templates/batch/batch-view.ts'
import { mergeLedgers } from '../../../library/templates/batch/merge-ledgers.ts'
import type { SheetRow } from '../../../library/templates/sheets/spreadsheet.ts'
import { ask, startService } from '../../service/running-service.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'
import { residentId, upload, writeSheet } from '../known/office-desk.ts'

async function* rowsOf(cells: readonly (readonly string[])[]): AsyncGenerator<SheetRow> {
  for (const [at, row] of cells.entries()) yield { row: at + 2, cells: row }
}
const COLUMNS = ['姓名', '身份证号', '面积']
const ledger = (file: string, cells: readonly (readonly string[])[], columns: readonly string[] = COLUMNS) => ({
  file,
  columns,
  rows: rowsOf(cells),
})
const ID = residentId(11)

describe('ledgers of several villages', () => {
  it('are told apart by resident id, and what one leaves empty the other fills', async () => {
    const { rows, outcome } = await mergeLedgers(
      [
        ledger('大塘村.xlsx', [['张三', ID, '']]),
        ledger('小塘村.xlsx', [
          ['张三', ID.toLowerCase(), '2'],
          ['张三', residentId(22), '3'],
        ]),
      ],
      [],
    )
    expect(rows).toEqual([
      ['张三', ID, '2', '大塘村'],
      ['张三', residentId(22), '3', '小塘村'],
    ])
    expect(outcome).toMatchObject({ rows: 2, duplicates: 1, conflicts: [], sources: [{ rows: 1 }, { rows: 2 }] })
  })

  it('keep both rows where they differ, until a person has said which value holds', async () => {
    const both = () => [ledger('甲.xlsx', [['张三', ID, '2']]), ledger('乙.xlsx', [['张三', ID, '3']])]
    const open = await mergeLedgers(both(), [])
    expect(open.outcome.conflicts).toEqual([
      {
        key: ID,
        name: '张三',
        column: '面积',
        values: [
          { file: '甲.xlsx', row: 2, value: '2' },
          { file: '乙.xlsx', row: 2, value: '3' },
        ],
      },
    ])
    expect(open.rows.map((row) => row.slice(2))).toEqual([
      ['2', '甲', '面积'],
      ['3', '乙', '面积'],
    ])
    const settled = await mergeLedgers(both(), [], { [ID]: { 面积: '3' } })
    expect(settled.rows).toEqual([['张三', ID, '3', '甲']])
    expect(settled.outcome.conflicts).toEqual([])
  })

  it('of another shape are left out and named, whatever the order of columns', async () => {
    const { outcome } = await mergeLedgers(
      [
        ledger('甲.xlsx', [['张三', ID, '2']]),
        ledger('乙.xlsx', [['2', '李四', residentId(22)]], ['面积（亩）', '姓 名', '身份证号']),
        ledger('丙.xlsx', [['王五', '1']], ['姓名', '人口']),
      ],
      [],
    )
    expect(outcome).toMatchObject({
      rows: 2,
      refused: [{ file: '丙.xlsx', reason: '缺少“身份证号”“面积”列，多了“人口”列。' }],
    })
  })

  it('lose no row and make none up, and the same ledgers again add nothing', async () => {
    const row = fc.tuple(
      fc.constantFrom('张三', '李四', '王五'),
      fc.constantFrom(ID, residentId(22), ''),
      fc.constantFrom('', '1', '2'),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), fc.array(row, { maxLength: 12 }), async (one, two) => {
        const once = await mergeLedgers([ledger('甲.xlsx', one), ledger('乙.xlsx', two)], ['身份证号', '姓名'])
        expect(once.outcome.rows + once.outcome.duplicates).toBe(one.length + two.length)
        for (const [name, id, area] of [...one, ...two]) {
          expect(
            once.rows.some((cells) => cells[0] === name && cells[1] === id && (area === '' || cells[2] === area)),
          ).toBe(true)
        }
        const again = await mergeLedgers(
          [ledger('甲.xlsx', one), ledger('乙.xlsx', two), ledger('丙.xlsx', [...one, ...two])],
          ['身份证号', '姓名'],
        )
        expect(again.rows.filter((cells) => cells[1] !== '' || cells[0] !== '')).toHaveLength(once.rows.length)
      }),
    )
  })

  it('are merged over the service, looked at before, fetched or written into a folder', async () => {
    const service = await startService(temporaryFolder())
    const folder = temporaryFolder()
    const one = await upload(service, await writeSheet(path.join(folder, '甲.xlsx'), [COLUMNS, ['=张三', ID, '2']]))
    const two = await upload(service, await writeSheet(path.join(folder, '乙.xlsx'), [COLUMNS, ['=张三', ID, '3']]))
    const body = { uploads: [one.upload, two.upload], key: ['身份证号'] }
    const merge = (more: object) => ask<MergedLedger>(service, 'POST', '/api/ledgers/merge', { ...body, ...more })
    expect(await merge({ preview: true })).toMatchObject({
      file: '',
      rows: 2,
      conflicts: [{ key: ID, column: '面积' }],
    })
    const { file } = await merge({ resolve: { [ID]: { 面积: '2' } } })
    const response = await service.handle(new Request(`http://xinhuo/api/ledgers/${file}`))
    const [sheet] = await readXlsxFile(Buffer.from(await response.arrayBuffer()))
    expect(sheet?.data).toEqual([
      [...COLUMNS, '来源'],
      ['=张三', ID, '2', '甲'],
    ])
    const out = temporaryFolder()
    const first = await merge({ directory: out })
    const second = await merge({ directory: out })
    expect(existsSync(first.file)).toBe(true)
    expect(second.file).not.toBe(first.file)
    await expect(merge({ key: ['天气'] })).rejects.toMatchObject({ answer: { error: { code: 'LEDGER_KEY_UNKNOWN' } } })
    const gone = await service.handle(new Request(`http://xinhuo/api/ledgers/merged-${crypto.randomUUID()}.xlsx`))
    expect(gone.status).toBe(404)
  })
})

describe('a batch that cannot write', () => {
  it.each([
    ['ENOSPC', 'BATCH_DISK_FULL'],
    ['ENOENT', 'BATCH_STORAGE_GONE'],
    ['EROFS', 'BATCH_NOT_WRITABLE'],
  ])('says of %s what happened and which rows are safe', (code, ours) => {
    const error = batchStopped(Object.assign(new Error(code), { code }), [2, 3, 4])
    expect([error.code, error.why]).toEqual([ours, '已做好 3 份（第 2–4 行），都完整，并已记入文书记录。'])
  })
})

describe('rows that are safe', () => {
  it('are said as ranges', () => {
    expect(rowRanges([4, 2, 3, 9, 11, 12])).toBe('2–4、9、11–12')
  })
})
