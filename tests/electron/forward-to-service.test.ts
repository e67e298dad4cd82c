import { createHash, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forwardToService } from '../../electron/forward-to-service.ts'
import { listenOnPipe, type PipeServer } from './pipe-server.ts'

const film = randomBytes(200_000)
const seen: { headers?: IncomingMessage['headers']; closedEarly: Promise<void> } = { closedEarly: Promise.resolve() }
let nextEvent = Promise.withResolvers<void>()

const routes: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  '/api/json': (request, response) => {
    seen.headers = request.headers
    response.setHeader('set-cookie', ['a=1', 'b=2'])
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ 找到: request.url }))
  },
  '/api/events': (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 一\n\n')
    void nextEvent.promise.then(() => response.end('data: 二\n\n'))
  },
  '/api/lines': (request, response) => {
    response.setHeader('content-type', 'application/x-ndjson')
    request.pipe(response)
  },
  '/api/blobs/film': (request, response) => {
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '')
    const [start, end] = [Number(range?.[1]), Number(range?.[2])]
    if (!range) response.setHeader('content-length', film.length).end(request.method === 'HEAD' ? '' : film)
    else if (start >= film.length) response.writeHead(416, { 'content-range': `bytes */${film.length}` }).end()
    else {
      const headers = { 'content-range': `bytes ${start}-${end}/${film.length}`, 'accept-ranges': 'bytes' }
      response.writeHead(206, headers).end(film.subarray(start, end + 1))
    }
  },
  '/api/upload': (request, response) => {
    const hash = createHash('sha256')
    let bytes = 0
    request.on('data', (part: Buffer) => {
      hash.update(part)
      bytes += part.length
    })
    request.on('end', () => response.end(JSON.stringify({ bytes, sha256: hash.digest('hex') })))
  },
  '/api/endless': (_request, response) => {
    seen.closedEarly = new Promise((resolve) => response.once('close', resolve))
    const timer = setInterval(() => response.write('x'.repeat(1_000)), 5)
    response.once('close', () => clearInterval(timer))
  },
  '/api/silent': () => {},
  '/api/gone': (_request, response) => void response.writeHead(204).end(),
  '/page': (_request, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html', 'content-security-policy': "script-src 'nonce-x'" })
      .end('<p>')
  },
  '/page-without-policy': (_request, response) => void response.setHeader('content-type', 'text/html').end('<script>'),
}

let server: PipeServer
let forward: (request: Request) => Promise<Response>

beforeAll(async () => {
  server = await listenOnPipe((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const route = routes[pathname]
    if (route) route(request, response)
    else response.writeHead(404).end()
  })
  forward = forwardToService({ pipe: async () => server.pipe, answerWithinMs: 400 })
})
afterAll(() => server.close())

const ask = (path: string, init?: RequestInit) => forward(new Request(`app://xinhuo${path}`, init))

