import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { RunningService } from '../../library/service/run-service.ts'
import type { StoryView } from '../../library/stories/story-view.ts'
import { startService } from '../service/running-service.ts'
import { temporaryFolder } from '../store/temporary-library.ts'
import { phonePhoto } from '../stories/media/made-pictures.ts'
import { askAs } from '../stories/process/story-desk.ts'
import { OFFICE, wholeRecord } from '../stories/process/whole-record.ts'
import { runCommand } from './run-command.ts'

const Report = z.strictObject({
  storyId: z.string(),
  recordSha256: z.string().regex(/^[0-9a-f]{64}$/),
  passes: z.boolean(),
  findings: z.array(
    z.looseObject({
      id: z.string().regex(/^[0-9a-f]{20}$/),
      code: z.string(),
      severity: z.enum(['must', 'should']),
      place: z.looseObject({ field: z.string() }),
      says: z.string(),
      todo: z.string(),
      repair: z.looseObject({ type: z.string(), says: z.string() }).optional(),
      overruled: z.strictObject({ by: z.string(), at: z.iso.datetime(), reason: z.string() }).optional(),
    }),
  ),
})
const Repaired = Report.extend({ repaired: z.int() })
const Added = z.strictObject({
  added: z.array(z.looseObject({ id: z.string(), name: z.string(), mediaType: z.string() })),
  refused: z.array(z.strictObject({ name: z.string(), code: z.string(), reason: z.string() })),
})

const ID = '110101199003071233'
let service: RunningService
let library = ''
beforeAll(async () => {
  library = path.join(temporaryFolder(afterAll), '镇里')
  service = await startService(library, { atEnd: afterAll })
  await askAs(service, undefined, 'PUT', '/api/story-office', OFFICE)
}, 60_000)
const run = (...rest: string[]) => runCommand(['story', ...rest, '--library', library])
const json = async <Schema extends z.ZodType>(schema: Schema, code: number, ...rest: string[]) => {
  const done = await run(...rest, '--json')
  expect([done.code, done.stderr]).toEqual([code, ''])
  return schema.parse(JSON.parse(done.stdout))
}
const tell = (title: string, done: string) =>
  askAs<StoryView>(service, 'chen', 'POST', '/api/stories', { record: { ...wholeRecord(title), done } })

describe('xinhuo story check, repair, overrule, attach', { timeout: 60_000 }, () => {
  it('says what stops a story, masks it, and lets the rest pass for a reason', async () => {
    const { id } = await tell('补渠', `老周（${ID}）说。\n\n秘密★5年`)
    const report = await json(Report, 1, 'check', '补渠')
    expect(report).toMatchObject({ storyId: id, passes: false })
    expect(report.findings.filter(({ severity }) => severity === 'must').map(({ code }) => code)).toEqual([
      'resident-id',
      'secrecy',
    ])
    const plain = await run('check', id)
    expect(plain.stdout).toContain('［必须处理］  done：这里有一个身份证号。')
    expect(plain.stdout).toContain('还有必须处理的，不能发布。')

    const repaired = await json(Repaired, 0, 'repair', id, '--by', '陈静')
    expect(repaired.repaired).toBe(1)
    const [secrecy] = repaired.findings.filter(({ code }) => code === 'secrecy')
    const short = secrecy?.id.slice(0, 8) ?? ''
    const refused = await run('overrule', id, short, '--reason', '是表格的样本', '--by', '陈静')
    expect([refused.code, refused.stderr.includes('要由负责核实、审定或发布的同事来定')]).toEqual([1, true])
    const passed = await json(Report, 0, 'overrule', id, short, '--reason', '是表格的样本', '--by', '周明')
    expect(passed.passes).toBe(true)
    expect((await run('check', id)).stdout).toContain('周明：是表格的样本')
  })

  it('adds pictures, and says of each file that is none why not', async () => {
    const { id } = await tell('照片', '清了淤。')
    const folder = temporaryFolder()
    const [photo, text] = [path.join(folder, '现场.jpg'), path.join(folder, '说明.txt')]
    writeFileSync(photo, await phonePhoto(80, 60))
    writeFileSync(text, '不是图片')
    const done = await json(Added, 1, 'attach', id, photo, text, '--by', '陈静')
    expect(done.added.map(({ name, mediaType }) => [name, mediaType])).toEqual([['现场.jpg', 'image/jpeg']])
    expect(done.refused.map(({ name, code }) => [name, code])).toEqual([['说明.txt', 'MEDIA_UNKNOWN']])
    const missing = await run('attach', id, path.join(folder, '没有.jpg'))
    expect([missing.code, missing.stderr.includes('读不到文件')]).toEqual([2, true])
  })
})
