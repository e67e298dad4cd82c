import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ReportAnswers } from '../../library/updates/repository-format.ts'
import { policyText, temporaryFolder } from '../store/temporary-library.ts'
import { runCommand } from './run-command.ts'

const ReportNumber = z.string().regex(/^[A-Z2-7]{4}-\d{4}$/)
const Written = z.object({ number: ReportNumber, kind: z.string(), text: z.string(), title: z.string().optional() })
const Exported = z.strictObject({ file: z.string(), reports: z.int(), numbers: z.array(ReportNumber) })
const Taken = z.array(
  z.object({ file: z.string(), taken: z.int(), known: z.int(), refused: z.object({ code: z.string() }).optional() }),
)

describe('xinhuo reports', () => {
  let village = ''
  let office = ''
  let stick = ''
  let letter = ''
  let number = ''
  beforeAll(() => {
    village = path.join(temporaryFolder(afterAll), '村里')
    office = path.join(temporaryFolder(afterAll), '内容办')
    stick = temporaryFolder(afterAll)
  })
  const json = async <Schema extends z.ZodType>(schema: Schema, library: string, ...rest: string[]) => {
    const { code, stdout, stderr } = await runCommand(['reports', ...rest, '--library', library, '--json'])
    expect([code, stderr]).toEqual([0, ''])
    return schema.parse(JSON.parse(stdout))
  }

  it('notes a report on an item, and lists it', async () => {
    writeFileSync(path.join(stick, '宅基地办法.md'), policyText('宅基地办法', '沧浪亭台'))
    await runCommand(['import', path.join(stick, '宅基地办法.md'), '--library', village])
    const found = await runCommand(['search', '沧浪亭台', '--library', village, '--json'])
    const { hits } = z.object({ hits: z.array(z.object({ itemId: z.string() })) }).parse(JSON.parse(found.stdout))
    const item = hits[0]?.itemId ?? ''
    const noted = await json(Written, village, 'add', '写错了', '--kind', 'error', '--item', item, '--anchor', '第二条')
    expect(noted).toMatchObject({ kind: 'error', title: '宅基地办法' })
    number = noted.number
    const { stdout } = await runCommand(['reports', 'list', '--library', village])
    expect(stdout).toBe(`${number}  有误  《宅基地办法》第二条  写错了\n`)
  })

  it('exports what has not left, and then has nothing more to send', async () => {
    const done = await json(Exported, village, 'export', '--to', stick, '--name', '溪口镇')
    expect(done).toMatchObject({ reports: 1, numbers: [number] })
    letter = done.file
    expect(path.basename(letter)).toMatch(/^xinhuo-huixin-\d{8}-[A-Z2-7]{4}\.json$/)
    const again = await runCommand(['reports', 'export', '--to', stick, '--library', village])
    expect([again.code, again.stdout]).toEqual([1, ''])
    expect(again.stderr).toContain('没有要寄出的回信')
  })

  it('takes a letter in once, and answers it by number', async () => {
    expect(await json(Taken, office, 'receive', letter)).toMatchObject([{ taken: 1, known: 0 }])
    expect(await json(Taken, office, 'receive', letter)).toMatchObject([{ taken: 0, known: 1 }])
    await json(Written, office, 'answer', number, '--text', '已经改正。')
    const { stdout } = await runCommand(['reports', 'list', '--received', '--library', office])
    expect(stdout).toContain('溪口镇')
    expect(stdout).toContain('答复：已经改正。')
  })

  it('writes the answers for a channel', async () => {
    const file = path.join(stick, 'answers.json')
    await json(z.strictObject({ file: z.literal(file), answers: z.literal(1) }), office, 'answers', '--out', file)
    const { answers } = ReportAnswers.parse(JSON.parse(readFileSync(file, 'utf8')))
    expect(answers).toMatchObject([{ number, answer: '已经改正。' }])
  })

  it('refuses an altered letter with a sentence and an exit code', async () => {
    const altered = path.join(stick, 'altered.json')
    writeFileSync(altered, readFileSync(letter, 'utf8').replace('写错了', '写对了'))
    const { code, stdout } = await runCommand(['reports', 'receive', altered, '--library', office])
    expect(code).toBe(1)
    expect(stdout).toContain('在写好以后被改动或损坏了')
  })

  it('says so when the answers cannot be written, and leaves nothing half', async () => {
    const file = path.join(stick, '没有这个文件夹', 'answers.json')
    const { code, stderr } = await runCommand(['reports', 'answers', '--out', file, '--library', office])
    expect(code).toBe(2)
    expect(stderr).toContain('答复没有写成文件')
    expect(readdirSync(stick).filter((name) => name.includes('tmp'))).toEqual([])
  })

  it('does not know numbers of others', async () => {
    const { code, stderr } = await runCommand(['reports', 'answer', 'ZZZZ-0009', '--text', '好', '--library', office])
    expect(code).toBe(1)
    expect(stderr).toContain('没有收到过这个编号')
  })
})
