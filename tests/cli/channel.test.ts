import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { policyText, temporaryFolder } from '../store/temporary-library.ts'
import { runCommand } from './run-command.ts'

const Words = z.object({ hex: z.string().regex(/^[0-9a-f]{64}$/), words: z.array(z.string()).length(12) })
const Channel = z.object({
  id: z.string(),
  choice: z.object({ queries: z.array(z.string()), items: z.array(z.string()), excluded: z.array(z.string()) }),
  withdrawn: z.array(z.object({ itemId: z.string(), title: z.string() })),
  keys: z.array(z.object({ name: z.string(), role: z.string(), keyId: z.string(), holder: z.string() })),
  rootVersion: z.int(),
  threshold: z.int(),
  fingerprint: Words,
})
const Published = z.object({
  channel: z.string(),
  stage: z.enum(['released', 'draft']),
  version: z.int(),
  items: z.int(),
  new: z.int(),
  changed: z.int(),
  withdrawn: z.int(),
  objectsWritten: z.int(),
  bytesWritten: z.int(),
  repository: z.string(),
  seconds: z.number(),
})
const Verified = z.object({ channel: z.string(), version: z.int(), damaged: z.array(z.unknown()) })

describe('xinhuo channel', { timeout: 120_000 }, () => {
  let work = ''
  let library = ''
  let folder = ''
  let passphrases = ''
  beforeAll(() => {
    work = temporaryFolder(afterAll)
    library = path.join(work, '资料库')
    folder = path.join(work, '频道')
    passphrases = path.join(work, '口令.json')
    const names = ['root-1', 'root-2', 'root-3', 'targets-1', 'release-1', 'new']
    writeFileSync(passphrases, JSON.stringify(Object.fromEntries(names.map((name) => [name, `${name} 的长口令`]))))
  })
  const run = (...rest: string[]) => runCommand(['channel', ...rest, '--library', library])
  const json = async <Schema extends z.ZodType>(schema: Schema, ...rest: string[]) => {
    const { code, stdout, stderr } = await run(...rest, '--json')
    expect([code, stderr]).toEqual([0, ''])
    return schema.parse(JSON.parse(stdout))
  }
  const signing = () => ['--passphrases', passphrases]

  it('makes the keys of three holders, kept apart from the folder', async () => {
    const keys = path.join(work, '密钥U盘')
    const about = ['--id', 'xikou', '--title', '溪口政策', '--publisher', '溪口镇', '--keys', keys]
    const made = await json(
      Channel,
      'init',
      folder,
      ...about,
      '--holder',
      '张三',
      '--holder',
      '李四',
      '--holder',
      '王五',
      ...signing(),
    )
    expect(made.keys.map(({ name, holder }) => `${name} ${holder}`)).toEqual([
      'root-1 张三',
      'root-2 李四',
      'root-3 王五',
      'targets-1 张三',
      'release-1 张三',
    ])
    expect(readdirSync(keys)).toHaveLength(5)
    expect(readdirSync(folder).sort()).toEqual(['channel.json', 'repository'])
  })

  it('chooses, previews and publishes with proposed notes', async () => {
    writeFileSync(path.join(work, '宅基地.md'), policyText('宅基地管理办法', '沧浪亭台'))
    writeFileSync(path.join(work, '低保.md'), policyText('低保申请办法', '昆仑雪山'))
    await runCommand(['import', path.join(work, '宅基地.md'), path.join(work, '低保.md'), '--library', library])
    expect((await json(Channel, 'choose', folder, '--query', 'kind:policy')).choice.queries).toEqual(['kind:policy'])
    const { stdout } = await run('preview', folder)
    expect(stdout).toContain('下一版是第 1 版（正式版），共 2 份')
    expect(stdout).toContain('- 《宅基地管理办法》')
    const archive = path.join(work, '第一版.zip')
    const done = await json(Published, 'publish', folder, '--archive', archive, ...signing())
    expect(done).toMatchObject({ version: 1, items: 2, new: 2, stage: 'released' })
    expect(existsSync(archive)).toBe(true)
    const again = await run('publish', folder, ...signing())
    expect(again.stdout).toBe('没有变化，仍是第 1 版，没有写任何文件。\n')
  })

  it('withdraws with a reason, tries it as a draft, and promotes that', async () => {
    const { stdout } = await runCommand(['search', '昆仑雪山', '--library', library, '--json'])
    const { hits } = z.object({ hits: z.array(z.object({ itemId: z.string() })) }).parse(JSON.parse(stdout))
    const item = hits[0]?.itemId ?? ''
    expect((await run('withdraw', folder, item)).code).toBe(2)
    const { withdrawn } = await json(Channel, 'withdraw', folder, item, '--reason', '有误')
    expect(withdrawn).toMatchObject([{ itemId: item, title: '低保申请办法' }])
    const notes = path.join(work, '说明.md')
    writeFileSync(notes, '撤回一份有误的。')
    const draft = await json(Published, 'publish', folder, '--draft', '--notes', notes, ...signing())
    expect(draft).toMatchObject({ version: 2, stage: 'draft', withdrawn: 1, items: 1 })
    const next = ['--next-expected', '2027-01-15']
    expect((await run('promote', folder, '--next-expected', '明年', ...signing())).code).toBe(2)
    expect(await json(Published, 'promote', folder, ...next, ...signing())).toMatchObject({
      version: 3,
      stage: 'released',
      withdrawn: 1,
    })
    expect(await json(z.object({ nextExpectedOn: z.string() }), 'choose', folder)).toEqual({
      nextExpectedOn: '2027-01-15',
    })
  })

  it('changes a key, and goes on being the same channel', async () => {
    const words = await json(Words, 'fingerprint', folder)
    const changed = await json(Channel, 'rotate', folder, 'targets-1', '--holder', '赵六', ...signing())
    expect(changed).toMatchObject({ rootVersion: 2, fingerprint: words })
    expect(changed.keys.map(({ name, holder }) => `${name} ${holder}`)).toContain('targets-2 赵六')
    expect((await run('publish', folder, ...signing())).stderr).toContain('缺少签名所需的口令')
    const known = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(passphrases, 'utf8')))
    writeFileSync(passphrases, JSON.stringify({ ...known, 'targets-2': known.new }))
    expect(await json(Verified, 'verify', folder)).toMatchObject({ channel: 'xikou', version: 4, damaged: [] })
  })

  it('copies to a stick what is missing there, and finds what is damaged', async () => {
    const stick = path.join(work, 'U盘')
    const Copied = z.object({ files: z.int(), bytes: z.int(), to: z.literal(stick) })
    expect((await json(Copied, 'copy', folder, '--to', stick)).files).toBeGreaterThan(5)
    expect(await json(Copied, 'copy', folder, '--to', stick)).toMatchObject({ files: 0 })
    const file = path.join(stick, 'metadata', '4.targets.json')
    writeFileSync(file, readFileSync(file, 'utf8').replace('targets', 'tbrgets'))
    const { code, stdout } = await run('verify', stick)
    expect([code, stdout]).toEqual([1, expect.stringContaining('metadata/4.targets.json')])
    const Pruned = z.strictObject({ removed: z.int().positive(), bytes: z.int().positive() })
    await json(Pruned, 'prune', folder, '--keep', '1')
    expect(await json(Verified, 'verify', folder)).toMatchObject({ damaged: [] })
  })

  it('says what is missing where there is neither a terminal nor a file', async () => {
    const { code, stderr } = await run('publish', folder)
    expect([code, stderr]).toEqual([2, expect.stringContaining('--passphrases')])
  })
})
