import { randomUUID } from 'node:crypto'
import { AppError } from '../errors/app-error.ts'
import { asStorageError } from '../store/storage-error.ts'
import type { JobProgress, JobView } from './job-view.ts'
import type { StoredJob } from './jobs.repository.ts'

export type JobType = JobView['type']

/** What a job may do while it runs. */
export interface JobContext {
  readonly signal: AbortSignal
  report(progress: JobProgress): void
}

/** The work of one type of job. It must be safe to run again from the start after a crash. */
export type JobWork = (parameters: unknown, context: JobContext) => Promise<unknown>

/** Where jobs are kept across restarts. */
export interface JobKeeper {
  save(job: StoredJob): Promise<void>
}

export class JobNotFoundError extends AppError<'JOB_NOT_FOUND'> {}

export interface JobRunner {
  /** @param id where the work itself has to know it beforehand */
  start(type: JobType, parameters: unknown, id?: string): Promise<JobView>
  /** Takes up again what had not ended when the process last died. */
  resume(jobs: readonly StoredJob[]): Promise<void>
  get(id: string): JobView | undefined
  /** Jobs of this run that have not ended. */
  active(): JobView[]
  cancel(id: string): JobView
  /** Each state from now on, ending after the last one. */
  follow(id: string, signal?: AbortSignal): AsyncGenerator<JobView>
  /** Does `work` while no job runs; jobs started meanwhile wait. */
  between(work: () => Promise<void>): Promise<void>
  /** Resolves when nothing is queued or running. */
  idle(): Promise<void>
  /** Stops the running job, leaving it to be resumed at the next start. */
  stop(): Promise<void>
}

interface Entry {
  view: JobView
  readonly parameters: unknown
  readonly abort: AbortController
  readonly listeners: Set<() => void>
}

/** Ended jobs kept in memory for those who ask late. */
const KEPT_IN_MEMORY = 50
const NO_PROGRESS: JobProgress = { label: '', done: 0, total: 0 }

/** Runs jobs one after another, so that two imports never compete for the writer or the disk. */
export function createJobRunner(
  work: Readonly<Record<JobType, JobWork>>,
  keeper: JobKeeper,
  clock: () => Date,
): JobRunner {
  const entries = new Map<string, Entry>()
  const queue: Entry[] = []
  let running: Promise<void> | undefined
  let stopping = false

  const change = (entry: Entry, part: Partial<JobView>) => {
    entry.view = { ...entry.view, ...part } as JobView
    for (const listener of [...entry.listeners]) listener()
  }
  const save = (entry: Entry) => keeper.save({ view: entry.view, parameters: entry.parameters })
  const finish = async (entry: Entry, part: Partial<JobView>) => {
    const view = { ...entry.view, ...part, finishedAt: clock().toISOString() } as JobView
    try {
      await keeper.save({ view, parameters: entry.parameters })
    } catch {
      // The disk may be the very reason for the end; what the person sees is still the truth of this run.
    }
    change(entry, view)
  }

  const runEntry = async (entry: Entry) => {
    change(entry, { state: 'running' })
    try {
      await save(entry)
      const result = await work[entry.view.type](entry.parameters, {
        signal: entry.abort.signal,
        report: (progress) => change(entry, { progress }),
      })
      if (stopping) return
      const cancelled = entry.abort.signal.aborted
      await finish(entry, { state: cancelled ? 'cancelled' : 'done', result } as Partial<JobView>)
    } catch (error) {
      if (stopping) return
      if (entry.abort.signal.aborted) await finish(entry, { state: 'cancelled' })
      else await finish(entry, { state: 'failed', error: describe(error) })
    }
  }

  const runQueue = async () => {
    for (let entry = queue.shift(); entry && !stopping; entry = queue.shift()) {
      await runEntry(entry)
    }
  }
  const pump = () => {
    if (running || queue.length === 0) return
    running = runQueue().finally(() => {
      running = undefined
      pump()
    })
  }

  const enqueue = (view: JobView, parameters: unknown): Entry => {
    const entry: Entry = { view, parameters, abort: new AbortController(), listeners: new Set() }
    entries.set(view.id, entry)
    const ended = [...entries].filter(([, known]) => known.view.finishedAt !== undefined)
    for (const [id] of ended.slice(0, Math.max(0, ended.length - KEPT_IN_MEMORY))) entries.delete(id)
    queue.push(entry)
    return entry
  }

  const find = (id: string): Entry => {
    const entry = entries.get(id)
    if (entry) return entry
    throw new JobNotFoundError({ code: 'JOB_NOT_FOUND', what: '没有这项任务。', why: '它可能早已结束。' })
  }

  return {
    async start(type, parameters, id = randomUUID()) {
      const view: JobView = { id, type, state: 'queued', progress: NO_PROGRESS, createdAt: clock().toISOString() }
      const entry = enqueue(view, parameters)
      try {
        await save(entry)
      } catch (error) {
        queue.splice(queue.indexOf(entry), 1)
        entries.delete(id)
        throw error
      }
      pump()
      return entry.view
    },
    async resume(jobs) {
      for (const job of jobs) enqueue({ ...job.view, state: 'queued' }, job.parameters)
      pump()
    },
    get: (id) => entries.get(id)?.view,
    active: () => [...entries.values()].map((entry) => entry.view).filter((view) => view.finishedAt === undefined),
    cancel(id) {
      const entry = find(id)
      entry.abort.abort()
      const waiting = queue.indexOf(entry)
      if (waiting >= 0) {
        queue.splice(waiting, 1)
        void finish(entry, { state: 'cancelled' })
      }
      return entry.view
    },
    async *follow(id, signal) {
      const entry = find(id)
      let wake = () => {}
      const listener = () => wake()
      entry.listeners.add(listener)
      signal?.addEventListener('abort', listener)
      try {
        for (let shown: JobView | undefined; !signal?.aborted; ) {
          if (entry.view !== shown) {
            shown = entry.view
            yield shown
            if (shown.finishedAt !== undefined) return
          } else {
            await new Promise<void>((resolve) => {
              wake = resolve
            })
          }
        }
      } finally {
        entry.listeners.delete(listener)
        signal?.removeEventListener('abort', listener)
      }
    },
    async between(work) {
      while (running) await running
      const done = work()
      running = done
        .catch(() => {})
        .finally(() => {
          running = undefined
          pump()
        })
      await done
    },
    async idle() {
      while (running) await running
    },
    async stop() {
      stopping = true
      for (const entry of entries.values()) if (entry.view.finishedAt === undefined) entry.abort.abort()
      await running
    },
  }
}

function describe(error: unknown): { code: string; message: string } {
  const known = error instanceof AppError ? error : asStorageError(error)
  if (known) return { code: known.code, message: known.message }
  return {
    code: 'UNEXPECTED',
    message: `出现没有预料到的问题：${error instanceof Error ? error.message : String(error)}`,
  }
}
