import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { xinhuoCommand } from '../../built-command.ts'
import { openTestSession, type TestSession } from '../test-session.ts'
import { codes, expectNothingLeft, expectPlainReasons } from './nothing-left.ts'

const policy = (title: string) => `# ${title}办法\n\n第一条 为了${title}，制定本办法。\n`
const gb = (text: 'good' | 'folder') => Buffer.from(text === 'good' ? 'b0ecb7a82e6d64' : 'b2c4c1cf', 'hex')

describe.skipIf(process.platform === 'win32')('a hostile folder', { timeout: 60_000 }, () => {
  let session: TestSession
  let folder = ''
  beforeAll(async () => {
    session = await openTestSession()
    folder = path.join(session.scratch, '来件')
    mkdirSync(folder)
    writeFileSync(path.join(folder, '好.md'), policy('饮水'))
  })
  afterAll(() => session.close())

  it('passes by pipes, sockets, devices and links that lead out or round, and takes the rest', async () => {
    spawnSync('mkfifo', [path.join(folder, '管道.md')])
    const server = createServer().listen(path.join(folder, '套接.txt'))
    symlinkSync('/dev/zero', path.join(folder, '设备.txt'))
    symlinkSync('/etc', path.join(folder, '系统'))
    symlinkSync('没有.md', path.join(folder, '断链.md'))
    symlinkSync('自己.md', path.join(folder, '自己.md'))
    mkdirSync(path.join(folder, '子'))
    symlinkSync('..', path.join(folder, '子', '回来'))
    symlinkSync('好.md', path.join(folder, '同一份.md'))
    const done = await session.importPaths([folder])
    server.close()
    expect(done.imported).toBe(1)
    expect(codes(done.skipped)).toEqual({
      '管道.md': 'FILE_UNSUPPORTED',
      '套接.txt': 'FILE_UNSUPPORTED',
      '设备.txt': 'LINK_REFUSED',
      系统: 'LINK_REFUSED',
      '断链.md': 'LINK_REFUSED',
      '自己.md': 'LINK_REFUSED',
    })
    expectPlainReasons(done.skipped)
    await expectNothingLeft(session)
  })

  it('reads names in GBK, and names that are no text at all', async () => {
    const odd = path.join(session.scratch, '乱名')
    mkdirSync(odd)
    const below = (...names: readonly Buffer[]) =>
      Buffer.concat([Buffer.from(odd), ...names.flatMap((name) => [Buffer.from('/'), name])])
    mkdirSync(below(gb('folder')))
    writeFileSync(below(gb('folder'), gb('good')), policy('国标'))
    writeFileSync(below(Buffer.from('ff80fe2e6d64', 'hex')), policy('乱码'))
    writeFileSync(path.join(odd, '换行\n\u202e名.md'), policy('怪名'))
    writeFileSync(path.join(odd, `${'长'.repeat(84)}.md`), policy('长名'))
    writeFileSync(path.join(odd, 'CON.md'), policy('保留'))
    const done = await session.importPaths([odd])
    expect(done).toMatchObject({ imported: 5, skipped: [] })
    const sources = await session.access.db.selectFrom('provenance').select('source').execute()
    expect(sources.map(({ source }) => source)).toContain('材料/办法.md')
    expect(await session.importPaths([odd])).toMatchObject({ imported: 0, revised: 0, unchanged: 5 })
  })

  it('refuses a gigabyte by its size, and folders 200 deep from the 65th on', async () => {
    const large = path.join(session.scratch, '大件')
    mkdirSync(path.join(large, ...Array.from({ length: 200 }, () => '层')), { recursive: true })
    for (const extension of ['txt', 'md', 'html', 'docx', 'doc', 'pdf', 'zip']) {
      writeFileSync(path.join(large, `大.${extension}`), '')
      truncateSync(path.join(large, `大.${extension}`), 2 ** 30)
    }
    const done = await session.importPaths([large])
    const tooLarge = ['txt', 'md', 'html', 'docx', 'doc', 'pdf'].map((one) => [`大.${one}`, 'FILE_TOO_LARGE'])
    expect(codes(done.skipped)).toEqual({
      ...Object.fromEntries(tooLarge),
      '大.zip': 'FILE_TRUNCATED',
      [Array.from({ length: 65 }, () => '层').join('/')]: 'FILE_TOO_DEEP',
    })
    expectPlainReasons(done.skipped)
  })

  it('says so of what this user may not read', async ({ skip }) => {
    if (process.getuid?.() !== 0 || spawnSync('setpriv', ['--version']).status !== 0) skip()
    const home = mkdtempSync(path.join(tmpdir(), 'xinhuo-nobody-'))
    try {
      const files = path.join(home, 'files')
      mkdirSync(path.join(files, '锁住的'), { recursive: true })
      writeFileSync(path.join(files, '好.md'), policy('可读'))
      writeFileSync(path.join(files, '锁住.md'), policy('锁住'))
      writeFileSync(path.join(files, '锁住的', '里面.md'), policy('里面'))
      chmodSync(path.join(files, '锁住.md'), 0)
      chmodSync(path.join(files, '锁住的'), 0)
      const nobody = 65534
      chownSync(home, nobody, nobody)
      const ran = spawnSync(
        'setpriv',
        [
          ...['--reuid', `${nobody}`, '--regid', `${nobody}`, '--clear-groups', process.execPath, xinhuoCommand],
          ...['import', files, '--library', path.join(home, 'library'), '--json'],
        ],
        { encoding: 'utf8' },
      )
      // A machine that keeps this project or its Node.js from other users cannot show it.
      if (ran.stdout === '') skip()
      const done = JSON.parse(ran.stdout)
      expect(done.imported).toBe(1)
      expect(codes(done.skipped)).toEqual({ '锁住.md': 'FILE_UNREADABLE', 锁住的: 'FILE_UNREADABLE' })
      expectPlainReasons(done.skipped)
    } finally {
      rmSync(home, { recursive: true, force: true })
    }
  })
})
