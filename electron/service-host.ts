import type { MessagePortMain, UtilityProcess } from 'electron'
import { AppError } from '../library/errors/app-error.ts'
import { createReaderHost, type ReaderHost, type ReaderHostOptions } from './reader-host.ts'
import { type ServiceFailure, ServiceReport } from './service-reports.ts'

export class ServiceUnavailableError extends AppError<'SERVICE_STOPPED' | 'SERVICE_REFUSED'> {}

/** What the host uses of a utility process. */
export type HostedProcess = Pick<UtilityProcess, 'kill' | 'postMessage'> & {
  on(event: 'message', listener: (message: unknown) => void): unknown
  once(event: 'exit', listener: (code: number) => void): unknown
}

export interface ServiceHostOptions {
  readonly forkService: () => HostedProcess
  readonly readers: ReaderHostOptions
  /** How often a service that dies is started again. */
  readonly restarts: number
  /** How long it may take to stop when asked, in milliseconds. */
  readonly stopWithinMs: number
  /** Makes a PDF of a page that the service wrote. */
  readonly printPage: (file: string) => Promise<Uint8Array>
  readonly onShow: () => void
  /** The service refused to start, or died once too often. */
  readonly onGone: (failure: ServiceFailure | undefined) => void
}

export interface ServiceHost {
  /** The pipe, once the service is ready. @throws {ServiceUnavailableError} when it will not be. */
  pipe(): Promise<string>
  stop(): Promise<void>
}

interface RunningService {
  readonly process: HostedProcess
  readonly ended: Promise<void>
  alive: boolean
  /** It said itself that it would not serve, so that its end is no death. */
  expectedToEnd: boolean
}

type Ready = PromiseWithResolvers<string>

/** Runs the service as a process of its own, starts it again when it dies, and hosts its readers. */
export function startServiceHost(options: ServiceHostOptions): ServiceHost {
  let restartsLeft = options.restarts
  let stopping = false
  let ready = pending()
  let service = launch()

  function launch(): RunningService {
    const process = options.forkService()
    const readers = createReaderHost(options.readers, (message, ports) => process.postMessage(message, ports))
    const ended = new Promise<void>((resolve) => process.once('exit', () => resolve()))
    const running: RunningService = { process, ended, alive: true, expectedToEnd: false }
    process.on('message', (message) => receive(ServiceReport.parse(message), running, readers))
    process.once('exit', () => {
      running.alive = false
      readers.killAll()
      if (!stopping && !running.expectedToEnd) startAgain()
    })
    return running
  }

  function receive(report: ServiceReport, running: RunningService, readers: ReaderHost): void {
    switch (report.type) {
      case 'ready':
        ready.resolve(report.pipe)
        break
      case 'already-running':
        // Another process serves this library; its pipe serves this window as well.
        running.expectedToEnd = true
        ready.resolve(report.pipe)
        break
      case 'failed':
        running.expectedToEnd = true
        giveUp(new ServiceUnavailableError({ ...plainFacts(report.error), code: 'SERVICE_REFUSED' }), report.error)
        break
      case 'show':
        options.onShow()
        break
      case 'spawn-reader':
        readers.spawn(report)
        break
      case 'kill-reader':
        readers.kill(report.id)
        break
      case 'print-page':
        void print(report, running)
        break
    }
  }

  async function print({ id, file }: { id: number; file: string }, running: RunningService): Promise<void> {
    const answer = await options.printPage(file).then(
      (pdf) => ({ pdf }),
      (error: unknown) => ({ error: error instanceof Error ? error.message : String(error) }),
    )
    if (running.alive) running.process.postMessage({ type: 'page-printed', id, ...answer })
  }

  function startAgain(): void {
    if (restartsLeft === 0) {
      giveUp(new ServiceUnavailableError({ code: 'SERVICE_STOPPED', what: '薪火的后台服务停止了。' }), undefined)
      return
    }
    restartsLeft -= 1
    ready.reject(new ServiceUnavailableError({ code: 'SERVICE_STOPPED', what: '薪火的后台服务正在重新启动。' }))
    ready = pending()
    service = launch()
  }

  function giveUp(error: ServiceUnavailableError, failure: ServiceFailure | undefined): void {
    ready.reject(error)
    ready = pending()
    ready.reject(error)
    options.onGone(failure)
  }

  return {
    pipe: () => ready.promise,
    stop: async () => {
      stopping = true
      if (!service.alive) return
      service.process.postMessage({ type: 'stop' })
      const force = setTimeout(() => service.process.kill(), options.stopWithinMs)
      await service.ended
      clearTimeout(force)
    },
  }
}

export type PostToService = (message: unknown, ports?: MessagePortMain[]) => void

function pending(): Ready {
  const ready = Promise.withResolvers<string>()
  ready.promise.catch(() => {}) // Whoever asks for the pipe hears of it.
  return ready
}

function plainFacts({ what, why, todo }: ServiceFailure) {
  return { what, ...(why === undefined ? {} : { why }), ...(todo === undefined ? {} : { todo }) }
}
