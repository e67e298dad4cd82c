import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { JobNotFoundError, type JobRunner } from './job-runner.ts'
import type { JobView } from './job-view.ts'

/** Often enough to look alive, seldom enough not to cost. Milliseconds. */
const SHOWN_EVERY = 100

/** `/api/jobs`: long work, its progress as server-sent events, and cancelling it. */
export function jobRoutes(jobs: JobRunner, recent: () => Promise<JobView[]>) {
  const find = async (id: string): Promise<JobView> => {
    const job = jobs.get(id) ?? (await recent()).find((view) => view.id === id)
    if (job) return job
    throw new JobNotFoundError({ code: 'JOB_NOT_FOUND', what: '没有这项任务。', why: '它可能早已结束。' })
  }
  return new Hono()
    .get('/', async (c) => {
      const active = jobs.active()
      const ids = new Set(active.map((job) => job.id))
      const ended = (await recent()).filter((job) => !ids.has(job.id))
      return c.json([...active, ...ended])
    })
    .get('/:id', async (c) => c.json(await find(c.req.param('id'))))
    .get('/:id/events', async (c) => {
      const job = await find(c.req.param('id'))
      const updates = jobs.get(job.id) ? jobs.follow(job.id, c.req.raw.signal) : [job]
      return streamSSE(c, async (events) => {
        let shownAt = 0
        for await (const job of updates) {
          if (job.finishedAt === undefined && performance.now() - shownAt < SHOWN_EVERY) continue
          shownAt = performance.now()
          await events.writeSSE({ data: JSON.stringify(job) })
          if (events.aborted) return
        }
      })
    })
    .post('/:id/cancel', (c) => c.json(jobs.cancel(c.req.param('id'))))
}
