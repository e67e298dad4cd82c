import { describe, expect, it } from 'vitest'
import type { JobView } from '../../../library/jobs/job-view.ts'
import { ImportDesk, type ImportService } from '../../../renderer/importing/import-desk.ts'
import type { Selection } from '../../../renderer/importing/selection.ts'

const job = (state: JobView['state'], done = 0): JobView => ({
  id: 'job',
  type: 'import',
  state,
  progress: { label: '土地管理法.md', done, total: 2 },
  createdAt: '2026-11-21T00:00:00Z',
})
const paths: Selection = { kind: 'paths', paths: ['/home/zhang/文件'] }

function desk(service: Partial<ImportService> = {}) {
  const calls: string[] = []
  const made = new ImportDesk({
    sendPaths: async () => job('queued'),
    sendFiles: async () => job('queued'),
    follow: async (_id, { onProgress }) => {
      onProgress(job('running', 1))
      return job('done', 2)
    },
    cancel: async (id) => {
      calls.push(`cancel ${id}`)
      return job('cancelled')
    },
    onEnded: () => void calls.push('ended'),
    ...service,
  })
  const seen: string[] = []
  made.subscribe(() => void (seen.at(-1) !== made.state().kind && seen.push(made.state().kind)))
  return { desk: made, seen, calls }
}

it('goes from choosing through sending and running to the end', async () => {
  const { desk: made, seen, calls } = desk()
  await made.choose(Promise.resolve(paths))
  await made.start(paths, 'policy')
  expect(seen).toEqual(['gathering', 'chosen', 'sending', 'running', 'ended'])
  expect(calls).toEqual(['ended'])
})

describe('while an import is under way', () => {
  it('keeps its state when something else is dropped', async () => {
    const { desk: made } = desk({ follow: () => new Promise(() => undefined) })
    void made.start(paths, undefined)
    await Promise.resolve()
    await made.choose(paths)
    expect(made.state().kind).toBe('running')
  })

  it('asks the service once to cancel, and waits for the job to end', async () => {
    const { desk: made, calls } = desk({ follow: () => new Promise(() => undefined) })
    void made.start(paths, undefined)
    await Promise.resolve()
    await made.cancel()
    await made.cancel()
    expect(calls).toEqual(['cancel job'])
    expect(made.state()).toMatchObject({ kind: 'running', cancelling: true })
  })
})

it('goes back to the beginning when sending is cancelled', async () => {
  const { desk: made } = desk({
    sendFiles: (_files, { signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
  })
  const started = made.start({ kind: 'files', files: [] }, undefined)
  await made.cancel()
  await started
  expect(made.state().kind).toBe('idle')
})

it('keeps what was chosen when the service fails, to try again', async () => {
  const { desk: made } = desk({ sendPaths: () => Promise.reject(new Error('磁盘满了')) })
  await made.start(paths, undefined)
  expect(made.state()).toMatchObject({ kind: 'failed', selection: paths })
})

it('takes up a running import only when nothing else is going on', async () => {
  const { desk: made } = desk()
  await made.choose(paths)
  await made.resume(job('running'))
  expect(made.state().kind).toBe('chosen')
})
