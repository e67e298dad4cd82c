import { cpSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { takeLibraryLock } from '../../../library/store/library-lock.ts'
import { openFolder } from '../../../library/updates/publishing/open-folder.ts'
import { publishChannel } from '../../../library/updates/publishing/publish-channel.ts'
import { verifyRepositoryFiles } from '../../../library/updates/publishing/verify-repository-files.ts'
import { ask } from '../../service/running-service.ts'
import { policyText } from '../../store/temporary-library.ts'
import { createWorkshop } from '../channel-workshop.ts'
import { startReceiver } from '../receiver.ts'
import { noContext, type Office, startOffice } from './publishing-office.ts'

const everything = { choice: { queries: ['kind:policy'], items: [], excluded: [] } }
const PICTURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

async function idOf(office: Office, title: string): Promise<string> {
  const { access } = office.service.session
  const row = await access.db.selectFrom('item').where('title', '=', title).select('id').executeTakeFirstOrThrow()
  return row.id
}

const released = async ({ directory }: Office) => {
  const { released: state } = await openFolder(directory)
  if (!state) throw new Error('nothing was published')
  return state
}

/** Every file of a repository with the time of its last writing. */
const files = (repository: string): Map<string, number> =>
  new Map(
    readdirSync(repository, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(repository, file), statSync(file).mtimeMs]),
  )

