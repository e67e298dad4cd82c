import type { HistoryEntry } from '../../library/items/item-view.ts'

export interface Sides {
  readonly from: string | undefined
  readonly to: string | undefined
}

/**
 * The two revisions to compare. What the address leaves out is the current one (else the newest) and
 * the one before it. `history` is newest first.
 */
export function chosenSides(history: readonly HistoryEntry[], given: Partial<Sides>): Sides {
  const known = (revision: string | undefined) => history.find((entry) => entry.revision === revision)
  const to =
    known(given.to) ??
    history.find((entry) => entry.current && history.indexOf(entry) < history.length - 1) ??
    history[0]
  const before = to && history[history.indexOf(to) + 1]
  const from = known(given.from) ?? before ?? history.find((entry) => entry !== to)
  return { from: from?.revision, to: to?.revision }
}
