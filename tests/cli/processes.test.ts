import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { xinhuoCommand } from '../built-command.ts'
import { closeOnce, send, startService } from '../service/running-service.ts'
import { policyText, temporaryFolder, writePolicies } from '../store/temporary-library.ts'
import { Doctor, Found, Imported, Serving } from './contract.ts'
import { runCommand, startCommand } from './run-command.ts'

/** Waits until a library holds this many items, as another process writes it. */
async function itemsIn(library: string, least: number): Promise<void> {
  const { openLibraryForReading } = await import('../../library/store/open-library-database.ts')
  await expect
    .poll(
      () => {
        if (!existsSync(path.join(library, 'library.db'))) return 0
        try {
          const { connection } = openLibraryForReading(path.join(library, 'library.db'))
          const { n } = connection.prepare('SELECT count(*) AS n FROM item').get([]) as { n: number }
          connection.close()
          return n
        } catch {
          // Not made yet.
          return 0
        }
      },
      { timeout: 15_000, interval: 5 },
    )
    .toBeGreaterThanOrEqual(least)
}

const titles = async (library: string) => {
  const service = await startService(library)
  await service.session.jobs.idle()
  const rows = await service.session.access.db.selectFrom('item').select('title').execute()
  await closeOnce(service)
  return rows.map((row) => row.title)
}

describe('several at one library', { timeout: 60_000 }, () => {
  it('two imports at once both end well, with nothing lost and nothing said of locks', async () => {
    const library = temporaryFolder()
    const [one, two] = [temporaryFolder(), temporaryFolder()]
    writePolicies(one, 30, '甲办法')
    writePolicies(two, 30, '乙办法')
    const ends = await Promise.all(
      [one, two].map((folder) => runCommand(['import', folder, '--library', library, '--json'])),
    )
    for (const { code, stdout, stderr } of ends) {
      expect([code, stderr]).toEqual([0, ''])
      expect(Imported.parse(JSON.parse(stdout))).toMatchObject({ imported: 30, skipped: [] })
    }
    expect(new Set(await titles(library)).size).toBe(60)
  })

  it('an import while the app runs is done by the app, and is found there at once', async () => {
    const library = temporaryFolder()
    const sources = temporaryFolder()
    writeFileSync(path.join(sources, 'a.md'), policyText('甲办法', '沧浪亭台'))
    const service = await startService(library)
    const { code, stdout } = await runCommand(['import', sources, '--library', library, '--json'])
    expect([code, Imported.parse(JSON.parse(stdout)).imported]).toEqual([0, 1])
    const answer = await service.handle(new Request('http://xinhuo/api/passages?q=沧浪亭台'))
    expect(Found.parse(await answer.json()).hits[0]?.source).toBe('a.md')
    const searched = await runCommand(['search', '沧浪亭台', '--library', library, '--json'])
    expect(Found.parse(JSON.parse(searched.stdout)).total).toBe(1)
  })

  it('work that was handed over is taken up when the process that did it is killed', async () => {
    const library = temporaryFolder()
    const [one, two] = [temporaryFolder(), temporaryFolder()]
    writePolicies(one, 90, '甲办法')
    writePolicies(two, 20, '乙办法')
    const first = startCommand(['import', one, '--library', library, '--json'])
    await itemsIn(library, 1)
    const second = startCommand(['import', two, '--library', library, '--json'])
    await new Promise((resolve) => setTimeout(resolve, 300))
    first.child.kill('SIGKILL')
    await first.end
    const { code, stdout, stderr } = await second.end
    expect([code, stderr]).toEqual([0, ''])
    expect(Imported.parse(JSON.parse(stdout))).toMatchObject({ imported: 20 })
    expect(new Set(await titles(library)).size).toBe(110)
  })
})

describe('an import that is stopped', () => {
  it('by a kill is taken up at the next start', { timeout: 60_000 }, async () => {
    const library = temporaryFolder()
    const sources = temporaryFolder()
    writePolicies(sources, 120)
    const { child, end } = startCommand(['import', sources, '--library', library, '--json'])
    await itemsIn(library, 1)
    child.kill('SIGKILL')
    await end
    const service = await startService(library)
    expect(service.session.jobs.active()).toMatchObject([{ type: 'import' }])
    await service.session.jobs.idle()
    const rows = await service.session.access.db.selectFrom('item').select('id').execute()
    expect(rows).toHaveLength(120)
  })
})

