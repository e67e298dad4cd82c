import type { Matches } from './index/passage-index.ts'

/** Matches of one kind; what is in an earlier tier stands before everything in a later one. */
export interface Tier {
  readonly matches: Matches
  /** Why they were found, when not obvious. */
  readonly why?: string | undefined
}

/** All tiers as one list, best first, each passage once. */
export interface JoinedTiers extends Matches {
  /** Where each tier ends in the list. */
  readonly ends: readonly { readonly end: number; readonly why?: string | undefined }[]
}

/**
 * Puts tiers after each other. Scores of different tiers do not compare: a later tier's are lowered
 * below the one before it, so that the order can be read from the scores.
 */
export function joinTiers(tiers: readonly Tier[]): JoinedTiers {
  const filled = tiers.filter((tier) => tier.matches.passages.length > 0)
  const [only] = filled
  if (filled.length === 1 && only) {
    return { ...only.matches, ends: [{ end: only.matches.passages.length, why: only.why }] }
  }
  const room = filled.reduce((sum, tier) => sum + tier.matches.passages.length, 0)
  const passages = new Uint32Array(room)
  const scores = new Float32Array(room)
  const ends: JoinedTiers['ends'][number][] = []
  const seen = new Set<number>()
  let length = 0
  for (const [at, { matches, why }] of filled.entries()) {
    const step = length === 0 ? 0 : Math.max(0, (matches.scores[0] ?? 0) - (scores[length - 1] ?? 0) + 0.01)
    const isLast = at === filled.length - 1
    for (let i = 0; i < matches.passages.length; i++) {
      const passage = matches.passages[i] as number
      if (seen.has(passage)) continue
      if (!isLast) seen.add(passage)
      passages[length] = passage
      scores[length++] = (matches.scores[i] as number) - step
    }
    ends.push({ end: length, why })
  }
  return { passages: passages.subarray(0, length), scores: scores.subarray(0, length), ends }
}
