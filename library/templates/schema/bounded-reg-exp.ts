import { createContext, Script } from 'node:vm'

/** Milliseconds for one use. */
const LONGEST = 200

/** UTF-16 units up to which a plain pattern needs no watch. */
const SHORT = 300
/** Repeats that may take any number of characters; each one more is another power of the text's length. */
const MOST_REPEATS = 2
/** Each optional piece doubles the ways to go. */
const MOST_OPTIONAL = 8

const sandbox = createContext(Object.create(null) as object)
const execute = new Script('pattern.exec(text)')

/** A regular expression of a pack, stopped by its time when it backtracks without end: nothing else could stop it. */
export class BoundedRegExp {
  readonly #pattern: RegExp
  readonly #plain: boolean
  constructor(pattern: string | RegExp, flags?: string) {
    this.#pattern = new RegExp(pattern, flags)
    this.#plain = isPlain(this.#pattern.source)
  }
  get lastIndex(): number {
    return this.#pattern.lastIndex
  }
  set lastIndex(value: number) {
    this.#pattern.lastIndex = value
  }
  /** @throws {Error} ERR_SCRIPT_EXECUTION_TIMEOUT */
  exec(text: string): RegExpExecArray | null {
    // Watching takes longer than most patterns do.
    if (this.#plain && text.length <= SHORT) return this.#pattern.exec(text)
    Object.assign(sandbox, { pattern: this.#pattern, text })
    return execute.runInContext(sandbox, { timeout: LONGEST }) as RegExpExecArray | null
  }
  test(text: string): boolean {
    return this.exec(text) !== null
  }
}

/** Whether a pattern can only backtrack a little: no repeated group, nothing that looks back, few open repeats. */
function isPlain(source: string): boolean {
  const bare = source.replace(/\\[^1-9k]/g, 'x').replace(/\[[^\]]*\]/g, 'x')
  if (/\)(?:[*+]|\{)|\\[1-9k]/.test(bare)) return false
  const repeats = bare.match(/[*+]|\{\d*,/g)?.length ?? 0
  const optional = bare.match(/[^(]\?/g)?.length ?? 0
  return repeats <= MOST_REPEATS && optional <= MOST_OPTIONAL
}
