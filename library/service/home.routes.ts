import { Hono } from 'hono'
import { countByKind, countByTopic, listItems } from '../items/items.repository.ts'
import type { JobRunner } from '../jobs/job-runner.ts'
import { listFavourites, listRecent } from '../reading/reading.repository.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import type { HomeView } from './home-view.ts'

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
