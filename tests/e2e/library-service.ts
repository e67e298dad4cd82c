import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { JobView } from '../../library/jobs/job-view.ts'
import { buildStale } from '../../scripts/build/build-stale.ts'
import type { ServiceReport } from '../../scripts/window/service-child.ts'

const project = fileURLToPath(new URL('../../', import.meta.url))

type Ready = ServiceReport & { readonly type: 'ready' }
type Show = ServiceReport & { readonly type: 'show' }

/** The built service as `npm start` runs it, over a library folder of its own. */
export interface LibraryService {
  readonly root: string
  /** The process that serves at the moment. */
  readonly pid: number
  readonly pipe: string
  /** `http://127.0.0.1:PORT/` */
  readonly address: string
  /** The address with an unused ticket, as a second start gets it. */
  ticketUrl(): Promise<string>
  /** The ticket URL of the first start; works once. */
  readonly firstTicketUrl: string
  /** Everything the process has written to its output. */
  output(): string
  restart(): Promise<void>
  /** Stops the process; the folder stays. */
  stop(): Promise<void>
  /** Stops the process and deletes the folder. */
  remove(): Promise<void>
}

export interface ServiceOptions {
  /** Goes before Node.js on the command line: `['unshare', '-n', …]`. */
  readonly prefix?: readonly string[]
  readonly folder?: string
}

export async function startLibraryService(options: ServiceOptions = {}): Promise<LibraryService> {
  await buildStale(project, ['library', 'renderer'])
  const folder = options.folder ?? mkdtempSync(path.join(os.tmpdir(), 'xinhuo-e2e-'))
  const root = path.join(folder, '资料库')
  let running = await start(root, options.prefix ?? [])
  const stop = async () => {
    if (running.child.exitCode !== null || running.child.signalCode !== null) return
    const ended = once(running.child, 'exit')
    if (running.child.connected) running.child.send({ type: 'stop' }, () => {})
    const force = setTimeout(() => running.child.kill('SIGKILL'), 15_000)
    await ended
    clearTimeout(force)
  }
  return {
    root,
    get pid() {
      return running.child.pid ?? 0
    },
    get pipe() {
      return running.ready.pipe
    },
    get address() {
      return running.ready.address ?? ''
    },
    get firstTicketUrl() {
      return running.ready.ticketUrl ?? ''
    },
    ticketUrl: () => askForTicket(running.child, running.ready.pipe),
    output: () => running.output.join(''),
    async restart() {
      await stop()
      running = await start(root, options.prefix ?? [])
    },
    stop,
    async remove() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The first report of a process started for a library, which stays open. */
export function spawnService(root: string, prefix: readonly string[] = []): ChildProcess {
  const entry = path.join(project, 'dist/service/service-process.js')
  const [command = '', ...args] = [...prefix, process.execPath, entry, '--library', root]
  return spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
}

async function start(root: string, prefix: readonly string[]) {
  const child = spawnService(root, prefix)
  const output: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => output.push(`${chunk}`))
  const ready = await new Promise<Ready>((resolve, reject) => {
    child.on('message', (message) => {
      const report = message as ServiceReport
      if (report.type === 'ready') resolve(report)
      else if (report.type !== 'show') reject(new Error(JSON.stringify(report)))
    })
    child.once('exit', (code) => reject(new Error(`The service ended with ${code}: ${output.join('')}`)))
  })
  return { child, ready, output }
}

async function askForTicket(child: ChildProcess, pipe: string): Promise<string> {
  const shown = new Promise<Show>((resolve) => {
    const listen = (message: unknown) => {
      const report = message as ServiceReport
      if (report.type !== 'show') return
      child.off('message', listen)
      resolve(report)
    }
    child.on('message', listen)
  })
  await askOverPipe(pipe, 'POST', '/api/instance/show')
  return (await shown).ticketUrl ?? ''
}

/** One request over the owner's pipe, as a second start or the command line makes it. */
export function askOverPipe<Answer>(pipe: string, method: string, route: string, body?: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = body ? { 'content-type': 'application/json' } : {}
    const asking = httpRequest({ socketPath: pipe, method, path: route, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')) as Answer))
    })
    asking.once('error', reject)
    asking.end(body && JSON.stringify(body))
  })
}

/** Imports files and folders of this machine and gives the ended job. */
export async function importPaths(service: LibraryService, paths: readonly string[]): Promise<JobView> {
  const job = await askOverPipe<JobView>(service.pipe, 'POST', '/api/imports', { paths })
  return jobEnded(service, job.id)
}

export async function jobEnded(service: LibraryService, id: string): Promise<JobView> {
  for (;;) {
    const job = await askOverPipe<JobView>(service.pipe, 'GET', `/api/jobs/${id}`)
    if (job.state !== 'queued' && job.state !== 'running') return job
    await sleep(50)
  }
}

/** Waits until the starter content is in. */
export async function starterInstalled(service: LibraryService): Promise<void> {
  for (;;) {
    const { jobs, counts } = await askOverPipe<{ jobs: JobView[]; counts: { guide: number } }>(
      service.pipe,
      'GET',
      '/api/home',
    )
    if (counts.guide > 0 && jobs.every((job) => job.state !== 'queued' && job.state !== 'running')) return
    await sleep(50)
  }
}
