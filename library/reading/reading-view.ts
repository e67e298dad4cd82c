import type { ItemKind } from '../items/item-kind.ts'
import type { Validity } from '../items/validity.ts'

/** An item or one of its passages the person keeps at hand (收藏). */
export interface Favourite {
  readonly itemId: string
  /** Empty for the whole item. */
  readonly anchor: string
  readonly kind: ItemKind
  readonly title: string
  readonly validity: Validity
  readonly addedAt: string
}

/** A private note on a passage (批注); stays on this machine. */
export interface Note {
  readonly id: string
  readonly itemId: string
  /** Empty for the whole item. */
  readonly anchor: string
  /** The revision that was being read when the note was written. */
  readonly revision: string
  readonly title: string
  readonly text: string
  readonly createdAt: string
  readonly updatedAt: string
}

export interface RecentItem {
  readonly itemId: string
  readonly anchor: string
  readonly kind: ItemKind
  readonly title: string
  readonly validity: Validity
  readonly openedAt: string
}
