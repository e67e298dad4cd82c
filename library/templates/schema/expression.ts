import jsonata from 'jsonata'
import { BoundedRegExp } from './bounded-reg-exp.ts'

/** What one expression may take: milliseconds, nested calls, entries of a sequence. */
const LIMITS = { timeout: 1_000, stack: 300, sequence: 100_000 } as const
const LONGEST_PAD = 10_000

/** A JSONata expression ready to be evaluated again and again. */
export interface CompiledExpression {
  /**
   * @param bindings without `$`, e.g. `row`
   * @throws when it fails, or takes longer or goes deeper than the limits allow
   */
  evaluate(input: unknown, bindings: Readonly<Record<string, unknown>>): Promise<unknown>
}

/**
 * Compiles an expression. JSONata reaches nothing but the data it is given: no file, no network.
 * @throws when it does not parse
 */
export function compileExpression(expression: string): CompiledExpression {
  const compiled = jsonata(expression, { ...LIMITS, RegexEngine: BoundedRegExp as unknown as RegExpConstructor })
  compiled.registerFunction('pad', boundedPad, '<s-ns?:s>')
  return {
    async evaluate(input, bindings) {
      const value: unknown = await compiled.evaluate(input, { ...bindings })
      return typeof value === 'function' ? undefined : value
    },
  }
}

export function isBrokenExpression(expression: string): boolean {
  try {
    jsonata(expression)
    return false
  } catch {
    return true
  }
}

/** JSONata's own would fill the memory for a great width. */
function boundedPad(text: string | undefined, width: number, character = ' '): string | undefined {
  if (text === undefined) return undefined
  const target = Math.min(Math.abs(Math.trunc(width)), LONGEST_PAD)
  return width < 0 ? text.padStart(target, character) : text.padEnd(target, character)
}
