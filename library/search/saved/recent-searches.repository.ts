import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import type { RecentSearch } from './saved-view.ts'

type Db = Kysely<LibraryTables>

/** How many searches are remembered. */
const RECENT_KEPT = 50

/** Newest first. */
export function listRecentSearches(db: Db): Promise<RecentSearch[]> {
  return db.selectFrom('recent_search').select(['query', 'at']).orderBy('at', 'desc').orderBy('query').execute()
}

/** Remembers a search; only the latest {@link RECENT_KEPT}, each once, and no count of anything. */
export async function touchRecentSearch(db: Db, query: string, at: string): Promise<void> {
  await db
    .insertInto('recent_search')
    .values({ query, at })
    .onConflict((conflict) => conflict.column('query').doUpdateSet({ at }))
    .execute()
  const kept = db.selectFrom('recent_search').select('query').orderBy('at', 'desc').limit(RECENT_KEPT)
  await db.deleteFrom('recent_search').where('query', 'not in', kept).execute()
}

/** @param query the one to forget; all when left out */
export async function forgetRecentSearches(db: Db, query: string | undefined): Promise<void> {
  const forget = db.deleteFrom('recent_search')
  await (query === undefined ? forget : forget.where('query', '=', query)).execute()
}
