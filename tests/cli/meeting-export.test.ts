import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { MaterialView } from '../../library/meetings/materials/material-view.ts'
import type { RunningService } from '../../library/service/run-service.ts'
import { openParts, wordsIn } from '../meetings/pptx/pptx-parts.ts'
import { ask, closeOnce, startService } from '../service/running-service.ts'
import { temporaryFolder } from '../store/temporary-library.ts'
import { ErrorFacts } from './contract.ts'
import { runCommand } from './run-command.ts'

const Exported = z.strictObject({
  id: z.string(),
  title: z.string(),
  what: z.string(),
  format: z.enum(['pptx', 'docx', 'pdf']),
  out: z.string(),
  bytes: z.int().positive(),
  slides: z.int().positive().optional(),
  warnings: z.array(z.string()),
})
const Shared = z.strictObject({
  id: z.string(),
  title: z.string(),
  out: z.string(),
  bytes: z.int().positive(),
  warnings: z.array(z.string()).length(1),
})
const Opened = z.strictObject({
  record: z.looseObject({ title: z.string() }),
  madeAt: z.iso.datetime(),
  sender: z.strictObject({ name: z.string(), fingerprint: z.string(), known: z.boolean() }),
  items: z.array(z.unknown()),
  pictures: z.int(),
  changes: z.array(z.unknown()),
  before: z.strictObject({ id: z.string(), title: z.string(), updatedAt: z.string() }).optional(),
})

describe('xinhuo meeting export, share and open', () => {
  let library = ''
  let folder = ''
  // Commands reach the running service over its pipe, which is quicker than opening the library each time.
  let service: RunningService
  let meeting: MaterialView
  beforeAll(async () => {
    folder = temporaryFolder(afterAll)
    library = path.join(temporaryFolder(afterAll), '资料库')
    mkdirSync(library, { recursive: true })
    service = await startService(library, { atEnd: () => {} })
    const parts = [{ id: 'p1', type: 'opening', title: '开场', text: '请打 13812345678。' }]
    const record = { type: 'meeting', format: 1, title: '学水法', parts }
    meeting = await ask<MaterialView>(service, 'POST', '/api/materials', { record })
  }, 60_000)
  afterAll(() => closeOnce(service))
  const run = (...rest: string[]) => runCommand(['meeting', ...rest, '--library', library])
  const out = (name: string) => path.join(folder, name)

  it('write slides whole, and say what to look at before they are handed on', async () => {
    const { code, stdout } = await run('export', '学水', '--format', 'pptx', '--out', out('slides.pptx'), '--json')
    expect(code).toBe(0)
    const done = Exported.parse(JSON.parse(stdout))
    expect(done).toMatchObject({
      id: meeting.id,
      title: '学水法',
      what: 'slides',
      format: 'pptx',
      out: out('slides.pptx'),
    })
    const parts = openParts(readFileSync(done.out))
    expect(parts.slides()).toHaveLength(done.slides as number)
    expect(wordsIn(parts.slides()[0] as string)).toContain('学水法')
    expect(done.warnings).toHaveLength(1)
    expect(stdout).not.toContain('13812345678')
  })

  it('write the script when only .docx is asked for, and refuse pairs that are none', async () => {
    const script = await run('export', '学水法', '--format', 'docx', '--out', out('script.docx'), '--json')
    expect(Exported.parse(JSON.parse(script.stdout))).toMatchObject({ what: 'script', format: 'docx' })
    const wrong = await run(
      'export',
      '学水法',
      '--format',
      'pptx',
      '--what',
      'agenda',
      '--out',
      out('no.pptx'),
      '--json',
    )
    expect(wrong.code).not.toBe(0)
    expect(ErrorFacts.parse(JSON.parse(wrong.stdout || wrong.stderr)).error.code).toBe('MATERIAL_FILE_FORMAT')
    const nowhere = await run('export', '学水法', '--format', 'pptx', '--out', out('gone/slides.pptx'))
    expect(nowhere.code).not.toBe(0)
    expect(nowhere.stderr).toContain('会议资料没有写成文件。')
    expect(readdirSync(folder).toSorted()).toEqual(['script.docx', 'slides.pptx'])
  }, 60_000)

  it('carry a meeting to another office as one file', async () => {
    const file = out('学水法.xinhuo-meeting')
    const shared = await run('share', meeting.id, '--out', file, '--json')
    expect(Shared.parse(JSON.parse(shared.stdout))).toMatchObject({ id: meeting.id, out: file })
    const looked = Opened.parse(JSON.parse((await run('open', file, '--json')).stdout))
    expect(looked).toMatchObject({ record: { title: '学水法' }, before: { id: meeting.id } })
    const taken = await run('open', file, '--take')
    expect([taken.code, taken.stdout]).toEqual([0, expect.stringContaining('收下了：学水法')])
    for (const nothing of [out('没有.xinhuo-meeting'), path.dirname(file)]) {
      const end = await run('open', nothing)
      expect([end.code, end.stderr]).toEqual([2, expect.stringContaining('读不到文件')])
    }
    const foreign = await run('open', out('slides.pptx'))
    expect([foreign.code, foreign.stderr]).toEqual([1, expect.stringContaining('不是薪火的会议文件')])
  }, 60_000)
})
