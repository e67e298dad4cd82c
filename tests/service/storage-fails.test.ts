import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { fillDisk, smallDisk } from '../store/small-disk.ts'
import { policyText, temporaryFolder, writePolicies } from '../store/temporary-library.ts'
import { ask, closeOnce, importPaths, startService } from './running-service.ts'

const titles = async (service: Awaited<ReturnType<typeof startService>>, words: string) =>
  (await ask<{ hits: { title: string }[] }>(service, 'GET', `/api/passages?q=${encodeURIComponent(words)}`)).hits.map(
    (hit) => hit.title,
  )

describe('a full disk', () => {
  it('ends an import with one clear sentence; reading and searching go on, and with room it completes', async (test) => {
    const disk = smallDisk('3m')
    if (!disk) return test.skip('no file system can be mounted here')
    const sources = temporaryFolder()
    writeFileSync(path.join(sources, '先.md'), policyText('先有的办法', '沧浪亭台'))
    const service = await startService(path.join(disk, 'library'))
    expect(await importPaths(service, [sources])).toMatchObject({ state: 'done', result: { imported: 1 } })

    const big = temporaryFolder()
    const names = Array.from({ length: 12 }, (_, number) => `大${number}.md`)
    for (const name of names) writeFileSync(path.join(big, name), policyText(name, '昆仑').repeat(60))
    const free = fillDisk(disk)
    const job = await importPaths(service, [big]).catch((error: { answer: { error: unknown } }) => error.answer)
    expect(job).toMatchObject({ error: { code: 'DISK_FULL' } })
    expect(JSON.stringify(job)).toMatch(/磁盘满了/)
    expect(await titles(service, '沧浪亭台')).toEqual(['先有的办法'])
    expect(await service.session.writer.findDamage()).toBeUndefined()
    const backups = await ask(service, 'POST', '/api/backups').catch((error: { status: number }) => error.status)
    await service.session.jobs.idle()
    expect(backups === 507 || readdirSync(service.session.paths.backups)).toBeTruthy()
    expect(readdirSync(service.session.paths.backups)).toEqual([])

    free()
    spawnSync('mount', ['-o', 'remount,size=64m', disk])
    expect(await importPaths(service, [big])).toMatchObject({ state: 'done', result: { imported: 12, skipped: [] } })
    expect(await titles(service, '沧浪亭台')).toEqual(['先有的办法'])
    expect((await titles(service, '昆仑')).length).toBeGreaterThan(0)
  })

  it('still lets the library be opened for reading, and says why nothing is saved', async (test) => {
    const disk = smallDisk('3m')
    if (!disk) return test.skip('no file system can be mounted here')
    const root = path.join(disk, 'library')
    const sources = temporaryFolder()
    writeFileSync(path.join(sources, '先.md'), policyText('先有的办法', '沧浪亭台'))
    const first = await startService(root)
    await importPaths(first, [sources])
    await closeOnce(first)
    const free = fillDisk(disk)
    const second = await startService(root, { shell: 'browser' })
    expect(await titles(second, '沧浪亭台')).toEqual(['先有的办法'])
    await closeOnce(second)
    free()
    const third = await startService(root)
    expect(await ask(third, 'GET', '/api/about')).toMatchObject({ readOnly: false })
    expect(await titles(third, '沧浪亭台')).toEqual(['先有的办法'])
  })
})

