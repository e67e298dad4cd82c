import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import type { FeedBuildRecord } from '../feed-view.ts'

/** Keeps where a column was written last: one record for each folder. */
export async function saveFeedBuild(db: Kysely<LibraryTables>, feedId: string, build: FeedBuildRecord): Promise<void> {
  const { at, issue, manifest, files } = build
  await db
    .insertInto('feed_build')
    .values({ feed_id: feedId, ...build })
    .onConflict((conflict) => conflict.columns(['feed_id', 'out']).doUpdateSet({ at, issue, manifest, files }))
    .execute()
}
