import type { FormView } from '../../library/templates/forms/form-view.ts'
import { ServiceError } from '../service/service-error.ts'
import type { Draft } from './draft-history.ts'

export type SavingState =
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly error: unknown }
  /** Another window saved this form meanwhile. */
  | { readonly kind: 'conflict' }

interface SaverPlace<Kept, Saved> {
  /** Saves over the state of `base`; without it, over whatever there is. */
  readonly save: (draft: Kept, base: string | undefined) => Promise<Saved>
  /** Keeps what is not saved over a reload; undefined when all is saved. */
  readonly keep: (draft: Kept | undefined, base: string) => void
  readonly onState: (state: SavingState) => void
  readonly onSaved: (saved: Saved) => void
  /** What names a saved state; `updatedAt` unless said otherwise. */
  readonly baseOf?: ((saved: Saved) => string) | undefined
  /** The refusals, of all with status 409, that mean another window saved meanwhile. */
  readonly isConflict?: ((error: ServiceError) => boolean) | undefined
}

/** Milliseconds without typing before a draft is saved. */
const PAUSE = 700
/** Milliseconds after which it is saved in the midst of typing: so much a power cut takes at most. */
const LONGEST = 3_000
/** Milliseconds after which a save that failed is tried again. */
const AGAIN = 5_000

/** Saves a draft a moment after each change and now and then while it is typed, one save at a time, the newest state always last. */
export class DraftSaver<Kept = Draft, Saved extends { readonly updatedAt: string } = FormView> {
  readonly #place: SaverPlace<Kept, Saved>
  #base: string
  #unsaved: Kept | undefined
  /** When the first change came that no save has begun for; milliseconds since 1970. */
  #since: number | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: Promise<boolean> | undefined
  #conflict = false

  constructor(base: string, place: SaverPlace<Kept, Saved>) {
    this.#base = base
    this.#place = place
  }

  /** The draft as it is now; saved once typing pauses. */
  offer(draft: Kept): void {
    this.#unsaved = draft
    this.#place.keep(draft, this.#base)
    if (this.#conflict) return
    this.#place.onState({ kind: 'waiting' })
    this.#since ??= Date.now()
    this.#wait(Math.max(0, Math.min(PAUSE, this.#since + LONGEST - Date.now())))
  }

  /** Saves what is not saved yet; true when nothing is left. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer)
    if (this.#conflict) return false
    this.#running ??= this.#saveFrom(this.#base).finally(() => {
      this.#running = undefined
    })
    const saved = await this.#running
    return saved && this.#unsaved ? this.flush() : saved
  }

  /** After a conflict: what this window has takes the place of the other's. */
  overwrite(): Promise<boolean> {
    this.#conflict = false
    return this.#saveFrom(undefined)
  }

  /** After a conflict: the other window's state is taken, and what comes next is saved over it. */
  accept(theirs: Saved): void {
    this.#conflict = false
    this.#base = this.#baseOf(theirs)
    this.#unsaved = undefined
    this.#place.keep(undefined, this.#base)
    this.#place.onState({ kind: 'saved', at: theirs.updatedAt })
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  async #saveFrom(base: string | undefined): Promise<boolean> {
    const draft = this.#unsaved
    if (!draft) return true
    this.#since = undefined
    this.#place.onState({ kind: 'saving' })
    try {
      const saved = await this.#place.save(draft, base)
      this.#base = this.#baseOf(saved)
      if (this.#unsaved === draft) {
        this.#unsaved = undefined
        this.#place.keep(undefined, this.#base)
        this.#place.onState({ kind: 'saved', at: saved.updatedAt })
      }
      this.#place.onSaved(saved)
      return true
    } catch (error) {
      if (error instanceof ServiceError && error.status === 409 && (this.#place.isConflict?.(error) ?? true)) {
        this.#conflict = true
        this.#place.onState({ kind: 'conflict' })
      } else {
        this.#place.onState({ kind: 'failed', error })
        this.#wait(AGAIN)
      }
      return false
    }
  }

  #baseOf(saved: Saved): string {
    return this.#place.baseOf?.(saved) ?? saved.updatedAt
  }

  #wait(milliseconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), milliseconds)
  }
}
