import { type ChildProcess, spawn } from 'node:child_process'
import { SERVICE_ENVIRONMENT, SERVICE_NODE_OPTIONS } from '../../library/service/service-memory.ts'

/** What the service's process tells the process that started it. */
export type ServiceReport =
  | { readonly type: 'ready'; readonly pipe: string; readonly address?: string; readonly ticketUrl?: string }
  | { readonly type: 'already-running'; readonly pipe: string }
  | { readonly type: 'failed'; readonly error: ServiceFailure }
  | { readonly type: 'show'; readonly ticketUrl?: string }

export interface ServiceFailure {
  readonly code: string
  readonly what: string
  readonly why?: string
  readonly todo?: string
}

export interface ServiceChild {
  /** The first report: ready, already running, or failed. */
  readonly started: Promise<ServiceReport>
  /** Each time a second start asks for the window. */
  onShow(listener: (report: ServiceReport & { readonly type: 'show' }) => void): void
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number>
  /** Asks it to stop; ends it by force after the grace time. */
  stop(graceMs?: number): Promise<number>
}

/** Starts the service as a child that ends with this process. */
export function startService(node: string, entry: string, args: readonly string[]): ServiceChild {
  const child = spawn(node, [...SERVICE_NODE_OPTIONS, entry, ...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    windowsHide: true,
    env: { ...process.env, ...SERVICE_ENVIRONMENT },
  })
  const ended = new Promise<number>((resolve) => {
    child.once('error', () => resolve(1))
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)))
  })
  return {
    ended,
    started: firstReport(child, ended),
    onShow: (listener) => {
      child.on('message', (message) => {
        const report = message as ServiceReport
        if (report.type === 'show') listener(report)
      })
    },
    stop: (graceMs = 8_000) => stop(child, ended, graceMs),
  }
}

function firstReport(child: ChildProcess, ended: Promise<number>): Promise<ServiceReport> {
  const reported = new Promise<ServiceReport>((resolve) => {
    child.on('message', (message) => {
      const report = message as ServiceReport
      if (report.type === 'ready' || report.type === 'already-running' || report.type === 'failed') resolve(report)
    })
  })
  const died = ended.then((code): ServiceReport => {
    const what = `薪火的后台服务没有启动起来(退出码 ${code})。`
    return {
      type: 'failed',
      error: { code: 'SERVICE_DIED', what, todo: '请再试一次;若仍不行,请运行 npm run xinhuo -- doctor。' },
    }
  })
  return Promise.race([reported, died])
}

async function stop(child: ChildProcess, ended: Promise<number>, graceMs: number): Promise<number> {
  if (child.connected) child.send({ type: 'stop' }, () => {})
  else child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), graceMs)
  const code = await ended
  clearTimeout(force)
  return code
}
