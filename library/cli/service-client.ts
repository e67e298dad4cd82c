import { request as httpRequest } from 'node:http'
import { Readable } from 'node:stream'
import { AppError } from '../errors/app-error.ts'
import type { ErrorBody } from '../http/error-response.ts'
import type { JobView } from '../jobs/job-view.ts'
import { LibraryBusyError } from '../service/library-session.ts'
import { isAnswering } from '../service/listen.ts'
import { openReadingService } from '../service/reading-service.ts'
import { pipeOf, runService } from '../service/run-service.ts'
import { spawnReadersHere } from '../service/spawn-readers.ts'
import type { Recovery } from '../store/recover-library.ts'
import { CommandError, type Output } from './command-context.ts'

/** The service of a library: the running one over its pipe, or one of our own in this process. */
export interface ServiceClient {
  /**
   * @param body sent as JSON, or as it is for a `FormData` with files
   * @param person the id of who of the office acts
   */
  call<T>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    person?: string | undefined,
  ): Promise<T>
  /** As {@link call}, for an answer that is a file. */
  download(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Uint8Array>
  /** Starts long work, shows its progress and waits for its end. Ctrl+C cancels it. */
  run<T extends JobView['type']>(path: string, body: unknown, output: Output): Promise<Extract<JobView, { type: T }>>
  /** Ends our own service when all its work is done; leaves another's alone. */
  close(): Promise<void>
}

export interface ReadingClient {
  get<T>(path: string, query?: Readonly<Record<string, string | undefined>>): Promise<T>
  /** Sends lines of JSON and gives the lines that come back. */
  exchangeLines(
    path: string,
    lines: string,
    query?: Readonly<Record<string, string | undefined>>,
  ): Promise<ReadableStream<Uint8Array>>
  close(): Promise<void>
}

/**
 * Opens the library for reading, beside whoever writes it.
 * @param open another service that answers questions
 */
export async function openReadingClient(root: string, open = openReadingService): Promise<ReadingClient> {
  const service = await open(root)
  const ask = async (path: string, init?: RequestInit) => {
    const response = await service.handle(new Request(`http://xinhuo${path}`, init))
    if (!response.ok) throw await refusal(response)
    return response
  }
  return {
    close: () => service.close(),
    async get<T>(path: string, query: Readonly<Record<string, string | undefined>> = {}) {
      const response = await ask(withQuery(path, query))
      return (await response.json()) as T
    },
    async exchangeLines(path, lines, query = {}) {
      const { body } = await ask(withQuery(path, query), { method: 'POST', body: lines })
      return body ?? new ReadableStream()
    },
  }
}

function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const present = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return `${path}?${new URLSearchParams(present)}`
}

type Send = (method: string, path: string, body?: unknown, person?: string | undefined) => Promise<Response>

/** How long to try while others come and go. Milliseconds. */
const PATIENCE = 20_000
/** How often work is begun again whose process went away. */
const ATTEMPTS = 10

export interface ServiceClientOptions {
  /** For commands on what comes with the app: a library that only commands ever opened has it too. */
  readonly withStarterContent?: boolean
}

/** Opens the library in this process, or reaches the process that has it. */
export async function openServiceClient(root: string, options: ServiceClientOptions = {}): Promise<ServiceClient> {
  let way = await findWay(root, options)
  const send: Send = (...request) => way.send(...request)
  const reopen = async () => {
    await way.close()
    way = await findWay(root, options)
  }
  return clientOver(send, reopen, () => way.close())
}

interface Way {
  readonly send: Send
  close(): Promise<void>
}

