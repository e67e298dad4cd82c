import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findElectron } from '../../scripts/window/find-electron.ts'
import { hasDisplay } from '../../scripts/window/open-window.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const electron = findElectron(root)
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** Runs where Electron's binary and a display are; elsewhere each test is reported as skipped. */
describe.skipIf(!electron || !hasDisplay())('the desktop shell', () => {
  let library: string
  let app: ElectronApplication
  let page: Page

  beforeAll(async () => {
    library = mkdtempSync(path.join(os.tmpdir(), 'xinhuo-shell-'))
    app = await _electron.launch({ executablePath: electron ?? '', args: [...asRoot, root, '--library', library] })
    page = await app.firstWindow()
    await page.waitForLoadState('domcontentloaded')
  })
  afterAll(async () => {
    await app?.close()
    rmSync(library, { recursive: true, force: true })
  })

  it('shows the interface from its own scheme', async () => {
    expect(new URL(page.url()).origin).toBe('app://xinhuo')
    expect(await page.title()).toContain('薪火')
  })

  it('gives the page the bridge and nothing of Node.js', async () => {
    const seen = await page.evaluate(() => ({
      bridge: Object.keys(window.xinhuo ?? {}).length,
      require: 'require' in globalThis,
      process: 'process' in globalThis,
    }))
    expect(seen).toEqual({ bridge: 8, require: false, process: false })
  })

  it('answers over the pipe', async () => {
    const about = await page.evaluate(async () => (await fetch('/api/about')).json())
    expect(about).toMatchObject({ shell: 'electron' })
  })

  it('runs no script that the service did not send', async () => {
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script')
      script.textContent = 'globalThis.injected = true'
      document.head.append(script)
      return 'injected' in globalThis
    })
    expect(ran).toBe(false)
  })

  it('goes nowhere else and opens no window', async () => {
    await page.evaluate(() => {
      window.open('file:///etc/passwd')
      location.href = 'file:///etc/passwd'
    })
    await page.waitForTimeout(300)
    expect(new URL(page.url()).origin).toBe('app://xinhuo')
    expect(app.windows()).toHaveLength(1)
  })

  it('refuses what it never needs', async () => {
    const state = await page.evaluate(async () => (await navigator.permissions.query({ name: 'geolocation' })).state)
    expect(state).toBe('denied')
  })
})
