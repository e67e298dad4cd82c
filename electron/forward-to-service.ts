import { request as httpRequest, type IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { appOrigin, isAppUrl } from './app-origin.ts'
import { requestHeaders, responseHeaders } from './forwarded-headers.ts'
import { refusal } from './refusal.ts'

export interface ForwardOptions {
  /** The service's pipe; waits while the service starts. Rejects when it will not come back. */
  readonly pipe: () => Promise<string>
  /** How long the service may take to begin an answer, in milliseconds. Bodies have no limit. */
  readonly answerWithinMs: number
}

/**
 * Makes the handler of the `app:` protocol: it passes a request to the service over its pipe, both
 * bodies streaming, so that events arrive one by one and a large file is never held in memory.
 * Closing the answer's stream ends the request at the service.
 */
export function forwardToService({ pipe, answerWithinMs }: ForwardOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!isAppUrl(request.url)) return refusal(403, 'FOREIGN_ADDRESS', '这个地址不属于薪火。')
    const origin = request.headers.get('origin')
    if (origin !== null && origin !== appOrigin) return refusal(403, 'FOREIGN_ORIGIN', '请求来自别的页面,已拒绝。')
    try {
      return await forward(request, await pipe(), answerWithinMs)
    } catch (error) {
      if (error instanceof AnswerTimeout) return refusal(504, 'SERVICE_SLOW', '后台服务没有及时回答,请稍后再试。')
      return refusal(503, 'SERVICE_UNREACHABLE', '后台服务暂时没有连上,请稍后再试。')
    }
  }
}

class AnswerTimeout extends Error {}

function forward(request: Request, socketPath: string, answerWithinMs: number): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({
      socketPath,
      method: request.method,
      path: pathname + search,
      headers: requestHeaders(request.headers),
      agent: false,
    })
    const limit = setTimeout(() => outgoing.destroy(new AnswerTimeout()), answerWithinMs)
    request.signal.addEventListener('abort', () => outgoing.destroy(), { once: true })
    outgoing.once('close', () => clearTimeout(limit))
    outgoing.once('error', reject)
    outgoing.once('response', (answer) => {
      clearTimeout(limit)
      resolve(toResponse(request.method, answer))
    })
    if (request.body === null) outgoing.end()
    else sendBody(request.body as NodeReadableStream<Uint8Array>, outgoing)
  })
}

function sendBody(
  body: NodeReadableStream<Uint8Array>,
  outgoing: NodeJS.WritableStream & { destroy(error: Error): void },
) {
  Readable.fromWeb(body)
    .once('error', (error) => outgoing.destroy(error))
    .pipe(outgoing)
}

function toResponse(method: string, answer: IncomingMessage): Response {
  const status = answer.statusCode ?? 502
  const bodiless = method === 'HEAD' || status === 204 || status === 205 || status === 304
  if (bodiless) answer.resume()
  const body = bodiless ? null : (Readable.toWeb(answer) as ReadableStream<Uint8Array>)
  return new Response(body, { status, headers: responseHeaders(answer) })
}
