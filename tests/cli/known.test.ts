import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startService } from '../service/running-service.ts'
import { temporaryFolder } from '../store/temporary-library.ts'
import { residentId, writeSheet } from '../templates/known/office-desk.ts'
import { runCommand } from './run-command.ts'

describe('xinhuo unit, book and ledger', { timeout: 240_000 }, () => {
  let library = ''
  let folder = ''
  // A service that runs already answers the commands, as it does beside an open window.
  beforeAll(async () => {
    library = path.join(temporaryFolder(afterAll), '资料库')
    folder = temporaryFolder(afterAll)
    await startService(library, { atEnd: afterAll })
  })
  const json = async (...command: string[]): Promise<Record<string, unknown>> => {
    const { code, stdout } = await runCommand([...command, '--library', library, '--json'])
    expect(code).toBe(0)
    return JSON.parse(stdout) as Record<string, unknown>
  }

  it('sets the unit profile value by value, under their names or as people call them', async () => {
    await json('unit', 'set', 'town.name=溪口镇', '县名=奉化区')
    expect(await json('unit', 'show')).toEqual({
      values: { 'town.name': '溪口镇', 'county.name': '奉化区' },
      villages: [],
    })
    await json('unit', 'set', 'county.name=')
    expect(await json('unit', 'show')).toMatchObject({ values: { 'town.name': '溪口镇' } })
  })

  it('sets the whole profile from a file, and says what it does not know', async () => {
    const file = path.join(folder, '单位.json')
    writeFileSync(
      file,
      JSON.stringify({ values: { 'unit.name': '溪口镇政府' }, villages: [{ name: '大塘村', groups: ['一组'] }] }),
    )
    expect(await json('unit', 'set', file)).toMatchObject({ villages: [{ name: '大塘村', groups: ['一组'] }] })
    const { code, stderr } = await runCommand(['unit', 'set', '天气=晴', '--library', library])
    expect([code, stderr]).toEqual([2, expect.stringContaining('不知道“天气”是什么')])
    const other = await runCommand(['unit', 'set', 'person.name=张三', '--library', library])
    expect(other.code).toBe(1)
  })

  it('looks before it imports a book, imports, finds by initials and forgets', async () => {
    const file = await writeSheet(path.join(folder, '名册.xlsx'), [
      ['姓名', '身份证号码', '联系方式', '村组'],
      ['张三', residentId(11), '13800138000', '大塘村三组'],
      ['李四', '51072219620315001', '', '大塘村三组'],
    ])
    expect(await json('book', 'import', file)).toMatchObject({ added: 1, committed: false, refused: [{ row: 3 }] })
    expect(await json('book', 'import', file, '--yes')).toMatchObject({ added: 1, committed: true })
    expect(await json('book', 'import', file, '--yes')).toMatchObject({ added: 0, changed: 0, unchanged: 1 })
    const { entries } = (await json('book', 'list', 'zs')) as { entries: { id: string; values: object }[] }
    expect(entries).toMatchObject([
      { values: { 'person.sex': '男', 'village.name': '大塘村', 'village.group': '三组' } },
    ])
    const { stdout } = await runCommand(['book', 'list', '--library', library])
    expect(stdout).not.toContain(residentId(11))
    await json('book', 'forget', entries[0]?.id ?? '')
    expect(await json('book', 'list')).toMatchObject({ total: 0 })
  })

  it('merges ledgers of the same shape', async () => {
    const one = await writeSheet(path.join(folder, '大塘村.xlsx'), [
      ['序号', '姓名', '电话'],
      ['1', '张三', '1'],
      ['2', '李四', '2'],
    ])
    const two = await writeSheet(path.join(folder, '小塘村.xlsx'), [
      ['姓名', '电话', '序号'],
      ['张三', '1', '7'],
      ['李四', '3', '8'],
    ])
    const other = await writeSheet(path.join(folder, '别的.xlsx'), [
      ['地块', '面积'],
      ['大田', '2亩'],
    ])
    const out = path.join(folder, '合并.xlsx')
    expect(await json('ledger', 'merge', one, two, other, '--key', '姓名', '--out', out)).toMatchObject({
      file: out,
      rows: 3,
      duplicates: 1,
      conflicts: [{ column: '电话' }],
      refused: [{ file: '别的.xlsx' }],
    })
    expect(existsSync(out)).toBe(true)
    const [sheet] = await readXlsxFile(out)
    expect(sheet?.data).toEqual([
      ['序号', '姓名', '电话', '来源', '冲突'],
      ['1', '张三', '1', '大塘村', null],
      ['2', '李四', '2', '大塘村', '电话'],
      ['3', '李四', '3', '小塘村', '电话'],
    ])
  })
})
