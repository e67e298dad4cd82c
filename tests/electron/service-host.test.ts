import path from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type HostedProcess, type ServiceHost, startServiceHost } from '../../electron/service-host.ts'
import { FakeEmitter } from './fake-emitter.ts'

class FakeProcess extends FakeEmitter {
  readonly posted: { readonly message: unknown; readonly ports: readonly unknown[] }[] = []
  readonly kill = vi.fn(() => {
    this.emit('exit', 0)
    return true
  })
  postMessage(message: unknown, ports: readonly unknown[] = []) {
    this.posted.push({ message, ports })
  }
}

class FakePort extends FakeEmitter {
  readonly sent: unknown[] = []
  readonly close = vi.fn()
  readonly start = vi.fn()
  postMessage(message: unknown) {
    this.sent.push(message)
  }
}

const programs = path.resolve('/opt/xinhuo/dist')
const entry = path.join(programs, 'processes/reader-process.js')
let services: FakeProcess[]
let readers: { readonly process: FakeProcess; readonly entry: string; readonly execArgv: readonly string[] }[]
let port: FakePort
const onShow = vi.fn()
const onGone = vi.fn()
const printPage = vi.fn(async (_file: string) => new Uint8Array([1, 2]))
let host: ServiceHost

const service = () => services.at(-1) as FakeProcess
const tell = (message: unknown) => service().emit('message', message)

beforeEach(() => {
  vi.clearAllMocks()
  services = []
  readers = []
  port = new FakePort()
  host = startServiceHost({
    forkService: () => {
      services.push(new FakeProcess())
      return service() as unknown as HostedProcess
    },
    readers: {
      forkReader: (entryFile, execArgv) => {
        const process = new FakeProcess()
        readers.push({ process, entry: entryFile, execArgv })
        return process as unknown as HostedProcess
      },
      createChannel: () => ({ port1: port, port2: 'the service’s end' }) as never,
      programs,
      heapMegabytes: 512,
    },
    printPage,
    restarts: 1,
    stopWithinMs: 50,
    onShow,
    onGone,
  })
})

describe('the service’s process', () => {
  it('gives its pipe when it is ready', async () => {
    const pipe = host.pipe()
    tell({ type: 'ready', pipe: '/run/xinhuo.sock' })
    expect(await pipe).toBe('/run/xinhuo.sock')
  })

  it('lends the pipe of the process that serves the library already', async () => {
    tell({ type: 'already-running', pipe: '/run/other.sock' })
    service().emit('exit', 0)
    expect(await host.pipe()).toBe('/run/other.sock')
    expect(services).toHaveLength(1)
    expect(onGone).not.toHaveBeenCalled()
  })

  it('has a page printed, and hears of it when that fails', async () => {
    tell({ type: 'print-page', id: 7, file: '/tmp/xinhuo-print-1/page.html' })
    await vi.waitFor(() => expect(service().posted).toHaveLength(1))
    expect(printPage).toHaveBeenCalledWith('/tmp/xinhuo-print-1/page.html')
    expect(service().posted[0]?.message).toEqual({ type: 'page-printed', id: 7, pdf: new Uint8Array([1, 2]) })
    printPage.mockRejectedValueOnce(new Error('out of paper'))
    tell({ type: 'print-page', id: 8, file: '/tmp/xinhuo-print-1/page.html' })
    await vi.waitFor(() => expect(service().posted).toHaveLength(2))
    expect(service().posted[1]?.message).toEqual({ type: 'page-printed', id: 8, error: 'out of paper' })
  })

  it('shows the window when a second start asks', () => {
    tell({ type: 'show' })
    expect(onShow).toHaveBeenCalledOnce()
  })

  it('is started again once when it dies, and the second death is told', async () => {
    tell({ type: 'ready', pipe: '/run/1.sock' })
    service().emit('exit', 9)
    expect(services).toHaveLength(2)
    tell({ type: 'ready', pipe: '/run/2.sock' })
    expect(await host.pipe()).toBe('/run/2.sock')
    service().emit('exit', 9)
    expect(services).toHaveLength(2)
    expect(onGone).toHaveBeenCalledExactlyOnceWith(undefined)
    await expect(host.pipe()).rejects.toMatchObject({ code: 'SERVICE_STOPPED' })
  })

  it('that refuses to start is not started again, and its reason is told', async () => {
    const error = { code: 'LIBRARY_NEWER', what: '这个资料库是更新版本的薪火建立的。', todo: '请先升级薪火。' }
    tell({ type: 'failed', error })
    service().emit('exit', 1)
    expect(services).toHaveLength(1)
    expect(onGone).toHaveBeenCalledExactlyOnceWith(error)
    await expect(host.pipe()).rejects.toMatchObject({ code: 'SERVICE_REFUSED', todo: '请先升级薪火。' })
  })

  it('is asked to stop, and is not taken for dead', async () => {
    const stopped = host.stop()
    expect(service().posted).toEqual([{ message: { type: 'stop' }, ports: [] }])
    service().emit('exit', 0)
    await stopped
    expect(services).toHaveLength(1)
    expect(service().kill).not.toHaveBeenCalled()
  })

  it('that does not stop in time is ended', async () => {
    await host.stop()
    expect(service().kill).toHaveBeenCalledOnce()
  })
})

describe('a reader’s process', () => {
  it('has a limit on its memory and is tied to the service by a port', () => {
    tell({ type: 'spawn-reader', id: 7, entry })
    expect(readers[0]).toMatchObject({ entry, execArgv: ['--max-old-space-size=512'] })
    expect(service().posted).toEqual([{ message: { type: 'reader', id: 7 }, ports: ['the service’s end'] }])
    port.emit('message', { data: { type: 'read', id: 1 } })
    expect(readers[0]?.process.posted).toEqual([{ message: { type: 'read', id: 1 }, ports: [] }])
    readers[0]?.process.emit('message', { type: 'document', id: 1 })
    expect(port.sent).toEqual([{ type: 'document', id: 1 }])
  })

  it('that ends closes its port and is reported', () => {
    tell({ type: 'spawn-reader', id: 'a', entry })
    readers[0]?.process.emit('exit', 70)
    expect(port.close).toHaveBeenCalledOnce()
    expect(service().posted.at(-1)?.message).toEqual({ type: 'reader-exit', id: 'a', code: 70 })
  })

  it('is killed when the service says so, and with the service', () => {
    tell({ type: 'spawn-reader', id: 1, entry })
    tell({ type: 'spawn-reader', id: 2, entry })
    tell({ type: 'kill-reader', id: 1 })
    expect(readers.map((reader) => reader.process.kill.mock.calls.length)).toEqual([1, 0])
    service().emit('exit', 1)
    expect(readers.map((reader) => reader.process.kill.mock.calls.length)).toEqual([1, 1])
  })

  it.each(['/tmp/evil.js', path.join(programs, '../evil.js'), programs])('is not started from %s', (foreign) => {
    tell({ type: 'spawn-reader', id: 1, entry: foreign })
    expect(readers).toEqual([])
    expect(service().posted.at(-1)?.message).toEqual({ type: 'reader-exit', id: 1, code: 1 })
  })
})
