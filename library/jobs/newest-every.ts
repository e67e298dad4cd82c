import { setTimeout as wait } from 'node:timers/promises'

/**
 * Thins a stream of states out to one every so often. What comes too soon waits for the rest of the time and gives way
 * to anything newer meanwhile, so that the last state before a long silence is told too.
 * @param interval milliseconds between two states
 * @param isUrgent states that are told at once
 */
export async function* newestEvery<T>(
  states: AsyncIterable<T>,
  interval: number,
  isUrgent: (state: T) => boolean,
): AsyncGenerator<T> {
  const source = states[Symbol.asyncIterator]()
  let toldAt = Number.NEGATIVE_INFINITY
  let next = source.next()
  try {
    for (let arrived = await next; !arrived.done; arrived = await next) {
      let state = arrived.value
      next = source.next()
      while (!isUrgent(state)) {
        const rest = toldAt + interval - performance.now()
        const newer = rest > 0 ? await within(rest, next) : undefined
        if (!newer || newer.done) break
        state = newer.value
        next = source.next()
      }
      toldAt = performance.now()
      yield state
    }
  } finally {
    // Not awaited: a source that is waiting ends with its next state.
    next.catch(() => {})
    void source.return?.().catch(() => {})
  }
}

/** What comes, or undefined when the time is over before; no timer is left behind. */
async function within<T>(milliseconds: number, coming: Promise<T>): Promise<T | undefined> {
  const over = new AbortController()
  const time = wait(milliseconds, undefined, { signal: over.signal }).catch(() => undefined)
  try {
    return await Promise.race([coming, time])
  } finally {
    over.abort()
  }
}
