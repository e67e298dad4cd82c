import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BackupResult, JobView } from '../../../library/jobs/job-view.ts'
import { purgeDiscardedMaterials } from '../../../library/meetings/materials/keep-material.ts'
import type { MaterialChanges, MaterialPage, MaterialView } from '../../../library/meetings/materials/material-view.ts'
import { allMaterials, findMaterial } from '../../../library/meetings/materials/materials.repository.ts'
import { openLibraryForWriting } from '../../../library/store/open-library-database.ts'
import { errorsEn } from '../../../renderer/language/errors.en.ts'
import { ask, ended, startService } from '../../service/running-service.ts'
import { fillDisk, smallDisk } from '../../store/small-disk.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'
import { createWorkshop, makeKeys, policy } from '../../updates/channel-workshop.ts'
import { startOffice } from '../../updates/publishing/publishing-office.ts'
import { startReceiver } from '../../updates/receiver.ts'
import { openMaterialDesk } from './material-desk.ts'

const record = (title: string, more: object = {}) => ({ record: { type: 'meeting', format: 1, title, ...more } })

describe('a meeting made here', () => {
  it('leaves with an export, and comes back with a backup as it was', async () => {
    const service = await startService(temporaryFolder())
    const list = async () =>
      (await ask<MaterialPage>(service, 'GET', '/api/materials?own=true')).materials.map(({ title }) => title)
    const made = await ask<MaterialView>(service, 'POST', '/api/materials', record('例会'))
    const backup = await ended(service, (await ask<JobView>(service, 'POST', '/api/backups')).id)
    const body = { record: { ...made.record, title: '改坏了' }, read: made.recordSha256 }
    await ask(service, 'PUT', `/api/materials/${made.id}`, body)
    const directory = path.join(temporaryFolder(), '导出')
    const exported = await ended(service, (await ask<JobView>(service, 'POST', '/api/exports', { directory })).id)
    expect(exported).toMatchObject({ result: { materials: 1 } })
    const lines = readFileSync(path.join(directory, 'materials.jsonl'), 'utf8').trim().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { id: made.id, record: { title: '改坏了' }, responses: [] },
    ])
    await ask(service, 'POST', `/api/backups/${(backup.result as BackupResult).name}/restore`)
    expect(await list()).toEqual(['例会'])
    expect(await ask<MaterialView>(service, 'GET', `/api/materials/${made.id}`)).toEqual(made)
  })

  it('is gone for good thirty days after it was deleted, and not before', async () => {
    const desk = await openMaterialDesk()
    const [old, late] = [await desk.make({ title: '旧' }), await desk.make({ title: '新' })]
    await desk.writer.discardMaterial(old.id, '2026-10-01T00:00:00.000Z')
    await desk.writer.discardMaterial(late.id, '2026-11-01T00:00:00.000Z')
    const writing = openLibraryForWriting(desk.paths.database, new Date())
    expect(await purgeDiscardedMaterials(writing.db, '2026-11-20T00:00:00.000Z')).toBe(1)
    await writing.close()
    expect(await findMaterial(desk.access.db, old.id)).toBeUndefined()
    expect((await desk.list('discarded=true')).materials.map(({ id }) => id)).toEqual([late.id])
    const kept: string[] = []
    for await (const { id } of allMaterials(desk.access.db)) kept.push(id)
    expect(kept).toEqual([])
    await desk.close()
  })
})

describe('a full disk', () => {
  it('ends a save with one clear sentence; what was saved stays whole, and with room it goes on', async (test) => {
    const disk = smallDisk('4m')
    if (!disk) return test.skip('no file system can be mounted here')
    const service = await startService(path.join(disk, '资料库'))
    const made = await ask<MaterialView>(service, 'POST', '/api/materials', record('例会'))
    // Some space in the log is left from before; a large record needs more.
    const parts = Array.from({ length: 25 }, (_, at) => ({ id: `p${at}`, type: 'opening', notes: '长'.repeat(20_000) }))
    const body = { record: { ...made.record, parts }, read: made.recordSha256 }
    const free = fillDisk(disk)
    const failed = await ask(service, 'PUT', `/api/materials/${made.id}`, body).catch((error: unknown) => error)
    expect(failed).toMatchObject({ status: 507, answer: { error: { code: 'DISK_FULL' } } })
    expect(await ask<MaterialView>(service, 'GET', `/api/materials/${made.id}`)).toEqual(made)
    free()
    const saved = await ask<MaterialView>(service, 'PUT', `/api/materials/${made.id}`, {
      ...body,
      record: { ...made.record, title: '有地方了' },
    })
    expect(saved.title).toBe('有地方了')
  })
})

