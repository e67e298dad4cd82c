const storageKey = 'xinhuo.token'

/** What the session needs of the page; the tests give their own. */
export interface SessionPlace {
  readonly location: Pick<Location, 'hash' | 'pathname' | 'search' | 'protocol'>
  readonly history: Pick<History, 'replaceState'>
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>
  readonly fetch: typeof fetch
}

/**
 * Holds the token of this window. A browser window is opened with `#ticket=…`, which is exchanged
 * once for a token; the desktop shell's own pipe needs none.
 */
export class Session {
  readonly #place: SessionPlace

  constructor(place: SessionPlace) {
    this.#place = place
  }

  get token(): string | undefined {
    return this.#place.storage.getItem(storageKey) ?? undefined
  }

  /** Exchanges the ticket in the address, if there is one, and takes it out of the address first. */
  async open(): Promise<void> {
    const { location, history, storage, fetch } = this.#place
    const ticket = new URLSearchParams(location.hash.replace(/^#/, '')).get('ticket')
    if (!ticket) return
    history.replaceState(null, '', location.pathname + location.search)
    if (location.protocol === 'app:') return
    const response = await fetch('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ticket }),
    })
    if (!response.ok) return // An earlier token, if any, still counts; without one the first request is refused.
    const answer = (await response.json()) as { token: string }
    storage.setItem(storageKey, answer.token)
  }
}

export const session = new Session({
  location: globalThis.location,
  history: globalThis.history,
  storage: globalThis.sessionStorage,
  fetch: (input, init) => globalThis.fetch(input, init),
})
