import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { temporaryFolder } from '../store/temporary-library.ts'
import { createWorkshop, policy, type Workshop } from '../updates/channel-workshop.ts'
import { runCommand } from './run-command.ts'

const Trust = z.object({
  id: z.literal('ceshi-pindao'),
  fingerprint: z.object({ hex: z.string().regex(/^[0-9a-f]{64}$/), words: z.array(z.string()).length(12) }),
})
const Applied = z.object({
  version: z.int(),
  previousVersion: z.int().optional(),
  new: z.int(),
  changed: z.int(),
  withdrawn: z.int(),
})

const first = policy('zhai', '宅基地管理办法', ['村民申请宅基地，先向村民小组提出。'])
const second = policy('zhai', '宅基地管理办法', ['村民申请宅基地，先向村民委员会提出。'])

describe('xinhuo update', { timeout: 120_000 }, () => {
  let library = ''
  let stick = ''
  let channel: Workshop
  beforeAll(() => {
    const work = temporaryFolder(afterAll)
    library = path.join(work, '资料库')
    stick = path.join(work, '我的 U盘')
    mkdirSync(stick)
    channel = createWorkshop(undefined, undefined, stick)
    channel.publish({ version: 1, items: [{ revisions: [first] }] })
  })
  const run = (...rest: string[]) => runCommand(['update', ...rest, '--library', library])
  const json = async <Schema extends z.ZodType>(schema: Schema, ...rest: string[]) => {
    const { code, stdout, stderr } = await run(...rest, '--json')
    expect([code, stderr]).toEqual([0, ''])
    return schema.parse(JSON.parse(stdout))
  }

  it('reads out twelve words, and trusts what was compared', async () => {
    expect((await run('check', '--from', stick)).stderr).toContain('还没有信任这个频道')
    const { fingerprint } = await json(Trust, 'trust', '--from', stick)
    const { stdout } = await run('trust', '--from', stick)
    expect(stdout).toContain(fingerprint.words.slice(0, 4).join('  '))
    // As it is said, it can be pasted: this stick has a space in its name.
    expect(stdout).toContain(`--from "${stick}" --fingerprint ${fingerprint.hex}`)
    const cut = await run('trust', '--from', stick, '--fingerprint', fingerprint.hex.slice(0, 20))
    expect([cut.code, cut.stderr]).toEqual([2, expect.stringContaining('没有添加频道')])
    const other = await run('trust', '--from', stick, '--fingerprint', '0'.repeat(64))
    expect([other.code, other.stderr]).toEqual([1, expect.stringContaining('什么都没有改动')])
    const trusted = await run('trust', '--from', stick, '--fingerprint', ` ${fingerprint.hex.toUpperCase()}`)
    expect([trusted.code, trusted.stdout]).toEqual([0, '已添加频道《测试频道》（溪口镇内容办公室）。\n'])
  })

  it('applies what it has shown, notes first, and says when there is nothing to do', async () => {
    expect(await json(Applied, 'apply', '--from', stick)).toMatchObject({ version: 1, new: 1, changed: 0 })
    channel.publish({ version: 2, items: [{ revisions: [first, second] }], notes: '申请改由村委会受理。' })
    const { stdout: shown } = await run('check', '--from', stick)
    expect(shown).toContain('第 1 版 → 第 2 版')
    expect(shown.indexOf('申请改由村委会受理。')).toBeGreaterThan(0)
    expect(shown.indexOf('申请改由村委会受理。')).toBeLessThan(shown.indexOf('修改　宅基地管理办法'))
    expect(await json(Applied, 'apply', '--from', stick, '--expect', '2')).toMatchObject({ version: 2, changed: 1 })
    expect((await run('apply', '--from', stick)).stdout).toBe('《测试频道》已经是第 2 版，没有变化。\n')
    expect((await run('check', '--from', stick)).stdout).toBe('《测试频道》　第 2 版：已经是最新的。\n')
  })

  it('goes back to the version before, and says which others there are', async () => {
    expect(await json(Applied, 'rollback')).toMatchObject({ version: 1, previousVersion: 2, changed: 1 })
    const { stdout } = await run('channels')
    expect(stdout).toContain('第 1 版，1 份')
    expect(stdout).toContain('2026-11-01 发布')
    expect(stdout).toContain(`收自 ${stick}`)
    expect(stdout).toContain('还可以换到 第 2 版')
    const gone = await run('rollback')
    expect([gone.code, gone.stderr]).toEqual([2, expect.stringContaining('没有更早的版本')])
  })

  it('says of a stick that is not in, of its empty folder and of half an archive what is safe and what to do', async () => {
    const safe = '已安装的内容没有改动，照常可用。'
    const empty = temporaryFolder()
    const half = path.join(empty, '..', `${path.basename(empty)}.zip`)
    for (const [from, why] of [
      [path.join(empty, 'U盘'), '请先插好U盘'],
      [empty, '请先插好U盘'],
      [library, '里没有内容频道'],
    ] as const) {
      const { code, stdout, stderr } = await run('check', '--from', from)
      expect([code, stdout]).toEqual([1, ''])
      expect(stderr).toContain(why)
      expect(stderr).toContain(safe)
    }
    writeFileSync(half, readFileSync(path.join(stick, 'metadata', 'timestamp.json')).subarray(0, 200))
    const { stderr } = await run('apply', '--from', half)
    expect(stderr).toContain('可能没有拷完')
    expect(stderr).toContain(safe)
    expect(stderr).not.toMatch(/[a-z]{4,} [a-z]{3,}/)
  })
})