describe('a meeting that was put into the library', () => {
  it('goes out in a channel, and is held where it arrives with a copy', async () => {
    const office = await startOffice()
    const made = await ask<MaterialView>(
      office.service,
      'POST',
      '/api/materials',
      record('学用水办法', { parts: [{ id: 'p', type: 'discussion', title: '议', questions: ['怎么轮？'] }] }),
    )
    await ask(office.service, 'POST', `/api/materials/${made.id}/item`)
    await office.define({ choice: { queries: [], items: [made.id], excluded: [] } })
    await office.publish('一次会议')
    const receiver = await startReceiver()
    await receiver.trust(office.repository)
    await receiver.apply(office.repository)
    const { materials } = await receiver.get<MaterialPage>('/api/materials')
    expect(materials).toMatchObject([{ id: made.id, own: false, title: '学用水办法', parts: 1 }])
    const copy = await receiver.send<MaterialView>('POST', '/api/materials', { from: made.id })
    expect(copy).toMatchObject({ own: true, record: { parts: [{ questions: ['怎么轮？'] }] } })
  })
})

describe('an update that changes a clause', () => {
  it('names the meetings that cite it, also by its title alone, and shows them old and new words', async () => {
    const workshop = createWorkshop('huiyi-pindao', makeKeys())
    const law = (first: string) => policy('yongshui-banfa', '溪口镇用水办法', [first, '第二条没有变。'])
    workshop.publish({ version: 1, items: [{ revisions: [law('一户一个时辰。')] }] })
    const receiver = await startReceiver()
    const make = (title: string, provision: string) =>
      receiver.send<MaterialView>('POST', '/api/materials', {
        ...record(title, {
          parts: [{ id: 'p', type: 'reading', cites: [{ id: 'c', title: '溪口镇用水办法', provision }] }],
        }),
      })
    // Made before the text comes: it is told when it is here, and taken with one save.
    const early = await make('先写的会', '第一条')
    await receiver.trust(workshop.directory)
    await receiver.apply(workshop.directory)
    const { changes } = await receiver.get<MaterialChanges>(`/api/materials/${early.id}/changes`)
    expect(changes).toMatchObject([{ before: '', after: expect.stringContaining('一户一个时辰'), kept: false }])
    expect((await receiver.get<MaterialPage>('/api/materials?changed=true')).total).toBe(1)
    const renewed = await receiver.send<MaterialView>('POST', `/api/materials/${early.id}/renew`, {
      ...{ cites: ['c'], read: early.recordSha256 },
    })
    expect(renewed).toMatchObject({ changed: 0, record: { parts: [{ cites: [{ itemId: 'yongshui-banfa' }] }] } })
    const other = await make('另一个会', '第二条')

    workshop.publish({ version: 2, items: [{ revisions: [law('一户一个时辰。'), law('一户半个时辰。')] }] })
    const offer = await receiver.check(workshop.directory)
    expect(offer.touched).toMatchObject([
      { work: 'meeting', workName: '会议', id: early.id, open: `/meetings/${early.id}`, anchor: '第一条' },
    ])
    await receiver.apply(workshop.directory)
    const after = await receiver.get<MaterialChanges>(`/api/materials/${early.id}/changes`)
    expect(after.changes).toMatchObject([
      { before: expect.stringContaining('一个时辰'), after: expect.stringContaining('半个时辰') },
    ])
    expect((await receiver.get<MaterialChanges>(`/api/materials/${other.id}/changes`)).changes).toEqual([])
  })
})

it('everything that is refused is said in English too', () => {
  const source = readFileSync(
    new URL('../../../library/meetings/materials/material-errors.ts', import.meta.url),
    'utf8',
  )
  const codes = new Set([...source.matchAll(/'(MATERIAL_[A-Z_]+)'/g)].map(([, code = '']) => code))
  expect(codes.size).toBeGreaterThan(5)
  expect([...codes].filter((code) => !errorsEn[code])).toEqual([])
})
