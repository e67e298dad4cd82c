import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  askOverPipe,
  type LibraryService,
  spawnService,
  starterInstalled,
  startLibraryService,
} from './library-service.ts'

describe('a second start with the same library', () => {
  let service: LibraryService

  beforeAll(async () => {
    service = await startLibraryService()
    await starterInstalled(service)
  })
  afterAll(() => service?.remove())

  const startAgain = async () => {
    const child = spawnService(service.root)
    const output: string[] = []
    child.stderr?.on('data', (chunk: Buffer) => output.push(`${chunk}`))
    const ended = once(child, 'exit')
    const [report] = await once(child, 'message')
    const [code] = await ended
    return { report, code, output: output.join('') }
  }

  it('reports that the first is running, and where, and ends in good order', async () => {
    expect(await startAgain()).toEqual({
      report: { type: 'already-running', pipe: service.pipe },
      code: 0,
      output: '',
    })
  })

  it('brings the window of the first to the front with a ticket of its own', async () => {
    const [one, two] = [await service.ticketUrl(), await service.ticketUrl()]
    expect(one).toMatch(new RegExp(`^${service.address}#ticket=`))
    expect(two).not.toBe(one)
    expect(await askOverPipe(service.pipe, 'POST', '/api/instance/show')).toEqual({
      shown: true,
      address: service.address,
    })
  })

  it('leaves the first and its library as they were', async () => {
    await Promise.all([startAgain(), startAgain(), startAgain()])
    expect(await askOverPipe(service.pipe, 'GET', '/api/doctor')).toMatchObject({ ok: true })
    const { counts } = await askOverPipe<{ counts: object }>(service.pipe, 'GET', '/api/home')
    expect(Object.values(counts).every((count) => count > 0)).toBe(true)
  })

  it('is the first again after the first was killed, with everything there', async () => {
    const before = await askOverPipe<{ total: number }>(service.pipe, 'GET', '/api/items?limit=1')
    process.kill(service.pid, 'SIGKILL')
    await service.restart()
    const after = await askOverPipe<{ total: number }>(service.pipe, 'GET', '/api/items?limit=1')
    expect(after.total).toBe(before.total)
    expect(await askOverPipe(service.pipe, 'GET', '/api/doctor')).toMatchObject({ ok: true })
  })
})
