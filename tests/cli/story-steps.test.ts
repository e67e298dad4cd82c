import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { startService } from '../service/running-service.ts'
import { temporaryFolder } from '../store/temporary-library.ts'
import { OFFICE, wholeRecord } from '../stories/process/whole-record.ts'
import { ErrorFacts } from './contract.ts'
import { runCommand } from './run-command.ts'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Story = z.looseObject({
  id: z.string(),
  title: z.string(),
  state: z.enum(['draft', 'submitted', 'verified', 'approved', 'published', 'retired']),
  recordSha256: Sha256,
  steps: z.array(z.looseObject({ step: z.string(), allowed: z.boolean() })),
})
const Office = z.strictObject({
  name: z.string(),
  people: z.array(
    z.strictObject({ id: z.string(), name: z.string(), roles: z.array(z.string()), left: z.boolean().optional() }),
  ),
  days: z.strictObject({ verify: z.int(), approve: z.int(), publish: z.int() }),
  reviewMonths: z.int(),
})
const Event = z.looseObject({
  number: z.int(),
  by: z.string(),
  type: z.string(),
  at: z.iso.datetime(),
  hash: Sha256,
  previous: z.string(),
})
const Slip = z.looseObject({
  id: z.uuid(),
  type: z.string(),
  state: z.string(),
  from: z.strictObject({ name: z.string(), publicKey: Sha256, fingerprint: z.string() }),
})

let library = ''
let elsewhere = ''
let stick = ''
/** The commands go to services that are open, as on a machine where the window is: quicker than one each. */
beforeAll(async () => {
  library = path.join(temporaryFolder(afterAll), '镇里')
  elsewhere = path.join(temporaryFolder(afterAll), '县里')
  stick = temporaryFolder(afterAll)
  await startService(library, { atEnd: afterAll })
  await startService(elsewhere, { atEnd: afterAll })
}, 60_000)
const run = (at: string, ...rest: string[]) => runCommand(['story', ...rest, '--library', at])
const json = async <Schema extends z.ZodType>(schema: Schema, at: string, ...rest: string[]) => {
  const { code, stdout, stderr } = await run(at, ...rest, '--json')
  expect([code, stderr, code === 0 ? '' : stdout]).toEqual([0, '', ''])
  return schema.parse(JSON.parse(stdout))
}

describe('xinhuo story: from telling to publication', { timeout: 60_000 }, () => {
  let id = ''

  it('sets up who works on stories', async () => {
    await json(Office, library, 'office', 'set', '--name', '石坪乡宣传办', '--review-months', '6')
    for (const { name, roles } of OFFICE.people.slice(0, 3)) {
      await json(Office, library, 'office', 'add', name, '--role', ...roles)
    }
    const office = await json(Office, library, 'office', 'add', '高远', '--role', '发布')
    expect(office.people.map(({ name }) => name)).toEqual(['陈静', '周明', '林芳', '高远'])
    expect(office).toMatchObject({ name: '石坪乡宣传办', reviewMonths: 6 })
  })

  it('goes the whole way, step by step, by people of the office', async () => {
    const file = path.join(stick, '故事.json')
    writeFileSync(file, JSON.stringify(wholeRecord('高岭村冬天修好了水渠')))
    const told = await json(Story, library, 'new', '--data', file)
    id = told.id
    const { stdout } = await run(library, 'submit', '高岭村', '--by', '陈静')
    expect(stdout).toContain('办了“报送”：高岭村冬天修好了水渠，现在已报送。')
    const own = await run(library, 'verify', id, '--by', '陈静', '--json')
    expect(own.code).toBe(1)
    expect(ErrorFacts.parse(JSON.parse(own.stdout)).error.code).toBe('STEP_NOT_ALLOWED')
    await json(Story, library, 'verify', id, '--by', '周明')
    await json(Story, library, 'approve', id, '--by', '林芳')
    expect(await json(Story, library, 'publish', id, '--by', '高远')).toMatchObject({ state: 'published' })
    const shown = await runCommand(['show', id, '--library', library, '--json'])
    expect(JSON.parse(shown.stdout)).toMatchObject({ content: { kind: 'story', issuer: '石坪乡宣传办' } })
  })

  it('tells the record from its beginning, each link naming the one before', async () => {
    const events = await json(z.array(Event), library, 'record', id)
    expect(events.map(({ by }) => by)).toEqual(['本机', '陈静', '周明', '林芳', '高远'])
    expect(events.slice(1).map(({ previous }) => previous)).toEqual(events.slice(0, -1).map(({ hash }) => hash))
    const doctor = await runCommand(['doctor', '--library', library, '--json'])
    expect(JSON.parse(doctor.stdout).checks).toContainEqual(expect.objectContaining({ code: 'record', ok: true }))
  })

  it('takes a story away with its reason, and brings it back', async () => {
    const none = await run(library, 'retire', id, '--by', '高远', '--urgent')
    expect([none.code, none.stderr]).toEqual([1, expect.stringContaining('请写明为什么')])
    await json(Story, library, 'retire', id, '--by', '高远', '--urgent', '--reason', '当事人要求')
    await json(Office, library, 'office', 'add', '周明', '--role', '发布', '核实')
    expect(await json(Story, library, 'restore', id, '--by', '周明')).toMatchObject({ state: 'published' })
  })

  it('does not know who is not in the office', async () => {
    const { code, stderr } = await run(library, 'correct', id, '--by', '谁也不是')
    expect([code, stderr]).toEqual([2, expect.stringContaining('没有叫“谁也不是”的人')])
  })
})

describe('xinhuo story slip', { timeout: 60_000 }, () => {
  it('carries a story to another office and its review back, sealed', async () => {
    const key = path.join(stick, '口令.txt')
    writeFileSync(key, '水渠边的八棵柳树\n')
    const out = path.join(stick, '件')
    mkdirSync(out)
    const told = await json(Story, library, 'new', '--title', '请县里看的故事')
    await json(Story, library, 'submit', told.id, '--by', '陈静')
    await json(
      Slip,
      library,
      'slip',
      'write',
      told.id,
      '--type',
      'review-request',
      '--to',
      out,
      '--seal',
      key,
      '--by',
      '陈静',
    )
    const [request = ''] = readdirSync(out)
    expect(request).toMatch(/^送审-核实-请县里看的故事-\d{8}-[0-9a-f]{4}\.slip$/)

    const closed = await run(elsewhere, 'slip', 'take', path.join(out, request), '--json')
    expect(closed.code).toBe(1)
    const taken = await json(Slip, elsewhere, 'slip', 'take', path.join(out, request), '--passphrase', key)
    expect(taken).toMatchObject({ state: 'new', from: { name: '陈静' } })
    const { stdout } = await run(
      elsewhere,
      'slip',
      'answer',
      taken.id.slice(0, 8),
      '--answer',
      'return',
      '--remark',
      'title: 请县里 => 写清是哪个村',
      '--to',
      out,
      '--sender',
      '县里老李',
    )
    expect(stdout).toContain('写好了')
    const answer = readdirSync(out).find((name) => name.startsWith('意见')) ?? ''
    const back = await run(library, 'slip', 'take', path.join(out, answer), '--by', '陈静')
    expect([back.code, back.stderr]).toEqual([0, ''])
    expect(back.stdout).toContain('县里老李（第一次来')
    const tasks = await run(library, 'tasks', told.id)
    expect(tasks.stdout).toContain('写清是哪个村')
    expect((await run(library, 'slip', 'list')).stdout.split('\n').filter(Boolean)).toHaveLength(2)
  })
})
