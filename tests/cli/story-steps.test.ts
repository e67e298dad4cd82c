import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { RunningService } from '../../library/service/run-service.ts'
import { startService } from '../service/running-service.ts'
import { temporaryFolder } from '../store/temporary-library.ts'
import { askAs } from '../stories/process/story-desk.ts'
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
let town: RunningService
/** The commands go to services that are open, as on a machine where the window is: quicker than one each. */
beforeAll(async () => {
  library = path.join(temporaryFolder(afterAll), '镇里')
  elsewhere = path.join(temporaryFolder(afterAll), '县里')
  stick = temporaryFolder(afterAll)
  town = await startService(library, { atEnd: afterAll })
  await startService(elsewhere, { atEnd: afterAll })
  mkdirSync(path.join(stick, '件'))
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
    await askAs(town, undefined, 'PUT', '/api/story-office', { ...OFFICE, people: OFFICE.people.slice(0, 3) })
    await json(Office, library, 'office', 'set', '--name', '溪口镇宣传办', '--review-months', '6')
    const office = await json(Office, library, 'office', 'add', '高远', '--role', '发布')
    expect(office.people.map(({ name }) => name)).toEqual(['陈静', '周明', '林芳', '高远'])
    expect(office).toMatchObject({ name: '溪口镇宣传办', reviewMonths: 6 })
  })

  it('is told and submitted, and not verified by who submitted it', async () => {
    const file = path.join(stick, '故事.json')
    writeFileSync(file, JSON.stringify(wholeRecord('高岭村冬天修好了水渠')))
    id = (await json(Story, library, 'new', '--data', file)).id
    const { stdout } = await run(library, 'submit', '高岭村', '--by', '陈静')
    expect(stdout).toContain('办了“报送”：高岭村冬天修好了水渠，现在已报送。')
    const own = await run(library, 'verify', id, '--by', '陈静', '--json')
    expect(own.code).toBe(1)
    expect(ErrorFacts.parse(JSON.parse(own.stdout)).error.code).toBe('STEP_NOT_ALLOWED')
  })

  it('goes on step by step, by people of the office, until readers have it', async () => {
    const { stdout } = await run(library, 'verify', id, '--by', '周明')
    expect(stdout).toContain('现在已核实')
    await json(Story, library, 'approve', id, '--by', '林芳')
    expect(await json(Story, library, 'publish', id, '--by', '高远')).toMatchObject({ state: 'published' })
    const item = await askAs(town, undefined, 'GET', `/api/items/${id}`)
    expect(item).toMatchObject({ kind: 'story', issuer: '溪口镇宣传办' })
  })

  it('tells the record from its beginning, each link naming the one before', async () => {
    const events = await json(z.array(Event), library, 'record', id)
    expect(events.map(({ by }) => by)).toEqual(['本机', '陈静', '周明', '林芳', '高远'])
    expect(events.slice(1).map(({ previous }) => previous)).toEqual(events.slice(0, -1).map(({ hash }) => hash))
  })

  it('takes a story away with its reason, and brings it back', async () => {
    await json(Story, library, 'retire', id, '--by', '高远', '--urgent', '--reason', '当事人要求')
    await askAs(town, undefined, 'PUT', '/api/story-office', OFFICE)
    expect(await json(Story, library, 'restore', id, '--by', '吴全')).toMatchObject({ state: 'published' })
  })

  it('does not know who is not in the office', async () => {
    const { code, stderr } = await run(library, 'correct', id, '--by', '谁也不是')
    expect([code, stderr]).toEqual([2, expect.stringContaining('没有叫“谁也不是”的人')])
  })
})

describe('xinhuo story slip', { timeout: 60_000 }, () => {
  const out = () => path.join(stick, '件')
  const key = () => path.join(stick, '口令.txt')
  const named = (start: string) => path.join(out(), readdirSync(out()).find((name) => name.startsWith(start)) ?? '')
  let id = ''

  it('writes a story for reviewers elsewhere, sealed by a passphrase that no argument shows', async () => {
    writeFileSync(key(), '水渠边的八棵柳树\n')
    id = (await askAs<{ id: string }>(town, 'chen', 'POST', '/api/stories', { record: wholeRecord('请县里看的故事') }))
      .id
    await askAs(town, 'chen', 'POST', `/api/stories/${id}/steps`, { step: 'submit' })
    const sealed = ['--to', out(), '--seal', key(), '--by', '陈静']
    await json(Slip, library, 'slip', 'write', id, '--type', 'review-request', ...sealed)
    expect(path.basename(named('送审'))).toMatch(/^送审-核实-请县里看的故事-\d{8}-[0-9a-f]{4}\.slip$/)
  })

  it('takes it in there, and answers it', async () => {
    const taken = await json(Slip, elsewhere, 'slip', 'take', named('送审'), '--passphrase', key())
    expect(taken).toMatchObject({ state: 'new', from: { name: '陈静' } })
    const remark = ['--remark', 'title: 请县里 => 写清是哪个村']
    const said = ['--answer', 'return', ...remark, '--to', out(), '--sender', '县里老李']
    const { stdout } = await run(elsewhere, 'slip', 'answer', taken.id.slice(0, 8), ...said)
    expect(stdout).toContain('写好了')
  })

  it('takes the answer in here, shows from whom it is, and makes its remarks tasks', async () => {
    const back = await run(library, 'slip', 'take', named('意见'), '--by', '陈静')
    expect([back.code, back.stderr]).toEqual([0, ''])
    expect(back.stdout).toContain('县里老李（第一次来')
    const tasks = await run(library, 'tasks', id)
    expect(tasks.stdout).toContain('写清是哪个村')
  })
})
