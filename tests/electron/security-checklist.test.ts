import { readdirSync, readFileSync } from 'node:fs'
import { FuseV1Options } from '@electron/fuses'
import type { Session } from 'electron'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { parse } from 'yaml'
import { appOrigin, appScheme, isAppUrl } from '../../electron/app-origin.ts'
import { responseHeaders } from '../../electron/forwarded-headers.ts'
import { cancelOutsideRequests, staysLocal, switchNetworkOff } from '../../electron/offline.ts'
import { refusePermissions } from '../../electron/permissions.ts'
import { webPreferences } from '../../electron/web-preferences.ts'
import { packedProgram } from '../../scripts/packaging/flip-fuses.ts'
import { fuses } from '../../scripts/packaging/fuses.ts'

const file = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')
const shellFiles = readdirSync(new URL('../../electron', import.meta.url)).filter((name) => name.endsWith('.ts'))
const shellSource = shellFiles.map((name) => file(`electron/${name}`)).join('\n')
const preferences = webPreferences('/opt/xinhuo/preload.cjs')

/** https://www.electronjs.org/docs/latest/tutorial/security (Electron 45), item by item. */
describe('Electron’s security checklist', () => {
  it('1. loads secure content only: everything beyond the app’s own scheme is cancelled', () => {
    expect(['app://xinhuo/', 'blob:app://xinhuo/1', 'data:image/png;base64,x'].every(staysLocal)).toBe(true)
    expect(['http://x', 'https://x', 'ws://x', 'ftp://x', 'file:///x', 'chrome://x', ''].some(staysLocal)).toBe(false)
    let listener: ((details: { url: string }, answer: (response: object) => void) => void) | undefined
    const onBeforeRequest = vi.fn((given) => {
      listener = given
    })
    cancelOutsideRequests({ webRequest: { onBeforeRequest } })
    const answer = vi.fn()
    listener?.({ url: 'https://example.com/a.js' }, answer)
    listener?.({ url: 'app://xinhuo/assets/a.js' }, answer)
    expect(answer.mock.calls).toEqual([[{ cancel: true }], [{ cancel: false }]])
  })

  it('2. gives pages no Node.js', () => {
    expect(preferences).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
    })
  })

  it('3. isolates the preload’s world', () => expect(preferences.contextIsolation).toBe(true))

  it('4. sandboxes every process of a page', () => {
    expect(preferences.sandbox).toBe(true)
    expect(file('electron/main.ts')).toContain('app.enableSandbox()')
  })

  describe('5. refuses permissions', () => {
    const session: Record<string, (...args: never[]) => unknown> = {}
    const keep = (name: string) => (handler: (...args: never[]) => unknown) => {
      session[name] = handler
    }
    beforeAll(() => {
      refusePermissions(
        {
          setPermissionRequestHandler: keep('request'),
          setPermissionCheckHandler: keep('check'),
          setDevicePermissionHandler: keep('device'),
          setDisplayMediaRequestHandler: keep('display'),
        } as unknown as Session,
        isAppUrl,
      )
    })
    const asked = (permission: string, url: string) => {
      const answer = vi.fn()
      session.request?.(...([null, permission, answer, { requestingUrl: url }] as never[]))
      return [answer.mock.calls[0]?.[0], session.check?.(...([null, permission, url] as never[]))]
    }

    it('but copying, full screen and a screen that stays on', () => {
      for (const permission of ['clipboard-sanitized-write', 'fullscreen', 'screen-wake-lock']) {
        expect(asked(permission, 'app://xinhuo/')).toEqual([true, true])
        expect(asked(permission, 'https://example.com/')).toEqual([false, false])
      }
    })

    it.each([
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'openExternal',
      'usb',
      'hid',
      'fileSystem',
      'local-network',
    ])('such as %s', (permission) => expect(asked(permission, 'app://xinhuo/')).toEqual([false, false]))

    it('for devices and the screen', () => {
      expect(session.device?.()).toBe(false)
      const answer = vi.fn()
      session.display?.(...([{}, answer] as never[]))
      expect(answer).toHaveBeenCalledExactlyOnceWith(null)
    })
  })

  it('6. keeps webSecurity on', () => expect(preferences.webSecurity).toBe(true))

  it('7. keeps a Content-Security-Policy on every page, and never bypasses it', () => {
    const headers = responseHeaders({ headers: { 'content-type': 'text/html' } } as never)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(appScheme.privileges).not.toHaveProperty('bypassCSP')
  })

  it('8. allows no insecure content', () => expect(preferences.allowRunningInsecureContent).toBe(false))

  it('9. turns no experimental features on', () => expect(preferences.experimentalFeatures).toBe(false))

  it('10. turns no Blink features on', () => expect(preferences).not.toHaveProperty('enableBlinkFeatures'))

  it('11. and 12. has no webviews, and attaches none', () => {
    expect(preferences.webviewTag).toBe(false)
    expect(shellSource).toContain("on('will-attach-webview', (event) => event.preventDefault())")
    expect(shellSource).not.toMatch(/allowpopups/i)
  })

  it('13. and 14. guards navigation and windows of every page that is created', () => {
    expect(file('electron/main.ts')).toMatch(/'web-contents-created'[\s\S]{0,200}guardNavigation\(\s*contents/)
  })

  it('15. opens outside only what the person agreed to, in one place', () => {
    const callers = shellFiles.filter((name) => file(`electron/${name}`).includes('openExternal('))
    expect(callers).toEqual(['open-outside.ts'])
  })

  it('16. is built with the Electron that the lock file names', () => {
    const { devDependencies } = JSON.parse(file('package.json'))
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/)
    expect(Number(devDependencies.electron.split('.')[0])).toBeGreaterThanOrEqual(45)
  })

  it('17. hears requests through the one wrapper that checks their sender', () => {
    const callers = shellFiles.filter((name) =>
      /\bipc(Main)?\.(handle|on|handleOnce|once)\(/.test(file(`electron/${name}`)),
    )
    expect(callers).toEqual(['desktop-bridge.ts', 'handle-requests.ts'])
  })

  it('18. serves its pages over its own scheme, not file:', () => {
    expect(appOrigin).toBe('app://xinhuo')
    expect(appScheme.privileges).toEqual({
      standard: true,
      secure: true,
      supportFetchAPI: true,
      stream: true,
      codeCache: true,
    })
    expect(shellSource).not.toMatch(/loadFile\(|file:\/\//)
  })

  it('19. has its fuses set when it is packed', () => {
    expect(fuses).toMatchObject({
      strictlyRequireAllFuses: true,
      [FuseV1Options.RunAsNode]: false,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
      [FuseV1Options.EnableNodeCliInspectArguments]: false,
      [FuseV1Options.OnlyLoadAppFromAsar]: true,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
      [FuseV1Options.EnableCookieEncryption]: true,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    })
    const packing = parse(file('electron-builder.yml'))
    expect(packing).toMatchObject({ afterPack: './scripts/packaging/flip-fuses.ts', asar: true, npmRebuild: false })
    const packager = { executableName: 'xinhuo', appInfo: { productFilename: '薪火' } }
    const program = (electronPlatformName: string) => packedProgram({ appOutDir: '/o', electronPlatformName, packager })
    expect(['linux', 'win32', 'darwin'].map(program)).toEqual(['/o/xinhuo', '/o/xinhuo.exe', '/o/薪火.app'])
  })

  it('20. shows pages nothing of Electron but the bridge', () => {
    const preload = file('electron/preload.ts')
    expect(preload.match(/exposeIn\w+\(/g)).toEqual(['exposeInMainWorld('])
    expect(preload).toContain(
      "exposeInMainWorld('xinhuo', createDesktopBridge(ipcRenderer, webUtils, process.platform))",
    )
  })
})

describe('offline', () => {
  it('Chromium looks up no names and keeps its own services off', () => {
    const appendSwitch = vi.fn()
    switchNetworkOff({ appendSwitch })
    expect(appendSwitch.mock.calls).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND'])
    expect(appendSwitch.mock.calls.flat()).toContain('disable-background-networking')
  })

  it('the installers publish nothing and update nothing by themselves', () => {
    expect(parse(file('electron-builder.yml')).publish).toBeNull()
    expect(shellSource).not.toMatch(/autoUpdater|crashReporter|net\.fetch/)
  })
})
