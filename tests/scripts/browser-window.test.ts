import { appendFileSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { runInBrowser } from '../../scripts/window/run-in-browser.ts'
import { temporaryFolderPerTest } from './temporary-folder.ts'

const folder = temporaryFolderPerTest()
const options = { library: undefined, window: 'best', port: undefined, link: undefined } as const
const log = () => readFileSync(path.join(folder.path, 'log'), 'utf8').trim().split('\n')

/** A service that says in the log what happens to it; `once` tells what it does when a sign stands there. */
const service = (then = '') => `
  import { appendFileSync, readFileSync } from 'node:fs'
  const log = ${JSON.stringify(path.join(folder.path, 'log'))}
  const say = (text) => appendFileSync(log, text + '\\n')
  say('service ' + process.argv.slice(2).join(' '))
  const once = (sign, then) => {
    const looking = setInterval(() => {
      if (!readFileSync(log, 'utf8').includes(sign)) return
      clearInterval(looking)
      then()
    }, 10)
  }
  process.on('message', ({ type }) => { say('service ' + type); process.exit(0) })
  process.send({ type: 'ready', pipe: '/p', address: 'http://127.0.0.1:9/', ticketUrl: 'http://127.0.0.1:9/#ticket=t1' })
  ${then}`
const browser = (script: string) =>
  folder.write('browser', `#!/bin/sh\necho "browser $*" >> "${folder.path}/log"\n${script}\n`, 0o755)
/** What is printed; the log says when something was. */
const spyOnPrinting = () =>
  vi.spyOn(process.stdout, 'write').mockImplementation(() => {
    appendFileSync(path.join(folder.path, 'log'), 'printed\n')
    return true
  })
const run = () => runInBrowser({ root: folder.path, library: path.join(folder.path, '库') }, options)

describe.skipIf(process.platform === 'win32')('the app in the system’s browser', () => {
  beforeEach(() => {
    folder.write('package.json', '{"type":"module"}')
    folder.write('dist/service/service-process.js', service())
    vi.stubEnv('DISPLAY', ':99')
    vi.stubEnv('XINHUO_BROWSER', path.join(folder.path, 'browser'))
    vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    return () => {
      vi.unstubAllEnvs()
      vi.restoreAllMocks()
    }
  })

  it('starts the service on the library, shows it with a ticket, and ends it with the window', async () => {
    browser('sleep 0.2')
    expect(await run()).toBe(0)
    const [started, shown, stopped] = log()
    expect(started).toBe(`service --library ${folder.path}/库 --shell browser`)
    expect(shown).toContain(`--app=http://127.0.0.1:9/#ticket=t1 --user-data-dir=${folder.path}/库/browser`)
    expect(stopped).toBe('service stop')
  })

  it('closes the window when the service ends', async () => {
    folder.write('dist/service/service-process.js', service(`once('trapped', () => process.exit(4))`))
    browser(
      `trap 'echo closed >> "${folder.path}/log"; exit 0' TERM; echo trapped >> "${folder.path}/log"; sleep 20 & wait`,
    )
    expect(await run()).toBe(4)
    await vi.waitFor(() => expect(log()).toContain('closed'), { timeout: 10_000 })
  })

  it('shows a second window with a fresh ticket when a second start asks', async () => {
    const show = `once('ticket=t1', () => process.send({ type: 'show', ticketUrl: 'http://127.0.0.1:9/#ticket=t2' }))`
    folder.write('dist/service/service-process.js', service(show))
    // The first window stays until the second is there.
    browser(`case "$*" in *ticket=t1*) until grep -q ticket=t2 "${folder.path}/log"; do sleep 0.05; done;; esac`)
    expect(await run()).toBe(0)
    expect(log().filter((line) => line.includes('#ticket=t2'))).toHaveLength(1)
  })

  it('prints the address and goes on serving when the browser cannot open a window', async () => {
    folder.write('dist/service/service-process.js', service(`once('printed', () => process.exit(0))`))
    browser('exit 1')
    const printed = spyOnPrinting()
    expect(await run()).toBe(0)
    expect(printed.mock.calls.flat()).toContain('http://127.0.0.1:9/#ticket=t1\n')
  })

  it('prints a ticket when there is no display', async () => {
    vi.stubEnv('DISPLAY', '')
    vi.stubEnv('WAYLAND_DISPLAY', '')
    folder.write('dist/service/service-process.js', service(`once('printed', () => process.exit(0))`))
    const printed = spyOnPrinting()
    expect(await run()).toBe(0)
    expect(printed.mock.calls.flat()).toContain('http://127.0.0.1:9/#ticket=t1\n')
  })

  it('says in one sentence why the service would not start', async () => {
    const failed = `process.send({ type: 'failed', error: { code: 'LIBRARY_READONLY', what: '资料库只读。', todo: '请换一个位置。' } })`
    folder.write('dist/service/service-process.js', failed)
    await expect(run()).rejects.toThrow('资料库只读。请换一个位置。\nXinhuo could not start (LIBRARY_READONLY).')
  })
})
