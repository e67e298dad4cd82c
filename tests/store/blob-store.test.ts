import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createBlobStore, writeWhole } from '../../library/store/blob-store.ts'
import { temporaryFolder } from './temporary-library.ts'

function objects() {
  const folder = path.join(temporaryFolder(), 'objects')
  mkdirSync(folder)
  return { folder, blobs: createBlobStore(folder) }
}
const files = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))

describe('blobs', () => {
  it('lie under their SHA-256, the same content once, for the owner alone', async () => {
    const { folder, blobs } = objects()
    const bytes = Buffer.from('附件一')
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect(await Promise.all([blobs.put(bytes), blobs.put(bytes), blobs.put(Buffer.from('附件一'))])).toEqual([
      sha256,
      sha256,
      sha256,
    ])
    expect(files(folder)).toEqual([path.join(folder, sha256.slice(0, 2), sha256)])
    expect(await blobs.read(sha256)).toEqual(bytes)
    if (process.platform !== 'win32') expect(statSync(blobs.pathOf(sha256)).mode & 0o077).toBe(0)
  })

  it('are read in part, both ends included', async () => {
    const { blobs } = objects()
    const sha256 = await blobs.put(Buffer.from('0123456789'))
    const parts: Buffer[] = []
    for await (const part of blobs.stream(sha256, { start: 2, end: 4 })) parts.push(part as Buffer)
    expect(Buffer.concat(parts).toString()).toBe('234')
  })

  it('are refused when the folder of the library is gone, which is not made anew', async () => {
    const { folder, blobs } = objects()
    const away = `${path.dirname(folder)}-away`
    renameSync(path.dirname(folder), away)
    await expect(blobs.put(Buffer.from('x'))).rejects.toMatchObject({ code: 'STORAGE_GONE' })
    expect(() => statSync(path.dirname(folder))).toThrow()
    renameSync(away, path.dirname(folder))
    await blobs.put(Buffer.from('x'))
  })

  it('halves that a crash left go after a day, and nothing else does', async () => {
    const { folder, blobs } = objects()
    const sha256 = await blobs.put(Buffer.from('whole'))
    const shelf = path.dirname(blobs.pathOf(sha256))
    const old = path.join(shelf, '.0c1d5b1e-3b63-4f3d-9c4e-0a3f0a3f0a3f.tmp')
    const fresh = path.join(shelf, '.1c1d5b1e-3b63-4f3d-9c4e-0a3f0a3f0a3f.tmp')
    for (const file of [old, fresh, blobs.pathOf(sha256)]) writeFileSync(file, 'half')
    const before = new Date(Date.now() - 25 * 3600 * 1000)
    utimesSync(old, before, before)
    utimesSync(blobs.pathOf(sha256), before, before)
    await blobs.clearHalves()
    expect(files(folder).sort()).toEqual([fresh, blobs.pathOf(sha256)].sort())
  })
})

describe('writing a file whole', () => {
  it('leaves the former content when it fails, and nothing beside it', async () => {
    const folder = temporaryFolder()
    const file = path.join(folder, 'a.md')
    await writeWhole(file, 'old')
    await expect(writeWhole(file, { length: 3 } as unknown as Uint8Array)).rejects.toThrow()
    expect(readFileSync(file, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['a.md'])
    await writeWhole(file, 'new')
    expect(readFileSync(file, 'utf8')).toBe('new')
  })

  it('killed at any moment, shows old or new, never a part', async () => {
    const folder = temporaryFolder()
    const file = path.join(folder, 'big.bin')
    const versions = [0, 1].map(() => randomBytes(2_000_000))
    for (const [index, bytes] of versions.entries()) writeFileSync(path.join(folder, `version${index}`), bytes)
    const known = new Set(versions.map((bytes) => createHash('sha256').update(bytes).digest('hex')))
    writeFileSync(file, versions[0] as Buffer)
    const module = fileURLToPath(new URL('../../library/store/blob-store.ts', import.meta.url))
    const program = `
      const { readFileSync } = await import('node:fs')
      const { writeWhole } = await import(${JSON.stringify(module)})
      const versions = [0, 1].map((n) => readFileSync(${JSON.stringify(folder)} + '/version' + n))
      console.log('begun')
      for (let n = 0; ; n++) await writeWhole(${JSON.stringify(file)}, versions[n % 2])`
    for (let round = 0; round < 12; round++) {
      const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      await once(child.stdout, 'data')
      await new Promise((resolve) => setTimeout(resolve, 3 + round * 7))
      child.kill('SIGKILL')
      await once(child, 'exit')
      expect(known).toContain(createHash('sha256').update(readFileSync(file)).digest('hex'))
    }
    for (const name of readdirSync(folder)) if (name.endsWith('.tmp')) rmSync(path.join(folder, name))
    expect(readdirSync(folder).sort()).toEqual(['big.bin', 'version0', 'version1'])
  })
})
