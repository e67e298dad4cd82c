import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { onTestFinished } from 'vitest'
import type { JobView } from '../../library/jobs/job-view.ts'
import { type RunningService, runService } from '../../library/service/run-service.ts'
import { spawnReadersHere } from '../../library/service/spawn-readers.ts'

/** Runs the service over a library; it ends with the test. */
export async function startService(
  root: string,
  options: {
    readonly shell?: 'browser' | 'serve' | 'command'
    readonly loopback?: boolean
    /** What the service's end waits for; the test, unless said otherwise. */
    readonly atEnd?: (close: () => Promise<void>) => void
  } = {},
): Promise<RunningService> {
  const service = await runService({
    root,
    shell: options.shell ?? 'command',
    spawnReader: spawnReadersHere(),
    ...(options.loopback && { listen: { host: '127.0.0.1', port: 0 } }),
  })
  const atEnd = options.atEnd ?? onTestFinished
  atEnd(() => closeOnce(service))
  return service
}

const closing = new WeakMap<RunningService, Promise<void>>()

/** Ends a service before its test does. */
export function closeOnce(service: RunningService): Promise<void> {
  const known = closing.get(service)
  if (known) return known
  const closed = service.close()
  closing.set(service, closed)
  return closed
}

/** Asks the service in this process, as if over the pipe. */
export async function ask<T>(service: RunningService, method: string, path: string, body?: unknown): Promise<T> {
  const response = await service.handle(
    new Request(`http://xinhuo${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    }),
  )
  const answer: unknown = await response.json()
  if (!response.ok) throw Object.assign(new Error(JSON.stringify(answer)), { status: response.status, answer })
  return answer as T
}

/** Waits for the end of a job. */
export async function ended(service: RunningService, id: string): Promise<JobView> {
  let last: JobView | undefined
  for await (const view of service.session.jobs.follow(id)) last = view
  if (!last) throw new Error('no such job')
  return last
}

/** Imports and waits. */
export async function importPaths(service: RunningService, paths: readonly string[]): Promise<JobView> {
  const { id } = await ask<JobView>(service, 'POST', '/api/imports', { paths })
  return ended(service, id)
}

/** An answer over a real connection, with everything a browser would not let one send. */
export interface RawAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Sends a request as written, over TCP (`address`) or a socket (`pipe`). */
export function send(
  to: { readonly address?: string | undefined; readonly pipe?: string },
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body?: string | Buffer,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const place = to.pipe
      ? { socketPath: to.pipe }
      : { host: '127.0.0.1', port: Number(new URL(to.address ?? '').port) }
    const sending = httpRequest({ ...place, method, path, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(parts).toString('utf8'),
        }),
      )
      answer.on('error', reject)
    })
    sending.on('error', reject)
    sending.end(body)
  })
}
