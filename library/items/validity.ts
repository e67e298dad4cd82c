import { z } from 'zod'

/**
 * Validity (时效) of a revision on a day: 现行, 尚未生效, 已修改, 已废止, 失效.
 * `amended` is a revision that a newer one in force has superseded.
 */
export const Validity = z.enum(['in-force', 'not-yet', 'amended', 'repealed', 'expired'])
export type Validity = z.infer<typeof Validity>

/** The dates that decide validity, each `YYYY-MM-DD`. */
export interface ValidityFacts {
  readonly effectiveFrom?: string | undefined
  readonly repealedOn?: string | undefined
  readonly expiresOn?: string | undefined
}

/** Validity by a revision's own dates alone, on `today` (`YYYY-MM-DD`); supersession is decided by {@link arrangeHistory}. */
export function ownValidity(facts: ValidityFacts, today: string): Validity {
  if (facts.repealedOn && facts.repealedOn <= today) return 'repealed'
  if (facts.expiresOn && facts.expiresOn < today) return 'expired'
  if (facts.effectiveFrom && facts.effectiveFrom > today) return 'not-yet'
  return 'in-force'
}
