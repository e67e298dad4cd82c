import type { Matches } from './passage-index.ts'

/** Scores are sorted by so many bits at a time; three times are enough for 32. */
const DIGIT_BITS = 11
const DIGITS = 2 ** DIGIT_BITS

/**
 * All passages, best first and of equals in the order given. The bits of scores, taken as whole numbers, are sorted
 * digit by digit, in a time that grows with their number alone.
 */
export function sortedMatches(passages: Uint32Array, scores: Float32Array): Matches {
  return inOrder(passages, scores, sortedDown(placesOf(passages), ascendingBits(scores)))
}

/** As {@link sortedMatches}, of passages in no order: of equals the one with the lower number comes first. */
export function sortedBest(passages: Uint32Array, scores: Float32Array): Matches {
  const byNumber = sortedDown(placesOf(passages), passages).reverse()
  return inOrder(passages, scores, sortedDown(byNumber, ascendingBits(scores)))
}

const placesOf = (passages: Uint32Array): Uint32Array => Uint32Array.from(passages.keys())

function inOrder(passages: Uint32Array, scores: Float32Array, order: Uint32Array): Matches {
  const sorted = { passages: new Uint32Array(order.length), scores: new Float32Array(order.length) }
  for (let i = 0; i < order.length; i++) {
    const at = order[i] as number
    sorted.passages[i] = passages[at] as number
    sorted.scores[i] = scores[at] as number
  }
  return sorted
}

/** Puts places in the order of their numbers, the highest first; equal ones stay as they are to each other. */
function sortedDown(places: Uint32Array, numbers: Uint32Array): Uint32Array {
  const { length } = places
  let order = places
  let next: Uint32Array = new Uint32Array(length)
  const ends = new Uint32Array(DIGITS)
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
    ends.fill(0)
    for (let i = 0; i < length; i++) {
      const digit = digitOf(numbers[i] as number, shift)
      ends[digit] = (ends[digit] as number) + 1
    }
    let end = 0
    for (let digit = 0; digit < DIGITS; digit++) {
      const count = ends[digit] as number
      ends[digit] = end
      end += count
    }
    for (let i = 0; i < length; i++) {
      const at = order[i] as number
      const digit = digitOf(numbers[at] as number, shift)
      const to = ends[digit] as number
      ends[digit] = to + 1
      next[to] = at
    }
    ;[order, next] = [next, order]
  }
  return order
}

/** The highest number has the lowest digits. */
const digitOf = (bits: number, shift: number) => DIGITS - 1 - ((bits >>> shift) & (DIGITS - 1))

/** Whole numbers in the order of the scores: those below 0 have all their bits the other way round. */
function ascendingBits(scores: Float32Array): Uint32Array {
  // Adding 0 makes one of the two zeros, which are equal but have different bits.
  const bits = new Uint32Array(scores.map((score) => score + 0).buffer)
  for (let i = 0; i < bits.length; i++) {
    const one = bits[i] as number
    bits[i] = one >= 0x8000_0000 ? ~one : one | 0x8000_0000
  }
  return bits
}
