import type { ItemKind } from '../../library/items/item-kind.ts'
import type { JobView } from '../../library/jobs/job-view.ts'
import type { ChosenFile, Selection } from './selection.ts'

export type ImportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'gathering' }
  | { readonly kind: 'chosen'; readonly selection: Selection }
  | { readonly kind: 'sending'; readonly fraction: number }
  | { readonly kind: 'running'; readonly job: JobView; readonly cancelling: boolean }
  | { readonly kind: 'ended'; readonly job: JobView }
  | { readonly kind: 'failed'; readonly error: unknown; readonly selection: Selection | undefined }

/** What the desk asks of the service. */
export interface ImportService {
  sendPaths(paths: readonly string[], kind: ItemKind | undefined): Promise<JobView>
  sendFiles(
    files: readonly ChosenFile[],
    options: { kind: ItemKind | undefined; signal: AbortSignal; onProgress: (fraction: number) => void },
  ): Promise<JobView>
  follow(jobId: string, options: { onProgress: (job: JobView) => void; signal: AbortSignal }): Promise<JobView>
  cancel(jobId: string): Promise<JobView>
  /** Something new may be in the library. */
  onEnded(): void
}

/** One import from choosing to its result. It outlives the page, so that a person can look around meanwhile. */
export class ImportDesk {
  #state: ImportState = { kind: 'idle' }
  #abort = new AbortController()
  readonly #service: ImportService
  readonly #listeners = new Set<() => void>()

  constructor(service: ImportService) {
    this.#service = service
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly state = (): ImportState => this.#state

  /** True while files are on their way or being read; a second import waits for its turn. */
  get isBusy(): boolean {
    return this.#state.kind === 'sending' || this.#state.kind === 'running'
  }

  /** Shows what was chosen, once it is known; refuses while another import is under way. */
  async choose(selection: Selection | Promise<Selection>): Promise<void> {
    if (this.isBusy) return
    this.#become({ kind: 'gathering' })
    try {
      this.#become({ kind: 'chosen', selection: await selection })
    } catch (error) {
      this.#become({ kind: 'failed', error, selection: undefined })
    }
  }

  clear(): void {
    if (!this.isBusy) this.#become({ kind: 'idle' })
  }

  async start(selection: Selection, kind: ItemKind | undefined): Promise<void> {
    if (this.isBusy) return
    this.#abort = new AbortController()
    const { signal } = this.#abort
    this.#become({ kind: 'sending', fraction: 0 })
    try {
      const job =
        selection.kind === 'paths'
          ? await this.#service.sendPaths(selection.paths, kind)
          : await this.#service.sendFiles(selection.files, {
              kind,
              signal,
              onProgress: (fraction) => this.#become({ kind: 'sending', fraction }),
            })
      await this.#followToEnd(job)
    } catch (error) {
      this.#become(signal.aborted ? { kind: 'idle' } : { kind: 'failed', error, selection })
    }
  }

  /** Takes up an import that was already running when the window opened. */
  async resume(job: JobView): Promise<void> {
    if (this.#state.kind !== 'idle') return
    this.#abort = new AbortController()
    await this.#followToEnd(job).catch((error: unknown) =>
      this.#become({ kind: 'failed', error, selection: undefined }),
    )
  }

  async cancel(): Promise<void> {
    const state = this.#state
    if (state.kind === 'sending') this.#abort.abort()
    if (state.kind !== 'running' || state.cancelling) return
    this.#become({ ...state, cancelling: true })
    await this.#service.cancel(state.job.id).catch(() => {
      if (this.#state.kind === 'running') this.#become({ ...this.#state, cancelling: false })
    })
  }

  async #followToEnd(first: JobView): Promise<void> {
    this.#become({ kind: 'running', job: first, cancelling: false })
    const last = await this.#service.follow(first.id, {
      signal: this.#abort.signal,
      onProgress: (job) => {
        const cancelling = this.#state.kind === 'running' && this.#state.cancelling
        this.#become({ kind: 'running', job, cancelling })
      },
    })
    this.#become({ kind: 'ended', job: last })
    this.#service.onEnded()
  }

  #become(state: ImportState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}
