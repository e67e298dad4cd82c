import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { drivers, storeOver, temporaryFolder } from './temporary-library.ts'

/** Another process that holds the lock until it is killed. */
async function holder(file: string): Promise<ChildProcess> {
  const module = fileURLToPath(new URL('../../library/store/library-lock.ts', import.meta.url))
  const program = `
    const { takeLibraryLock } = await import(${JSON.stringify(module)})
    const lock = takeLibraryLock(${JSON.stringify(file)})
    console.log(lock ? 'taken' : 'busy')
    setInterval(() => lock, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [said] = await once(child.stdout, 'data')
  expect(String(said).trim()).toBe('taken')
  return child
}

describe.each(drivers)('the lock of a library over %s', (driver) => {
  it('is held by one at a time and free again after it', async () => {
    const { takeLibraryLock } = await storeOver(driver)
    const file = path.join(temporaryFolder(), 'library.lock')
    const first = takeLibraryLock(file)
    expect(first).toBeDefined()
    expect(takeLibraryLock(file)).toBeUndefined()
    first?.release()
    const second = takeLibraryLock(file)
    expect(second).toBeDefined()
    second?.release()
  })

  it('is let go when the process that holds it is killed', async () => {
    const { takeLibraryLock } = await storeOver(driver)
    const file = path.join(temporaryFolder(), 'library.lock')
    const child = await holder(file)
    expect(takeLibraryLock(file)).toBeUndefined()
    child.kill('SIGKILL')
    await once(child, 'exit')
    const lock = takeLibraryLock(file)
    expect(lock).toBeDefined()
    lock?.release()
  })

  it('can be taken although the file was overwritten with something else', async () => {
    const { takeLibraryLock } = await storeOver(driver)
    const file = path.join(temporaryFolder(), 'library.lock')
    writeFileSync(file, 'this is no database at all, and yet the library must open')
    const lock = takeLibraryLock(file)
    expect(lock).toBeDefined()
    expect(takeLibraryLock(file)).toBeUndefined()
    lock?.release()
  })
})
