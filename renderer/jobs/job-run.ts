import type { JobView } from '../../library/jobs/job-view.ts'

export type JobRunState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly job: JobView; readonly cancelling: boolean }
  | { readonly kind: 'ended'; readonly job: JobView }
  | { readonly kind: 'failed'; readonly error: unknown }

/** What the run asks of the service. */
export interface JobRunService {
  /** @param route where the work is asked for; `body` may hold secrets and is kept by nobody */
  start(route: string, body: object): Promise<JobView>
  follow(jobId: string, options: { onProgress: (job: JobView) => void; signal: AbortSignal }): Promise<JobView>
  cancel(jobId: string): Promise<JobView>
  /** The work is over, however it ended. */
  onEnded(): void
}

/** One piece of long work from its start to its result. It outlives the page, so that a person can look around meanwhile. */
export class JobRun {
  #state: JobRunState = { kind: 'idle' }
  readonly #service: JobRunService
  readonly #listeners = new Set<() => void>()

  constructor(service: JobRunService) {
    this.#service = service
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly state = (): JobRunState => this.#state

  /**
   * Starts the work; settles once its job is accepted.
   * @throws {ServiceError} it could not start, for example for a wrong passphrase; nothing changes then
   */
  async start(route: string, body: object): Promise<void> {
    if (this.#state.kind === 'running') return
    const job = await this.#service.start(route, body)
    void this.#follow(job)
  }

  /** Takes up work that was already running when the window opened. */
  resume(job: JobView): void {
    if (this.#state.kind === 'idle') void this.#follow(job)
  }

  async cancel(): Promise<void> {
    const state = this.#state
    if (state.kind !== 'running' || state.cancelling) return
    this.#become({ ...state, cancelling: true })
    await this.#service.cancel(state.job.id).catch(() => {
      if (this.#state.kind === 'running') this.#become({ ...this.#state, cancelling: false })
    })
  }

  clear(): void {
    if (this.#state.kind !== 'running') this.#become({ kind: 'idle' })
  }

  async #follow(first: JobView): Promise<void> {
    this.#become({ kind: 'running', job: first, cancelling: false })
    try {
      const last = await this.#service.follow(first.id, {
        signal: new AbortController().signal,
        onProgress: (job) => {
          const cancelling = this.#state.kind === 'running' && this.#state.cancelling
          this.#become({ kind: 'running', job, cancelling })
        },
      })
      this.#become({ kind: 'ended', job: last })
    } catch (error) {
      this.#become({ kind: 'failed', error })
    }
    this.#service.onEnded()
  }

  #become(state: JobRunState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}
