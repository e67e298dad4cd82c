import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { onTestFinished } from 'vitest'

/** Makes every call that writes to the disk fail, from a chosen one on, as when a stick is pulled out or a disk is full. */
export interface FailingDisk {
  /** @param from the first call that fails; undefined for none */
  failFrom(from: number | undefined, code?: 'EIO' | 'ENOSPC' | 'ENODEV' | 'EROFS'): void
  /** Calls since the last `failFrom`. */
  calls(): number
}

const CALLS = ['open', 'rename', 'mkdir', 'rm', 'link', 'copyFile'] as const

export async function failingDisk(): Promise<FailingDisk> {
  let fatal: number | undefined
  let code = 'EIO'
  let calls = 0
  const restore: (() => void)[] = []
  const watch = (owner: object, name: string) => {
    const original: unknown = Reflect.get(owner, name)
    if (typeof original !== 'function') throw new Error(name)
    const watched = function (this: unknown, ...values: unknown[]): unknown {
      calls += 1
      // A full disk still lets files go.
      const allowed = code === 'ENOSPC' && name === 'rm'
      if (fatal === undefined || calls < fatal || allowed) return Reflect.apply(original, this, values)
      return Promise.reject(Object.assign(new Error(`${code}: the disk is gone, ${name}`), { code }))
    }
    Object.defineProperty(owner, name, { value: watched, configurable: true, writable: true })
    restore.push(() => Object.defineProperty(owner, name, { value: original, configurable: true, writable: true }))
  }
  const handle = await fs.promises.open(process.execPath)
  for (const name of ['sync', 'writeFile']) watch(Object.getPrototypeOf(handle), name)
  await handle.close()
  for (const name of CALLS) watch(fs.promises, name)
  syncBuiltinESMExports()
  onTestFinished(() => {
    for (const back of restore) back()
    syncBuiltinESMExports()
  })
  return {
    failFrom(from, failure = 'EIO') {
      fatal = from
      code = failure
      calls = 0
    },
    calls: () => calls,
  }
}
