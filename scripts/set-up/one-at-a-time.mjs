import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Runs `work` while no other process runs work of the same name in the same project.
 * A lock left behind by a process that died is taken over.
 * @template T
 * @param {{ root: string, name: string, pollMs?: number }} place
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function oneAtATime({ root, name, pollMs = 200 }, work) {
  const key = createHash('sha256').update(path.resolve(root)).digest('hex').slice(0, 16)
  const lock = path.join(os.tmpdir(), `xinhuo-${name}-${key}.lock`)
  while (!take(lock)) await sleep(pollMs)
  try {
    return await work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

/** @param {string} lock */
function take(lock) {
  const holder = path.join(lock, 'pid')
  try {
    mkdirSync(lock)
    writeFileSync(holder, String(process.pid))
    return true
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
  if (!holderLives(holder)) rmSync(lock, { recursive: true, force: true })
  return false
}

/** @param {string} holder */
function holderLives(holder) {
  try {
    const pid = Number(readFileSync(holder, 'utf8'))
    if (!pid) return true // The holder is about to write its id.
    process.kill(pid, 0)
    return true
  } catch (error) {
    return ['EPERM', 'ENOENT'].includes(codeOf(error) ?? '')
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return /** @type {NodeJS.ErrnoException} */ (error).code
}
