import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, request as httpRequest, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AppWindow, launchBrowser, openAppWindow } from './app-browser.ts'
import { askOverPipe, jobEnded, type LibraryService, startLibraryService } from './library-service.ts'
import { writeTexts } from './sample-texts.ts'

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

describe('the service on loopback', () => {
  let service: LibraryService
  let browser: Browser
  let window: AppWindow
  let token = ''

  beforeAll(async () => {
    service = await startLibraryService()
    browser = await launchBrowser()
    window = await openAppWindow(browser, service)
    token = await window.page.evaluate(() => sessionStorage.getItem('xinhuo.token') ?? '')
  })
  afterAll(async () => {
    await browser?.close()
    await service?.remove()
  })

  const send = (route: string, headers: Record<string, string> = {}, body?: object): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const method = body ? 'POST' : 'GET'
      const type = body ? { 'content-type': 'application/json' } : {}
      const sending = httpRequest(
        new URL(route, service.address),
        { method, headers: { ...type, ...headers } },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body: `${Buffer.concat(chunks)}` }),
          )
        },
      )
      sending.once('error', reject)
      sending.end(body && JSON.stringify(body))
    })
  const withToken = () => ({ authorization: `Bearer ${token}` })

  it('answers its own window', async () => {
    expect(token).toMatch(/^[\w-]{22}$/)
    expect((await send('/api/home', withToken())).status).toBe(200)
  })

  it.each([
    ['no token', {}],
    ['a wrong token', { authorization: `Bearer ${'A'.repeat(22)}` }],
    ['the token as another scheme', { authorization: 'Basic eGluaHVv' }],
    ['a token in a cookie', { cookie: 'token=x' }],
  ])('answers 401 to %s', async (_, headers) => {
    for (const route of ['/api/home', '/api/search?q=x', '/api/items', '/api/notes', '/api/blobs/00', '/api/nothing']) {
      const answer = await send(route, headers as Record<string, string>)
      expect(answer.status).toBe(401)
      expect(Object.keys(JSON.parse(answer.body))).toEqual(['error'])
    }
  })

  it.each([
    ['the name of a site that was rebound to this machine', { host: 'evil.example' }],
    ['that name with the right port', { host: 'evil.example:PORT' }],
    ['another port', { host: '127.0.0.1:1' }],
    ['the origin of another site', { origin: 'https://evil.example' }],
    ['the origin of another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['the origin of a page without one', { origin: 'null' }],
  ])('refuses %s, even with the token', async (_, headers) => {
    const { port } = new URL(service.address)
    const sent = Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, text.replace('PORT', port)]))
    for (const route of ['/api/home', '/api/session', '/']) {
      expect((await send(route, { ...withToken(), ...sent })).status).toBe(403)
    }
  })

  it('lets no page of another origin read, frame or script it', async () => {
    const other: Server = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<p>'))
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const page = await (await browser.newContext()).newPage()
    await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`)
    const outcome = await page.evaluate(
      async ({ address, token }) => {
        const read = (init: RequestInit) =>
          fetch(`${address}api/home`, init).then(
            async (answer) => `read ${answer.type} ${await answer.text()}`,
            () => 'refused',
          )
        const frame = document.createElement('iframe')
        frame.src = address
        document.body.append(frame)
        await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
        const script = document.createElement('script')
        script.src = `${address}api/home`
        const scripted = new Promise((resolve) => {
          script.onload = () => resolve('ran')
          script.onerror = () => resolve('refused')
        })
        document.body.append(script)
        return {
          plain: await read({}),
          authorised: await read({ headers: { authorization: `Bearer ${token}` } }),
          opaque: await read({ mode: 'no-cors', headers: {} }),
          framed: frame.contentDocument === null ? 'closed' : (frame.contentDocument.body.textContent ?? ''),
          scripted: await scripted,
        }
      },
      { address: service.address, token },
    )
    expect(outcome).toMatchObject({ plain: 'refused', authorised: 'refused', opaque: 'refused', scripted: 'refused' })
    expect(outcome.framed).not.toContain('想查什么')
    await page.context().close()
    other.close()
  })

  it('takes a ticket once', async () => {
    const ticket = new URL(await service.ticketUrl()).hash.replace('#ticket=', '')
    const first = await send('/api/session', {}, { ticket })
    expect([first.status, JSON.parse(first.body).token]).toEqual([200, token])
    expect((await send('/api/session', {}, { ticket })).status).toBe(401)
    expect((await send('/api/session', {}, { ticket: token })).status).toBe(401)
  })

  it('gives another token after a restart', async () => {
    await service.restart()
    expect((await send('/api/home', withToken())).status).toBe(401)
    await window.context.close()
    window = await openAppWindow(browser, service)
    const before = token
    token = await window.page.evaluate(() => sessionStorage.getItem('xinhuo.token') ?? '')
    expect(token).not.toBe(before)
  })

  it('names the scripts that may run by a nonce that is new for each page', async () => {
    const pages = await Promise.all([send('/'), send('/'), send('/settings')])
    const nonces = pages.map(({ headers, body }) => {
      const policy = String(headers['content-security-policy'])
      const nonce = /script-src 'nonce-([\w+/=]+)'/.exec(policy)?.[1] ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toMatch(/script-src[^;]*unsafe|script-src[^;]*\*/)
      expect(body).toContain(`nonce="${nonce}"`)
      expect(body.match(/<script(?![^>]*nonce)/)).toBeNull()
      return nonce
    })
    expect(new Set(nonces).size).toBe(3)
    expect(pages[0]?.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' })
  })

  it.runIf(process.platform === 'linux')(
    'keeps the token out of arguments and environments, its readers’ too',
    async () => {
      const folder = writeTexts(
        Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`条目${n}.txt`, `第${n}份说明\n`])),
      )
      const job = await askOverPipe<{ id: string }>(service.pipe, 'POST', '/api/imports', { paths: [folder] })
      // Read again and again: a child just forked still bears its parent's arguments.
      const texts = new Set<string>()
      let ended = false
      const watching = jobEnded(service, job.id).then(() => {
        ended = true
      })
      do {
        for (const pid of [service.pid, ...childrenOf(service.pid)]) {
          texts.add(readProcess(pid, 'cmdline')).add(readProcess(pid, 'environ'))
        }
        await sleep(10)
      } while (!ended)
      await watching
      const holds = (words: string) => [...texts].some((text) => text.includes(words))
      expect({
        arguments: holds('service-process'),
        readers: holds('reader-process'),
        environment: holds('PATH='),
      }).toEqual({
        arguments: true,
        readers: true,
        environment: true,
      })
      expect(holds(token)).toBe(false)
      rmSync(folder, { recursive: true, force: true })
    },
  )

  it('keeps the token out of addresses, output, logs and every file of the library', async () => {
    const { page } = window
    for (const link of ['检索', '资料库', '设置']) await page.getByRole('link', { name: link, exact: true }).click()
    expect(window.requests.length).toBeGreaterThan(10)
    expect([...window.requests, page.url()].filter((address) => address.includes(token))).toEqual([])
    expect(service.output()).not.toContain(token)
    const files = readdirSync(service.root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(files.map((file) => file.name)).toContain('library.db')
    const holding = files.filter((file) => readFileSync(path.join(file.parentPath, file.name)).includes(token))
    expect(holding.map((file) => file.name)).toEqual([])
  })
})

function readProcess(pid: number, what: 'cmdline' | 'environ'): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8')
  } catch {
    return '' // It has ended meanwhile.
  }
}

function childrenOf(pid: number): number[] {
  const threads = listed(() => readdirSync(`/proc/${pid}/task`))
  const children = threads.flatMap((thread) =>
    listed(() => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean)),
  )
  return children.flatMap((child) => [Number(child), ...childrenOf(Number(child))])
}

/** Nothing when what is listed has ended meanwhile. */
function listed(list: () => string[]): string[] {
  try {
    return list()
  } catch {
    return []
  }
}
