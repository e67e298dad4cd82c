import { describe, expect, it } from 'vitest'
import type { JobView } from '../../../library/jobs/job-view.ts'
import { JobRun, type JobRunService } from '../../../renderer/jobs/job-run.ts'

const job = (state: JobView['state'], done = 0): JobView => ({
  id: 'j1',
  type: 'publish',
  state,
  progress: { label: '', done, total: 10 },
  createdAt: '2026-01-01T00:00:00Z',
})

/** A service whose job ends when the test says so. */
function service(overrides: Partial<JobRunService> = {}) {
  const end = Promise.withResolvers<JobView>()
  const told: { progress?: (view: JobView) => void; cancelled: string[]; ended: number } = { cancelled: [], ended: 0 }
  const run = new JobRun({
    start: async () => job('queued'),
    follow: (_id, { onProgress }) => {
      told.progress = onProgress
      return end.promise
    },
    cancel: async (id) => {
      told.cancelled.push(id)
      return job('running')
    },
    onEnded: () => {
      told.ended += 1
    },
    ...overrides,
  })
  return { run, end, told }
}

describe('a release under way', () => {
  it('shows its progress and its result', async () => {
    const { run, end, told } = service()
    await run.start('/api/publishing/x/publish', {})
    told.progress?.(job('running', 4))
    expect(run.state()).toEqual({ kind: 'running', job: job('running', 4), cancelling: false })
    end.resolve(job('done', 10))
    await expect.poll(() => run.state()).toEqual({ kind: 'ended', job: job('done', 10) })
    expect(told.ended).toBe(1)
  })

  it('is not begun by a passphrase that is wrong', async () => {
    const refused = new Error('口令不对')
    const { run } = service({ start: () => Promise.reject(refused) })
    await expect(run.start('/api/publishing/x/publish', {})).rejects.toBe(refused)
    expect(run.state()).toEqual({ kind: 'idle' })
  })

  it('is not begun a second time', async () => {
    let started = 0
    const { run } = service({
      start: async () => {
        started += 1
        return job('queued')
      },
    })
    await run.start('/api/publishing/x/publish', {})
    await run.start('/api/publishing/x/publish', {})
    expect(started).toBe(1)
  })

  it('says that it is stopping once it was cancelled, and asks once', async () => {
    const { run, told } = service()
    await run.start('/api/publishing/x/publish', {})
    await run.cancel()
    await run.cancel()
    told.progress?.(job('running', 5))
    expect(run.state()).toMatchObject({ kind: 'running', cancelling: true })
    expect(told.cancelled).toEqual(['j1'])
  })

  it('goes on when it could not be cancelled', async () => {
    const { run } = service({ cancel: () => Promise.reject(new Error('unreachable')) })
    await run.start('/api/publishing/x/publish', {})
    await run.cancel()
    expect(run.state()).toMatchObject({ kind: 'running', cancelling: false })
  })

  it('is taken up again after a reload, and not cleared away while it runs', () => {
    const { run } = service()
    run.resume(job('running', 2))
    run.clear()
    expect(run.state()).toMatchObject({ kind: 'running' })
  })

  it('tells that the service could not be asked any more', async () => {
    const lost = new Error('gone')
    const { run, end } = service()
    await run.start('/api/publishing/x/publish', {})
    end.reject(lost)
    await expect.poll(() => run.state()).toEqual({ kind: 'failed', error: lost })
    run.clear()
    expect(run.state()).toEqual({ kind: 'idle' })
  })
})
