import { Hono } from 'hono'
import type { ItemKind } from '../items/item-kind.ts'
import type { ItemSummary } from '../items/item-view.ts'
import { countByKind, countByTopic, listItems } from '../items/items.repository.ts'
import type { JobRunner } from '../jobs/job-runner.ts'
import type { JobView } from '../jobs/job-view.ts'
import { listFavourites, listRecent } from '../reading/reading.repository.ts'
import type { Favourite, RecentItem } from '../reading/reading-view.ts'
import type { LibraryAccess } from '../store/library-access.ts'

/** What the first page shows: what is here, and where the person was. It counts texts, never people. */
export interface HomeView {
  readonly counts: Readonly<Record<ItemKind, number>>
  readonly topics: readonly { readonly name: string; readonly count: number }[]
  readonly recent: readonly RecentItem[]
  readonly favourites: readonly Favourite[]
  readonly newest: readonly ItemSummary[]
  readonly jobs: readonly JobView[]
}

/** `/api/home` */
export function homeRoutes(library: LibraryAccess, jobs: JobRunner) {
  return new Hono().get('/', async (c) => {
    const [counts, topics, recent, favourites, { items }] = await Promise.all([
      countByKind(library.db),
      countByTopic(library.db, 24),
      listRecent(library.db, 8),
      listFavourites(library.db),
      listItems(library.db, { sort: 'recorded', limit: 8, offset: 0 }),
    ])
    const view: HomeView = {
      counts,
      topics,
      recent,
      favourites: favourites.slice(0, 8),
      newest: items,
      jobs: jobs.active(),
    }
    return c.json(view)
  })
}
