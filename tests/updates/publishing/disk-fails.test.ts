import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { archiveRepository } from '../../../library/updates/publishing/archive-repository.ts'
import { copyRepository } from '../../../library/updates/publishing/copy-repository.ts'
import { publishChannel } from '../../../library/updates/publishing/publish-channel.ts'
import { verifyRepositoryFiles } from '../../../library/updates/publishing/verify-repository-files.ts'
import { policyText, temporaryFolder } from '../../store/temporary-library.ts'
import { failingDisk } from './failing-disk.ts'
import { noContext, type Office, startOffice } from './publishing-office.ts'

/** An office that has published one version, and has another to publish. */
async function officeWithNews(): Promise<Office> {
  const office = await startOffice()
  for (const number of [1, 2, 3]) await office.importText(`${number}.md`, policyText(`第${number}号办法`, '沧浪'))
  await office.define({ choice: { queries: ['kind:policy'], items: [], excluded: [] } })
  await office.publish('第一版')
  await office.importText('1.md', policyText('第1号办法', '改过的沧浪'))
  await office.importText('4.md', policyText('第4号办法', '新来的'))
  return office
}

const copyOf = (folder: string): string => {
  const to = path.join(temporaryFolder(), '频道')
  cpSync(folder, to, { recursive: true })
  return to
}
const verify = (directory: string) => verifyRepositoryFiles(path.join(directory, 'repository'), noContext)
const files = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()

describe('a disk that fails', { timeout: 180_000 }, () => {
  it('at any call that writes, leaves a version whole, says so, and a repeat completes', async () => {
    const office = await officeWithNews()
    const { access } = office.service.session
    const release = (directory: string) =>
      publishChannel(access, { directory, stage: 'released', notes: '', signers: office.signers }, noContext)
    const disk = await failingDisk()
    const trial = copyOf(office.directory)
    disk.failFrom(undefined)
    expect(await release(trial)).toMatchObject({ version: 2 })
    const calls = disk.calls()
    expect(calls).toBeGreaterThan(30)
    let kept = 0
    for (let call = 1; call <= calls; call++) {
      const directory = copyOf(office.directory)
      disk.failFrom(call, 'ENOSPC')
      const failure = await release(directory).then(
        () => undefined,
        (error: unknown) => error,
      )
      disk.failFrom(undefined)
      const { version, damaged } = await verify(directory)
      expect(damaged, `call ${call}`).toEqual([])
      if (failure)
        expect(failure, `call ${call}`).toMatchObject({ code: 'PUBLISH_DISK_FULL', what: '没有写完：磁盘满了。' })
      // After the last rename the version counts, whatever fails then.
      if (version === 1) kept += 1
      else expect(version, `call ${call}`).toBe(2)
      expect(await release(directory), `call ${call}`).toMatchObject({ version: 2, items: 4 })
      expect(await verify(directory), `call ${call}`).toMatchObject({ version: 2, items: 4, damaged: [] })
    }
    expect(kept).toBeGreaterThan(calls / 2)
  })

  it('in the middle of a copy to a stick, leaves the former version there, and a repeat completes', async () => {
    const office = await officeWithNews()
    const stick = path.join(temporaryFolder(), 'U盘')
    await copyRepository(office.repository, stick, noContext)
    await office.publish('第二版')
    const disk = await failingDisk()
    const trial = copyOf(stick)
    disk.failFrom(undefined)
    await copyRepository(office.repository, trial, noContext)
    const calls = disk.calls()
    for (let call = 1; call < calls; call++) {
      const to = copyOf(stick)
      disk.failFrom(call, 'EROFS')
      const failure = await copyRepository(office.repository, to, noContext).catch((error: unknown) => error)
      disk.failFrom(undefined)
      expect((await verifyRepositoryFiles(to, noContext)).damaged, `call ${call}`).toEqual([])
      expect(failure, `call ${call}`).toMatchObject({ code: 'PUBLISH_READ_ONLY' })
      await copyRepository(office.repository, to, noContext)
      expect(await verifyRepositoryFiles(to, noContext), `call ${call}`).toMatchObject({ version: 2, damaged: [] })
      expect(files(to)).toEqual(files(trial))
    }
  })

  it('does not make a folder in the place of a stick that is not there', async () => {
    const office = await officeWithNews()
    const gone = path.join(temporaryFolder(), '没有插', 'U盘')
    await expect(copyRepository(office.repository, gone, noContext)).rejects.toMatchObject({
      code: 'PUBLISH_STORAGE_GONE',
    })
  })

  it('leaves the former archive when the new one cannot be written whole', async () => {
    const office = await officeWithNews()
    const folder = temporaryFolder()
    const archive = path.join(folder, '频道.zip')
    const disk = await failingDisk()
    disk.failFrom(undefined)
    await archiveRepository(office.repository, archive, noContext)
    const whole = readFileSync(archive)
    const calls = disk.calls()
    expect(calls).toBeGreaterThan(4)
    for (let call = 1; call <= calls; call++) {
      writeFileSync(archive, '从前的')
      disk.failFrom(call, 'ENOSPC')
      const failure = await archiveRepository(office.repository, archive, noContext).catch((error: unknown) => error)
      disk.failFrom(undefined)
      const now = readFileSync(archive)
      if (failure) expect(failure, `call ${call}`).toMatchObject({ code: 'PUBLISH_DISK_FULL' })
      // The name changes at once; only the last calls come after that.
      expect(now.equals(whole) || now.toString() === '从前的', `call ${call}`).toBe(true)
      if (call <= calls / 2) expect(now.toString(), `call ${call}`).toBe('从前的')
    }
    expect(readdirSync(folder).filter((name) => !name.startsWith('.'))).toEqual(['频道.zip'])
  })
})
