import type { OfferedComparison } from '../../../library/updates/update-view.ts'
import type { ShownComparison } from '../../reading/comparison-view.tsx'

/** An item of a release as the reading desk shows comparisons; the newer text is the one in the library. */
export function comparedChange({
  itemId,
  passages,
}: Pick<OfferedComparison, 'itemId' | 'passages'> & Partial<OfferedComparison>): ShownComparison {
  const count = (...types: readonly string[]) => passages.filter(({ type }) => types.includes(type)).length
  return {
    itemId,
    from: { revision: '' },
    to: { revision: '' },
    summary: {
      added: count('added'),
      removed: count('removed'),
      changed: count('changed'),
      same: count('same', 'moved'),
    },
    passages,
  }
}
