import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { MaterialView } from '../../library/meetings/materials/material-view.ts'
import { ask, startService } from '../service/running-service.ts'
import { temporaryFolder } from '../store/temporary-library.ts'
import { runCommand } from './run-command.ts'

const Card = z.looseObject({
  id: z.string(),
  way: z.literal('sheet'),
  givenOn: z.iso.date(),
  answers: z.record(z.string(), z.string()),
})
const Sheet = z.strictObject({
  needs: z.array(Card),
  feedback: z.array(Card),
  counts: z.array(z.looseObject({ question: z.string() })),
  met: z.array(z.looseObject({ what: z.string() })),
})
const Taken = z.strictObject({
  type: z.enum(['needs', 'feedback']),
  taken: z.int(),
  known: z.int(),
  masked: z.int(),
  refused: z.array(z.strictObject({ row: z.int(), reason: z.string() })),
})

describe('xinhuo meeting response', () => {
  let library = ''
  beforeAll(async () => {
    library = path.join(temporaryFolder(afterAll), '资料库')
    // Commands reach the running service over its pipe, which is quicker than opening the library each time.
    const service = await startService(library, { atEnd: afterAll })
    const record = { type: 'meeting', format: 1, title: '宅基地培训' }
    await ask<MaterialView>(service, 'POST', '/api/materials', { record })
  })
  const run = (...rest: string[]) => runCommand(['meeting', 'response', '宅基地', ...rest, '--library', library])
  const json = async <Schema extends z.ZodType>(schema: Schema, ...rest: string[]) => {
    const { code, stdout, stderr } = await run(...rest, '--json')
    expect([code, stderr]).toEqual([0, ''])
    return schema.parse(JSON.parse(stdout))
  }

  it('takes a sheet once, with its columns as they are named or said, and lists what came', async () => {
    const sheet = path.join(temporaryFolder(), '会后.csv')
    writeFileSync(sheet, '时间,甲,时间长短\n2026-03-05,讲得细，打13812345678,有点长\n2026-03-05,,\n')
    const taken = await json(Taken, '--file', sheet, '--type', 'feedback', '--column', '甲=useful')
    expect(taken).toMatchObject({ type: 'feedback', taken: 1, known: 0, masked: 1, refused: [{ row: 3 }] })
    const again = await run('--file', sheet)
    expect(again.stdout).toContain('收下 0 张反馈卡，1 张以前收过。')

    const listed = await json(Sheet)
    expect(listed.feedback.map(({ answers }) => answers)).toEqual([
      { useful: expect.not.stringContaining('13812345678'), length: 'too-long' },
    ])
    const shown = await run()
    expect(shown.stdout).toContain('反馈卡：1 张')
    expect(shown.stdout).toContain('时间长短：偏长 1，正好 0，偏短 0')
    const wrong = await run('--file', sheet, '--column', '丙=useful')
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('没有“丙”这一列')])
  }, 120_000)
})
