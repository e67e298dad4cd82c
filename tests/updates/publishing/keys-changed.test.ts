import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { changeKey, type KeyChange } from '../../../library/updates/publishing/change-key.ts'
import { openFolder, withFolder } from '../../../library/updates/publishing/open-folder.ts'
import { publishChannel } from '../../../library/updates/publishing/publish-channel.ts'
import type { PublishedChannel } from '../../../library/updates/publishing/publishing-view.ts'
import { unlockSigners } from '../../../library/updates/publishing/unlock-signers.ts'
import { verifyRepositoryFiles } from '../../../library/updates/publishing/verify-repository-files.ts'
import { viewPublishedChannel } from '../../../library/updates/publishing/view-published-channel.ts'
import { ask } from '../../service/running-service.ts'
import { policyText } from '../../store/temporary-library.ts'
import { startReceiver } from '../receiver.ts'
import { oldReader } from './old-reader.ts'
import { noContext, type Office, passphrases, startOffice } from './publishing-office.ts'

const NEW = '新换的口令也很长'

async function publishedOffice(): Promise<Office> {
  const office = await startOffice()
  await office.importText('宅基地.md', policyText('宅基地管理办法', '沧浪亭台'))
  await office.define({ choice: { queries: ['kind:policy'], items: [], excluded: [] } })
  await office.publish('第一版')
  return office
}

const change = (office: Office, more: Pick<KeyChange, 'name' | 'because'> & Partial<KeyChange>) =>
  withFolder(office.directory, () =>
    changeKey({ directory: office.directory, newPassphrase: NEW, signers: office.signers, ...more }, new Date()),
  )

const signatures = (office: Office, file: string): string[] =>
  JSON.parse(readFileSync(path.join(office.repository, 'metadata', file), 'utf8')).signatures.map(
    ({ keyid }: { keyid: string }) => keyid,
  )

async function unlock(office: Office, secrets: Readonly<Record<string, string>>) {
  const { definition, root } = await openFolder(office.directory)
  const roles = ['root', 'targets', 'release'] as const
  return unlockSigners({ directory: office.directory, definition, root, passphrases: secrets, roles })
}

