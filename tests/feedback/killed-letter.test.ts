import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { openLetter } from '../../library/feedback/open-letter.ts'
import type { ExportedLetter, Report } from '../../library/feedback/report-view.ts'
import { childBundle } from '../service/child-bundle.ts'
import { spread } from '../service/killed-process.ts'
import { ask, closeOnce, startService } from '../service/running-service.ts'
import { temporaryFolder } from '../store/temporary-library.ts'

const child = childBundle(new URL('./letter-child.ts', import.meta.url))
const preload = childBundle(new URL('../service/die-at-call.ts', import.meta.url))

/** Runs the child over an empty library and stick, and says what it had acknowledged when it ended. */
async function run(environment: Readonly<Record<string, string>>, atEnd = onTestFinished) {
  const root = path.join(temporaryFolder(atEnd), '资料库')
  const stick = temporaryFolder(atEnd)
  const acknowledged = path.join(temporaryFolder(atEnd), 'acknowledged')
  const running = spawn(process.execPath, ['--import', preload, child, root, stick, acknowledged], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '', ...environment },
  })
  await once(running, 'close')
  const said = existsSync(acknowledged) ? readFileSync(acknowledged, 'utf8').split('\n').filter(Boolean) : []
  return { root, stick, said }
}

const lettersOn = (stick: string) =>
  readdirSync(stick)
    .filter((name) => !name.startsWith('.'))
    .map((name) => openLetter(readFileSync(path.join(stick, name))))

describe('writing and exporting reports, killed before a call to the disk', () => {
  type Counted = { readonly begun: number; readonly calls: number }
  let counts: { main: Counted; writer: Counted }
  beforeAll(async () => {
    const folder = temporaryFolder(afterAll)
    const { said } = await run({ COUNT_TO: folder }, afterAll)
    expect(said).toContain('exported')
    const read = (thread: string) => JSON.parse(readFileSync(path.join(folder, thread), 'utf8')) as Counted
    counts = { main: read('main'), writer: read('writer') }
  })

  /** @returns true when it died before all was done */
  async function killAndMend(death: string): Promise<boolean> {
    const { root, stick, said } = await run({ DIE_AT: death })
    const service = await startService(root)
    const reports = await ask<Report[]>(service, 'GET', '/api/reports')
    const texts = said.filter((line) => line !== 'exported')
    expect(reports.map((report) => report.text)).toEqual(expect.arrayContaining(texts))
    expect(new Set(reports.map((report) => report.number)).size).toBe(reports.length)
    // What lies on the stick is whole, and what counts as sent lies there.
    const written = new Set(lettersOn(stick).flatMap((letter) => letter.reports.map((report) => report.number)))
    const sent = reports.filter((report) => report.exportedAt !== undefined)
    for (const { number } of sent) expect(written).toContain(number)
    if (said.includes('exported')) expect(sent).toHaveLength(3)

    const more = await ask<Report>(service, 'POST', '/api/reports', { kind: 'question', text: '再问一句' })
    const ids = [...reports, more].map((report) => report.id)
    const { file } = await ask<ExportedLetter>(service, 'POST', '/api/reports/export', { directory: stick, ids })
    expect(openLetter(readFileSync(file)).reports).toHaveLength(ids.length)
    await closeOnce(service)
    return !said.includes('exported')
  }

  it('loses nothing acknowledged and leaves only whole letters, at calls of the main thread', async () => {
    const { begun, calls } = counts.main
    const died: boolean[] = []
    for (const call of spread(begun + 1, calls, 6)) died.push(await killAndMend(`main:${call}`))
    expect(died).toContain(true)
  }, 120_000)

  it('loses nothing acknowledged and leaves only whole letters, at calls of the writer', async () => {
    const died: boolean[] = []
    for (const call of spread(1, counts.writer.calls, 8)) died.push(await killAndMend(`writer:${call}`))
    expect(died).toContain(true)
  }, 180_000)
})
