import { type EventEmitter, once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MenuItemConstructorOptions } from 'electron'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { buildStale } from '../../scripts/build/build-stale.ts'
import { FakeMessageChannel, fakeUtilityProcess, started } from './fake-utility-process.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Electron as far as the main process uses it; the service and its readers are real processes. */
const desktop = vi.hoisted(() => ({
  app: undefined as unknown as EventEmitter & { exit: ReturnType<typeof vi.fn> },
  page: undefined as unknown as (request: Request) => Promise<Response>,
  requests: new Map<string, (event: unknown, ...args: unknown[]) => unknown>(),
  sent: [] as unknown[][],
  menu: [] as unknown[],
  url: '',
}))

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events')
  const folder = await import('node:os')
  class BrowserWindow extends Emitter {
    readonly webContents = Object.assign(new Emitter(), {
      send: (...message: unknown[]) => desktop.sent.push(message),
      setWindowOpenHandler: () => {},
    })
    loadURL = async (url: string) => {
      desktop.url = url
    }
    show() {}
    focus() {}
    getTitle = () => '薪火'
    isMinimized = () => false
  }
  const app = Object.assign(new Emitter(), {
    setPath: () => {},
    getPath: () => folder.tmpdir(),
    getAppPath: () => new URL('../../', import.meta.url).pathname,
    requestSingleInstanceLock: () => true,
    enableSandbox: () => {},
    commandLine: { appendSwitch: () => {} },
    isPackaged: false,
    isReady: () => true,
    whenReady: async () => {},
    quit: () => app.emit('will-quit', { preventDefault: () => {} }),
    exit: vi.fn(() => app.emit('exited')),
  })
  desktop.app = app
  const fakeSession = {
    setPermissionRequestHandler: () => {},
    setPermissionCheckHandler: () => {},
    setDevicePermissionHandler: () => {},
    setDisplayMediaRequestHandler: () => {},
    webRequest: { onBeforeRequest: () => {} },
  }
  const bounds = { x: 0, y: 0, width: 1920, height: 1080 }
  const display = { id: 1, bounds, workArea: { ...bounds, height: 1040 } }
  return {
    app,
    BrowserWindow,
    dialog: { showMessageBox: vi.fn(), showOpenDialog: vi.fn(), showSaveDialog: vi.fn(), showErrorBox: vi.fn() },
    ipcMain: { handle: (channel: string, answer: never) => desktop.requests.set(channel, answer) },
    Menu: {
      buildFromTemplate: (template: unknown[]) => template,
      setApplicationMenu: (template: unknown[]) => {
        desktop.menu = template
      },
    },
    MessageChannelMain: FakeMessageChannel,
    nativeTheme: { shouldUseDarkColors: false },
    protocol: {
      registerSchemesAsPrivileged: () => {},
      handle: (_scheme: string, handler: typeof desktop.page) => {
        desktop.page = handler
      },
    },
    screen: Object.assign(new Emitter(), { getPrimaryDisplay: () => display, getAllDisplays: () => [display] }),
    session: { defaultSession: fakeSession, fromPartition: () => ({ ...fakeSession, protocol: { handle: () => {} } }) },
    shell: { openExternal: vi.fn() },
    utilityProcess: fakeUtilityProcess,
  }
})

const get = async (route: string) => (await desktop.page(new Request(`app://xinhuo${route}`))).json()
const send = async (method: string, route: string, body: object) => {
  const headers = { 'content-type': 'application/json', origin: 'app://xinhuo' }
  return (
    await desktop.page(new Request(`app://xinhuo${route}`, { method, headers, body: JSON.stringify(body) }))
  ).json()
}

describe('the shell’s main process, over the real service', () => {
  let folder: string

  beforeAll(async () => {
    await buildStale(root, ['library', 'renderer', 'electron'])
    folder = mkdtempSync(path.join(os.tmpdir(), 'xinhuo-main-'))
    writeFileSync(
      path.join(folder, '河道保洁办法.md'),
      '# 河道保洁办法\n\n第一条 保洁员每日巡河一次。\n\n第二条 发现漂浮物当日清理。\n',
    )
    process.argv.push('--library', path.join(folder, '库'), 'xinhuo://item/land-law#第一条')
    await import('../../electron/main.ts')
    await vi.waitFor(() => expect(desktop.url).toBe('app://xinhuo/'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('shows the page with the service’s policy', async () => {
    const page = await desktop.page(new Request(desktop.url))
    expect(page.status).toBe(200)
    expect(page.headers.get('content-security-policy')).toMatch(/script-src 'nonce-[^']+'/)
    expect(await page.text()).toContain('<div id="root">')
  })

  it('serves the library of its arguments, as Electron’s shell', async () => {
    expect(await get('/api/about')).toMatchObject({ shell: 'electron' })
  })

  it('imports through readers that it starts and ties to the service', async () => {
    const job = await send('POST', '/api/imports', { paths: [path.join(folder, '河道保洁办法.md')] })
    await vi.waitFor(async () => expect(await get(`/api/jobs/${job.id}`)).toMatchObject({ state: 'done' }), {
      timeout: 60_000,
      interval: 200,
    })
    expect(started.length).toBeGreaterThan(1)
    const answer = await get(`/api/passages?q=${encodeURIComponent('漂浮物')}`)
    expect(answer.hits[0]).toMatchObject({ title: '河道保洁办法', provision: '第二条' })
  })

  it('hands the link it was started with to the page, once', async () => {
    const event = { senderFrame: { url: 'app://xinhuo/', parent: null } }
    expect(await desktop.requests.get('links:ready')?.(event)).toBe('xinhuo://item/land-law#第一条')
    desktop.app.emit('second-instance', {}, ['xinhuo', 'xinhuo://item/relief'])
    expect(desktop.sent).toContainEqual(['links:open', 'xinhuo://item/relief'])
  })

  it('speaks the language that is chosen in the settings', async () => {
    const settings = (await get('/api/settings')) as object
    await send('PUT', '/api/settings', { ...settings, language: 'en' })
    const labels = () => (desktop.menu as MenuItemConstructorOptions[]).map((item) => item.label)
    await vi.waitFor(() => expect(labels()).toContain('File'))
  })

  it('starts the service again when it is killed, and goes on', async () => {
    const before = started.length
    started[0]?.kill()
    await vi.waitFor(() => expect(started.length).toBeGreaterThan(before))
    await vi.waitFor(async () => expect(await get('/api/about')).toMatchObject({ shell: 'electron' }), {
      timeout: 10_000,
    })
    const answer = await get(`/api/passages?q=${encodeURIComponent('漂浮物')}`)
    expect(answer.total).toBe(1)
  })

  it('ends when the service has stopped in good order', async () => {
    const exited = once(desktop.app, 'exited')
    desktop.app.emit('window-all-closed')
    await exited
    expect(desktop.app.exit).toHaveBeenCalledExactlyOnceWith(0)
  })
})
