import type { PassageChange } from '../../library/items/item-view.ts'

/** A line of the comparison: a passage, or a run of unchanged ones folded together. */
export type ComparisonRow =
  | { readonly kind: 'passage'; readonly index: number }
  | { readonly kind: 'fold'; readonly first: number; readonly last: number }

/** A single unchanged passage is as short as its fold, so it stays. */
const SHORTEST_FOLD = 2

/**
 * The lines to show of a comparison.
 * @param opened first passages of the folds the person opened
 */
export function comparisonRows(
  passages: readonly PassageChange[],
  onlyChanges: boolean,
  opened: ReadonlySet<number>,
): ComparisonRow[] {
  const rows: ComparisonRow[] = []
  let index = 0
  while (index < passages.length) {
    let end = index
    while (passages[end]?.type === 'same') end += 1
    const fold = onlyChanges && end - index >= SHORTEST_FOLD && !opened.has(index)
    if (fold) rows.push({ kind: 'fold', first: index, last: end - 1 })
    else for (let i = index; i < end; i += 1) rows.push({ kind: 'passage', index: i })
    if (end < passages.length) rows.push({ kind: 'passage', index: end })
    index = end + 1
  }
  return rows
}

/** The rows that hold a change, in order. */
export function changedRows(rows: readonly ComparisonRow[], passages: readonly PassageChange[]): number[] {
  return rows.flatMap((row, at) => (row.kind === 'passage' && passages[row.index]?.type !== 'same' ? [at] : []))
}

/** The change `step` from row `at`, staying at the first and last; -1 when nothing changed. */
export function stepChange(changes: readonly number[], at: number, step: 1 | -1): number {
  const next = step === 1 ? changes.find((row) => row > at) : changes.findLast((row) => row < at)
  return next ?? (step === 1 ? changes.at(-1) : changes[0]) ?? -1
}
