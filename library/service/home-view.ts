import type { ItemKind } from '../items/item-kind.ts'
import type { ItemSummary } from '../items/item-view.ts'
import type { JobView } from '../jobs/job-view.ts'
import type { Favourite, RecentItem } from '../reading/reading-view.ts'

/** What the first page shows: what is here, and where the person was. It counts texts, never people. */
export interface HomeView {
  readonly counts: Readonly<Record<ItemKind, number>>
  readonly topics: readonly { readonly name: string; readonly count: number }[]
  readonly recent: readonly RecentItem[]
  readonly favourites: readonly Favourite[]
  readonly newest: readonly ItemSummary[]
  readonly jobs: readonly JobView[]
}
