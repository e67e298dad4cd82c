import type { FeedEntry } from '../feed-view.ts'

/** The withdrawals by the entry they are about. */
export function withdrawalsOf<E extends FeedEntry>(entries: readonly E[]): Map<string, E> {
  const withdrawals = entries.filter(({ type }) => type === 'withdrawal')
  return new Map(withdrawals.flatMap((entry) => (entry.of === undefined ? [] : [[entry.of, entry]])))
}

/** The entries of stories that were not withdrawn, in the order given. */
export function standingEntries<E extends FeedEntry>(entries: readonly E[]): (E & { readonly storyId: string })[] {
  const withdrawn = withdrawalsOf(entries)
  return entries.flatMap((entry) =>
    entry.type === 'story' && entry.storyId !== undefined && !withdrawn.has(entry.id)
      ? [{ ...entry, storyId: entry.storyId }]
      : [],
  )
}
