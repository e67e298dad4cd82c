import type { FeedEntry } from '../../../library/feeds/feed-view.ts'

/** The entries of each issue, the newest issue first; within one, in the order given. */
export function entriesByIssue(entries: readonly FeedEntry[]): readonly (readonly [number, readonly FeedEntry[]])[] {
  const issues = new Map<number, FeedEntry[]>()
  for (const entry of entries) issues.set(entry.issue, [...(issues.get(entry.issue) ?? []), entry])
  return [...issues].sort(([one], [other]) => other - one)
}
