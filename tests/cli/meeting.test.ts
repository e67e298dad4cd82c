import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { RunningService } from '../../library/service/run-service.ts'
import { closeOnce, importPaths, startService } from '../service/running-service.ts'
import { temporaryFolder } from '../store/temporary-library.ts'
import { ErrorFacts } from './contract.ts'
import { runCommand } from './run-command.ts'

const Summary = z.object({
  id: z.string(),
  type: z.enum(['meeting', 'drill', 'guide', 'path']),
  title: z.string(),
  own: z.boolean(),
  parts: z.int(),
  minutes: z.int(),
  changed: z.int(),
})
const Page = z.strictObject({ total: z.int(), materials: z.array(Summary) })
const View = Summary.extend({ record: z.looseObject({ title: z.string() }), recordSha256: z.string().length(64) })
const Changes = z.strictObject({
  changes: z.array(z.looseObject({ citeId: z.string(), says: z.string(), before: z.string(), kept: z.boolean() })),
  cited: z.array(z.looseObject({ citeId: z.string(), state: z.string() })),
})

describe('xinhuo meeting', () => {
  let library = ''
  let folder = ''
  const write = (name: string, text: string) => {
    const file = path.join(folder, name)
    writeFileSync(file, text)
    return file
  }
  const law = (words: string, issuedOn: string) =>
    write(
      `水法${issuedOn}.md`,
      `---\nxinhuo: 1\nkind: policy\nidentifier: shuifa-ceshi\ntitle: 水法\nissuedOn: ${issuedOn}\n---\n第一条 ${words}\n`,
    )
  // Commands reach the running service over its pipe, which is quicker than opening the library each time.
  let service: RunningService
  beforeAll(async () => {
    folder = temporaryFolder(afterAll)
    library = path.join(temporaryFolder(afterAll), '资料库')
    mkdirSync(library, { recursive: true })
    service = await startService(library, { atEnd: () => {} })
    await importPaths(service, [law('轮流用水。', '2020-01-01')])
  }, 60_000)
  afterAll(() => closeOnce(service))
  const run = (...rest: string[]) => runCommand(['meeting', ...rest, '--library', library])
  const json = async <Schema extends z.ZodType>(schema: Schema, ...rest: string[]) => {
    const { code, stdout, stderr } = await run(...rest, '--json')
    expect([code, stderr]).toEqual([0, ''])
    return schema.parse(JSON.parse(stdout))
  }

  it('is made, changed, brought up to date, published, deleted and restored', async () => {
    const outline = {
      title: '学水法',
      parts: [{ id: 'p1', type: 'reading', title: '读', cites: [{ id: 'c1', title: '水法', provision: '第一条' }] }],
    }
    const made = await json(View, 'new', '--data', write('会.json', JSON.stringify(outline)))
    expect(made).toMatchObject({ own: true, type: 'meeting', title: '学水法', parts: 1, changed: 0 })
    expect(made.record).toMatchObject({ parts: [{ cites: [{ text: '轮流用水。', validity: 'in-force' }] }] })

    await importPaths(service, [law('按次序用水。', '2025-01-01')])
    const { stdout: said } = await run('changes', '学水法')
    expect(said).toMatch(/^c1 {2}读 {2}第一条在 .+ 的更新里改了。\n {2}原来：轮流用水。\n {2}现在：按次序用水。$/m)
    const kept = await json(View, 'keep', '学水', '--cite', 'c1')
    expect(kept.changed).toBe(0)
    expect(await json(Changes, 'changes', made.id)).toMatchObject({ changes: [{ citeId: 'c1', kept: true }] })
    const renewed = await json(View, 'renew', made.id, '--cite', 'c1')
    expect(renewed.record).toMatchObject({ parts: [{ cites: [{ text: '按次序用水。' }] }] })

    const edited = await json(View, 'edit', '学水法', '--data', write('改.json', '{"purpose":"弄懂"}'))
    expect(edited.record).toMatchObject({ purpose: '弄懂', title: '学水法' })
    expect(await json(View.extend({ itemId: z.string() }), 'publish', '学水法')).toMatchObject({ itemId: made.id })
    expect((await run('delete', '学水法')).stdout).toContain(`xinhuo meeting restore ${made.id}`)
    expect((await json(View, 'restore', made.id)).own).toBe(true)
  }, 120_000)

  it('begins with an outline of its kind, or after another', async () => {
    const made = await json(View, 'new', '--kind', 'party-day', '--title', '七月主题党日')
    const copy = await json(View, 'new', '--from', '七月主题', '--title', '八月主题党日')
    expect(copy).toMatchObject({ title: '八月主题党日', parts: made.parts, minutes: made.minutes })
    const page = await json(Page, 'list', '--kind', 'party-day', '--own')
    expect(page.materials.map(({ title }) => title).sort()).toEqual(['七月主题党日', '八月主题党日'])
    const { stdout } = await run('show', '八月主题党日')
    expect(stdout).toMatch(/主题党日[\s\S]+1\. 开场 {2}开始 {2}10 分钟[\s\S]+共 90 分钟/)
  }, 120_000)

  it('says in one sentence what it cannot do', async () => {
    const { code, stdout } = await run('show', '没有的会', '--json')
    expect([code, ErrorFacts.parse(JSON.parse(stdout)).error.code]).toEqual([2, 'USAGE'])
    const two = await run('show', '月主题党日')
    expect([two.code, two.stderr]).toEqual([2, expect.stringContaining('有 2 个')])
    expect((await run('new', '--data', write('坏.json', '['))).code).toBe(2)
    expect((await run('renew', '七月主题党日')).stderr).toContain('请说明换哪几处')
  }, 120_000)
})
