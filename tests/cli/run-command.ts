import { type ChildProcess, spawn } from 'node:child_process'
import { onTestFinished } from 'vitest'
import { xinhuoCommand } from '../built-command.ts'

/** What a command did. */
export interface CommandEnd {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/** Starts `xinhuo` in a process of its own. */
export function startCommand(
  arguments_: readonly string[],
  cwd?: string,
): { child: ChildProcess; end: Promise<CommandEnd> } {
  const child = spawn(process.execPath, [xinhuoCommand, ...arguments_], { stdio: ['ignore', 'pipe', 'pipe'], cwd })
  onTestFinished(() => void child.kill('SIGKILL'))
  let stdout = ''
  let stderr = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const end = new Promise<CommandEnd>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }))
  })
  return { child, end }
}

/** Runs `xinhuo` to its end. */
export const runCommand = (arguments_: readonly string[], cwd?: string) => startCommand(arguments_, cwd).end
