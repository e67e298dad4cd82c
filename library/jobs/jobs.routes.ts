import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { JobNotFoundError, type JobRunner } from './job-runner.ts'
import type { JobView } from './job-view.ts'
import { newestEvery } from './newest-every.ts'

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
      return streamSSE(c, async (events) => {
        if (!jobs.get(job.id)) return events.writeSSE({ data: JSON.stringify(job) })
        const updates = jobs.follow(job.id, c.req.raw.signal)
        for await (const state of newestEvery(updates, SHOWN_EVERY, ({ finishedAt }) => finishedAt !== undefined)) {
          await events.writeSSE({ data: JSON.stringify(state) })
          if (events.aborted) return
        }
      })
    })
    .post('/:id/cancel', (c) => c.json(jobs.cancel(c.req.param('id'))))
}
