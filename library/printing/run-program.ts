import { type ChildProcess, type StdioOptions, spawn, spawnSync } from 'node:child_process'

/** Starts a program in a group of its own, so that it can be ended with all that it starts. */
export function startProgram(file: string, parameters: readonly string[], stdio: StdioOptions): ChildProcess {
  return spawn(file, parameters, { stdio, detached: process.platform !== 'win32', windowsHide: true })
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
