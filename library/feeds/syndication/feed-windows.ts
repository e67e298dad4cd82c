import type { FeedEntry } from '../feed-view.ts'

/** Entries in one archive document. */
const ARCHIVED_TOGETHER = 50
/** The subscription document holds no fewer, where there are as many. */
const FEWEST = 25

export interface FeedWindows {
  /** Newest first: everything that is in no full archive, and at least the newest ones. */
  readonly subscription: readonly FeedEntry[]
  /**
   * Oldest first. Each holds the same entries for ever once the next has begun; the last one is still growing.
   * Empty while everything is in the subscription document.
   */
  readonly archives: readonly (readonly FeedEntry[])[]
}

/**
 * Divides a column's entries over an archived feed's documents (RFC 5005 §4).
 * @param entries every entry there ever was, newest first
 */
export function feedWindows(entries: readonly FeedEntry[]): FeedWindows {
  const oldestFirst = entries.toReversed()
  const archives: FeedEntry[][] = []
  for (let from = 0; from < oldestFirst.length; from += ARCHIVED_TOGETHER) {
    archives.push(oldestFirst.slice(from, from + ARCHIVED_TOGETHER).reverse())
  }
  if (archives.length <= 1) return { subscription: entries, archives: [] }
  const growing = archives.at(-1)?.length ?? 0
  const newest = entries.slice(0, Math.max(growing, FEWEST))
  // A story corrected lately is told again under its own id, so that readers change the text they keep.
  const corrected = new Set(newest.flatMap(({ type, of }) => (type === 'correction' && of !== undefined ? [of] : [])))
  return { subscription: entries.filter((entry, index) => index < newest.length || corrected.has(entry.id)), archives }
}
