import { type Kysely, sql } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'

type Db = Kysely<LibraryTables>

/** Begins the ids of tasks that a story's day of being looked at again raised; its id and the day follow. */
export const REVIEW_TASK = 'review-'

/** Approved stories whose day of publication has come. */
export async function findScheduled(db: Db, today: string): Promise<string[]> {
  const rows = await db
    .selectFrom('story')
    .where('scheduled_for', '<=', today)
    .where('state', '=', 'approved')
    .where('discarded_at', 'is', null)
    .orderBy('scheduled_for')
    .orderBy('id')
    .select('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Published stories whose day of being looked at again has come, and which no task was raised for yet. */
export async function findForReview(db: Db, today: string): Promise<{ id: string; reviewOn: string }[]> {
  const rows = await db
    .selectFrom('story')
    .where('review_on', '<=', today)
    .where('state', '=', 'published')
    .where('discarded_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('story_task')
            .select('story_task.id')
            .where('story_task.id', '=', sql<string>`${REVIEW_TASK} || story.id || '-' || story.review_on`),
        ),
      ),
    )
    .orderBy('review_on')
    .orderBy('id')
    .select(['id', 'review_on'])
    .execute()
  return rows.flatMap(({ id, review_on }) => (review_on === null ? [] : [{ id, reviewOn: review_on }]))
}
