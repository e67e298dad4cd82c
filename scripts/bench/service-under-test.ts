import { fork } from 'node:child_process'
import path from 'node:path'
import { z } from 'zod'
import type { JobView } from '../../library/jobs/job-view.ts'
import { SERVICE_ENVIRONMENT, SERVICE_NODE_OPTIONS } from '../../library/service/service-memory.ts'
import { peakMemory, processorTime } from './machine.ts'

const Ready = z.object({ type: z.literal('ready'), address: z.string(), ticketUrl: z.string() })

/** The built service, run as the app runs it and asked as the window asks it. */
export interface ServiceUnderTest {
  get<T>(route: string): Promise<T>
  post<T>(route: string, body: unknown): Promise<T>
  put<T>(route: string, body: unknown): Promise<T>
  /** Sends files. */
  send<T>(route: string, form: FormData): Promise<T>
  /** The bytes of an answer. */
  bytes(route: string): Promise<Uint8Array>
  /** For a window of a browser: where it opens, and the token it asks with. */
  readonly window: { readonly address: string; readonly token: string }
  /** Waits for a job's end. */
  finish(job: JobView): Promise<JobView>
  /** MB, where the system tells. */
  peakMemory(): number | undefined
  /** Milliseconds over all its threads, where the system tells. */
  processorTime(): number | undefined
  stop(): Promise<void>
}

export async function startServiceUnderTest(projectRoot: string, library: string): Promise<ServiceUnderTest> {
  const entry = path.join(projectRoot, 'dist/service/service-process.js')
  const child = fork(entry, ['--library', library, '--shell', 'browser'], {
    execArgv: [...SERVICE_NODE_OPTIONS],
    env: { ...process.env, ...SERVICE_ENVIRONMENT },
  })
  const { address, ticketUrl } = await new Promise<z.infer<typeof Ready>>((resolve, reject) => {
    child.once('error', reject)
    child.once('message', (message) => {
      const ready = Ready.safeParse(message)
      if (ready.success) resolve(ready.data)
      else reject(new Error(`the service did not start: ${JSON.stringify(message)}`))
    })
  })
  const json = { 'content-type': 'application/json' }
  const ticket = ticketUrl.split('#ticket=')[1]
  const session = await fetch(`${address}api/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ ticket }),
  })
  const { token } = z.object({ token: z.string() }).parse(await session.json())
  const authorization = `Bearer ${token}`
  const ask = async <T>(route: string, init: RequestInit): Promise<T> => {
    const response = await fetch(`${address}api/${route}`, { ...init, headers: { authorization, ...init.headers } })
    if (!response.ok) throw new Error(`${route}: ${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }
  const get = <T>(route: string) => ask<T>(route, {})
  return {
    window: { address, token },
    send: (route, form) => ask(route, { method: 'POST', body: form }),
    async bytes(route) {
      const response = await fetch(`${address}api/${route}`, { headers: { authorization } })
      if (!response.ok) throw new Error(`${route}: ${response.status} ${await response.text()}`)
      return new Uint8Array(await response.arrayBuffer())
    },
    get,
    post: (route, body) => ask(route, { method: 'POST', headers: json, body: JSON.stringify(body) }),
    put: (route, body) => ask(route, { method: 'PUT', headers: json, body: JSON.stringify(body) }),
    async finish(job) {
      // Asked now and then while it takes long, so that asking costs it nothing.
      for (let wait = 20; ; wait = Math.min(1.1 * wait, 250)) {
        const state = await get<JobView>(`jobs/${job.id}`)
        if (state.finishedAt !== undefined) return state
        await new Promise((resolve) => setTimeout(resolve, wait))
      }
    },
    peakMemory: () => peakMemory(child.pid ?? 0),
    processorTime: () => processorTime(child.pid ?? 0),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.send({ type: 'stop' })
      }),
  }
}

/** Waits until the starter content and the first backup are there, which are not what is measured. */
export async function settled(service: ServiceUnderTest): Promise<void> {
  for (let quiet = 0; quiet < 5; ) {
    const jobs = await service.get<JobView[]>('jobs')
    quiet = jobs.length > 1 && jobs.every((job) => job.finishedAt !== undefined) ? quiet + 1 : 0
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
