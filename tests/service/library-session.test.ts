import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { JobView } from '../../library/jobs/job-view.ts'
import { openLibrarySession } from '../../library/service/library-session.ts'
import type { RunningService } from '../../library/service/run-service.ts'
import { listBackups } from '../../library/store/backups.ts'
import { openSqlite } from '../../library/store/open-sqlite.ts'
import { policyText, temporaryFolder } from '../store/temporary-library.ts'
import { ask, closeOnce, ended, importPaths, startService } from './running-service.ts'

interface About {
  readonly passages: number
  readonly readOnly: boolean
  readonly recovery?: { readonly keptAside: string; readonly restored?: string }
}
const about = (service: RunningService) => ask<About>(service, 'GET', '/api/about')
const find = async (service: RunningService, words: string) =>
  (await ask<{ hits: { title: string }[] }>(service, 'GET', `/api/passages?q=${encodeURIComponent(words)}`)).hits.map(
    (hit) => hit.title,
  )

/** A library with 甲 in a backup and 乙 since; its service is closed unless asked for. */
async function library() {
  const root = temporaryFolder()
  const files = temporaryFolder()
  const service = await startService(root)
  const add = async (title: string, mark: string, to = service) => {
    writeFileSync(path.join(files, `${title}.md`), policyText(title, mark))
    return importPaths(to, [path.join(files, `${title}.md`)])
  }
  await add('甲办法', '沧浪亭台')
  const { id } = await ask<JobView>(service, 'POST', '/api/backups')
  await ended(service, id)
  await add('乙办法', '昆仑雪峰')
  const at = (...parts: string[]) => path.join(root, ...parts)
  return { root, files, service, add, at, backup: (await listBackups(at('backups')))[0]?.name ?? '' }
}

/** Overwrites a stretch of a file. */
function spoil(file: string, from = 4096, to = Number.POSITIVE_INFINITY): void {
  const bytes = readFileSync(file)
  bytes.fill(0x5a, from, Math.min(bytes.length, to))
  writeFileSync(file, bytes)
}

/** Overwrites the index's own blocks, which the file's own structure does not show. */
function spoilIndex(file: string): void {
  const database = new DatabaseSync(file)
  database.exec("UPDATE posting_block SET data = x'5a5a5a5a5a5a5a5a'")
  database.close()
}

describe('one process has a library', () => {
  it('a second opening is refused in plain words, and free after the first', async () => {
    const root = temporaryFolder()
    const first = await startService(root)
    const refused = openLibrarySession({ root, spawnReader: () => expect.unreachable() })
    await expect(refused).rejects.toMatchObject({ code: 'LIBRARY_BUSY' })
    await expect(refused).rejects.toThrow(/正由另一个薪火使用/)
    await closeOnce(first)
    await startService(root)
  })
})

describe('a damaged library.db', () => {
  it.each([
    ['flipped bytes', (file: string) => spoil(file)],
    ['a spoilt head', (file: string) => spoil(file, 0, 100)],
    ['a cut end', (file: string) => truncateSync(file, 30_000)],
    ['no content', (file: string) => truncateSync(file, 0)],
    ['no file', (file: string) => rmSync(file)],
  ])('(%s) is kept, the newest sound backup restored, and it is told', async (_name, harm) => {
    const { root, service, at, backup } = await library()
    await closeOnce(service)
    harm(at('library.db'))
    const harmed = existsSync(at('library.db')) ? readFileSync(at('library.db')) : undefined
    const again = await startService(root)
    const { recovery } = await about(again)
    expect(recovery?.restored).toBe(backup)
    if (harmed) expect(readFileSync(at(recovery?.keptAside ?? '', 'library.db')).equals(harmed)).toBe(true)
    await again.session.catchUpIndex()
    expect([await find(again, '沧浪亭台'), await find(again, '昆仑雪峰')]).toEqual([['甲办法'], []])
    await closeOnce(again)
    expect((await about(await startService(root))).recovery).toBeUndefined()
  })

  it('without a backup gives way to a new library, and is kept', async () => {
    const { root, service, at, add } = await library()
    await closeOnce(service)
    rmSync(at('backups'), { recursive: true })
    spoil(at('library.db'))
    const again = await startService(root)
    const { recovery } = await about(again)
    expect(recovery).toEqual({ keptAside: expect.stringMatching(/^damaged/) })
    expect(existsSync(at(recovery?.keptAside ?? '', 'library.db'))).toBe(true)
    await again.session.catchUpIndex()
    expect(await find(again, '沧浪亭台')).toEqual([])
    expect(await add('丙办法', '蓬莱仙阁', again)).toMatchObject({ state: 'done', result: { imported: 1 } })
  })
})

