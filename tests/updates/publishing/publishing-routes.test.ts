import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { JobView } from '../../../library/jobs/job-view.ts'
import type {
  PublishedChannel,
  PublishResult,
  ReleasePreview,
} from '../../../library/updates/publishing/publishing-view.ts'
import { ask, ended } from '../../service/running-service.ts'
import { policyText, temporaryFolder } from '../../store/temporary-library.ts'
import { holders, type Office, passphrases, startOffice } from './publishing-office.ts'

const call = <T>(office: Office, method: string, path: string, body?: unknown) =>
  ask<T>(office.service, method, `/api/publishing${path}`, body)

async function publish(office: Office, route: string, body: object): Promise<PublishResult> {
  const { id } = await call<JobView>(office, 'POST', route, body)
  const last = await ended(office.service, id)
  if (last.state !== 'done') throw Object.assign(new Error(last.error?.message), { code: last.error?.code })
  return last.result as PublishResult
}

/** Every file below a folder, as text. */
const everything = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
    .join('\n')

describe('/api/publishing', () => {
  it('leads from the ceremony to a version, and keeps no passphrase anywhere', async () => {
    const office = await startOffice()
    await office.importText('宅基地.md', policyText('宅基地管理办法', '沧浪亭台'))
    const directory = path.join(temporaryFolder(), '新频道')
    const made = await call<PublishedChannel>(office, 'POST', '', {
      directory,
      id: 'xin-pindao',
      title: '新频道',
      publisher: '溪口镇',
      holders,
      threshold: 2,
      passphrases,
    })
    expect(made).toMatchObject({ id: 'xin-pindao', threshold: 2, rootVersion: 1 })
    expect(made.fingerprint.words).toHaveLength(12)
    expect(made.keys.map(({ name }) => name)).toEqual(['root-1', 'root-2', 'root-3', 'targets-1', 'release-1'])
    expect(await call<PublishedChannel[]>(office, 'GET', '')).toHaveLength(1)

    const choice = { queries: ['kind:policy'], items: [], excluded: [] }
    expect(await call(office, 'PUT', '/xin-pindao/choice', choice)).toMatchObject({ choice })
    const preview = await call<ReleasePreview>(office, 'GET', '/xin-pindao/preview')
    expect(preview).toMatchObject({ nextVersion: 1, items: 1, changes: [{ type: 'new', title: '宅基地管理办法' }] })
    expect(preview.notes).toBe('## 新增政策 1 项\n\n- 《宅基地管理办法》')

    const archive = path.join(directory, '..', '第一版.zip')
    const done = await publish(office, '/xin-pindao/publish', { notes: preview.notes, passphrases, archive })
    expect(done).toMatchObject({ version: 1, new: 1, archive })
    expect(await call(office, 'GET', '/xin-pindao')).toMatchObject({ released: { version: 1, items: 1 } })
    expect(await call(office, 'POST', '/xin-pindao/verify')).toMatchObject({ damaged: [], objects: 1 })

    const written = everything(office.service.session.paths.root) + everything(directory)
    for (const passphrase of Object.values(passphrases)) {
      expect(written.includes(Buffer.from(passphrase).toString('latin1'))).toBe(false)
    }
    expect(written.includes('BEGIN PRIVATE KEY')).toBe(false)
  })

  it('refuses a wrong passphrase before anything is done', async () => {
    const office = await startOffice()
    await call(office, 'POST', '/open', { directory: office.directory })
    const wrong = { passphrases: { 'targets-1': '不是这个口令吧', 'release-1': passphrases['release-1'] } }
    await expect(call(office, 'POST', '/xikou-zhengce/publish', wrong)).rejects.toMatchObject({
      answer: { error: { code: 'PASSPHRASE_WRONG', why: 'targets-1（张三）' } },
    })
    await expect(call(office, 'POST', '/xikou-zhengce/publish', { passphrases: {} })).rejects.toMatchObject({
      answer: { error: { code: 'PASSPHRASE_MISSING' } },
    })
    await expect(publish(office, '/xikou-zhengce/publish', { passphrases })).rejects.toMatchObject({
      code: 'NOTHING_TO_PUBLISH',
    })
  })

  it('is not there for visitors of an office that serves others', async () => {
    const office = await startOffice({ shell: 'serve' })
    await expect(call(office, 'GET', '')).rejects.toMatchObject({ status: 403 })
  })
})
