import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { ItemSummary } from '../../../library/items/item-view.ts'
import type { JobView } from '../../../library/jobs/job-view.ts'
import type {
  PublishedChannel,
  PublishResult,
  ReleasePreview,
} from '../../../library/updates/publishing/publishing-view.ts'
import type { OfferedComparison } from '../../../library/updates/update-view.ts'
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

describe('/api/publishing', { timeout: 120_000 }, () => {
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
    // A stick that is not in does not undo what was published before it was written.
    const to = path.join(directory, '没有插', 'U盘')
    await expect(
      publish(office, '/xin-pindao/publish', { notes: preview.notes, passphrases, to }),
    ).rejects.toMatchObject({
      code: 'PUBLISH_STORAGE_GONE',
      message: expect.stringMatching(/第 1 版已经发布好；.*没有插/),
    })
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

  it('shows a changed item beside what is published, a withdrawal with its reason, and undoes it', async () => {
    const office = await startOffice()
    await office.importText('宅基地.md', '# 宅基地管理办法\n\n第一条 每户一宅。\n\n第二条 面积不超过一百平方米。\n')
    await office.importText('低保.md', policyText('低保申请办法', '昆仑雪山'))
    await call(office, 'POST', '/open', { directory: office.directory })
    const choice = { queries: ['kind:policy', 'kind:policy'], items: [], excluded: [] }
    const chosen = await call<PublishedChannel>(office, 'PUT', '/xikou-zhengce/choice', choice)
    expect(chosen.choice.queries).toEqual(['kind:policy'])
    await publish(office, '/xikou-zhengce/publish', { passphrases })
    expect(await call(office, 'GET', '/xikou-zhengce/preview')).toMatchObject({ changes: [], notes: '' })

    await office.importText('宅基地.md', '# 宅基地管理办法\n\n第一条 每户一宅。\n\n第二条 面积不超过一百二十平方米。\n')
    const { changes } = await call<ReleasePreview>(office, 'GET', '/xikou-zhengce/preview')
    expect(changes).toMatchObject([{ type: 'changed', title: '宅基地管理办法' }])
    const compared = await call<OfferedComparison>(office, 'GET', `/xikou-zhengce/preview/${changes[0]?.itemId}`)
    expect(compared.passages.map(({ type, heading }) => [type, heading])).toEqual([
      ['same', '第一条'],
      ['changed', '第二条'],
    ])
    await expect(call(office, 'GET', '/xikou-zhengce/preview/no-such-item')).rejects.toMatchObject({ status: 404 })

    const { items } = await ask<{ items: ItemSummary[] }>(office.service, 'GET', '/api/items')
    const itemId = items.find(({ title }) => title === '低保申请办法')?.itemId ?? ''
    const withdrawn = await call<PublishedChannel>(office, 'POST', '/xikou-zhengce/withdraw', {
      itemId,
      reason: '有误',
    })
    expect(withdrawn.withdrawn).toMatchObject([{ itemId, title: '低保申请办法', reason: '有误' }])
    const next = await call<ReleasePreview>(office, 'GET', '/xikou-zhengce/preview')
    expect(next.notes).toContain('## 撤回政策 1 项\n\n- 《低保申请办法》：有误')
    expect(await call(office, 'DELETE', `/xikou-zhengce/withdraw/${itemId}`)).toMatchObject({ withdrawn: [] })
    await expect(call(office, 'DELETE', `/xikou-zhengce/withdraw/${itemId}`)).rejects.toMatchObject({ status: 404 })
    expect(await call(office, 'PUT', '/xikou-zhengce/next-expected', { on: '2027-01-01' })).toMatchObject({
      nextExpectedOn: '2027-01-01',
    })
    expect(await call(office, 'PUT', '/xikou-zhengce/next-expected', { on: null })).not.toHaveProperty('nextExpectedOn')

    expect(await call(office, 'DELETE', '/xikou-zhengce')).toEqual({ forgotten: 'xikou-zhengce' })
    expect(await call(office, 'GET', '')).toEqual([])
    await expect(call(office, 'GET', '/xikou-zhengce')).rejects.toMatchObject({ status: 404 })
  })

  it('says that keys are in memory only, when a publishing is taken up again after a crash', async () => {
    const office = await startOffice()
    const parameters = {
      ticket: 'of-a-former-run',
      directory: office.directory,
      stage: 'released',
      notes: '',
      promote: false,
    }
    const { id } = await office.service.session.jobs.start('publish', parameters)
    expect(await ended(office.service, id)).toMatchObject({
      state: 'failed',
      error: { code: 'PUBLISHING_INTERRUPTED' },
    })
  })

  it('says so when the stick that is published from cannot be written', async (test) => {
    const office = await startOffice()
    const stick = temporaryFolder()
    const mounted = process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', stick]).status === 0
    if (!mounted) return test.skip('no file system can be mounted here')
    onTestFinished(() => void spawnSync('umount', ['-l', stick]))
    const directory = path.join(stick, '频道')
    cpSync(office.directory, directory, { recursive: true })
    spawnSync('mount', ['-o', 'remount,ro', stick])
    await call(office, 'POST', '/open', { directory })
    const choice = { queries: ['kind:policy'], items: [], excluded: [] }
    await expect(call(office, 'PUT', '/xikou-zhengce/choice', choice)).rejects.toMatchObject({
      status: 507,
      answer: { error: { code: 'PUBLISH_READ_ONLY' } },
    })
    await expect(publish(office, '/xikou-zhengce/publish', { passphrases })).rejects.toMatchObject({
      code: 'PUBLISH_READ_ONLY',
    })
  })

  it('is not there for visitors of an office that serves others', async () => {
    const office = await startOffice({ shell: 'serve' })
    await expect(call(office, 'GET', '')).rejects.toMatchObject({ status: 403 })
  })
})
