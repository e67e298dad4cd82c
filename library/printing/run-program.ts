import { type ChildProcess, type StdioOptions, spawn, spawnSync } from 'node:child_process'

/** Starts a program in a group of its own, so that it can be ended with all that it starts; it never outlives this process. */
export function startProgram(file: string, parameters: readonly string[], stdio: StdioOptions): ChildProcess {
  const child = spawn(file, parameters, { stdio, detached: process.platform !== 'win32', windowsHide: true })
  const end = () => killProgram(child)
  process.once('exit', end)
  child.once('close', () => process.removeListener('exit', end))
  child.once('error', () => process.removeListener('exit', end))
  return child
}

/** Ends a program and whatever it started. */
export function killProgram(child: ChildProcess): void {
  const { pid } = child
  if (pid === undefined) return
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true })
    return
  }
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Its whole group has ended.
  }
}
