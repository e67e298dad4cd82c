import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { archiveRepository } from '../../../library/updates/publishing/archive-repository.ts'
import { copyRepository } from '../../../library/updates/publishing/copy-repository.ts'
import { pruneRepository } from '../../../library/updates/publishing/prune-repository.ts'
import { verifyRepositoryFiles } from '../../../library/updates/publishing/verify-repository-files.ts'
import { policyText, temporaryFolder } from '../../store/temporary-library.ts'
import { startReceiver } from '../receiver.ts'
import { noContext, type Office, startOffice } from './publishing-office.ts'

/** An office whose one policy had so many editions, each of them a version. */
async function officeWithVersions(versions: number): Promise<Office> {
  const office = await startOffice()
  await office.define({ choice: { queries: ['kind:policy'], items: [], excluded: [] } })
  for (let version = 1; version <= versions; version++) {
    await office.importText('1.md', policyText('第1号办法', `第${version}次`))
    await office.importText(`${version + 1}.md`, policyText(`第${version + 1}号办法`, '沧浪'))
    await office.publish(`第${version}版`)
  }
  return office
}

const metadata = (repository: string) => readdirSync(path.join(repository, 'metadata')).sort()

describe('a repository that is carried', { timeout: 120_000 }, () => {
  it('as one zip holds all that a reader needs', async () => {
    const office = await officeWithVersions(2)
    const archive = path.join(temporaryFolder(), '频道.zip')
    await archiveRepository(office.repository, archive, noContext)
    const receiver = await startReceiver()
    await receiver.trust(archive)
    expect(await receiver.apply(archive)).toMatchObject({ version: 2, new: 3 })
    expect(await receiver.find('第2次')).toEqual(['第1号办法'])
  })

  it('to a stick gets there in the order in which it may break off, and only what is missing', async () => {
    const office = await officeWithVersions(1)
    const stick = path.join(temporaryFolder(), 'U盘')
    const first = await copyRepository(office.repository, stick, noContext)
    expect(first.files).toBeGreaterThan(6)
    await office.importText('1.md', policyText('第1号办法', '又改了'))
    const { objectsWritten } = await office.publish('第二版')
    expect(objectsWritten).toBe(1)
    const second = await copyRepository(office.repository, stick, noContext)
    // One object, its bin, the description, targets, snapshot and timestamp.
    expect(second.files).toBe(6)
    expect(await verifyRepositoryFiles(stick, noContext)).toMatchObject({ version: 2, damaged: [] })
  })

  it('does not replace another channel, or a newer version', async () => {
    const [office, other] = [await officeWithVersions(1), await officeWithVersions(2)]
    const stick = path.join(temporaryFolder(), 'U盘')
    await copyRepository(other.repository, stick, noContext)
    // The same root: the folders of this test come from one ceremony.
    await expect(copyRepository(office.repository, stick, noContext)).rejects.toMatchObject({
      code: 'PUBLISHING_FOLDER_TAKEN',
      why: expect.stringContaining('已是第 2 版'),
    })
    const foreign = path.join(temporaryFolder(), '别人的')
    mkdirSync(path.join(foreign, 'metadata'), { recursive: true })
    writeFileSync(path.join(foreign, 'metadata', '1.root.json'), '{}')
    await expect(copyRepository(office.repository, foreign, noContext)).rejects.toMatchObject({
      why: expect.stringContaining('另一个频道'),
    })
    await expect(copyRepository(foreign, stick, noContext)).rejects.toMatchObject({ code: 'PUBLISHING_FOLDER_TAKEN' })
    await expect(copyRepository(temporaryFolder(), stick, noContext)).rejects.toMatchObject({
      code: 'REPOSITORY_NOT_FOUND',
    })
  })

  it('is cleared of what only older versions need, roots aside', async () => {
    const office = await officeWithVersions(3)
    const excluded = await office.service.session.access.db
      .selectFrom('item')
      .where('title', '=', '第2号办法')
      .select('id')
      .executeTakeFirstOrThrow()
    await office.define({ choice: { queries: ['kind:policy'], items: [], excluded: [excluded.id] } })
    await office.publish('第四版')
    const before = await verifyRepositoryFiles(office.repository, noContext)
    const pruned = await pruneRepository(office.repository, 1)
    expect(pruned.removed).toBeGreaterThan(8)
    expect(metadata(office.repository)).toEqual(['1.root.json', '4.snapshot.json', '4.targets.json', 'timestamp.json'])
    const after = await verifyRepositoryFiles(office.repository, noContext)
    expect(after).toMatchObject({ version: 4, damaged: [] })
    expect(after.objects).toBe(before.objects - 1)
    expect(await pruneRepository(office.repository, 1)).toEqual({ removed: 0, bytes: 0 })
    const receiver = await startReceiver()
    await receiver.trust(office.repository)
    expect(await receiver.apply(office.repository)).toMatchObject({ new: 3 })
  })

  it('keeps as many versions as its publisher wants', async () => {
    const office = await startOffice()
    await office.define({ choice: { queries: ['kind:policy'], items: [], excluded: [] }, keepVersions: 2 })
    await office.importText('1.md', policyText('第1号办法', '沧浪'))
    for (const notes of ['一', '二', '三', '四']) await office.publish(notes)
    expect(metadata(office.repository)).toEqual([
      '1.root.json',
      '3.snapshot.json',
      '3.targets.json',
      '4.snapshot.json',
      '4.targets.json',
      'timestamp.json',
    ])
  })
})
