import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createAccessKeys } from '../../library/service/access-guard.ts'
import { temporaryFolder } from '../store/temporary-library.ts'
import { closeOnce, send, startService } from './running-service.ts'

const ErrorBody = z.strictObject({
  error: z.strictObject({
    code: z.string(),
    what: z.string(),
    why: z.string().optional(),
    todo: z.string().optional(),
  }),
})

async function loopback() {
  const { address, ticketUrl } = await startService(temporaryFolder(), { loopback: true })
  const service = { address, ticketUrl }
  const host = new URL(service.address ?? '').host
  const ticket = new URL(service.ticketUrl() ?? '').hash.slice('#ticket='.length)
  const open = (offered: string) =>
    send(
      service,
      'POST',
      '/api/session',
      { host, 'content-type': 'application/json' },
      JSON.stringify({ ticket: offered }),
    )
  return { service, host, ticket, open }
}
const refusal = (body: string) => ErrorBody.parse(JSON.parse(body)).error

describe('the service on loopback', () => {
  it('gives its token for a ticket, once', async () => {
    const { ticket, open, service, host } = await loopback()
    const first = await open(ticket)
    expect(first.status).toBe(200)
    const { token } = z.strictObject({ token: z.string() }).parse(JSON.parse(first.body))
    expect(Buffer.from(token, 'base64url')).toHaveLength(16)
    const second = await open(ticket)
    expect([second.status, refusal(second.body).code]).toEqual([401, 'UNAUTHORISED'])
    const answer = await send(service, 'GET', '/api/about', { host, authorization: `Bearer ${token}` })
    expect(answer.status).toBe(200)
  })

  it('answers no question without the key of this run', async () => {
    const { service, host } = await loopback()
    const keys = ['', 'Bearer ', 'Bearer x', 'Basic eDp4', `Bearer ${'a'.repeat(22)}`, `Bearer ${'a'.repeat(5000)}`]
    for (const authorization of keys) {
      const answer = await send(service, 'GET', '/api/home', { host, ...(authorization && { authorization }) })
      expect([answer.status, refusal(answer.body).code]).toEqual([401, 'UNAUTHORISED'])
    }
  })

  it('refuses other hosts (DNS rebinding) and other origins, the page itself included', async () => {
    const { service, host, ticket, open } = await loopback()
    const { token } = JSON.parse((await open(ticket)).body) as { token: string }
    const authorization = `Bearer ${token}`
    const port = host.split(':')[1]
    for (const other of ['evil.example', `evil.example:${port}`, '127.0.0.1', '127.0.0.1:1', `0.0.0.0:${port}`]) {
      for (const target of ['/api/home', '/']) {
        const answer = await send(service, 'GET', target, { host: other, authorization })
        expect([other, answer.status, refusal(answer.body).code]).toEqual([other, 403, 'FORBIDDEN'])
      }
    }
    for (const origin of [
      'http://evil.example',
      'null',
      `https://${host}`,
      'app://xinhuo',
      `http://localhost:${port}`,
    ]) {
      const answer = await send(service, 'GET', '/api/home', { host, authorization, origin })
      expect([origin, answer.status]).toEqual([origin, 403])
    }
    expect((await send(service, 'GET', '/api/home', { host, authorization, origin: `http://${host}` })).status).toBe(
      200,
    )
  })

  it('tells nobody on loopback to show the window, and has no CORS', async () => {
    const { service, host, ticket, open } = await loopback()
    const { token } = JSON.parse((await open(ticket)).body) as { token: string }
    const show = await send(service, 'POST', '/api/instance/show', { host, authorization: `Bearer ${token}` })
    expect(show.status).toBe(403)
    const preflight = await send(service, 'OPTIONS', '/api/home', {
      host,
      origin: 'http://evil.example',
      'access-control-request-method': 'GET',
    })
    expect(preflight.status).toBe(403)
    expect(Object.keys(preflight.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  it('writes the token and the ticket into no file of the library', async () => {
    const root = temporaryFolder()
    const service = await startService(root, { loopback: true })
    const host = new URL(service.address ?? '').host
    const ticket = new URL(service.ticketUrl() ?? '').hash.slice('#ticket='.length)
    const answer = await send(
      { address: service.address },
      'POST',
      '/api/session',
      { host, 'content-type': 'application/json' },
      JSON.stringify({ ticket }),
    )
    const { token } = JSON.parse(answer.body) as { token: string }
    await send({ address: service.address }, 'GET', '/api/nothing-of-the-kind', {
      host,
      authorization: `Bearer ${token}`,
    })
    await closeOnce(service)
    const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    for (const file of files) {
      const bytes = readFileSync(path.join(file.parentPath, file.name))
      expect(bytes.includes(token) || bytes.includes(ticket), file.name).toBe(false)
    }
  })
})

describe('the keys of a run', () => {
  it('are new each run, and a ticket is worth nothing after a minute unless it lasts', () => {
    let now = 0
    const keys = createAccessKeys(() => now)
    expect(createAccessKeys().token).not.toBe(keys.token)
    const ticket = keys.issueTicket()
    const lasting = keys.issueTicket(true)
    now = 60_001
    expect(keys.takeTicket(ticket)).toBe(false)
    expect([keys.takeTicket(lasting), keys.takeTicket(lasting)]).toEqual([true, true])
    expect(keys.takeTicket('')).toBe(false)
  })

  it('takes no guess for the token, however near', () => {
    const keys = createAccessKeys()
    const near = `${keys.token.slice(0, -1)}${keys.token.endsWith('A') ? 'B' : 'A'}`
    expect([keys.isToken(near), keys.isToken(''), keys.isToken(keys.token)]).toEqual([false, false, true])
  })
})

describe.skipIf(process.platform === 'win32')('the pipe', () => {
  it('is the owner’s alone: a socket 0600 in a folder 0700, gone when the service ends', async () => {
    const service = await startService(temporaryFolder())
    expect(statSync(service.pipe).mode & 0o777).toBe(0o600)
    expect(statSync(path.dirname(service.pipe)).mode & 0o777).toBe(0o700)
    expect(Buffer.byteLength(service.pipe)).toBeLessThan(108)
    expect((await send({ pipe: service.pipe }, 'GET', '/api/about')).status).toBe(200)
    const other = await send({ pipe: service.pipe }, 'GET', '/api/about', { origin: 'http://evil.example' })
    expect(other.status).toBe(403)
    await closeOnce(service)
    expect(existsSync(service.pipe)).toBe(false)
  })
})
