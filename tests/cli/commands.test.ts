import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { zipOf } from '../importing/readers/office-file.ts'
import { policyText, temporaryFolder } from '../store/temporary-library.ts'
import {
  BackedUp,
  Backups,
  BatchLine,
  Diff,
  Doctor,
  ErrorFacts,
  Exported,
  Found,
  History,
  Imported,
  Restored,
  Shown,
} from './contract.ts'
import { runCommand } from './run-command.ts'

/** Runs a command with `--json` that must succeed and say nothing else on stdout. */
async function json<Schema extends z.ZodType>(schema: Schema, ...arguments_: string[]): Promise<z.infer<Schema>> {
  const { code, stdout, stderr } = await runCommand([...arguments_, '--json'])
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout.endsWith('\n')).toBe(true)
  expect(stdout.trimEnd().split('\n')).toHaveLength(1)
  return schema.parse(JSON.parse(stdout))
}

describe('the xinhuo command', { timeout: 60_000 }, () => {
  let library = ''
  let sources = ''
  let id = ''
  const at = (...arguments_: string[]) => [...arguments_, '--library', library]

  beforeAll(async () => {
    library = path.join(temporaryFolder(afterAll), '资料 库')
    sources = temporaryFolder(afterAll)
    mkdirSync(path.join(sources, '一级', '二级'), { recursive: true })
    writeFileSync(path.join(sources, '一级', '二级', '宅基地办法(2020-01-01).md'), policyText('宅基地办法', '旧规定'))
    writeFileSync(path.join(sources, '一级', '宅基地办法(2024-01-01).md'), policyText('宅基地办法', '沧浪亭台'))
    writeFileSync(path.join(sources, '坏.docx'), Buffer.from('PK\u0003\u0004 and no more'))
    writeFileSync(path.join(sources, '空.md'), '')
    if (process.platform !== 'win32') symlinkSync('/etc/hostname', path.join(sources, '链接.md'))
    writeFileSync(path.join(sources, '压缩.zip'), await zipOf({ '包内/村规.md': policyText('村规', '昆仑雪峰') }))
  })

  it('imports folders, archives and bad files, and says what became of each', async () => {
    const done = await json(Imported, ...at('import', sources))
    expect(done).toMatchObject({ imported: 2, revised: 1, unchanged: 0 })
    expect(done.skipped.map((skipped) => skipped.file).sort()).toEqual(
      ['坏.docx', '空.md', ...(process.platform === 'win32' ? [] : ['链接.md'])].sort(),
    )
    const again = await json(Imported, ...at('import', sources))
    expect(again).toMatchObject({ imported: 0, revised: 0, unchanged: 3 })
  })

  it('searches: each hit carries its source and its provision', async () => {
    const found = await json(Found, ...at('search', '沧浪亭台', '--limit', '5', '--explain'))
    expect(found.hits[0]).toMatchObject({
      provision: '第二条',
      source: '一级/宅基地办法(2024-01-01).md',
      title: '宅基地办法',
    })
    expect(found.hits[0]?.why).toBeTruthy()
    id = found.hits[0]?.itemId ?? ''
    expect((await json(Found, ...at('search', '昆仑雪峰'))).hits[0]?.source).toBe('压缩.zip/包内/村规.md')
    expect((await json(Found, ...at('search', '登记', '--limit', '1'))).hits).toHaveLength(1)
    expect((await json(Found, ...at('search', '登记', '--kind', 'story'))).hits).toEqual([])
    expect(
      (await json(Found, ...at('search', '登记', '--in-force'))).hits.every((hit) => hit.validity === 'in-force'),
    ).toBe(true)
  })

  it('takes its options before the command as well, and a word to leave out as it is', async () => {
    const searched = ['search', '登记', '-沧浪亭台', '--limit', '3']
    const before = await json(Found, '--json', `--library=${library}`, ...searched)
    expect(before.hits.map((hit) => hit.title)).not.toContain('宅基地办法')
    expect(before.total).toBeGreaterThan(0)
    const nested = await runCommand(['--library', library, 'gaps', '--json', 'list'])
    expect([nested.code, nested.stderr]).toEqual([0, ''])
    expect(JSON.parse(nested.stdout)).toBeTypeOf('object')
  })

  it('answers a batch line by line, in order', async () => {
    const file = path.join(temporaryFolder(), '问题.jsonl')
    writeFileSync(file, '\ufeff{"id": 7, "question": "沧浪亭台"}\n\n{"id": "b", "question": "\\"\\u0000"}\r\n')
    const { code, stdout, stderr } = await runCommand(at('search', '--batch', file, '--limit', '3'))
    expect([code, stderr]).toEqual([0, ''])
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => BatchLine.parse(JSON.parse(line)))
    expect(lines.map((line) => line.id)).toEqual([7, 'b'])
    expect(lines[0]?.hits[0]?.provision).toBe('第二条')
    const stories = await runCommand(at('search', '--batch', file, '--kind', 'story'))
    expect(stories.stdout.split('\n').slice(0, 2)).toEqual([
      expect.stringMatching(/^\{"id":7,.*"hits":\[\]\}$/),
      expect.stringMatching(/^\{"id":"b",/),
    ])
    writeFileSync(file, '{"id": 1, "question": "好"}\nnonsense\n')
    const refused = await runCommand(at('search', '--batch', file))
    expect([refused.code, refused.stdout]).toEqual([1, ''])
    expect(refused.stderr).toContain('第 2 行')
  })

  it('shows, lists and compares', async () => {
    const shown = await json(Shown, ...at('show', id))
    expect(shown).toMatchObject({ current: true, content: { title: '宅基地办法' } })
    const history = await json(History, ...at('history', id))
    expect(history.map((entry) => entry.current)).toEqual([true, false])
    const former = history[1]?.revision ?? ''
    expect((await json(Shown, ...at('show', id, '--revision', former.slice(0, 8)))).revision).toBe(former)
    // As a search prints it.
    expect((await json(Shown, ...at('show', `xinhuo://item/${id}#第二条`))).content.title).toBe('宅基地办法')
    const diff = await json(Diff, ...at('diff', id))
    expect(diff.summary).toMatchObject({ changed: 1, added: 0, removed: 0 })
    expect((await json(Diff, ...at('diff', id, history[0]?.revision ?? '', former))).from.revision).toBe(shown.revision)
    const text = await runCommand(at('diff', id))
    expect(text.stdout).toContain('〔＋')
  })

  it('exports what imports again as the same revisions', async () => {
    const target = path.join(temporaryFolder(), '导出')
    const exported = await json(Exported, ...at('export', target))
    expect(exported).toMatchObject({ directory: target, revisions: 3 })
    const other = path.join(temporaryFolder(), 'other')
    expect(await json(Imported, 'import', target, '--library', other)).toMatchObject({ skipped: [] })
    const here = await json(History, ...at('history', id))
    const there = await json(History, 'history', id, '--library', other)
    expect(there.map((entry) => entry.revision)).toEqual(here.map((entry) => entry.revision))
    const refused = await runCommand(at('export', target, '--json'))
    expect([refused.code, ErrorFacts.parse(JSON.parse(refused.stdout)).error.code]).toEqual([1, 'EXPORT_TARGET_EXISTS'])
    expect(readdirSync(path.dirname(target))).toEqual(['导出'])
  })

  it('backs up, lists, restores and examines', async () => {
    const made = await json(BackedUp, ...at('backup'))
    expect((await json(Backups, ...at('restore'))).backups.map((backup) => backup.name)).toEqual([made.name])
    expect((await json(Restored, ...at('restore', 'latest'))).restored).toBe(made.name)
    expect((await json(Found, ...at('search', '沧浪亭台'))).total).toBeGreaterThan(0)
    expect((await json(Doctor, ...at('doctor'))).ok).toBe(true)
  })

  it.each([
    [['frobnicate'], 2, /没有“frobnicate”这个命令/],
    [['search'], 2, /没有检索词/],
    [['search', '好', '--limit', '0'], 2, /--limit/],
    [['search', '好', '--kind', 'law'], 2, /policy/],
    [['search', '好', '--limt', '5'], 2, /没有“--limt”这个选项/],
    [['search', ' '], 2, /没有检索词/],
    [['import'], 2, /缺少/],
    [['template', 'fill', 'x'], 2, /缺少选项“--out/],
    [['import', ''], 2, /没有写要导入的文件/],
    [['show', ''], 2, /没有写条目编号/],
    [['gaps'], 2, /Usage/],
    [['show', 'nothing-here'], 1, /没有这份资料/],
    [['diff', 'nothing-here'], 1, /没有这份资料/],
    [['import', '/no/such/folder'], 1, /找不到文件或文件夹/],
    [['restore', 'library-2020-01-01T000000Z.db'], 1, /没有这个备份/],
    [['search', '--batch', '/no/such/file'], 2, /问题文件打不开/],
  ] as const)('%j ends with %i and one clear sentence', async (arguments_, code, sentence) => {
    const end = await runCommand([...at(...arguments_), '--json'])
    expect(end.code).toBe(code)
    expect(end.stderr).toMatch(sentence)
    expect(end.stderr).not.toMatch(/\n\s+at |Error:|node:/)
    expect(end.stdout.trimEnd().split('\n')).toHaveLength(1)
    ErrorFacts.parse(JSON.parse(end.stdout))
  })

  it('says nothing on stdout when it failed and was not asked for JSON', async () => {
    const { code, stdout, stderr } = await runCommand(at('show', 'nothing-here'))
    expect([code, stdout, stderr.trimEnd().split('\n').length]).toEqual([1, '', 1])
  })

  it('reading where there is no library says so and makes none', async () => {
    const nowhere = path.join(temporaryFolder(), 'none')
    const { code, stderr } = await runCommand(['search', '好', '--library', nowhere])
    expect([code, stderr]).toMatchObject([1, expect.stringContaining('没有资料库')])
    for (const words of [['backup'], ['export', path.join(nowhere, 'out')]]) {
      const end = await runCommand([...words, '--library', nowhere, '--json'])
      expect([end.code, ErrorFacts.parse(JSON.parse(end.stdout)).error.code]).toEqual([1, 'LIBRARY_NOT_FOUND'])
    }
    const unnamed = await runCommand(['search', '好', '--library', ''])
    expect([unnamed.code, unnamed.stderr]).toMatchObject([2, expect.stringContaining('应是一个文件夹')])
    expect(() => readdirSync(nowhere)).toThrow()
  })

  it('a library where no folder can be is refused', async () => {
    const places = [
      path.join(sources, '空.md'),
      path.join(sources, '空.md', '库'),
      ...(existsSync('/proc/1') ? ['/proc/库'] : []),
    ]
    for (const place of places) {
      const end = await runCommand(['import', sources, '--library', place, '--json'])
      expect([end.code, ErrorFacts.parse(JSON.parse(end.stdout)).error.code]).toEqual([1, 'LIBRARY_PLACE_UNUSABLE'])
    }
  })

  it('help and version are no errors', async () => {
    for (const option of ['--help', '--version']) {
      const { code, stdout, stderr } = await runCommand([option])
      expect([code, stderr]).toEqual([0, ''])
      expect(stdout).not.toBe('')
    }
  })
})
