import type { BatchFailure } from '../../../library/templates/batch/batch-view.ts'

/** Rows of a spreadsheet as they were given. */
export interface SourceRows {
  readonly columns: readonly string[]
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[]
}

interface Words {
  readonly reason: string
  readonly row: string
  readonly name: string
}

/**
 * A spreadsheet of the rows that were not made: the columns as they were given, so that it is matched as before, and
 * the reason in a column behind them. Where the rows are no longer known: their numbers, names and reasons.
 */
export function mendingSheet(
  failed: readonly BatchFailure[],
  source: SourceRows | undefined,
  words: Words,
): { readonly headings: readonly string[]; readonly lines: readonly (readonly string[])[] } {
  const reasonsOf = ({ reasons }: BatchFailure) => reasons.join('；')
  if (!source) {
    return {
      headings: [words.row, words.name, words.reason],
      lines: failed.map((failure) => [String(failure.row), failure.name, reasonsOf(failure)]),
    }
  }
  // Mended once already, it has that column from before.
  const kept = source.columns.map((column, at) => ({ column, at })).filter(({ column }) => column !== words.reason)
  const byRow = new Map(source.rows.map(({ row, cells }) => [row, cells]))
  return {
    headings: [...kept.map(({ column }) => column), words.reason],
    lines: failed.map((failure) => [...kept.map(({ at }) => byRow.get(failure.row)?.[at] ?? ''), reasonsOf(failure)]),
  }
}
