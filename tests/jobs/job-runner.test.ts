import { describe, expect, it } from 'vitest'
import { createJobRunner, type JobType, type JobWork } from '../../library/jobs/job-runner.ts'
import type { JobView } from '../../library/jobs/job-view.ts'
import type { StoredJob } from '../../library/jobs/jobs.repository.ts'
import { StorageError } from '../../library/store/storage-error.ts'

const FIXED = new Date('2026-11-21T08:00:00Z')

/** A runner whose work is given per test; what it keeps is seen. */
function runner(work: Partial<Record<JobType, JobWork>>, save?: (job: StoredJob) => Promise<void>) {
  const kept: StoredJob[] = []
  const nothing: JobWork = async () => undefined
  const jobs = createJobRunner(
    {
      import: nothing,
      backup: nothing,
      export: nothing,
      reindex: nothing,
      'update-check': nothing,
      update: nothing,
      'roll-back': nothing,
      'verify-channel': nothing,
      publish: nothing,
      'fill-batch': nothing,
      'propose-stories': nothing,
      'verify-repository': nothing,
      'copy-repository': nothing,
      'build-feed': nothing,
      ...work,
    },
    {
      async save(job) {
        await save?.(job)
        kept.push(job)
      },
    },
    () => FIXED,
  )
  const lastKept = (id: string) => kept.findLast((job) => job.view.id === id)?.view
  return { jobs, kept, lastKept }
}

async function views(updates: AsyncIterable<JobView>): Promise<JobView[]> {
  const all: JobView[] = []
  for await (const view of updates) all.push(view)
  return all
}
const tick = () => new Promise((resolve) => setImmediate(resolve))
/** Work that ends when it is told to stop, and says so. */
const untilAborted: JobWork = (_parameters, { signal }) =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve({ stopped: true })))

describe('jobs', () => {
  it('run one after another in the order they came, and are kept before they are acknowledged', async () => {
    const order: string[] = []
    const work: JobWork = async (parameters) => {
      order.push(`begin ${parameters}`)
      await tick()
      order.push(`end ${parameters}`)
    }
    const { jobs, kept } = runner({ import: work, backup: work })
    const first = await jobs.start('import', 'a')
    expect(kept[0]).toMatchObject({ view: { id: first.id, state: 'queued' }, parameters: 'a' })
    await Promise.all([jobs.start('backup', 'b'), jobs.start('import', 'c')])
    await jobs.idle()
    expect(order).toEqual(['begin a', 'end a', 'begin b', 'end b', 'begin c', 'end c'])
  })

  it('show their progress and their result, and end the stream with it', async () => {
    const { jobs, lastKept } = runner({
      async backup(_parameters, { report }) {
        report({ label: '第一步', done: 1, total: 2 })
        await tick()
        return { name: 'x', bytes: 1 }
      },
    })
    const { id } = await jobs.start('backup', {})
    const shown = await views(jobs.follow(id))
    expect(shown.some((view) => view.progress.label === '第一步' && view.progress.total === 2)).toBe(true)
    expect(shown.at(-1)).toMatchObject({
      state: 'done',
      result: { name: 'x', bytes: 1 },
      finishedAt: FIXED.toISOString(),
    })
    expect(lastKept(id)).toEqual(shown.at(-1))
    expect(await views(jobs.follow(id))).toEqual([shown.at(-1)])
  })

  it('that fail say why, with the code of what failed, and the next one runs', async () => {
    const { jobs } = runner({
      import: () => Promise.reject(new StorageError({ code: 'DISK_FULL', what: '磁盘满了。' })),
      export: () => Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' })),
      reindex: () => Promise.reject(new TypeError('x is undefined')),
    })
    const ends: (JobView | undefined)[] = []
    for (const type of ['import', 'export', 'reindex', 'backup'] as const) {
      const { id } = await jobs.start(type, {})
      ends.push((await views(jobs.follow(id))).at(-1))
    }
    expect(ends.map((end) => [end?.state, end?.error?.code])).toEqual([
      ['failed', 'DISK_FULL'],
      ['failed', 'DISK_FULL'],
      ['failed', 'UNEXPECTED'],
      ['done', undefined],
    ])
  })

  it('running: are cancelled with what they have done', async () => {
    const { jobs } = runner({ import: untilAborted })
    const { id } = await jobs.start('import', {})
    await tick()
    jobs.cancel(id)
    expect((await views(jobs.follow(id))).at(-1)).toMatchObject({ state: 'cancelled', result: { stopped: true } })
  })

  it('waiting: are cancelled at once, whatever runs before them', async () => {
    const { jobs, lastKept } = runner({ import: untilAborted })
    const first = await jobs.start('import', {})
    const second = await jobs.start('import', {})
    jobs.cancel(second.id)
    expect((await views(jobs.follow(second.id))).at(-1)?.state).toBe('cancelled')
    expect(lastKept(second.id)?.state).toBe('cancelled')
    expect(jobs.active().map((job) => job.id)).toEqual([first.id])
    jobs.cancel(first.id)
    await jobs.idle()
  })

  it('that cannot be kept are not begun', async () => {
    const full = new StorageError({ code: 'DISK_FULL', what: '磁盘满了。' })
    let begun = false
    const { jobs } = runner(
      {
        async import() {
          begun = true
        },
      },
      () => Promise.reject(full),
    )
    await expect(jobs.start('import', {})).rejects.toBe(full)
    await jobs.idle()
    expect([begun, jobs.active()]).toEqual([false, []])
  })

  it('are left to the next start when the process stops, and taken up again there', async () => {
    const before = runner({ import: untilAborted })
    const { id } = await before.jobs.start('import', { paths: ['a'] })
    await before.jobs.start('backup', {})
    await tick()
    await before.jobs.stop()
    const unfinished = [...new Map(before.kept.map((job) => [job.view.id, job])).values()]
    expect(unfinished.map((job) => job.view.finishedAt)).toEqual([undefined, undefined])

    const seen: unknown[] = []
    const after = runner({
      async import(parameters) {
        seen.push(parameters)
      },
    })
    await after.jobs.resume(unfinished)
    await after.jobs.idle()
    expect(seen).toEqual([{ paths: ['a'] }])
    expect(after.lastKept(id)?.state).toBe('done')
  })

  it('wait while the database is exchanged between two of them', async () => {
    const order: string[] = []
    const { jobs } = runner({
      async import(parameters) {
        order.push(`begin ${parameters}`)
        await tick()
        order.push(`end ${parameters}`)
      },
    })
    await jobs.start('import', 1)
    const exchanging = jobs.between(async () => {
      order.push('closed')
      await jobs.start('import', 2)
      await tick()
      order.push('open')
    })
    await exchanging
    await jobs.idle()
    expect(order).toEqual(['begin 1', 'end 1', 'closed', 'open', 'begin 2', 'end 2'])
    await expect(jobs.between(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    await jobs.start('import', 3)
    await jobs.idle()
    expect(order.at(-1)).toBe('end 3')
  })

  it('a follower that goes away is let go', async () => {
    const { jobs } = runner({ import: untilAborted })
    const { id } = await jobs.start('import', {})
    const abort = new AbortController()
    const following = views(jobs.follow(id, abort.signal))
    await tick()
    abort.abort()
    expect((await following).length).toBeGreaterThan(0)
    jobs.cancel(id)
    await jobs.idle()
  })
})
