import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { endTogether, pageOfLink } from '../../scripts/window/run-in-browser.ts'
import { startService } from '../../scripts/window/service-child.ts'
import { showRunning } from '../../scripts/window/show-running.ts'
import { listenOnPipe } from '../electron/pipe-server.ts'
import { temporaryFolderPerTest } from './temporary-folder.ts'

const folder = temporaryFolderPerTest()

describe('the window and the service', () => {
  const pair = () => {
    const window = Promise.withResolvers<'closed' | 'failed'>()
    const service = Promise.withResolvers<number>()
    const close = vi.fn()
    const stop = vi.fn(async () => 0)
    const onNoWindow = vi.fn()
    const end = endTogether({ ended: window.promise, close }, { ended: service.promise, stop }, onNoWindow)
    return { window, service, close, stop, onNoWindow, end }
  }

  it('end together when the window is closed', async () => {
    const { window, stop, end } = pair()
    window.resolve('closed')
    expect(await end).toBe(0)
    expect(stop).toHaveBeenCalledOnce()
  })

  it('end together when the service ends, and an end that was not asked for is told', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const { service, close, end } = pair()
    service.resolve(7)
    expect(await end).toBe(7)
    expect(close).toHaveBeenCalledOnce()
    expect(said.mock.calls.join()).toContain('您的资料都在')
    said.mockRestore()
  })

  it('do not when no window could be opened: the address is told and the service goes on', async () => {
    const { window, service, stop, onNoWindow, end } = pair()
    window.resolve('failed')
    await sleep(5)
    expect(onNoWindow).toHaveBeenCalledOnce()
    expect(stop).not.toHaveBeenCalled()
    service.resolve(0)
    expect(await end).toBe(0)
  })
})

describe('a link given at the start', () => {
  it('opens its item, with the ticket', () => {
    const address = 'http://127.0.0.1:9/#ticket=t1'
    expect(pageOfLink(address, 'xinhuo://item/land-law#第一条')).toBe('http://127.0.0.1:9/item/land-law#ticket=t1')
    expect(pageOfLink(address, undefined)).toBe(address)
  })
})

describe('the service as a child', () => {
  const start = (code: string, args: readonly string[] = []) =>
    startService(process.execPath, folder.write('service.mjs', code), args)

  it('reports when it is ready, gets its arguments, and stops when asked', async () => {
    const service = start(
      `process.send({ type: 'ready', pipe: process.argv[3], address: 'http://127.0.0.1:1/' })
       process.on('message', ({ type }) => type === 'stop' && process.exit(0))`,
      ['--library', '/库'],
    )
    expect(await service.started).toEqual({ type: 'ready', pipe: '/库', address: 'http://127.0.0.1:1/' })
    expect(await service.stop()).toBe(0)
  })

  it('passes on that a second start wants to see the window', async () => {
    const service = start(`process.send({ type: 'ready', pipe: 'p' })
      process.on('message', () => process.exit(0))
      setTimeout(() => process.send({ type: 'show' }), 20)`)
    await new Promise<void>((resolve) => service.onShow(() => resolve()))
    await service.stop()
  })

  it('that dies before it is ready has failed, plainly', async () => {
    const report = await start('process.exit(3)').started
    expect(report).toMatchObject({ type: 'failed', error: { code: 'SERVICE_DIED' } })
    expect(report.type === 'failed' && report.error.what).toContain('退出码 3')
  })

  it('that does not stop in time is ended by force', async () => {
    const service =
      start(`process.send({ type: 'ready', pipe: 'p' }); setInterval(() => {}, 1000); process.on('SIGTERM', () => {})
      process.on('message', () => {})`)
    await service.started
    expect(await service.stop(100)).toBe(1)
  })

  it('notices when the starting process is gone', async () => {
    const service = start(
      `process.send({ type: 'ready', pipe: String(process.connected) }); process.on('message', () => process.exit(0))`,
    )
    expect(await service.started).toMatchObject({ pipe: 'true' })
    await service.stop()
  })
})

describe('a second start', () => {
  it('asks the first, over its pipe, to show itself', async () => {
    const asked: string[] = []
    const server = await listenOnPipe((request, response) => {
      asked.push(`${request.method} ${request.url}`)
      response.end(JSON.stringify({ shown: true, address: 'http://127.0.0.1:1/' }))
    })
    expect(await showRunning(server.pipe)).toEqual({ shown: true, address: 'http://127.0.0.1:1/' })
    expect(asked).toEqual(['POST /api/instance/show'])
    await server.close()
  })

  it('fails plainly when the first does not answer as it should', async () => {
    const server = await listenOnPipe((_request, response) => void response.end('<html>'))
    await expect(showRunning(server.pipe)).rejects.toThrow()
    await server.close()
    await expect(showRunning(server.pipe)).rejects.toThrow()
  })
})
