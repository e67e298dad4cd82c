/** Random numbers in [0, 1) that are the same for the same seed (mulberry32). */
export type Random = () => number

export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A whole number in 0 … below − 1. */
export const anyBelow = (random: Random, below: number) => Math.floor(random() * below)

/** Any one of a list that is not empty. */
export const anyOf = <T>(random: Random, list: ArrayLike<T>) => list[anyBelow(random, list.length)] as T
