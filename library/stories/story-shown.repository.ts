import type { Kysely } from 'kysely'
import type { LibraryTables } from '../store/schema.ts'

type Db = Kysely<LibraryTables>

/** When each story of the day was shown on this machine, `YYYY-MM-DD` by story. */
export async function findShown(db: Db): Promise<Map<string, string>> {
  const rows = await db.selectFrom('story_shown').selectAll().execute()
  return new Map(rows.map(({ story_id, shown_on }) => [story_id, shown_on]))
}

/** Notes that a story was seen on a day. */
export async function markShown(db: Db, storyId: string, on: string): Promise<void> {
  await db
    .insertInto('story_shown')
    .values({ story_id: storyId, shown_on: on })
    .onConflict((conflict) => conflict.column('story_id').doUpdateSet({ shown_on: on }))
    .execute()
}