describe('search.db', () => {
  it.each([
    ['deleted', (file: string) => rmSync(file)],
    ['damaged', (file: string) => spoil(file, 0)],
    ['cut', (file: string) => truncateSync(file, 5000)],
    [
      'of another format',
      (file: string) => {
        const connection = openSqlite(file)
        connection.exec("UPDATE meta SET value = '0' WHERE key = 'format'")
        connection.close()
      },
    ],
    [
      'half rebuilt',
      (file: string) => {
        const connection = openSqlite(file)
        connection.exec(`DELETE FROM passage; DELETE FROM document;
          DELETE FROM segment; DELETE FROM posting_block; DELETE FROM long_list; DELETE FROM vector_block;
          UPDATE meta SET value = '0' WHERE key = 'indexed_seq';
          INSERT INTO meta VALUES ('rebuild_after', ''), ('rebuild_to', '2')`)
        connection.close()
      },
    ],
  ])('%s is rebuilt', async (_name, harm) => {
    const { root, service, at } = await library()
    await closeOnce(service)
    harm(at('search.db'))
    const again = await startService(root)
    await again.session.catchUpIndex()
    expect([await find(again, '沧浪亭台'), await find(again, '昆仑雪峰')]).toEqual([['甲办法'], ['乙办法']])
    expect((await about(again)).recovery).toBeUndefined()
  })

  it('of a later state than a library.db put back by hand is rebuilt, also when that has grown since', async () => {
    const { root, service, at, add, backup } = await library()
    await closeOnce(service)
    const index = readFileSync(at('search.db'))
    cpSync(at('backups', backup), at('library.db'))
    const older = await startService(root)
    await older.session.catchUpIndex()
    expect([await find(older, '沧浪亭台'), await find(older, '昆仑雪峰')]).toEqual([['甲办法'], []])
    await add('丙办法', '蓬莱仙阁', older)
    await closeOnce(older)
    writeFileSync(at('search.db'), index)
    const grown = await startService(root)
    await grown.session.catchUpIndex()
    expect([await find(grown, '昆仑雪峰'), await find(grown, '蓬莱仙阁')]).toEqual([[], ['丙办法']])
  })

  it('found damaged by a search answers so once and rebuilds itself', async () => {
    const { root, service, at } = await library()
    await closeOnce(service)
    // Nobody looks at them before somebody searches.
    spoilIndex(at('search.db'))
    const again = await startService(root)
    await expect(find(again, '沧浪亭台')).rejects.toMatchObject({ answer: { error: { code: 'INDEX_DAMAGED' } } })
    await expect.poll(() => find(again, '沧浪亭台').catch(() => 'not yet'), { timeout: 10_000 }).toEqual(['甲办法'])
  })

  it('that is damaged does not stop an import', async () => {
    const { root, service, at, add } = await library()
    await closeOnce(service)
    spoilIndex(at('search.db'))
    const again = await startService(root)
    expect(await add('丙办法', '蓬莱仙阁', again)).toMatchObject({ state: 'done', result: { imported: 1 } })
    await again.session.jobs.idle()
    const found = async () => [await find(again, '沧浪亭台'), await find(again, '蓬莱仙阁')]
    await expect.poll(() => found().catch(() => 'not yet'), { timeout: 10_000 }).toEqual([['甲办法'], ['丙办法']])
  })
})

describe('restoring a backup', () => {
  it('exchanges the whole library, keeps the former one, and searches what is there now', async () => {
    const { service, at, backup, add } = await library()
    const restored = await ask<{ restored: string; keptAside: string }>(
      service,
      'POST',
      `/api/backups/${backup}/restore`,
    )
    expect(restored).toEqual({ restored: backup, keptAside: expect.stringMatching(/^damaged/) })
    await service.session.jobs.idle()
    expect([await find(service, '沧浪亭台'), await find(service, '昆仑雪峰')]).toEqual([['甲办法'], []])
    const former = openSqlite(at(restored.keptAside, 'library.db'), { readOnly: true })
    expect(former.prepare('SELECT title FROM item ORDER BY title').all([])).toHaveLength(2)
    former.close()
    expect(await add('丁办法', '瀛洲海岛')).toMatchObject({ result: { imported: 1 } })
    expect(await find(service, '瀛洲海岛')).toEqual(['丁办法'])
  })

  it('of a damaged backup is refused and changes nothing', async () => {
    const { service, at, backup } = await library()
    spoil(at('backups', backup))
    const before = readdirSync(at('.')).sort()
    await expect(ask(service, 'POST', `/api/backups/${backup}/restore`)).rejects.toMatchObject({
      answer: { error: { code: 'DATABASE_DAMAGED', what: '没有恢复：这个备份文件已损坏。' } },
    })
    expect([await find(service, '沧浪亭台'), await find(service, '昆仑雪峰')]).toEqual([['甲办法'], ['乙办法']])
    expect(readdirSync(at('.')).sort()).toEqual(before)
  })

  it('waits for the job that is running', async () => {
    const { service, files, backup } = await library()
    for (let number = 0; number < 20; number++)
      writeFileSync(path.join(files, `多${number}.md`), policyText(`多${number}办法`, '多'))
    const importing = await ask<JobView>(service, 'POST', '/api/imports', { paths: [files] })
    await ask(service, 'POST', `/api/backups/${backup}/restore`)
    expect(service.session.jobs.get(importing.id)).toMatchObject({ state: 'done', result: { imported: 20 } })
    await service.session.jobs.idle()
    expect(await find(service, '多')).toEqual([])
  })
})

