import type { EngineFilter, OpenEngine } from './engines/engine.ts'

/** What every engine is asked, in the words of people. */
export interface Workload {
  /** Growing beginnings of words, as they are typed. */
  readonly typing: readonly string[]
  /** Two words each. */
  readonly short: readonly (readonly [string, string])[]
  /** Questions in plain words. */
  readonly long: readonly string[]
  readonly filters: readonly EngineFilter[]
}

/**
 * @param words of our vocabulary
 * @param texts of passages; two words are asked for together that stand together in one of these
 * @param most how many of each kind are asked, evenly chosen
 */
export function createWorkload(
  words: readonly string[],
  questions: readonly string[],
  texts: readonly string[],
  most: number,
): Workload {
  const evenly = <T>(all: readonly T[]) => {
    const step = Math.max(1, Math.ceil(all.length / most))
    return all.filter((_, index) => index % step === 0)
  }
  const pairs = new Map<string, readonly [string, string]>()
  for (const text of texts) {
    const held = words.filter((word) => text.includes(word))
    const [first = '', second] = held.filter((word) => !held.some((other) => other !== word && other.includes(word)))
    if (second !== undefined) pairs.set(`${first} ${second}`, [first, second])
  }
  return {
    typing: evenly(words.flatMap((word) => [...word].map((_, end) => [...word].slice(0, end + 1).join('')))),
    short: evenly([...pairs.values()]),
    long: evenly(questions),
    filters: [{ after: '2015-01-01' }, { topic: '行政法规' }],
  }
}

/** Milliseconds of each query, and how many passages the answers of a kind held together. */
export interface Answers {
  readonly ms: readonly number[]
  readonly found: number
}
export type QueryKind = 'typing' | 'short' | 'long' | 'filtered'

/** Asks everything once, after a tenth of it to warm up. */
export function askAll(engine: OpenEngine, workload: Workload): Record<QueryKind, Answers> {
  return {
    typing: ask(workload.typing, (typed) => engine.type(typed)),
    short: ask(workload.short, (words) => engine.all(words)),
    long: ask(workload.long, (question) => engine.any(question)),
    filtered: ask(workload.short, (words, turn) => engine.all(words, workload.filters[turn % workload.filters.length])),
  }
}

function ask<T>(queries: readonly T[], answer: (query: T, turn: number) => number): Answers {
  queries.slice(0, Math.ceil(queries.length / 10)).forEach((query, turn) => void answer(query, turn))
  let found = 0
  const ms = queries.map((query, turn) => {
    const started = performance.now()
    found += answer(query, turn)
    return performance.now() - started
  })
  return { ms, found }
}
