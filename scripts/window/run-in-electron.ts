import { spawn } from 'node:child_process'
import { tell } from '../set-up/sentence.mjs'
import type { StartOptions } from './start-options.ts'

export type ElectronOutcome = { readonly kind: 'ended'; readonly code: number } | { readonly kind: 'cannot-run' }

/** Electron that ends sooner than this, with an error, lacks something on this system. */
const runsAfterMs = 3_000

/** Runs the desktop shell until its window is closed. */
export async function runInElectron(
  electron: string,
  place: { readonly root: string; readonly library: string },
  options: StartOptions,
): Promise<ElectronOutcome> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const link = options.link ? [options.link] : []
  const startedAt = performance.now()
  const child = spawn(electron, [...asRoot, place.root, '--library', place.library, ...link], {
    stdio: ['ignore', 'inherit', 'ignore'],
  })
  const end = (signal: NodeJS.Signals) => child.kill(signal)
  process.once('SIGINT', end).once('SIGTERM', end)
  const code = await new Promise<number>((resolve) => {
    child.once('error', () => resolve(127))
    child.once('exit', (status, signal) => resolve(status ?? (signal ? 0 : 1)))
  })
  process.off('SIGINT', end).off('SIGTERM', end)
  if (code === 0 || performance.now() - startedAt > runsAfterMs) return { kind: 'ended', code }
  tell('桌面窗口程序在本机无法运行,改用浏览器窗口。', 'The desktop shell cannot run here; using a browser window.')
  return { kind: 'cannot-run' }
}
