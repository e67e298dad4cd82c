/**
 * How alike two texts are, 0 to 1, by their pieces: the share of the shorter one that stands in the other, or where it
 * is too short to tell, of both together.
 */
export function likenessOf(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const [less, more] = one.size <= other.size ? [one, other] : [other, one]
  if (less.size === 0) return 0
  let common = 0
  for (const shingle of less) if (more.has(shingle)) common++
  return less.size >= ENOUGH ? common / less.size : common / (less.size + more.size - common)
}

/** Pieces from which on a text that lies within another is told apart from chance. */
const ENOUGH = 150
