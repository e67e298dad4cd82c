import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createJobRunner, type JobType, type JobWork } from '../../library/jobs/job-runner.ts'
import type { JobView } from '../../library/jobs/job-view.ts'
import { jobRoutes } from '../../library/jobs/jobs.routes.ts'
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

  it('tell how far they have come before a long quiet step, however soon after the report before', async () => {
    let release = () => {}
    const quiet = new Promise<void>((resolve) => {
      release = resolve
    })
    const work: JobWork = async (_, { report }) => {
      for (const done of [1, 2, 3]) report({ label: '准备', done, total: 3 })
      await quiet
    }
    const works = new Proxy({} as Readonly<Record<JobType, JobWork>>, { get: () => work })
    const jobs = createJobRunner(works, { save: async () => {} }, () => new Date())
    const { id } = await jobs.start('backup', {})
    const { body } = await jobRoutes(jobs, async () => []).request(`/${id}/events`)
    let told = ''
    for await (const part of body?.pipeThrough(new TextDecoderStream()) ?? []) {
      told += part
      if (events(told).some(({ progress }) => progress.done === 3)) release()
    }
    expect(events(told).at(-1)).toMatchObject({ state: 'done' })
  })

  it('are cancelled within 2 s with what they did, and the next run completes it', async () => {
    const sources = temporaryFolder()
    writePolicies(sources, 150)
    const service = await startService(temporaryFolder())
    const { id } = await ask<JobView>(service, 'POST', '/api/imports', { paths: [sources] })
    for await (const { progress } of service.session.jobs.follow(id)) if (progress.done > 20) break
    const asked = performance.now()
    await ask(service, 'POST', `/api/jobs/${id}/cancel`)
    const view = await ended(service, id)
    expect(performance.now() - asked).toBeLessThan(2000)
    expect(view.state).toBe('cancelled')
    const did = view.type === 'import' ? view.result : undefined
    expect(did?.imported).toBeLessThan(150)
    const again = await importPaths(service, [sources])
    expect(again).toMatchObject({ state: 'done', result: { revised: 0, skipped: [] } })
    expect(again.type === 'import' && again.result && again.result.imported + (did?.imported ?? 0)).toBe(150)
  })

  it('answer others meanwhile: a search waits for no import', async () => {
    const sources = temporaryFolder()
    writePolicies(sources, 100)
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