/** The one who has the library may be just opening its pipe, or just leaving. */
async function findWay(root: string, options: ServiceClientOptions): Promise<Way> {
  for (const until = performance.now() + PATIENCE; ; ) {
    try {
      return await openOwnService(root, options)
    } catch (error) {
      if (!(error instanceof LibraryBusyError)) throw error
      const pipe = pipeOf(root)
      if (await isAnswering(pipe))
        return { send: (...request) => sendOverPipe(pipe, ...request), close: async () => {} }
      if (performance.now() > until) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

async function openOwnService(root: string, options: ServiceClientOptions): Promise<Way> {
  const service = await runService({ root, shell: 'command', spawnReader: spawnReadersHere(), ...options })
  const { recovery, jobs } = service.session
  const resumed = new Set(jobs.active().map((job) => job.id))
  const send: Send = async (method, path, body, person) =>
    service.handle(new Request(`http://xinhuo${path}`, { method, ...(await inRequest(body, person)) }))
  if (recovery) tellRecovery(recovery)
  return {
    send,
    async close() {
      // Another command may have handed its work to this process; what a crash left can wait for the next start.
      const handedOver = () => jobs.active().filter((job) => !resumed.has(job.id))
      for (let [job] = handedOver(); job; [job] = handedOver()) for await (const _ of jobs.follow(job.id));
      await service.close()
    },
  }
}

function tellRecovery({ keptAside, restored }: Recovery): void {
  const what = restored ? `已恢复最近的备份 ${restored}` : '没有可用的备份，已建立新的资料库'
  process.stderr.write(`资料库文件已损坏：${what}；损坏的文件保存在 ${keptAside}。\n`)
}

/** What a request holds: nothing, JSON, or files. */
async function inRequest(
  body: unknown,
  person: string | undefined,
): Promise<{ body?: Uint8Array<ArrayBuffer>; headers: Record<string, string> }> {
  const acting: Record<string, string> = person === undefined ? {} : { 'x-xinhuo-person': encodeURIComponent(person) }
  if (body === undefined) return { headers: acting }
  if (!(body instanceof FormData)) {
    const json = new TextEncoder().encode(JSON.stringify(body))
    return { body: json, headers: { ...acting, 'content-type': 'application/json' } }
  }
  const form = new Response(body)
  const type = form.headers.get('content-type') ?? ''
  return { body: new Uint8Array(await form.arrayBuffer()), headers: { ...acting, 'content-type': type } }
}

async function sendOverPipe(
  socketPath: string,
  method: string,
  path: string,
  given: unknown,
  person?: string | undefined,
): Promise<Response> {
  const { body, headers } = await inRequest(given, person)
  return new Promise((resolve, reject) => {
    const sending = httpRequest({ socketPath, method, path, headers }, (answer) => {
      const stream = Readable.toWeb(answer) as ReadableStream
      resolve(new Response(stream, { status: answer.statusCode ?? 500 }))
    })
    sending.on('error', reject)
    sending.end(body)
  })
}

function clientOver(send: Send, reopen: () => Promise<void>, close: () => Promise<void>): ServiceClient {
  const sendAgain: Send = (...request) =>
    send(...request).catch(async (error: unknown) => {
      if (!isGone(error)) throw error
      await reopen()
      return send(...request)
    })
  const call = async <T>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    person?: string | undefined,
  ): Promise<T> => {
    const response = await sendAgain(method, path, body, person)
    if (!response.ok) throw await refusal(response)
    // The same program, of the same version, answers: its types are ours.
    return (await response.json()) as T
  }
  return {
    call,
    async download(method, path, body) {
      const response = await sendAgain(method, path, body)
      if (!response.ok) throw await refusal(response)
      return new Uint8Array(await response.arrayBuffer())
    },
    close,
    async run<T extends JobView['type']>(path: string, body: unknown, output: Output) {
      const started = await call<JobView>('POST', path, body)
      const cancel = () => {
        output.note('正在停止……已经完成的都会保留。')
        void call('POST', `/api/jobs/${started.id}/cancel`).catch(() => {})
      }
      process.once('SIGINT', cancel)
      try {
        const job = await followToEnd(send, reopen, started.id, output)
        if (job.state === 'failed') {
          throw new AppError({ code: job.error?.code ?? 'JOB_FAILED', what: job.error?.message ?? '没有完成。' })
        }
        if (job.state === 'cancelled') process.exitCode = 130
        // The route that was called starts jobs of this type only.
        return job as Extract<JobView, { type: T }>
      } finally {
        process.removeListener('SIGINT', cancel)
      }
    },
  }
}

/** When the process that did the work has gone, its unfinished jobs are taken up by whoever opens the library next: us. */
async function followToEnd(send: Send, reopen: () => Promise<void>, id: string, output: Output): Promise<JobView> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const job = await send('GET', `/api/jobs/${id}/events`)
      .then((response) => follow(response, output))
      .catch((error: unknown) => {
        if (isGone(error)) return undefined
        throw error
      })
    if (job) return job
    await reopen()
  }
  throw interrupted()
}

const isGone = (error: unknown) =>
  /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)$/.test(String((error as NodeJS.ErrnoException | undefined)?.code)) ||
  (error instanceof TypeError && error.message === 'terminated')

/** Reads the job's server-sent events; undefined when they break off before its end. */
async function follow(response: Response, output: Output): Promise<JobView | undefined> {
  if (!response.ok || !response.body) throw await refusal(response)
  let last: JobView | undefined
  let rest = ''
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    const events = (rest + text).split('\n\n')
    rest = events.pop() ?? ''
    for (const event of events) {
      const data = event.split('\n').flatMap((line) => (line.startsWith('data:') ? [line.slice(5)] : []))
      if (data.length === 0) continue
      last = JSON.parse(data.join('\n')) as JobView
      const { label, done, total } = last.progress
      if (label !== '') output.progress(total > 0 ? `${done}/${total}  ${label}` : label)
    }
  }
  return last?.finishedAt === undefined ? undefined : last
}

const interrupted = () =>
  new CommandError({
    code: 'SERVICE_REFUSED',
    what: '没有等到结果：薪火中途关闭了。',
    todo: '已经完成的都在；再运行一次会接着做。',
  })

async function refusal(response: Response): Promise<AppError> {
  const body = (await response.json().catch(() => undefined)) as ErrorBody | undefined
  if (body?.error) {
    const { code, what, why, todo } = body.error
    return new AppError({ code, what, ...(why !== undefined && { why }), ...(todo !== undefined && { todo }) })
  }
  return new CommandError({ code: 'SERVICE_REFUSED', what: `薪火没有照办（${response.status}）。` })
}
