import type { LedgerConflict } from '../../../library/templates/batch/batch-view.ts'

/** By key and column of a conflict, the value that holds. */
export type ChosenValues = Readonly<Record<string, Readonly<Record<string, string>>>>

export const chosenOf = (chosen: ChosenValues, { key, column }: LedgerConflict): string | undefined =>
  Object.hasOwn(chosen, key) ? chosen[key]?.[column] : undefined

export function choose(chosen: ChosenValues, { key, column }: LedgerConflict, value: string): ChosenValues {
  return { ...chosen, [key]: { ...chosen[key], [column]: value } }
}

/** Every conflict by the ledger that was added last, or first, among those that say something. */
export function takeLedger(
  conflicts: readonly LedgerConflict[],
  files: readonly string[],
  which: 'newest' | 'first',
): ChosenValues {
  let chosen: ChosenValues = {}
  for (const conflict of conflicts) {
    const inOrder = conflict.values
      .filter(({ value }) => value !== '')
      .toSorted((a, b) => files.indexOf(a.file) - files.indexOf(b.file))
    const taken = which === 'newest' ? inOrder.at(-1) : inOrder[0]
    if (taken) chosen = choose(chosen, conflict, taken.value)
  }
  return chosen
}

/** The different things said of a conflict, each with who says so. */
export function versionsOf({ values }: LedgerConflict): readonly { value: string; from: LedgerConflict['values'] }[] {
  const byValue = Map.groupBy(
    values.filter(({ value }) => value !== ''),
    ({ value }) => value,
  )
  return [...byValue].map(([value, from]) => ({ value, from }))
}

export const unsettled = (conflicts: readonly LedgerConflict[], chosen: ChosenValues): number =>
  conflicts.filter((conflict) => chosenOf(chosen, conflict) === undefined).length
