import type { ShowMessage, ShowPoint, ShowRole, ShowWire } from './show-messages.ts'
import { afterCommand, firstState, placeOf, type ShowCommand, type ShowSlide, type ShowState } from './show-state.ts'

/** What is kept over a reload or a crash of the window. */
export interface KeptShow {
  readonly at: number
  readonly state: ShowState
}

export interface ShowOptions {
  readonly role: ShowRole
  readonly slides: readonly ShowSlide[]
  readonly wire: ShowWire
  readonly keep: { read(): KeptShow | undefined; write(kept: KeptShow): void }
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Names this window among those of the presentation. */
  readonly name: string
  /** Another window ended the presentation. */
  readonly onEnd: () => void
}

/** What a window draws. */
export interface ShowView {
  readonly state: ShowState
  readonly place: number
  /** The other windows that are there, by name. */
  readonly others: ReadonlyMap<string, ShowRole>
  /** Where another window points. */
  readonly point: ShowPoint | null
}

/** A presentation in one of its windows. Either window leads: what was done last, wherever it was, holds everywhere. */
export class Show {
  readonly #options: ShowOptions
  readonly #listeners = new Set<() => void>()
  #slides: readonly ShowSlide[]
  /** When the state came to be: the newest one counts. */
  #at: number
  #view: ShowView

  constructor(options: ShowOptions) {
    this.#options = options
    this.#slides = options.slides
    const kept = options.keep.read()
    this.#at = kept?.at ?? 0
    const state = kept?.state ?? firstState(options.slides)
    this.#view = { state, place: placeOf(options.slides, state), others: new Map(), point: null }
  }

  /** Speaks to the other windows until the returned function is called. */
  readonly open = (): (() => void) => {
    const { wire, name } = this.#options
    wire.listen(this.#hear)
    this.ask()
    return () => {
      wire.post({ type: 'bye', from: name })
      wire.close()
    }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly view = (): ShowView => this.#view

  readonly run = (command: ShowCommand): void => {
    const { now, wire, name, keep } = this.#options
    const state = afterCommand(this.#slides, this.#view.state, command, now())
    if (state === this.#view.state) return
    this.#at = Math.max(now(), this.#at + 1)
    this.#take(state)
    keep.write({ at: this.#at, state })
    wire.post({ type: 'state', from: name, at: this.#at, state })
  }

  /** Shows the other windows where this one points; null when it does no more. */
  readonly point = (point: ShowPoint | null): void => {
    this.#options.wire.post({ type: 'point', from: this.#options.name, point })
  }

  /** Ends the presentation in the other windows. */
  readonly end = (): void => {
    this.#options.wire.post({ type: 'end', from: this.#options.name })
  }

  /** Asks who is there; who does not answer has gone. */
  readonly ask = (): void => {
    const { wire, name, role } = this.#options
    this.#change({ others: new Map() })
    wire.post({ type: 'hello', from: name, role })
  }

  /** The outline has changed: what is shown stays, or what is nearest to it. */
  readonly takeSlides = (slides: readonly ShowSlide[]): void => {
    this.#slides = slides
    this.#take(this.#view.state)
  }

  readonly #hear = (message: ShowMessage): void => {
    const { wire, name, role, keep } = this.#options
    if (message.type === 'hello' || message.type === 'here') {
      this.#change({ others: new Map(this.#view.others).set(message.from, message.role) })
      if (message.type === 'here') return
      wire.post({ type: 'here', from: name, role })
      if (this.#at > 0) wire.post({ type: 'state', from: name, at: this.#at, state: this.#view.state })
    }
    if (message.type === 'bye') {
      const others = new Map(this.#view.others)
      others.delete(message.from)
      this.#change({ others, point: null })
    }
    if (message.type === 'end') this.#options.onEnd()
    if (message.type === 'point') this.#change({ point: message.point })
    if (message.type === 'state' && message.at > this.#at) {
      this.#at = message.at
      this.#take(message.state)
      keep.write({ at: this.#at, state: message.state })
    }
  }

  #take(state: ShowState): void {
    this.#change({ state, place: placeOf(this.#slides, state) })
  }

  #change(change: Partial<ShowView>): void {
    this.#view = { ...this.#view, ...change }
    for (const listener of this.#listeners) listener()
  }
}