describe('keys that are changed', { timeout: 120_000 }, () => {
  it.each([
    ['targets-1', 'targets-2'],
    ['release-1', 'release-2'],
    ['root-1', 'root-4'],
    ['root-3', 'root-4'],
  ])('%s becomes %s, and who trusted the first root goes on', async (name, newName) => {
    const office = await publishedOffice()
    const reader = await oldReader(office.repository)
    const receiver = await startReceiver()
    await receiver.trust(office.repository)
    await receiver.apply(office.repository)
    const before = await viewPublishedChannel(office.directory)

    await change(office, { name, because: 'rotated', holder: '赵六' })
    const after = await viewPublishedChannel(office.directory)
    const isRoot = name.startsWith('root')
    expect(after).toMatchObject({ rootVersion: 2, released: { version: isRoot ? 1 : 2 } })
    expect(after.keys.map((key) => key.name).sort()).toEqual(
      before.keys.map((key) => (key.name === name ? newName : key.name)).sort(),
    )
    expect(after.keys.find((key) => key.name === newName)?.holder).toBe('赵六')
    expect(after.fingerprint.hex === before.fingerprint.hex).toBe(!isRoot)
    // Enough signatures for both roots, and none that could be damaged unnoticed.
    expect(signatures(office, '2.root.json')).toHaveLength(2)
    expect(await verifyRepositoryFiles(office.repository, noContext)).toMatchObject({ damaged: [] })
    expect((await reader.refresh(office.repository)).version).toBe(isRoot ? 1 : 2)
    expect(await receiver.apply(office.repository)).toMatchObject({ new: 0, changed: 0, withdrawn: 0 })

    const working = after.keys.filter(({ role }) => role !== 'root')
    const secrets = working.map((key) => [key.name, key.name === newName ? NEW : (passphrases[key.name] ?? '')])
    const signers = await unlock(office, Object.fromEntries(secrets))
    await office.importText('低保.md', policyText('低保申请办法', '昆仑雪山'))
    const release = { directory: office.directory, stage: 'released' as const, notes: '', signers }
    await publishChannel(office.service.session.access, release, noContext)
    expect(await receiver.apply(office.repository)).toMatchObject({ new: 1 })
    expect(await receiver.find('昆仑雪山')).toEqual(['低保申请办法'])
  })

  it('a lost root key is revoked by the two others, without it', async () => {
    const office = await publishedOffice()
    rmSync(path.join(office.directory, 'keys', 'root-2.key.json'))
    const others = office.signers.filter(({ name }) => name !== 'root-2')
    await change(office, { name: 'root-2', because: 'revoked', signers: others })
    const { root, definition } = await openFolder(office.directory)
    const lost = definition.keys.find(({ name }) => name === 'root-2')
    expect(lost?.retired?.because).toBe('revoked')
    expect(root.signed.roles.root?.keyIDs).not.toContain(lost?.keyId)
    expect(signatures(office, '2.root.json')).not.toContain(lost?.keyId)
    expect((await viewPublishedChannel(office.directory)).keys.map(({ name }) => name)).not.toContain('root-2')
  })

  it('a revoked key does not sign, though its passphrase is known', async () => {
    const office = await publishedOffice()
    await change(office, { name: 'root-1', because: 'revoked' })
    const revoked = office.signers.find(({ name }) => name === 'root-1')?.keyId
    expect(signatures(office, '2.root.json')).not.toContain(revoked)
    await change(office, { name: 'targets-1', because: 'revoked' })
    await expect(office.publish('偷偷的一版')).rejects.toMatchObject({ code: 'PASSPHRASE_MISSING' })
  })

  it('too few root keys change nothing', async () => {
    const office = await publishedOffice()
    const one = office.signers.filter(({ name }) => name !== 'root-1' && name !== 'root-2')
    await expect(change(office, { name: 'targets-1', because: 'rotated', signers: one })).rejects.toMatchObject({
      code: 'PASSPHRASE_MISSING',
      why: '根密钥需要 2 把，解开了 1 把。',
    })
    await expect(change(office, { name: 'targets-9', because: 'rotated' })).rejects.toMatchObject({
      code: 'KEY_NOT_FOUND',
    })
    await expect(change(office, { name: 'targets-1', because: 'rotated', newPassphrase: '短' })).rejects.toMatchObject({
      code: 'PASSPHRASE_WEAK',
    })
    expect(await viewPublishedChannel(office.directory)).toMatchObject({ rootVersion: 1, released: { version: 1 } })
    expect((await openFolder(office.directory)).definition.renewing).toBeUndefined()
  })

  it('a draft is signed anew as well', async () => {
    const office = await publishedOffice()
    await office.importText('低保.md', policyText('低保申请办法', '昆仑雪山'))
    await office.publish('草稿', 'draft')
    await change(office, { name: 'release-1', because: 'rotated' })
    expect(await viewPublishedChannel(office.directory)).toMatchObject({
      released: { version: 3 },
      draft: { version: 4, items: 2 },
    })
    expect(await verifyRepositoryFiles(path.join(office.directory, 'draft'), noContext)).toMatchObject({ damaged: [] })
    expect((await (await oldReader(office.repository)).refresh(path.join(office.directory, 'draft'))).version).toBe(4)
  })

  it('a change that broke off before readers could follow says so when it is opened, and is finished there', async () => {
    const office = await publishedOffice()
    const reader = await oldReader(office.repository)
    const timestamp = path.join(office.repository, 'metadata', 'timestamp.json')
    const before = readFileSync(timestamp)
    await change(office, { name: 'release-1', because: 'rotated' })
    expect((await viewPublishedChannel(office.directory)).brokenChange).toBeUndefined()
    // Killed right before the last file: the new root is there, what is published is as the old key signed it.
    writeFileSync(timestamp, before)
    await office.define({ renewing: 2 })
    await expect(reader.refresh(office.repository)).rejects.toThrow()

    const { service, directory } = office
    const opened = await ask<PublishedChannel>(service, 'POST', '/api/publishing/open', { directory })
    expect(opened).toMatchObject({ brokenChange: { readersWait: true }, released: { version: 1 } })
    const finish = (secrets: object) =>
      ask<PublishedChannel>(service, 'POST', `/api/publishing/${opened.id}/keys/finish`, { passphrases: secrets })
    await expect(finish({})).rejects.toMatchObject({ answer: { error: { code: 'PASSPHRASE_MISSING' } } })
    const done = await finish({ 'targets-1': passphrases['targets-1'], 'release-2': NEW })
    expect(done.brokenChange).toBeUndefined()
    expect(done).toMatchObject({ released: { version: 2, items: 1 } })
    expect((await reader.refresh(office.repository)).version).toBe(2)
    expect(await verifyRepositoryFiles(office.repository, noContext)).toMatchObject({ damaged: [] })
  })

  it('one that broke off where readers are not affected is finished without a passphrase', async () => {
    const office = await publishedOffice()
    await change(office, { name: 'root-1', because: 'rotated' })
    await office.define({ renewing: 2 })
    const { service, directory } = office
    const opened = await ask<PublishedChannel>(service, 'POST', '/api/publishing/open', { directory })
    expect(opened.brokenChange).toEqual({ readersWait: false })
    const route = `/api/publishing/${opened.id}/keys/finish`
    const done = await ask<PublishedChannel>(service, 'POST', route, { passphrases: {} })
    expect(done.brokenChange).toBeUndefined()
    expect(done.released?.version).toBe(1)
  })
})
