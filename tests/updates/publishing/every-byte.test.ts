import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeKey } from '../../../library/updates/publishing/change-key.ts'
import { listRepositoryFiles } from '../../../library/updates/publishing/list-repository-files.ts'
import { withFolder } from '../../../library/updates/publishing/open-folder.ts'
import { pruneRepository } from '../../../library/updates/publishing/prune-repository.ts'
import { verifyRepositoryFiles } from '../../../library/updates/publishing/verify-repository-files.ts'
import { closeOnce } from '../../service/running-service.ts'
import { policyText, temporaryFolder } from '../../store/temporary-library.ts'
import { noContext, startOffice } from './publishing-office.ts'

const PICTURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

describe('checking a repository', { timeout: 120_000 }, () => {
  let repository = ''
  let files: string[] = []
  beforeAll(async () => {
    const office = await startOffice({ atEnd: afterAll })
    await office.importText('1.md', policyText('第1号办法', '沧浪'))
    await office.importText('图.html', `<h1>图文说明</h1><p>见图<img src="${PICTURE}" alt="图"></p>`)
    await office.define({ choice: { queries: ['kind:policy'], items: [], excluded: [] } })
    await office.publish('第一版')
    await office.importText('1.md', policyText('第1号办法', '改过的'))
    await office.publish('第二版')
    const { directory, signers } = office
    const change = {
      directory,
      name: 'targets-1',
      because: 'rotated' as const,
      newPassphrase: '新换的口令也很长',
      signers,
    }
    await withFolder(directory, () => changeKey(change, new Date()))
    repository = path.join(temporaryFolder(afterAll), '仓库')
    cpSync(office.repository, repository, { recursive: true })
    files = (await listRepositoryFiles(repository)).map(({ file }) => file)
    await closeOnce(office.service)
  }, 60_000)
  const verify = () => verifyRepositoryFiles(repository, noContext)
  const isRefused = async () => {
    const found = await verify().catch((error: { code: string }) => error)
    return 'code' in found ? /^REPOSITORY_/.test(found.code) : found.damaged.length > 0
  }

  it('finds nothing wrong with what was published', async () => {
    expect(await verify()).toMatchObject({ version: 3, items: 2, damaged: [] })
    expect(files.filter((file) => file.startsWith('objects/'))).toHaveLength(4)
  })

  it('finds any flipped bit of any file', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.nat(),
        fc.integer({ min: 0, max: 7 }),
        async (file, place, bit) => {
          const full = path.join(repository, file)
          const whole = readFileSync(full)
          const altered = Buffer.from(whole)
          const at = place % whole.byteLength
          altered[at] = (whole[at] as number) ^ (1 << bit)
          writeFileSync(full, altered)
          try {
            expect(await isRefused(), `${file} byte ${at} bit ${bit}`).toBe(true)
          } finally {
            writeFileSync(full, whole)
          }
        },
      ),
      { numRuns: 400 },
    )
  })

  it('finds every byte of a root and of the timestamp, a blank and a capital letter too', async () => {
    for (const file of ['metadata/1.root.json', 'metadata/timestamp.json']) {
      const full = path.join(repository, file)
      const whole = readFileSync(full)
      const texts = [
        `${whole.toString('utf8')}\n`,
        whole.toString('utf8').replace('{', '{ '),
        whole.toString('utf8').replace(/"sig":"([0-9a-f]+)"/, (_all, sig: string) => `"sig":"${sig.toUpperCase()}"`),
      ]
      for (const text of texts) {
        writeFileSync(full, text)
        expect(await isRefused()).toBe(true)
      }
      writeFileSync(full, whole)
    }
    expect(await isRefused()).toBe(false)
  })

  it('finds every file of the newest version that is cut off or missing', async () => {
    // What earlier versions alone need may be cleared away; what of it is there must still be right.
    const cleared = path.join(temporaryFolder(), '只留一版')
    cpSync(repository, cleared, { recursive: true })
    await pruneRepository(cleared, 1)
    const needed = new Set((await listRepositoryFiles(cleared)).map(({ file }) => file))
    expect(needed.size).toBeLessThan(files.length)
    for (const file of files) {
      const full = path.join(repository, file)
      const whole = readFileSync(full)
      truncateSync(full, Math.floor(whole.byteLength / 2))
      expect(await isRefused(), `${file} cut off`).toBe(true)
      rmSync(full)
      expect(await isRefused(), `${file} missing`).toBe(needed.has(file))
      writeFileSync(full, whole)
    }
    expect(await isRefused()).toBe(false)
  })
})
