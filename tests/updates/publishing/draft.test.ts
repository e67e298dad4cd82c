import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openFolder } from '../../../library/updates/publishing/open-folder.ts'
import { previewRelease } from '../../../library/updates/publishing/preview-release.ts'
import { publishChannel } from '../../../library/updates/publishing/publish-channel.ts'
import { verifyRepositoryFiles } from '../../../library/updates/publishing/verify-repository-files.ts'
import { policyText } from '../../store/temporary-library.ts'
import { startReceiver } from '../receiver.ts'
import { noContext, type Office, startOffice } from './publishing-office.ts'

async function officeWithDraft(): Promise<Office & { draft: string }> {
  const office = await startOffice()
  await office.importText('1.md', policyText('第1号办法', '沧浪'))
  await office.define({ choice: { queries: ['kind:policy'], items: [], excluded: [] } })
  await office.publish('第一版')
  await office.importText('2.md', policyText('第2号办法', '昆仑'))
  await office.publish('给检查的人看', 'draft')
  return { ...office, draft: path.join(office.directory, 'draft') }
}

const promote = (office: Office, notes = '') =>
  publishChannel(
    office.service.session.access,
    { directory: office.directory, stage: 'released', notes, signers: office.signers, promote: true },
    noContext,
  )

describe('a draft', { timeout: 120_000 }, () => {
  it('is a repository of its own, under the same root, that leaves the release alone', async () => {
    const office = await officeWithDraft()
    const receiver = await startReceiver()
    await receiver.trust(office.repository)
    expect(await receiver.apply(office.repository)).toMatchObject({ version: 1 })
    expect(await verifyRepositoryFiles(office.draft, noContext)).toMatchObject({ version: 2, items: 2, damaged: [] })
    expect(await receiver.apply(office.draft)).toMatchObject({ version: 2, new: 1 })
    expect(await receiver.get('/api/channels')).toMatchObject([{ stage: 'draft', version: 2 }])
  })

  it('becomes the release as it is, whatever the choice finds by then, also for who tried it', async () => {
    const office = await officeWithDraft()
    const receiver = await startReceiver()
    await receiver.trust(office.repository)
    await receiver.apply(office.draft)
    await office.importText('3.md', policyText('第3号办法', '后来的'))
    expect(await promote(office)).toMatchObject({ version: 3, items: 2, new: 1, stage: 'released' })
    const { released, draft } = await openFolder(office.directory)
    expect([...(released?.entries.keys() ?? [])]).toEqual([...(draft?.entries.keys() ?? [])])
    expect(released?.description).toMatchObject({
      stage: 'released',
      notes: [{ notes: '给检查的人看' }, { notes: '第一版' }],
    })
    expect(await verifyRepositoryFiles(office.repository, noContext)).toMatchObject({ damaged: [] })
    expect(await receiver.apply(office.repository)).toMatchObject({ version: 3, new: 0, changed: 0 })
    expect(await promote(office)).toMatchObject({ version: 3, bytesWritten: 0 })
  })

  it('leaves a tombstone of what was released since, and none of what only drafts offered', async () => {
    const office = await officeWithDraft()
    const { access } = office.service.session
    const idOf = async (title: string) =>
      (await access.db.selectFrom('item').where('title', '=', title).select('id').executeTakeFirstOrThrow()).id
    await office.define({ choice: { queries: ['kind:policy'], items: [], excluded: [await idOf('第2号办法')] } })
    await office.publish('不要第2号了', 'draft')
    await promote(office)
    const { released, draft } = await openFolder(office.directory)
    expect(draft?.entries.get(await idOf('第2号办法'))?.withdrawn).toBeDefined()
    expect(released?.entries.has(await idOf('第2号办法'))).toBe(false)
  })

  it('is previewed against what is released', async () => {
    const office = await officeWithDraft()
    const preview = await previewRelease(office.service.session.access, office.directory, 'draft')
    expect(preview).toMatchObject({ nextVersion: 3, items: 2, changes: [{ title: '第2号办法', type: 'new' }] })
  })

  it('cannot be promoted before there is one', async () => {
    const office = await startOffice()
    await expect(promote(office)).rejects.toMatchObject({ code: 'DRAFT_NOT_FOUND' })
  })
})
