/** The pairs of neighbouring characters of a text. */
export function characterPairs(text: string): Set<string> {
  const pairs = new Set<string>()
  for (let i = 0; i + 1 < text.length; i++) pairs.add(text.slice(i, i + 2))
  return pairs
}

/** How alike two texts are by the pairs they share: 0 to 1 (Dice). */
export function pairLikeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let common = 0
  for (const pair of small) if (large.has(pair)) common += 1
  return (2 * common) / (a.size + b.size)
}
