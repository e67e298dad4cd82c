import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { StoryView } from '../../library/stories/story-view.ts'
import { ask, closeOnce, startService } from '../service/running-service.ts'
import { temporaryFolder } from '../store/temporary-library.ts'
import { runCommand } from './run-command.ts'

const Response = z.looseObject({
  id: z.uuid(),
  way: z.enum(['card', 'sheet', 'file', 'desk']),
  givenOn: z.iso.date(),
  type: z.enum(['opinion', 'suggestion', 'error', 'question']),
})
const Page = z.strictObject({
  total: z.int(),
  digest: z.looseObject({ total: z.int(), useful: z.strictObject({ yes: z.int(), partly: z.int(), no: z.int() }) }),
  responses: z.array(Response),
})
const Kept = z.strictObject({
  kept: z.int(),
  known: z.int(),
  masked: z.array(z.looseObject({ row: z.int() })),
  unmatched: z.array(z.string()),
})
const Taken = z.strictObject({
  taken: z.int(),
  known: z.int(),
  masked: z.int(),
  refused: z.array(z.strictObject({ row: z.int(), reason: z.string() })),
  unmatched: z.array(z.string()),
})

describe('xinhuo story response', () => {
  let library = ''
  let folder = ''
  beforeAll(async () => {
    library = path.join(temporaryFolder(afterAll), '资料库')
    folder = path.join(temporaryFolder(afterAll), '反馈')
    mkdirSync(folder)
    const service = await startService(library, { atEnd: () => {} })
    await ask<StoryView>(service, 'POST', '/api/stories', { record: { title: '高岭村修渠记' } })
    await closeOnce(service)
  })
  const run = (...rest: string[]) => runCommand(['story', 'response', ...rest, '--library', library])
  const json = async <Schema extends z.ZodType>(schema: Schema, ...rest: string[]) => {
    const { code, stdout, stderr } = await run(...rest, '--json')
    expect([code, stderr]).toEqual([0, ''])
    return schema.parse(JSON.parse(stdout))
  }

  it('takes cards and sheets, answers, and hands on', async () => {
    const card = await json(Kept, 'add', 'glcxqj', '--type', 'question', '--text', '花了多少钱？', '--on', '2026-03-05')
    expect(card).toEqual({ kept: 1, known: 0, masked: [], unmatched: [] })
    const sheet = path.join(folder, '大厅.csv')
    writeFileSync(sheet, '甲,评价,时间\n高岭村修渠记,有用,2026-03-06\n高岭村修渠记,看不懂,2026-03-06\n')
    const taken = await json(Taken, 'read', sheet, '--take', '--column', '甲=story')
    expect(taken).toMatchObject({ taken: 1, unmatched: [], refused: [{ row: 3 }] })

    const page = await json(Page, 'list', '高岭村')
    expect(page).toMatchObject({ total: 2, digest: { useful: { yes: 1, partly: 0, no: 0 } } })
    const question = page.responses.find(({ type }) => type === 'question')
    expect(await json(Response, 'answer', (question?.id ?? '').slice(0, 8), '四百元。')).toMatchObject({
      answer: { text: '四百元。' },
    })
    const shown = await run('list')
    expect(shown.stdout).toContain('有用 1，部分有用 0，没有用 0；还有 0 个提问没有答复。')
    expect(shown.stdout).toContain('花了多少钱？  答：四百元。')

    const written = await json(z.strictObject({ file: z.string(), responses: z.int() }), 'export', '--out', folder)
    expect(written.responses).toBe(2)
    expect(readdirSync(folder)).toContain(path.basename(written.file))
  }, 120_000)
})
