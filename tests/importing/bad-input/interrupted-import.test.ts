import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { ImportResult } from '../../../library/jobs/job-view.ts'
import { runCommand, startCommand } from '../../cli/run-command.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'
import { openTestSession } from '../test-session.ts'
import { expectNothingLeft, expectPlainReasons, readersOf } from './nothing-left.ts'

const policy = (title: string) => `# ${title}办法\n\n第一条 为了${title}，制定本办法。\n`

function writePolicies(folder: string, count: number): void {
  for (let at = 0; at < count; at++) {
    mkdirSync(path.join(folder, `${at % 20}`), { recursive: true })
    writeFileSync(path.join(folder, `${at % 20}`, `${at}.md`), policy(`第${at}号`))
  }
}

describe.skipIf(process.platform === 'win32')('an import that is stopped by Ctrl+C', () => {
  it('ends within 2 s with 130, keeps what was done, and a rerun completes with nothing twice', async () => {
    const folder = temporaryFolder()
    const library = path.join(temporaryFolder(), 'library')
    const files = 600
    writePolicies(folder, files)
    const given = ['import', folder, '--library', library, '--json']
    const { child, end } = startCommand(given)
    await vi.waitFor(() => expect(readersOf(child.pid ?? 0)).not.toEqual([]), { timeout: 15_000, interval: 20 })
    await new Promise((resolve) => setTimeout(resolve, 300))
    const readers = readersOf(child.pid ?? 0).map((one) => one.split(' ')[0] ?? '')
    const asked = performance.now()
    child.kill('SIGINT')
    const stopped = await end
    // Twice the promise: other tests run beside this one.
    expect(performance.now() - asked).toBeLessThan(4000)
    expect([stopped.code, stopped.stderr]).toEqual([130, expect.stringContaining('已经完成的都会保留')])
    if (process.platform === 'linux') expect(readdirSync('/proc')).not.toEqual(expect.arrayContaining(readers))
    const before = JSON.parse(stopped.stdout) as ImportResult
    expect(before.imported).toBeLessThan(files)
    const after = JSON.parse((await runCommand(given)).stdout) as ImportResult
    expect(after).toMatchObject({
      imported: files - before.imported,
      revised: 0,
      unchanged: before.imported,
      skipped: [],
    })
    expect(await runCommand(['doctor', '--library', library, '--json'])).toMatchObject({ code: 0 })
  }, 60_000)
})

describe('two imports at once', () => {
  it('of overlapping folders take each file once', async () => {
    const folder = temporaryFolder()
    const library = path.join(temporaryFolder(), 'library')
    writePolicies(folder, 200)
    const below = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, at) => path.join(folder, `${from + at}`))
    const ends = await Promise.all(
      [below(0, 12), below(8, 20)].map((paths) => runCommand(['import', ...paths, '--library', library, '--json'])),
    )
    const [one, other] = ends.map((end) => JSON.parse(end.stdout) as ImportResult)
    expect(ends.map((end) => [end.code, end.stderr])).toEqual([
      [0, ''],
      [0, ''],
    ])
    expect((one?.imported ?? 0) + (other?.imported ?? 0)).toBe(200)
    expect((one?.unchanged ?? 0) + (other?.unchanged ?? 0)).toBe(40)
  }, 60_000)
})

describe('files that change while they are imported', { timeout: 60_000 }, () => {
  it('are skipped when gone, taken as they are when changed, and never stop the rest', async () => {
    const session = await openTestSession()
    try {
      const folder = path.join(session.scratch, '变动')
      writePolicies(folder, 1200)
      const job = await session.jobs.start('import', { paths: [folder] })
      let result: ImportResult | undefined
      let changed = false
      for await (const view of session.jobs.follow(job.id)) {
        if (view.state === 'done' && view.type === 'import') result = view.result
        // The first file may be told together with those after it.
        if (changed || view.progress.done === 0) continue
        changed = true
        rmSync(path.join(folder, '7'), { recursive: true })
        renameSync(path.join(folder, '8'), path.join(folder, '新'))
        writeFileSync(path.join(folder, '9', '9.md'), '')
        writeFileSync(path.join(folder, '9', '29.md'), policy('改过的'))
      }
      expect((result?.imported ?? 0) + (result?.skipped.length ?? 0)).toBe(1200)
      expect(new Set(result?.skipped.map((one) => one.code))).toEqual(new Set(['FILE_MISSING', 'FILE_EMPTY']))
      expectPlainReasons(result?.skipped ?? [])
      await expectNothingLeft(session)
    } finally {
      await session.close()
    }
  })
})
