import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { temporaryFolder } from '../store/temporary-library.ts'
import { briefs } from '../stories/proposing/written/briefs.ts'
import { plainText } from '../stories/proposing/written/written-story.ts'
import { ErrorFacts } from './contract.ts'
import { runCommand } from './run-command.ts'

const Record = z.looseObject({ format: z.literal(1), title: z.string(), places: z.array(z.string()) })
const Skipped = z.array(z.strictObject({ file: z.string(), code: z.string(), reason: z.string() }))
const Proposals = z.strictObject({
  upload: z.uuid(),
  proposals: z.array(
    z.looseObject({
      id: z.string(),
      file: z.string(),
      row: z.int().optional(),
      record: Record,
      read: z.array(
        z.strictObject({ field: z.string(), quote: z.string(), confidence: z.enum(['certain', 'likely']) }),
      ),
      left: z.array(z.string()),
      warnings: z.array(z.string()),
    }),
  ),
  skipped: Skipped,
  sheets: z.array(z.looseObject({ file: z.string(), sheet: z.string() })).optional(),
})
const Kept = z.strictObject({
  kept: z.array(z.looseObject({ id: z.string(), title: z.string(), state: z.literal('draft') })),
  alike: z.array(z.looseObject({ file: z.string() })),
  skipped: Skipped,
})

describe('xinhuo story import', () => {
  let library = ''
  let folder = ''
  beforeAll(() => {
    library = path.join(temporaryFolder(afterAll), '资料库')
    folder = path.join(temporaryFolder(afterAll), '来稿')
    mkdirSync(folder)
    for (const story of briefs.slice(0, 2)) writeFileSync(path.join(folder, story.name), plainText(story))
    writeFileSync(path.join(folder, '坏的.docx'), 'PK\u0003\u0004')
    writeFileSync(path.join(folder, '台账.csv'), '标题,地点,做法\n一口锅,大塘乡,多做一锅饭。\n')
  })
  const run = (...rest: string[]) => runCommand(['story', 'import', ...rest, '--library', library])

  it('shows what would be kept, keeps it as drafts, and then not again', async () => {
    const seen = await run(folder, '--json')
    expect([seen.code, seen.stderr]).toEqual([0, ''])
    const read = Proposals.parse(JSON.parse(seen.stdout))
    expect(read.proposals.map(({ record }) => record.title).sort()).toEqual(
      ['一口锅', '一张清单让老人少跑三趟', '沙溪镇：村务“明白墙”让补贴看得懂'].sort(),
    )
    expect(read.skipped.map(({ file }) => file)).toEqual(['坏的.docx'])

    writeFileSync(path.join(folder, '又一份.txt'), plainText(briefs[0] as (typeof briefs)[number]))
    const kept = Kept.parse(JSON.parse((await run(path.join(folder, '又一份.txt'), '--keep', '--json')).stdout))
    expect(kept).toMatchObject({ kept: [{ title: '一张清单让老人少跑三趟', state: 'draft' }], alike: [], skipped: [] })
    const told = await run(folder, '--keep')
    expect(told.code).toBe(0)
    expect(told.stdout).toContain('留成了草稿：一口锅（gushi-')
    expect(told.stdout).toContain('和已有的“一张清单让老人少跑三趟”几乎一样')
    expect(told.stdout).toContain('跳过 坏的.docx：')
  }, 90_000)

  it('says in one sentence what it cannot find', async () => {
    const { code, stdout } = await run(path.join(folder, '没有'), '--json')
    expect(code).not.toBe(0)
    expect(ErrorFacts.parse(JSON.parse(stdout)).error.code).toBe('PATH_NOT_FOUND')
  }, 60_000)
})
