import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { JobView } from '../../library/jobs/job-view.ts'
import { ask, closeOnce, ended, importPaths, send, startService } from '../service/running-service.ts'
import { policyText, temporaryFolder, writePolicies } from '../store/temporary-library.ts'

const events = (body: string) =>
  body
    .split('\n\n')
    .filter((event) => event.startsWith('data:'))
    .map((event) => JSON.parse(event.slice('data:'.length)) as JobView)

describe('jobs over HTTP', () => {
  it('tell of themselves to the end, and once more to whoever asks late, also after a restart', async () => {
    const root = temporaryFolder()
    const sources = temporaryFolder()
    writePolicies(sources, 5)
    const service = await startService(root)
    const started = await ask<JobView>(service, 'POST', '/api/imports', { paths: [sources] })
    const live = await send({ pipe: service.pipe }, 'GET', `/api/jobs/${started.id}/events`)
    expect(live.headers['content-type']).toMatch(/^text\/event-stream/)
    const last = events(live.body).at(-1)
    expect(last).toMatchObject({ id: started.id, state: 'done', result: { imported: 5 } })
    const late = await send({ pipe: service.pipe }, 'GET', `/api/jobs/${started.id}/events`)
    expect(events(late.body)).toEqual([last])
    await closeOnce(service)

    const again = await startService(root)
    const later = await send({ pipe: again.pipe }, 'GET', `/api/jobs/${started.id}/events`)
    expect(events(later.body)).toEqual([last])
    expect(await ask(again, 'GET', '/api/jobs')).toEqual([last])
  })

  it('are cancelled within 2 s with what they did, and the next run completes it', async () => {
    const sources = temporaryFolder()
    writePolicies(sources, 300)
    const service = await startService(temporaryFolder())
    const { id } = await ask<JobView>(service, 'POST', '/api/imports', { paths: [sources] })
    await expect
      .poll(() => service.session.jobs.get(id)?.progress.done, { interval: 10, timeout: 10_000 })
      .toBeGreaterThan(20)
    const asked = performance.now()
    await ask(service, 'POST', `/api/jobs/${id}/cancel`)
    const view = await ended(service, id)
    expect(performance.now() - asked).toBeLessThan(2000)
    expect(view.state).toBe('cancelled')
    const did = view.type === 'import' ? view.result : undefined
    expect(did?.imported).toBeLessThan(300)
    const again = await importPaths(service, [sources])
    expect(again).toMatchObject({ state: 'done', result: { revised: 0, skipped: [] } })
    expect(again.type === 'import' && again.result && again.result.imported + (did?.imported ?? 0)).toBe(300)
  })

  it('answer others meanwhile: a search waits for no import', async () => {
    const sources = temporaryFolder()
    writePolicies(sources, 150)
    writeFileSync(path.join(sources, '先.md'), policyText('先有的办法', '沧浪亭台'))
    const service = await startService(temporaryFolder())
    await importPaths(service, [path.join(sources, '先.md')])
    const { id } = await ask<JobView>(service, 'POST', '/api/imports', { paths: [sources] })
    let slowest = 0
    while (service.session.jobs.get(id)?.finishedAt === undefined) {
      const asked = performance.now()
      await ask(service, 'GET', '/api/passages?q=沧浪亭台')
      slowest = Math.max(slowest, performance.now() - asked)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    expect(slowest).toBeLessThan(1000)
  })
})
