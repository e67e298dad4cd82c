import { wrongAmounts } from './contradiction/amounts.ts'
import { twoIdentities } from './contradiction/identities.ts'
import { wrongNumbers } from './contradiction/numbers.ts'
import { wrongSums } from './contradiction/table-sums.ts'
import type { Fault, Rule } from './rule.ts'

/** What cannot be true together, and numbers that cannot be right. */
export const contradiction: Rule = {
  title: '前后矛盾',
  find: ({ document }): Fault[] => [
    ...wrongNumbers(document),
    ...twoIdentities(document),
    ...wrongAmounts(document),
    ...wrongSums(document),
  ],
}