describe('pipes and rights', { timeout: 60_000 }, () => {
  it('a reader that goes away (| head) is no error', async () => {
    const library = temporaryFolder()
    const sources = temporaryFolder()
    writePolicies(sources, 20)
    await runCommand(['import', sources, '--library', library])
    const file = path.join(sources, '问题.jsonl')
    const lines = Array.from({ length: 400 }, (_, id) => JSON.stringify({ id, question: '登记 公开 监督' }))
    writeFileSync(file, lines.join('\n'))
    const child = spawn(process.execPath, [
      xinhuoCommand,
      'search',
      '--batch',
      file,
      '--limit',
      '50',
      '--library',
      library,
    ])
    let stderr = ''
    child.stderr.on('data', (text: Buffer) => {
      stderr += text.toString()
    })
    child.stdout.once('data', () => child.stdout.destroy())
    const [code] = await once(child, 'exit')
    expect([code, stderr]).toEqual([0, ''])
  })

  // Somebody else has no share in what was compiled for us: each command takes its time.
  it('an unreadable file is skipped with its reason, and a library of somebody else can be read', {
    timeout: 90_000,
  }, async (test) => {
    if (process.platform !== 'linux' || process.getuid?.() !== 0)
      return test.skip('needs root, who can become somebody else')
    const home = temporaryFolder()
    chmodSync(home, 0o755)
    const [library, theirs, sources] = [
      path.join(home, 'library'),
      path.join(home, 'theirs'),
      path.join(home, 'sources'),
    ]
    for (const folder of [theirs, sources]) mkdirSync(folder)
    chmodSync(theirs, 0o777)
    writeFileSync(path.join(sources, '公开.md'), policyText('公开办法', '沧浪亭台'))
    await runCommand(['import', sources, '--library', library])
    writeFileSync(path.join(sources, '秘密.md'), policyText('秘密办法', '昆仑雪峰'), { mode: 0o600 })
    spawnSync('chmod', ['-R', 'a+rX', library])
    const before = readdirSync(library).sort()
    const asNobody = (...arguments_: string[]) => {
      const command = [
        '--reuid=65534',
        '--regid=65534',
        '--clear-groups',
        process.execPath,
        xinhuoCommand,
        ...arguments_,
        '--json',
      ]
      const ran = spawnSync('setpriv', command, {
        encoding: 'utf8',
        env: { ...process.env, HOME: theirs, XDG_RUNTIME_DIR: theirs },
      })
      return { code: ran.status, stdout: ran.stdout, stderr: ran.stderr }
    }
    if (asNobody('--version').code !== 0) return test.skip('nobody may not run this program here')
    const found = asNobody('search', '沧浪亭台', '--library', library)
    expect(found).toMatchObject({ code: 0, stderr: '' })
    const [hit] = Found.parse(JSON.parse(found.stdout)).hits
    expect(asNobody('show', hit?.itemId ?? '', '--library', library).code).toBe(0)
    const examined = asNobody('doctor', '--library', library)
    expect(
      Doctor.parse(JSON.parse(examined.stdout))
        .checks.filter((check) => !check.ok)
        .map((check) => check.name),
    ).toEqual(['写入权限'])
    const refused = asNobody('import', sources, '--library', library)
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('不能写入') })
    expect(readdirSync(library).sort()).toEqual(before)

    const mine = asNobody('import', sources, '--library', path.join(theirs, 'library'))
    expect(Imported.parse(JSON.parse(mine.stdout))).toMatchObject({
      imported: 1,
      skipped: [{ file: '秘密.md', code: 'FILE_UNREADABLE' }],
    })
  })
})

describe('xinhuo serve', { timeout: 60_000 }, () => {
  it('prints where it serves, refuses a second, and ends cleanly', async () => {
    const library = temporaryFolder()
    const { child, end } = startCommand(['serve', '--port', '0', '--library', library, '--json'])
    onTestFinished(() => void child.kill('SIGKILL'))
    const [line] = await once(child.stdout as NodeJS.ReadableStream, 'data')
    const serving = Serving.parse(JSON.parse(String(line)))
    const host = new URL(serving.address).host
    const page = await send({ address: serving.address }, 'GET', '/api/home', { host })
    expect(page.status).toBe(401)
    const second = await runCommand(['serve', '--port', '0', '--library', library])
    expect([second.code, second.stdout]).toEqual([1, ''])
    expect(second.stderr).toContain('正由另一个薪火使用')
    child.kill('SIGTERM')
    expect(await end).toMatchObject({ code: 0, signal: null, stderr: '' })
    if (process.platform !== 'win32') expect(existsSync(serving.pipe)).toBe(false)
  })
})
