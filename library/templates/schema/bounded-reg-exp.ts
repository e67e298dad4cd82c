import { createContext, Script } from 'node:vm'

/** Milliseconds for one use. */
const LONGEST = 200

const sandbox = createContext(Object.create(null) as object)
const execute = new Script('pattern.exec(text)')

/** A regular expression of a pack, stopped by its time when it backtracks without end: nothing else could stop it. */
export class BoundedRegExp {
  readonly #pattern: RegExp
  constructor(pattern: string | RegExp, flags?: string) {
    this.#pattern = new RegExp(pattern, flags)
  }
  get lastIndex(): number {
    return this.#pattern.lastIndex
  }
  set lastIndex(value: number) {
    this.#pattern.lastIndex = value
  }
  /** @throws {Error} ERR_SCRIPT_EXECUTION_TIMEOUT */
  exec(text: string): RegExpExecArray | null {
    Object.assign(sandbox, { pattern: this.#pattern, text })
    return execute.runInContext(sandbox, { timeout: LONGEST }) as RegExpExecArray | null
  }
  test(text: string): boolean {
    return this.exec(text) !== null
  }
}
