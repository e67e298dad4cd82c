import { spawnSync } from 'node:child_process'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from './temporary-library.ts'

/** A file system of its own, small or read-only later; undefined where one may not mount. */
export function smallDisk(size: string): string | undefined {
  const folder = temporaryFolder()
  if (process.platform !== 'linux') return undefined
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'ignore' })
  if (status !== 0) return undefined
  onTestFinished(() => void spawnSync('umount', ['-l', folder]))
  return folder
}

/** Fills what is left of a disk, and gives it back. */
export function fillDisk(disk: string): () => void {
  const ballast = path.join(disk, 'ballast')
  for (const size of [1024 * 1024, 64 * 1024, 4096]) {
    for (let number = 0; ; number++) {
      try {
        writeFileSync(`${ballast}-${size}-${number}`, Buffer.alloc(size))
      } catch {
        break
      }
    }
  }
  return () => {
    for (const name of readdirSync(disk)) if (name.startsWith('ballast')) rmSync(path.join(disk, name))
  }
}
