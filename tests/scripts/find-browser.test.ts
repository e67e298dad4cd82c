import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { findBrowser } from '../../library/printing/find-browser.ts'
import { browserArguments } from '../../scripts/window/browser-arguments.ts'
import { hasDisplay } from '../../scripts/window/open-window.ts'
import { temporaryFolderPerTest } from './temporary-folder.ts'

const folder = temporaryFolderPerTest()
const on = (platform: NodeJS.Platform, env: Record<string, string>, files: readonly string[]) =>
  findBrowser({ platform, env, exists: (file) => files.includes(file) })

describe('the system’s browser', () => {
  it('on Linux is found on PATH, Chromium first', () => {
    const env = { PATH: '/usr/local/bin:/usr/bin' }
    expect(on('linux', env, ['/usr/bin/google-chrome', '/usr/bin/chromium'])).toBe('/usr/bin/chromium')
    expect(on('linux', env, ['/usr/local/bin/microsoft-edge'])).toBe('/usr/local/bin/microsoft-edge')
  })

  it('on Linux is found in the usual places off PATH', () => {
    expect(on('linux', { PATH: '' }, ['/opt/google/chrome/chrome'])).toBe('/opt/google/chrome/chrome')
  })

  it('on Windows is found under the program folders, Edge when there is nothing else', () => {
    const env = { PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
    const chrome = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
    expect(on('win32', env, [edge])).toBe(edge)
    expect(on('win32', env, [edge, chrome])).toBe(chrome)
  })

  it('on macOS is found among the applications, also the person’s own', () => {
    const chrome = '/Users/li/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
    expect(on('darwin', { HOME: '/Users/li' }, [chrome])).toBe(chrome)
  })

  it('is the one that XINHUO_BROWSER names, and none when that is not there', () => {
    expect(
      on('linux', { XINHUO_BROWSER: '/opt/qaxbrowser/browser', PATH: '/usr/bin' }, ['/opt/qaxbrowser/browser']),
    ).toBe('/opt/qaxbrowser/browser')
    expect(on('linux', { XINHUO_BROWSER: '/gone', PATH: '/usr/bin' }, ['/usr/bin/chromium'])).toBeUndefined()
  })

  it('is none on a machine without one', () => {
    for (const platform of ['linux', 'win32', 'darwin'] as const)
      expect(on(platform, { PATH: '/usr/bin' }, [])).toBeUndefined()
  })

  it.skipIf(process.platform === 'win32')('is found on a real PATH and can be run', () => {
    const chromium = folder.write('bin/chromium', '#!/bin/sh\necho "$@"\n', 0o755)
    const script = `import(${JSON.stringify(new URL('../../library/printing/find-browser.ts', import.meta.url).href)}).then((m) => console.log(m.findBrowser()))`
    const env = { PATH: path.join(folder.path, 'bin') }
    const found = spawnSync(process.execPath, ['-e', script], { env, encoding: 'utf8' }).stdout.trim()
    expect(found).toBe(chromium)
  })
})

describe('the browser’s window', () => {
  const window = { url: 'http://127.0.0.1:41001/#ticket=abc', profile: '/home/li/库/window', asRoot: false }

  it('is an app’s, with a profile of its own', () => {
    expect(browserArguments(window)).toEqual(
      expect.arrayContaining([
        '--app=http://127.0.0.1:41001/#ticket=abc',
        '--user-data-dir=/home/li/库/window',
        '--no-first-run',
      ]),
    )
  })

  it('translates nothing and keeps Chromium’s own services off', () => {
    const args = browserArguments(window).join(' ')
    for (const off of [
      'Translate',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ]) {
      expect(args).toContain(off)
    }
  })

  it('keeps its sandbox, except for root, whom Chromium refuses it', () => {
    expect(browserArguments(window)).not.toContain('--no-sandbox')
    expect(browserArguments({ ...window, asRoot: true })).toContain('--no-sandbox')
  })
})

describe('a display', () => {
  it('on Linux is X11’s or Wayland’s; elsewhere it is always there', () => {
    expect([hasDisplay('linux', {}), hasDisplay('linux', { DISPLAY: '' })]).toEqual([false, false])
    expect([hasDisplay('linux', { DISPLAY: ':0' }), hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })]).toEqual([
      true,
      true,
    ])
    expect([hasDisplay('win32', {}), hasDisplay('darwin', {})]).toEqual([true, true])
  })
})