describe('what the page asks of the service', () => {
  it('is asked with its path and query, and answered', async () => {
    const answer = await ask('/api/json?q=%E5%AE%85&limit=3')
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({ 找到: '/api/json?q=%E5%AE%85&limit=3' })
  })

  it('carries no origin, cookie or authorization of the page, and brings back no cookie', async () => {
    const headers = { origin: 'app://xinhuo', authorization: 'Bearer x', accept: 'application/json' }
    const answer = await ask('/api/json', { headers })
    expect(seen.headers).toMatchObject({ host: 'localhost', accept: 'application/json' })
    for (const name of ['origin', 'cookie', 'authorization', 'referer']) expect(seen.headers).not.toHaveProperty(name)
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  it('brings events one by one, as they happen', async () => {
    nextEvent = Promise.withResolvers()
    const answer = await ask('/api/events')
    const events = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
    expect((await events?.read())?.value).toBe('data: 一\n\n')
    nextEvent.resolve()
    expect((await events?.read())?.value).toBe('data: 二\n\n')
    expect((await events?.read())?.done).toBe(true)
  })

  it('streams a thousand lines there and back', async () => {
    const lines = Array.from({ length: 1_000 }, (_, id) => JSON.stringify({ id, question: '宅基地怎么申请?' })).join(
      '\n',
    )
    const answer = await ask('/api/lines', { method: 'POST', body: lines })
    expect(await answer.text()).toBe(lines)
  })

  it('brings the part of a file that was asked for, and says when there is none', async () => {
    const part = await ask('/api/blobs/film', { headers: { range: 'bytes=1000-1999' } })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 1000-1999/200000'])
    expect(Buffer.from(await part.arrayBuffer())).toEqual(film.subarray(1000, 2000))
    const beyond = await ask('/api/blobs/film', { headers: { range: 'bytes=900000-900001' } })
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */200000'])
  })

  it('takes an upload of 50 MB whole', async () => {
    const part = randomBytes(1_000_000)
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (let i = 0; i < 50; i++) controller.enqueue(part)
        controller.close()
      },
    })
    const answer = await ask('/api/upload', { method: 'POST', body, duplex: 'half' } as RequestInit)
    const hash = createHash('sha256')
    for (let i = 0; i < 50; i++) hash.update(part)
    expect(await answer.json()).toEqual({ bytes: 50_000_000, sha256: hash.digest('hex') })
  })

  it('answers HEAD and 204 without a body', async () => {
    const head = await ask('/api/blobs/film', { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length'), head.body]).toEqual([200, '200000', null])
    expect((await ask('/api/gone', { method: 'DELETE' })).status).toBe(204)
  })

  it('ends at the service when the page stops listening', async () => {
    const answer = await ask('/api/endless')
    const reader = answer.body?.getReader()
    await reader?.read()
    await reader?.cancel()
    await seen.closedEarly
  })

  it('ends at the service when the page aborts', async () => {
    const abort = new AbortController()
    const answer = await ask('/api/endless', { signal: abort.signal })
    abort.abort()
    await seen.closedEarly
    await expect(answer.text()).rejects.toThrow()
  })
})

describe('a page of the service', () => {
  it('keeps the policy that the service gave it', async () => {
    const answer = await ask('/page')
    expect(answer.headers.get('content-security-policy')).toBe("script-src 'nonce-x'")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('may do nothing when it was given none', async () => {
    expect((await ask('/page-without-policy')).headers.get('content-security-policy')).toContain("default-src 'none'")
  })
})

describe('a request that cannot be passed on', () => {
  const problem = async (answer: Response) => [
    answer.status,
    ((await answer.json()) as { error: { code: string } }).error.code,
  ]

  it('says so when the service is slow to answer', async () => {
    expect(await problem(await ask('/api/silent'))).toEqual([504, 'SERVICE_SLOW'])
  })

  it('says so when the service is not there', async () => {
    const nowhere = forwardToService({ pipe: async () => `${server.pipe}-gone`, answerWithinMs: 400 })
    expect(await problem(await nowhere(new Request('app://xinhuo/api/home')))).toEqual([503, 'SERVICE_UNREACHABLE'])
    const refused = forwardToService({ pipe: () => Promise.reject(new Error('stopped')), answerWithinMs: 400 })
    expect(await problem(await refused(new Request('app://xinhuo/api/home')))).toEqual([503, 'SERVICE_UNREACHABLE'])
  })

  it('is refused from another address or origin', async () => {
    expect(await problem(await forward(new Request('app://other/api/json')))).toEqual([403, 'FOREIGN_ADDRESS'])
    expect(await problem(await ask('/api/json', { headers: { origin: 'https://example.com' } }))).toEqual([
      403,
      'FOREIGN_ORIGIN',
    ])
  })

  it('waits while the service starts', async () => {
    const ready = Promise.withResolvers<string>()
    const waiting = forwardToService({ pipe: () => ready.promise, answerWithinMs: 400 })(
      new Request('app://xinhuo/api/json'),
    )
    ready.resolve(server.pipe)
    expect((await waiting).status).toBe(200)
  })
})
