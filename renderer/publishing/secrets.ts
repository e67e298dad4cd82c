/**
 * Passphrases on their way from a field to the service. They stay out of React's state and of what a
 * query client remembers of a request; whoever sends them takes them, and then they are gone.
 */
export class Secrets {
  readonly #held = new Map<string, string>()

  /** Holds what was typed for a key; nothing typed, nothing held. */
  hold(name: string, passphrase: string): void {
    if (passphrase === '') this.#held.delete(name)
    else this.#held.set(name, passphrase)
  }

  has(name: string): boolean {
    return this.#held.has(name)
  }

  get names(): readonly string[] {
    return [...this.#held.keys()]
  }

  /** Everything, by the keys' names, for a step that may have to be tried again. */
  read(): Record<string, string> {
    return Object.fromEntries(this.#held)
  }

  /** Hands everything over and forgets it. */
  take(): Record<string, string> {
    const taken = this.read()
    this.forget()
    return taken
  }

  forget(): void {
    this.#held.clear()
  }
}
