import type { ItemHits, SearchHit } from '../../library/search/search-view.ts'

/** One line of the list that can be moved to: an item's title, or one passage of it. */
export interface ResultHit {
  /** Unique in the answer and the same in the next one. */
  readonly key: string
  readonly item: ItemHits
  /** The revision to open; absent for the current one, which keeps its short address. */
  readonly revision: string | undefined
  /** Empty for the title, and for what a text says of itself before its first passage. */
  readonly anchor: string
  /** Absent for the title. */
  readonly passage?: SearchHit | undefined
}

/**
 * The lines of an answer in the order shown.
 * @param pinned true when older revisions may have been found, which are then opened as such
 */
export function resultHits(items: readonly ItemHits[], pinned: boolean): ResultHit[] {
  return items.flatMap((item) => {
    const revision = pinned ? item.revision : undefined
    const key = `${item.itemId} ${item.revision}`
    return [
      { key, item, revision, anchor: '' },
      ...item.passages.map((passage) => ({
        key: `${key} #${passage.anchor}`,
        item,
        revision,
        anchor: passage.anchor,
        passage,
      })),
    ]
  })
}
