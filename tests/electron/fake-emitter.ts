/** Remembers listeners and calls them, as an Electron object does. */
export class FakeEmitter {
  readonly #listeners = new Map<string, ((...args: never[]) => void)[]>()

  on(event: string, listener: (...args: never[]) => void): this {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener])
    return this
  }

  once(event: string, listener: (...args: never[]) => void): this {
    return this.on(event, listener)
  }

  emit(event: string, ...args: unknown[]): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(...(args as never[]))
  }
}