describe('a stick that cannot be written', () => {
  async function protectedStick() {
    const disk = smallDisk('16m')
    if (!disk) return undefined
    const root = path.join(disk, 'library')
    const sources = temporaryFolder()
    writeFileSync(path.join(sources, '先.md'), policyText('先有的办法', '沧浪亭台'))
    const service = await startService(root)
    await importPaths(service, [sources])
    return { disk, root, service, protect: () => execFileSync('mount', ['-o', 'remount,ro', disk]) }
  }

  it('is opened for reading: search, reading and export work, and what writes is refused plainly', async (test) => {
    const stick = await protectedStick()
    if (!stick) return test.skip('no file system can be mounted here')
    await closeOnce(stick.service)
    stick.protect()
    const service = await startService(stick.root, { shell: 'browser' })
    expect(await ask(service, 'GET', '/api/about')).toMatchObject({ readOnly: true, passages: 3 })
    expect(await titles(service, '沧浪亭台')).toEqual(['先有的办法'])
    const { items } = await ask<{ items: { itemId: string }[] }>(service, 'GET', '/api/items')
    const id = items[0]?.itemId
    for (const target of [
      `/api/items/${id}`,
      `/api/items/${id}/history`,
      '/api/home',
      '/api/jobs',
      '/api/settings',
      '/api/backups',
    ]) {
      await ask(service, 'GET', target)
    }
    expect(await ask(service, 'GET', '/api/doctor')).toMatchObject({
      checks: expect.arrayContaining([
        expect.objectContaining({ name: '资料库文件', ok: true }),
        expect.objectContaining({ name: '检索索引', ok: true }),
        expect.objectContaining({ name: '写入权限', ok: false }),
      ]),
    })
    const refused = {
      status: 507,
      answer: { error: { code: 'STORAGE_READ_ONLY', todo: expect.stringMatching(/仍可阅读和检索/) } },
    }
    const sources = temporaryFolder()
    writePolicies(sources, 1)
    const writes: [string, string, unknown][] = [
      ['POST', '/api/imports', { paths: [sources] }],
      ['POST', '/api/backups', undefined],
      ['PUT', '/api/favourites', { itemId: id, anchor: '' }],
      ['POST', '/api/notes', { itemId: id, anchor: '', revision: '0'.repeat(64), text: '好' }],
      ['PUT', '/api/settings', await ask(service, 'GET', '/api/settings')],
      ['DELETE', `/api/items/${id}`, undefined],
    ]
    for (const [method, target, body] of writes)
      await expect(ask(service, method, target, body), target).rejects.toMatchObject(refused)

    const target = path.join(temporaryFolder(), '导出')
    await ask(service, 'POST', '/api/exports', { directory: target })
    await service.session.jobs.idle()
    expect(readdirSync(path.join(target, 'policy'))).toHaveLength(1)
  })

  it('is shown by one process at a time', async (test) => {
    const stick = await protectedStick()
    if (!stick) return test.skip('no file system can be mounted here')
    await closeOnce(stick.service)
    stick.protect()
    const first = await startService(stick.root, { shell: 'browser' })
    await expect(startService(stick.root, { shell: 'browser' })).rejects.toMatchObject({ code: 'LIBRARY_BUSY' })
    expect(await titles(first, '沧浪亭台')).toEqual(['先有的办法'])
  })

  it('shows also what a crash had left in the WAL', async (test) => {
    const stick = await protectedStick()
    if (!stick) return test.skip('no file system can be mounted here')
    // As after a power cut: the files as they are while the service runs, without its shared memory.
    const crashed = path.join(stick.disk, 'crashed')
    mkdirSync(crashed)
    for (const name of ['library.db', 'library.db-wal', 'search.db', 'search.db-wal'])
      cpSync(path.join(stick.root, name), path.join(crashed, name))
    mkdirSync(path.join(crashed, 'objects'))
    await closeOnce(stick.service)
    stick.protect()
    const service = await startService(crashed, { shell: 'browser' })
    expect(await titles(service, '沧浪亭台')).toEqual(['先有的办法'])
    const before = readdirSync(crashed).sort()
    await closeOnce(service)
    expect(readdirSync(crashed).sort()).toEqual(before)
  })

  it('a folder without the right to write is one too', async (test) => {
    if (process.platform === 'win32' || process.getuid?.() === 0) return test.skip('root may write everywhere')
    const root = temporaryFolder()
    await closeOnce(await startService(root))
    for (const name of readdirSync(root)) chmodSync(path.join(root, name), 0o555)
    chmodSync(root, 0o555)
    onTestFinished(() => chmodSync(root, 0o755))
    const service = await startService(root, { shell: 'browser' })
    expect(await ask(service, 'GET', '/api/about')).toMatchObject({ readOnly: true })
  })
})
