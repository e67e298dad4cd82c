import { existsSync } from 'node:fs'
import path from 'node:path'

/** What the search looks at; tests give their own. */
export interface BrowserSurroundings {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly exists: (file: string) => boolean
}

const onPath = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
]

const linuxPlaces = [
  '/usr/lib/chromium/chromium',
  '/opt/google/chrome/chrome',
  '/opt/microsoft/msedge/msedge',
  '/opt/apps/cn.google.chrome/files/google-chrome',
  '/snap/bin/chromium',
]

const macPlaces = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

const windowsPlaces = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

/** The system's Chromium, Chrome or Edge: `XINHUO_BROWSER`, then PATH, then the usual places. */
export function findBrowser(around: BrowserSurroundings = here): string | undefined {
  const named = around.env.XINHUO_BROWSER
  if (named) return around.exists(named) ? named : undefined
  return candidates(around).find((file) => around.exists(file))
}

const here: BrowserSurroundings = { platform: process.platform, env: process.env, exists: existsSync }

function candidates({ platform, env }: BrowserSurroundings): string[] {
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined)
    return windowsPlaces.flatMap((place) => roots.map((root) => path.win32.join(root, place)))
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', path.posix.join(env.HOME ?? '/', 'Applications')]
    return macPlaces.flatMap((place) => roots.map((root) => path.posix.join(root, place)))
  }
  const folders = (env.PATH ?? '').split(':').filter(Boolean)
  return [...onPath.flatMap((name) => folders.map((folder) => path.posix.join(folder, name))), ...linuxPlaces]
}
