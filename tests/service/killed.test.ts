import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listBackups } from '../../library/store/backups.ts'
import { requireSoundCopy } from '../../library/store/recover-library.ts'
import { policyText, temporaryFolder, writePolicies } from '../store/temporary-library.ts'
import { countCalls, type Death, runKilled, spread } from './killed-process.ts'
import { ask, closeOnce, importPaths, startService } from './running-service.ts'

const GROUPS = 5
const FILES = 30
/** Generous: the machine may be busy; alone it takes a quarter of a second. Milliseconds. */
const RESTART = 5_000

/** Five folders of policies, the last with a picture. Returns their titles. */
function writeSources(folder: string): void {
  for (let group = 1; group <= GROUPS; group++) {
    writePolicies(path.join(folder, `第${group}批`), FILES / GROUPS - (group === GROUPS ? 1 : 0), `第${group}批办法`)
  }
  const picture =
    'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  writeFileSync(
    path.join(folder, `第${GROUPS}批`, '图.html'),
    `<h1>图文说明</h1><p>见图<img src="${picture}" alt="图"></p>`,
  )
}

async function survey(root: string) {
  const started = performance.now()
  const service = await startService(root)
  const restart = performance.now() - started
  const { db } = service.session.access
  const titles = async () => (await db.selectFrom('item').select('title').execute()).map((row) => row.title)
  return { service, restart, titles, recovery: service.session.recovery }
}

describe('an import killed at any moment', () => {
  let sources = ''
  let calls: Awaited<ReturnType<typeof countCalls>>
  beforeAll(async () => {
    sources = temporaryFolder(afterAll)
    writeSources(sources)
  })

  async function killAndMend(death: Death): Promise<void> {
    const root = temporaryFolder()
    const record = path.join(temporaryFolder(), 'acknowledged')
    await runKilled([root, 'import', sources, record], death)
    const acknowledged = existsSync(record) ? readFileSync(record, 'utf8').split('\n').filter(Boolean) : []

    const { service, restart, titles, recovery } = await survey(root)
    expect(restart).toBeLessThan(RESTART)
    expect(recovery).toBeUndefined()
    expect(await service.session.writer.findDamage()).toBeUndefined()
    expect(await titles()).toEqual(expect.arrayContaining(acknowledged))
    await service.session.catchUpIndex()
    for (const title of acknowledged.slice(-3)) {
      const found = await ask<{ hits: { title: string }[] }>(
        service,
        'GET',
        `/api/passages?q=${encodeURIComponent(title)}`,
      )
      expect(found.hits.map((hit) => hit.title)).toContain(title)
    }

    const folders = readdirSync(sources).map((name) => path.join(sources, name))
    const again = await importPaths(service, folders)
    expect(again).toMatchObject({ state: 'done', result: { skipped: [], revised: 0 } })
    expect(new Set(await titles()).size).toBe(FILES)
    expect(await titles()).toHaveLength(FILES)
    const { db } = service.session.access
    expect(await db.selectFrom('revision').select('sha256').execute()).toHaveLength(FILES)
    expect(await ask(service, 'GET', '/api/doctor')).toMatchObject({
      checks: expect.not.arrayContaining([expect.objectContaining({ ok: false })]),
    })
    await closeOnce(service)
  }

  it('keeps all that was acknowledged, opens at once, and a rerun completes it with nothing twice', {
    timeout: 150_000,
  }, async () => {
    for (const after of [0, 80, 250]) await killAndMend({ after })
  })

  it('the same before chosen calls to the disk', { timeout: 150_000 }, async () => {
    calls = await countCalls([temporaryFolder(), 'import', sources, path.join(temporaryFolder(), 'acknowledged')])
    expect(calls.writer.calls).toBeGreaterThan(100)
    const deaths: Death[] = [
      ...spread(1, calls.writer.calls, 5).map((call) => ({ thread: 'writer' as const, call })),
      ...spread(calls.main.begun, calls.main.calls, 2).map((call) => ({ thread: 'main' as const, call })),
    ]
    for (const death of deaths) await killAndMend(death)
  })
})

describe('killed while the whole library is handled', () => {
  /** A library with one policy in a backup, and another one since. */
  let template = ''
  let backup = ''
  beforeAll(async () => {
    template = temporaryFolder(afterAll)
    const files = temporaryFolder(afterAll)
    const service = await startService(template, { atEnd: afterAll })
    writeFileSync(path.join(files, 'a.md'), policyText('备份里有的办法', '甲'))
    await importPaths(service, [files])
    await service.session.jobs.start('backup', {})
    await service.session.jobs.idle()
    backup = (await listBackups(path.join(template, 'backups')))[0]?.name ?? ''
    writeFileSync(path.join(files, 'b.md'), policyText('后来的办法', '乙'))
    await importPaths(service, [files])
    await closeOnce(service)
  })
  const copy = () => {
    const root = temporaryFolder()
    cpSync(template, root, { recursive: true })
    return root
  }

  it('a restore shows the library of before or the backup, whole, at its next start', {
    timeout: 150_000,
  }, async () => {
    const { main } = await countCalls([copy(), 'restore', backup])
    const seen = new Set<string>()
    for (const call of spread(main.begun + 1, main.calls, 7)) {
      const root = copy()
      await runKilled([root, 'restore', backup], { thread: 'main', call })
      const { service, titles, recovery } = await survey(root)
      expect(recovery, `call ${call}`).toBeUndefined()
      const now = (await titles()).sort().join('、')
      expect(['备份里有的办法', '后来的办法、备份里有的办法', '备份里有的办法、后来的办法']).toContain(now)
      seen.add(now)
      await service.session.catchUpIndex()
      const found = await ask<{ hits: { title: string }[] }>(service, 'GET', '/api/passages?q=第一条 制定')
      expect([...new Set(found.hits.map((hit) => hit.title))].sort().join('、')).toBe(now)
      await closeOnce(service)
    }
    expect(seen.size).toBe(2)
  })

  it('a backup is there whole or not at all, and there is always one', { timeout: 100_000 }, async () => {
    const { writer } = await countCalls([copy(), 'backup'])
    for (const call of spread(Math.round(writer.calls / 2), writer.calls, 4)) {
      const root = copy()
      await runKilled([root, 'backup'], { thread: 'writer', call })
      const backups = await listBackups(path.join(root, 'backups'))
      // The new one may already have taken the place of the one of the same day.
      expect(backups.length).toBeGreaterThanOrEqual(1)
      for (const { name } of backups) requireSoundCopy(path.join(root, 'backups', name))
    }
  })

  it('an export is there whole or not at all, and the next start completes it', { timeout: 100_000 }, async () => {
    const first = path.join(temporaryFolder(), '导出')
    const { main } = await countCalls([copy(), 'export', first])
    const complete = readdirSync(first, { recursive: true }).sort()
    for (const call of spread(main.begun + 1, main.calls, 4)) {
      const root = copy()
      const parent = temporaryFolder()
      const target = path.join(parent, '导出')
      await runKilled([root, 'export', target], { thread: 'main', call })
      if (existsSync(target)) expect(readdirSync(target, { recursive: true }).sort()).toEqual(complete)
      const { service } = await survey(root)
      await service.session.jobs.idle()
      expect(readdirSync(parent).filter((name) => name !== '导出')).toEqual([])
      await closeOnce(service)
    }
    rmSync(first, { recursive: true })
    mkdirSync(first)
  })
})