describe('a channel that is published', { timeout: 120_000 }, () => {
  it('arrives at who trusts it, with its changes and withdrawals', async () => {
    const office = await startOffice()
    await office.importText('宅基地.md', policyText('宅基地管理办法', '沧浪亭台'))
    await office.importText('低保.md', policyText('低保申请办法', '昆仑雪山'))
    await office.importText('图.html', `<h1>图文说明</h1><p>见图<img src="${PICTURE}" alt="图"></p>`)
    await office.define(everything)
    expect(await office.publish('第一版')).toMatchObject({
      version: 1,
      items: 3,
      new: 3,
      changed: 0,
      objectsWritten: 4,
    })

    const receiver = await startReceiver()
    await receiver.trust(office.repository)
    expect(await receiver.apply(office.repository)).toMatchObject({ version: 1, new: 3 })
    expect(await receiver.find('沧浪亭台')).toEqual(['宅基地管理办法'])

    await office.importText('宅基地.md', policyText('宅基地管理办法', '改过的亭台'))
    const withdrawn = {
      itemId: await idOf(office, '低保申请办法'),
      title: '低保申请办法',
      withdrawnOn: '2026-11-01',
      reason: '有误',
    }
    await office.define({ withdrawn: [withdrawn], nextExpectedOn: '2027-01-01' })
    expect(await office.publish('第二版')).toMatchObject({
      version: 2,
      items: 2,
      new: 0,
      changed: 1,
      withdrawn: 1,
      objectsWritten: 1,
    })
    expect(await receiver.apply(office.repository)).toMatchObject({ version: 2, changed: 1, withdrawn: 1 })
    expect(await receiver.find('改过的亭台')).toEqual(['宅基地管理办法'])
    expect(await receiver.find('昆仑雪山')).toEqual([])
    expect(await receiver.get('/api/channels')).toMatchObject([{ version: 2, nextExpectedOn: '2027-01-01', items: 2 }])
  })

  it('is not written again when nothing changed', async () => {
    const office = await startOffice()
    await office.importText('1.md', policyText('第1号办法', '沧浪'))
    await office.define(everything)
    await office.publish('第一版')
    const before = files(office.repository)
    expect(await office.publish()).toMatchObject({ version: 1, new: 0, objectsWritten: 0, bytesWritten: 0 })
    expect(await office.publish('第一版')).toMatchObject({ version: 1, bytesWritten: 0 })
    expect(files(office.repository)).toEqual(before)
  })

  it('is written again for other notes, another day to expect it on, or answers to readers', async () => {
    const office = await startOffice()
    await office.importText('1.md', policyText('第1号办法', '沧浪'))
    await office.define(everything)
    await office.publish('第一版')
    expect(await office.publish('补充说明')).toMatchObject({ version: 2, new: 0, changed: 0, objectsWritten: 0 })
    await office.define({ nextExpectedOn: '2027-03-01' })
    expect(await office.publish()).toMatchObject({ version: 3 })
    const answers = { format: 1, answers: [{ number: 'K7QM-0001', answer: '已经改正。', answeredOn: '2026-11-20' }] }
    writeFileSync(path.join(office.directory, 'answers.json'), JSON.stringify(answers))
    expect(await office.publish()).toMatchObject({ version: 4 })
    expect(await office.publish()).toMatchObject({ version: 4, bytesWritten: 0 })
    const { description, answers: published } = await released(office)
    expect(published).toEqual(answers)
    expect(description.notes.map(({ version, notes }) => [version, notes])).toEqual([
      [4, ''],
      [3, ''],
      [2, '补充说明'],
      [1, '第一版'],
    ])
    writeFileSync(path.join(office.directory, 'answers.json'), '{"format":1')
    await expect(office.publish()).rejects.toMatchObject({ code: 'ANSWERS_UNREADABLE' })
  })

  it('is signed anew before its signatures end', async () => {
    const office = await startOffice()
    await office.importText('1.md', policyText('第1号办法', '沧浪'))
    await office.define(everything)
    await office.publish('第一版')
    const { access } = office.service.session
    const request = { directory: office.directory, stage: 'released' as const, notes: '', signers: office.signers }
    const inTwoYears = { ...access, clock: () => new Date(Date.now() + 2.5 * 365 * 24 * 3600 * 1000) }
    expect(
      await publishChannel({ ...inTwoYears, db: access.db, search: access.search }, request, noContext),
    ).toMatchObject({
      version: 2,
      objectsWritten: 0,
    })
  })

  it('is not signed by a computer whose clock stands before the last version', async () => {
    const office = await startOffice()
    await office.importText('1.md', policyText('第1号办法', '沧浪'))
    await office.define(everything)
    await office.publish('第一版')
    const { db, search, blobs } = office.service.session.access
    const request = {
      directory: office.directory,
      stage: 'released' as const,
      notes: '第二版',
      signers: office.signers,
    }
    const stopped = { db, search, blobs, clock: () => new Date('2009-01-01T00:00:00Z') }
    await expect(publishChannel(stopped, request, noContext)).rejects.toMatchObject({ code: 'PUBLISHING_CLOCK_BEHIND' })
  })

  it('is not signed under a root that somebody else has put there', async () => {
    const office = await startOffice()
    await office.importText('1.md', policyText('第1号办法', '沧浪'))
    await office.define(everything)
    await office.publish('第一版')
    const workshop = createWorkshop()
    cpSync(
      path.join(workshop.directory, 'metadata', '1.root.json'),
      path.join(office.repository, 'metadata', '1.root.json'),
    )
    await expect(office.publish('第二版')).rejects.toMatchObject({
      code: 'REPOSITORY_DAMAGED',
      why: expect.stringContaining('不属于这个频道的密钥'),
    })
  })

  it('keeps the order in which undated revisions were recorded, so that the last is meant', async () => {
    const office = await startOffice()
    for (const words of ['甲', '乙', '丙']) await office.importText('1.md', `# 第1号办法\n\n第一条 ${words}。\n`)
    await office.define(everything)
    await office.publish('第一版')
    const [entry] = [...(await released(office)).entries.values()]
    const dates = entry?.revisions.map(({ recordedAt }) => recordedAt ?? '') ?? []
    expect(dates).toHaveLength(3)
    expect(dates).toEqual([...dates].sort())
    const receiver = await startReceiver()
    await receiver.trust(office.repository)
    await receiver.apply(office.repository)
    const item = await receiver.get<{ content: { body: string } }>(`/api/items/${entry?.id}`)
    expect(JSON.stringify(item)).toContain('丙')
  })

  it('takes back what was put away', async () => {
    const office = await startOffice()
    await office.importText('1.md', policyText('第1号办法', '沧浪'))
    await office.importText('2.md', policyText('第2号办法', '沧浪'))
    await office.define(everything)
    await office.publish('第一版')
    await ask(office.service, 'DELETE', `/api/items/${await idOf(office, '第2号办法')}`)
    expect(await office.publish('第二版')).toMatchObject({ version: 2, items: 1, withdrawn: 1 })
    const { entries } = await released(office)
    expect([...entries.values()].find(({ title }) => title === '第2号办法')?.withdrawn?.reason).toBe(
      '已不在本频道的选材范围内。',
    )
  })

  it('refuses to leave out an attachment that is lost', async () => {
    const office = await startOffice()
    await office.importText('图.html', `<h1>图文说明</h1><p>见图<img src="${PICTURE}" alt="图"></p>`)
    await office.define(everything)
    rmSync(office.service.session.paths.objects, { recursive: true })
    await expect(office.publish('第一版')).rejects.toMatchObject({
      code: 'ATTACHMENT_MISSING',
      why: expect.stringContaining('《图文说明》'),
    })
    expect(readdirSync(path.join(office.repository, 'metadata'))).toEqual(['1.root.json'])
  })

  it('stores a lost object anew, and says of a damaged manifest that it is', async () => {
    const office = await startOffice()
    await office.importText('1.md', policyText('第1号办法', '沧浪'))
    await office.define(everything)
    await office.publish('第一版')
    rmSync(path.join(office.repository, 'objects'), { recursive: true })
    expect(await office.publish()).toMatchObject({ objectsWritten: 1, changed: 0 })
    expect(await verifyRepositoryFiles(office.repository, noContext)).toMatchObject({ damaged: [] })
    rmSync(path.join(office.repository, 'targets', 'bins'), { recursive: true })
    await expect(office.publish()).rejects.toMatchObject({ code: 'REPOSITORY_DAMAGED' })
  })

  it('stopped by the person, leaves the former version', async () => {
    const office = await startOffice()
    await office.importText('1.md', policyText('第1号办法', '沧浪'))
    await office.define(everything)
    await office.publish('第一版')
    for (const number of [2, 3, 4, 5, 6, 7, 8, 9])
      await office.importText(`${number}.md`, policyText(`第${number}号办法`, '沧浪'))
    const stop = new AbortController()
    const request = { directory: office.directory, stage: 'released' as const, notes: '', signers: office.signers }
    const stopped = publishChannel(office.service.session.access, request, {
      signal: stop.signal,
      report: ({ done }) => void (done > 3 && stop.abort()),
    })
    await expect(stopped).rejects.toThrow(/abort/i)
    expect(await verifyRepositoryFiles(office.repository, noContext)).toMatchObject({
      version: 1,
      items: 1,
      damaged: [],
    })
    expect(await office.publish('第二版')).toMatchObject({ version: 2, items: 9 })
  })

  it('is published by one at a time', async () => {
    const office = await startOffice()
    await office.define(everything)
    const lock = takeLibraryLock(path.join(office.directory, 'publishing.lock'))
    await expect(office.publish()).rejects.toMatchObject({ code: 'PUBLISHING_BUSY' })
    lock?.release()
    await expect(office.publish()).rejects.toMatchObject({ code: 'NOTHING_TO_PUBLISH' })
  })

  it('writes of each version only the objects and bins that changed, and always verifies', async () => {
    const office = await startOffice()
    const names = ['甲', '乙', '丙', '丁', '戊', '己']
    await office.define(everything)
    let edition = 0
    const step = fc.record({
      edited: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 3 }),
      excluded: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 2 }),
    })
    const ids = new Map<string, string>()
    const texts = new Map<string, string>()
    await fc.assert(
      fc.asyncProperty(step, async ({ edited, excluded }) => {
        for (const name of edited) {
          texts.set(name, `沧浪${++edition}`)
          await office.importText(`${name}.md`, policyText(`${name}类办法`, texts.get(name) ?? ''))
          ids.set(name, await idOf(office, `${name}类办法`))
        }
        const chosen = [...texts.keys()].filter((name) => !excluded.includes(name))
        fc.pre(chosen.length > 0)
        await office.define({
          choice: { ...everything.choice, excluded: excluded.flatMap((name) => ids.get(name) ?? []) },
        })
        const state = (await openFolder(office.directory)).released
        const before = state?.entries ?? new Map()
        const result = await office.publish()
        const after = (await released(office)).entries
        const { damaged } = await verifyRepositoryFiles(office.repository, noContext)
        expect(damaged).toEqual([])
        expect([...after.values()].flatMap(({ title, withdrawn }) => (withdrawn ? [] : [title])).sort()).toEqual(
          chosen.map((name) => `${name}类办法`).sort(),
        )
        const known = new Set(
          [...before.values()].flatMap(({ revisions }) => revisions.map(({ sha256 }: { sha256: string }) => sha256)),
        )
        const fresh = [...after.values()].flatMap(({ revisions }) =>
          revisions.filter(({ sha256 }) => !known.has(sha256)),
        )
        // What comes back from a tombstone has its objects still, unless they were cleared away.
        expect(result.objectsWritten).toBeLessThanOrEqual(fresh.length)
        const changed = [...after.keys()].filter(
          (id) => JSON.stringify(after.get(id)) !== JSON.stringify(before.get(id)),
        )
        expect(result.new + result.changed + result.withdrawn).toBe(changed.length)
        expect(result.version).toBe(changed.length > 0 ? (state?.version ?? 0) + 1 : state?.version)
      }),
      { numRuns: 12 },
    )
  })
})
