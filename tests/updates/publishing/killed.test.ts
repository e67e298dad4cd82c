import { cpSync, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLibrarySession } from '../../../library/service/library-session.ts'
import { spawnReadersHere } from '../../../library/service/spawn-readers.ts'
import { openFolder } from '../../../library/updates/publishing/open-folder.ts'
import { publishChannel } from '../../../library/updates/publishing/publish-channel.ts'
import { unlockSigners } from '../../../library/updates/publishing/unlock-signers.ts'
import { verifyRepositoryFiles } from '../../../library/updates/publishing/verify-repository-files.ts'
import { spread } from '../../service/killed-process.ts'
import { closeOnce } from '../../service/running-service.ts'
import { policyText, temporaryFolder } from '../../store/temporary-library.ts'
import { countCalls, runKilled } from './killed-publishing.ts'
import { oldReader } from './old-reader.ts'
import { noContext, passphrases, startOffice } from './publishing-office.ts'

const signing = JSON.stringify({ 'targets-1': passphrases['targets-1'], 'release-1': passphrases['release-1'] })
const rootSigning = JSON.stringify({
  ...JSON.parse(signing),
  'root-1': passphrases['root-1'],
  'root-2': passphrases['root-2'],
})

/** A library and a publisher's folder, to be copied for each death. */
interface Template {
  readonly root: string
  readonly directory: string
}

function copy({ root, directory }: Template): Template {
  const to = temporaryFolder()
  cpSync(root, path.join(to, '库'), { recursive: true })
  cpSync(directory, path.join(to, '频道'), { recursive: true })
  return { root: path.join(to, '库'), directory: path.join(to, '频道') }
}

/** Publishes what was broken off once more, as whoever sits there would. */
async function publishAgain({ root, directory }: Template, secrets: string): Promise<void> {
  const { definition, root: trusted } = await openFolder(directory)
  const unlocking = { directory, definition, root: trusted, passphrases: JSON.parse(secrets) as Record<string, string> }
  const signers = await unlockSigners({ ...unlocking, roles: ['targets', 'release'] })
  const session = await openLibrarySession({ root, spawnReader: spawnReadersHere(), resumeJobs: false })
  try {
    await publishChannel(session.access, { directory, stage: 'released', notes: '', signers }, noContext)
  } finally {
    await session.close()
  }
}

describe('publishing killed before a call to the disk', { timeout: 300_000 }, () => {
  let first: Template
  beforeAll(async () => {
    const office = await startOffice({ atEnd: afterAll })
    const keep = (name: string): Template => {
      const to = path.join(temporaryFolder(afterAll), name)
      mkdirSync(to)
      cpSync(office.service.session.paths.root, path.join(to, '库'), { recursive: true })
      cpSync(office.directory, path.join(to, '频道'), { recursive: true })
      return { root: path.join(to, '库'), directory: path.join(to, '频道') }
    }
    for (const number of [1, 2, 3, 4]) await office.importText(`${number}.md`, policyText(`第${number}号办法`, '沧浪'))
    await office.define({ choice: { queries: ['kind:policy'], items: [], excluded: [] } })
    await office.publish('第一版')
    await office.importText('1.md', policyText('第1号办法', '改过的沧浪'))
    await office.importText('5.md', policyText('第5号办法', '新来的'))
    await closeOnce(office.service)
    first = keep('已发布')
  }, 60_000)

  /** Kills the task at chosen calls: each time the repository verifies, as before or after, and a repeat completes it. */
  async function sweep(
    template: Template,
    secrets: string,
    task: readonly string[],
    deaths: number,
    check: (at: Template, repository: string) => Promise<void>,
  ): Promise<void> {
    const counted = copy(template)
    const { begun, calls } = await countCalls([counted.root, counted.directory, secrets, ...task])
    expect(calls - begun).toBeGreaterThan(deaths)
    for (const call of spread(begun + 1, calls, deaths)) {
      const at = copy(template)
      await runKilled([at.root, at.directory, secrets, ...task], call)
      await check(at, path.join(at.directory, 'repository'))
    }
  }

  it('leaves the former version or the new one, whole, and a repeat completes it', async () => {
    await sweep(first, signing, ['publish'], 5, async (at, repository) => {
      const { version, damaged } = await verifyRepositoryFiles(repository, noContext)
      expect(damaged).toEqual([])
      expect([1, 2]).toContain(version)
      await publishAgain(at, signing)
      expect(await verifyRepositoryFiles(repository, noContext)).toMatchObject({ version: 2, items: 5, damaged: [] })
      expect((await openFolder(at.directory)).released?.description.notes[0]?.version).toBe(2)
    })
  })

  it('while a key is changed, leaves who has the former root going, and the next version completes it', async () => {
    await sweep(first, rootSigning, ['rotate', 'release-1'], 4, async (at, repository) => {
      const reader = await oldReader(path.join(first.directory, 'repository'))
      // Between root and timestamp the reader keeps what it has; nothing wrong is ever taken in.
      await reader.refresh(repository).catch(() => undefined)
      const { root, definition } = await openFolder(at.directory)
      const isNew = root.signed.version === 2
      const release = isNew ? { 'release-2': '新换的口令也很长' } : { 'release-1': passphrases['release-1'] }
      const secrets = JSON.stringify({ 'targets-1': passphrases['targets-1'], ...release })
      expect(definition.keys.some(({ name }) => name === 'release-2') || !isNew).toBe(true)
      await publishAgain(at, secrets)
      expect(await verifyRepositoryFiles(repository, noContext)).toMatchObject({ items: 5, damaged: [] })
      expect((await openFolder(at.directory)).definition.renewing).toBeUndefined()
      expect((await reader.refresh(repository)).version).toBeGreaterThan(1)
      expect(existsSync(path.join(at.directory, 'keys', 'release-1.key.json'))).toBe(true)
    })
  })
})
