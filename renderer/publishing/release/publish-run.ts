import type { JobView } from '../../../library/jobs/job-view.ts'

export type PublishState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly job: JobView; readonly cancelling: boolean }
  | { readonly kind: 'ended'; readonly job: JobView }
  | { readonly kind: 'failed'; readonly error: unknown }

/** What the run asks of the service. */
export interface PublishService {
  /** @param route where the release is asked for; `body` holds passphrases and is kept by nobody */
  start(route: string, body: object): Promise<JobView>
  follow(jobId: string, options: { onProgress: (job: JobView) => void; signal: AbortSignal }): Promise<JobView>
  cancel(jobId: string): Promise<JobView>
  /** Another version may be published. */
  onEnded(): void
}

/** One release from signing to its result. It outlives the page, so that a person can look around meanwhile. */
export class PublishRun {
  #state: PublishState = { kind: 'idle' }
  readonly #service: PublishService
  readonly #listeners = new Set<() => void>()

  constructor(service: PublishService) {
    this.#service = service
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly state = (): PublishState => this.#state

  /**
   * Starts a release; settles once the keys are unlocked and the job runs.
   * @throws {ServiceError} it could not start, for example for a wrong passphrase; nothing changes then
   */
  async start(route: string, body: object): Promise<void> {
    if (this.#state.kind === 'running') return
    const job = await this.#service.start(route, body)
    void this.#follow(job)
  }

  /** Takes up a release that was already running when the window opened. */
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

  #become(state: PublishState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}
