import { spawn } from 'node:child_process'
import { browserArguments } from './browser-arguments.ts'

/** A browser's window that shows the app. */
export interface BrowserWindow {
  /** How it ended: closed by the person, or never opened. */
  readonly ended: Promise<'closed' | 'failed'>
  close(): void
}

/** A browser that ends sooner than this, with an error, has shown nothing. */
const openedAfterMs = 3_000

/** Opens an app window with a profile of its own. The ticket in the address works once; the token is never passed. */
export function openBrowserWindow(browser: string, profile: string, url: string): BrowserWindow {
  const asRoot = process.getuid?.() === 0
  const startedAt = performance.now()
  const child = spawn(browser, browserArguments({ url, profile, asRoot }), { stdio: 'ignore', windowsHide: false })
  return {
    ended: new Promise((resolve) => {
      child.once('error', () => resolve('failed'))
      child.once('exit', (code) => {
        resolve(code !== 0 && performance.now() - startedAt < openedAfterMs ? 'failed' : 'closed')
      })
    }),
    close: () => {
      child.kill('SIGTERM')
    },
  }
}

/** Whether this session can show a window at all. */
export function hasDisplay(
  platform = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
) {
  if (platform !== 'linux') return true
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}
