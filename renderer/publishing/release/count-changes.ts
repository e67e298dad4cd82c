import type { OfferedChange, OfferedChangeType } from '../../../library/updates/update-view.ts'

export const changeTypes = ['new', 'changed', 'withdrawn', 'returned'] as const satisfies readonly OfferedChangeType[]

export type ChangeCounts = Readonly<Record<OfferedChangeType, number>>

/** How many items each kind of change concerns. */
export function countChanges(changes: readonly Pick<OfferedChange, 'type'>[]): ChangeCounts {
  const counts = { new: 0, changed: 0, withdrawn: 0, returned: 0 }
  for (const { type } of changes) counts[type] += 1
  return counts
}
