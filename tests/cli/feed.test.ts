import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseAtomFeed, parseRssFeed } from 'feedsmith'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { closeOnce, importPaths, startService } from '../service/running-service.ts'
import { temporaryFolder } from '../store/temporary-library.ts'
import { ErrorFacts } from './contract.ts'
import { runCommand } from './run-command.ts'

const Summary = z.object({
  id: z.uuid(),
  title: z.string(),
  entries: z.int(),
  issue: z.int(),
  waiting: z.int(),
  changed: z.int(),
})
const View = Summary.extend({
  uri: z.string().startsWith('tag:'),
  definition: z.looseObject({ title: z.string(), publisher: z.string() }),
  choices: z.array(z.looseObject({ storyId: z.string(), choice: z.enum(['pin', 'exclude']), reason: z.string() })),
})
const Preview = z.object({
  issue: z.int(),
  candidates: z.array(
    z.strictObject({
      story: z.looseObject({ id: z.string() }),
      chosen: z.boolean(),
      pinned: z.boolean(),
      speaksFor: z.array(z.string()),
      speaksAgainst: z.array(z.string()),
    }),
  ),
  stops: z.array(z.looseObject({ place: z.string() })),
})
const Build = z.strictObject({
  feed: z.string(),
  issue: z.int().positive(),
  out: z.string(),
  entries: z.int(),
  files: z.int().positive(),
  written: z.int(),
  unchanged: z.int(),
  removed: z.int(),
  bytes: z.int().positive(),
  seconds: z.number(),
  warnings: z.array(z.string()),
  manifest: z.string().length(64),
  signedBy: z.string().min(1),
})
const Entries = z.array(
  z.looseObject({ id: z.string().startsWith('tag:'), type: z.enum(['story', 'correction', 'withdrawal', 'answers']) }),
)
const Balance = z.strictObject({
  stories: z.int(),
  dimensions: z.record(z.enum(['post', 'place', 'theme', 'group']), z.array(z.looseObject({ value: z.string() }))),
  months: z.array(z.looseObject({ month: z.string() })),
  repeatedHeroes: z.array(z.looseObject({})),
  missing: z.array(z.looseObject({ says: z.string() })),
})
const RESIDENT = '11010519491231002X'

describe('xinhuo feed', () => {
  let library = ''
  let folder = ''
  beforeAll(async () => {
    folder = temporaryFolder(afterAll)
    library = path.join(temporaryFolder(afterAll), '资料库')
    mkdirSync(library, { recursive: true })
    const planted = path.join(folder, '带号码的.md')
    writeFileSync(
      planted,
      `---\nxinhuo: 1\nkind: story\nidentifier: daihaoma\ntitle: 带号码的故事\nlabel: 示例故事\n---\n## 做了什么\n\n他的身份证号是${RESIDENT}。\n`,
    )
    const service = await startService(library, { atEnd: () => {} })
    await importPaths(service, [fileURLToPath(new URL('../../content/stories', import.meta.url)), planted])
    await closeOnce(service)
  })
  const run = (...rest: string[]) => runCommand(['feed', ...rest, '--library', library])
  const json = async <Schema extends z.ZodType>(schema: Schema, ...rest: string[]) => {
    const { code, stdout, stderr } = await run(...rest, '--json')
    expect([code, stderr]).toEqual([0, ''])
    return schema.parse(JSON.parse(stdout))
  }

  it('begins a column from a ready one, pins and excludes with reasons, and says what would be in the next issue', async () => {
    const made = await json(View, 'create', '--title', '身边的办法')
    expect(made).toMatchObject({ issue: 0, entries: 0, waiting: 14 })
    await json(View, 'pin', '身边', 'gushi-nongyao', '--reason', '春耕前要用')
    const chosen = await json(View, 'exclude', '身边', '欠了八年的修渠钱', '--reason', '年前登过别处')
    expect(chosen.choices.map(({ choice, reason }) => `${choice} ${reason}`)).toEqual([
      'pin 春耕前要用',
      'exclude 年前登过别处',
    ])
    const preview = await json(Preview, 'preview', made.id)
    expect(preview.candidates[0]).toMatchObject({ pinned: true, story: { id: 'gushi-nongyao-ping-huishou' } })
    const shown = await run('preview', '身边的办法')
    expect(shown.stdout).toContain('第 1 期会登：')
    expect(shown.stdout).toContain('排除了：年前登过别处')
  }, 120_000)

  it('builds the column, making the first issue by itself, with feeds that parsers read', async () => {
    const out = path.join(folder, '生成')
    const { code, stdout, stderr } = await run('build', '身边', '--out', out, '--json')
    expect([code, stderr]).toEqual([0, '出了第 1 期：身边的办法。\n'])
    const build = Build.parse(JSON.parse(stdout))
    expect(build).toMatchObject({ issue: 1, out, entries: 6 })
    const rss = parseRssFeed(readFileSync(path.join(out, 'feed.rss'), 'utf8'))
    const atom = parseAtomFeed(readFileSync(path.join(out, 'feed.atom'), 'utf8'))
    expect(rss.items).toHaveLength(6)
    expect(atom.entries?.map(({ id }) => id)).toEqual(rss.items?.map(({ guid }) => guid?.value))
    expect(rss.items?.[0]?.content?.encoded).toContain('示例故事')
    const again = await json(Build, 'build', '身边', '--out', out)
    expect(again).toMatchObject({ issue: 1, written: 0, removed: 0 })
  }, 120_000)

  it('withdraws, lists what was ever in it, and shows the balance', async () => {
    await json(View, 'withdraw', '身边', 'gushi-nongyao-ping-huishou', '--reason', '数字正在核对')
    const entries = await json(Entries, 'entries', '身边')
    expect(entries.map(({ type }) => type)).toEqual(['withdrawal', ...Array.from({ length: 6 }, () => 'story')])
    expect(await json(Balance, 'balance', '--feed', '身边')).toMatchObject({ stories: 5 })
    const shown = await run('balance')
    expect(shown.stdout).toMatch(/^一共 14 篇\n人群：\n {2}老年人 /)
  }, 120_000)

  it('refuses what must not leave, what is not there and what is meant twice, with a sentence each', async () => {
    await json(View, 'create', '--title', '身边的事')
    const stopped = await run('issue', '身边的事', '--story', '带号码的故事', '--json')
    expect(stopped.code).toBe(1)
    const { error } = ErrorFacts.parse(JSON.parse(stopped.stdout))
    expect(error.code).toBe('FEED_PRIVATE_TEXT')
    expect(error.why).toContain('《带号码的故事》的“做了什么”')
    expect(stopped.stdout + stopped.stderr).not.toContain(RESIDENT)
    const twice = await run('show', '身边的')
    expect([twice.code, twice.stderr]).toEqual([2, expect.stringContaining('有 2 个专栏都像是“身边的”')])
    const none = await run('build', '没有的', '--out', path.join(folder, 'x'))
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('没有“没有的”这个专栏')])
    const text = path.join(folder, '小册子.txt')
    const other = await run('booklet', '身边的办法', '--out', text)
    expect([other.code, other.stderr]).toEqual([2, expect.stringContaining('不能写成 .txt')])
    expect(existsSync(text)).toBe(false)
    const nobody = await run('issue', '身边的事', '--by', '张三')
    expect([nobody.code, nobody.stderr]).toEqual([2, expect.stringContaining('没有叫“张三”的人')])
  }, 120_000)
})