describe('the folder of a library', () => {
  it.skipIf(process.platform === 'win32')(
    'taken away: a clear sentence, nothing made in its place, and all works when it is back',
    async () => {
      const { root, service, add } = await library()
      const away = `${root}-away`
      onTestFinished(() => rmSync(away, { recursive: true, force: true }))
      renameSync(root, away)
      await expect(
        ask(service, 'PUT', '/api/settings', await ask(service, 'GET', '/api/settings')),
      ).rejects.toMatchObject({
        status: 507,
        answer: { error: { code: 'STORAGE_GONE', what: expect.stringMatching(/[\u4e00-\u9fff]/) } },
      })
      await expect(add('丙办法', '蓬莱仙阁')).rejects.toMatchObject({ answer: { error: { code: 'STORAGE_GONE' } } })
      const upload = new FormData()
      upload.append('a.md', new Blob([policyText('丁办法', '丁')]), 'a.md')
      const answer = await service.handle(
        new Request('http://xinhuo/api/imports/upload', { method: 'POST', body: upload }),
      )
      expect(answer.status).toBe(507)
      expect(await find(service, '沧浪亭台')).toEqual(['甲办法'])
      expect(existsSync(root)).toBe(false)
      renameSync(away, root)
      expect(await add('丙办法', '蓬莱仙阁')).toMatchObject({ state: 'done', result: { imported: 1 } })
      expect(await find(service, '蓬莱仙阁')).toEqual(['丙办法'])
    },
  )

  it.skipIf(process.platform === 'win32')(
    'deleted: nothing is acknowledged any more, and the service ends in peace',
    async () => {
      const { root, service, add } = await library()
      rmSync(root, { recursive: true })
      await expect(add('丙办法', '蓬莱仙阁')).rejects.toMatchObject({ answer: { error: { code: 'STORAGE_GONE' } } })
      await closeOnce(service)
    },
  )
})

describe('doctor', () => {
  const failing = async (service: RunningService) => {
    const report = await ask<{ ok: boolean; checks: { name: string; ok: boolean; todo?: string }[] }>(
      service,
      'GET',
      '/api/doctor',
    )
    expect(report.ok).toBe(report.checks.every((check) => check.ok))
    return report.checks.filter((check) => !check.ok).map((check) => check.name)
  }

  it('finds a sound library sound', async () => {
    const { service } = await library()
    expect(await failing(service)).toEqual([])
  })

  it('finds content that is not what its name says, a lost blob and a changed one', async () => {
    const { root, service, files } = await library()
    for (const [name, pixel] of [
      ['图一', 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='],
    ] as const) {
      writeFileSync(
        path.join(files, `${name}.html`),
        `<h1>${name}</h1><p>见图<img src="data:image/png;base64,${pixel}" alt="图"></p>`,
      )
    }
    await importPaths(service, [path.join(files, '图一.html')])
    const { sha256 } = await service.session.access.db.selectFrom('blob').select('sha256').executeTakeFirstOrThrow()
    const blob = service.session.access.blobs.pathOf(sha256)
    const bytes = readFileSync(blob)
    appendFileSync(blob, 'x')
    expect(await failing(service)).toEqual(['附件'])
    rmSync(blob)
    expect(await failing(service)).toEqual(['附件'])
    writeFileSync(blob, bytes)
    await closeOnce(service)
    const connection = openSqlite(path.join(root, 'library.db'))
    connection.exec("UPDATE revision SET content = replace(content, '沧浪亭台', '甲村改动')")
    connection.close()
    expect(await failing(await startService(root))).toEqual(['版本内容'])
  })

  it('finds damage under the running service: in library.db, and in search.db, which it begins anew', async () => {
    const { service, at } = await library()
    spoil(at('search.db'), 8192)
    await ask(service, 'GET', '/api/doctor').catch(() => undefined)
    await expect.poll(() => failing(service), { timeout: 10_000 }).toEqual([])
    await service.session.jobs.idle()
    expect(await find(service, '昆仑雪峰')).toEqual(['乙办法'])
  })
})
