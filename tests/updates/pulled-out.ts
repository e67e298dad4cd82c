import fs from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import path from 'node:path'
import { onTestFinished } from 'vitest'

/** How reading a stick fails: its folder is gone, or the device gives an error when opening or in the middle of a file. */
export type Trouble = 'gone' | 'error at opening' | 'error while reading'

const ioError = (file: string) => Object.assign(new Error(`EIO: i/o error, read '${file}'`), { code: 'EIO', errno: -5 })

/**
 * Lets the reads of a stick's files be counted, and the one of a number fail, as when it is pulled out at that moment.
 * Everything else in this process reads and writes as ever.
 */
export function watchStick(stick: string) {
  const open = fs.promises.open
  let count = 0
  let opened: string[] = []
  let failing: { readonly at: number; readonly trouble: Trouble } | undefined
  const away = `${stick}-away`
  const watched = async (...values: Parameters<typeof open>): Promise<FileHandle> => {
    const file = String(values[0])
    if (!file.startsWith(`${stick}${path.sep}`)) return open(...values)
    count += 1
    if (count !== failing?.at) {
      const handle = await open(...values)
      // Only what was opened in time: others are on their way when a stick is pulled out.
      opened.push(path.relative(stick, file))
      return handle
    }
    if (failing.trouble === 'error at opening') throw ioError(file)
    if (failing.trouble === 'gone') fs.renameSync(stick, away)
    const handle = await open(...values)
    Object.defineProperty(handle, 'read', { value: () => Promise.reject(ioError(file)) })
    return handle
  }
  Object.assign(fs.promises, { open: watched })
  syncBuiltinESMExports()
  onTestFinished(() => {
    Object.assign(fs.promises, { open })
    syncBuiltinESMExports()
    putBack()
  })
  const putBack = () => {
    if (fs.existsSync(away)) fs.renameSync(away, stick)
    failing = undefined
  }
  return {
    /** The `at`-th file opened from now on fails, counted from 1. */
    failAt(at: number, trouble: Trouble) {
      count = 0
      opened = []
      failing = { at, trouble }
    },
    /** Files opened since, without the one that failed. */
    opened: (): readonly string[] => opened,
    /** The stick is put in again. */
    putBack() {
      putBack()
      opened = []
    },
  }
}
