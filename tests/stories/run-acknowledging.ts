import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, onTestFinished } from 'vitest'
import { childBundle } from '../service/child-bundle.ts'
import { temporaryFolder } from '../store/temporary-library.ts'

const preload = childBundle(new URL('../service/die-at-call.ts', import.meta.url))

/**
 * Runs a child over an empty library, and says what it had acknowledged when it ended: a line of JSON each.
 * @param child a file that takes the library's folder and the file to acknowledge in
 * @param environment `DIE_AT` or `COUNT_TO`, as `die-at-call.ts` reads them
 */
export async function runAcknowledging<Said>(
  child: string,
  environment: Readonly<Record<string, string>>,
  atEnd: (clear: () => void) => void = onTestFinished,
) {
  const root = path.join(temporaryFolder(atEnd), '资料库')
  const acknowledged = path.join(temporaryFolder(atEnd), 'acknowledged')
  const running = spawn(process.execPath, ['--import', preload, child, root, acknowledged], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '', ...environment },
  })
  await once(running, 'close')
  const lines = existsSync(acknowledged) ? readFileSync(acknowledged, 'utf8').split('\n').filter(Boolean) : []
  return { root, said: lines.map((line) => JSON.parse(line) as Said) }
}

/** What the child acknowledges when nothing kills it, and how many calls to the disk its writer makes. */
export async function countWriterCalls<Said>(child: string) {
  const folder = temporaryFolder(afterAll)
  const { said } = await runAcknowledging<Said>(child, { COUNT_TO: folder }, afterAll)
  const calls = JSON.parse(readFileSync(path.join(folder, 'writer'), 'utf8')) as { begun: number; calls: number }
  return { said, calls }
}
