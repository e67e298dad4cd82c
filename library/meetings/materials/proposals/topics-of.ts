import type { LibraryAccess } from '../../../store/library-access.ts'
import type { MaterialCitation } from '../citations-of.ts'
import type { MaterialRecord } from '../material.schema.ts'

/** Topics that are looked for at most. */
const MOST = 6

/** What a material is about: its own topics, or where it has none those of what it cites. */
export async function topicsOf(
  { db }: Pick<LibraryAccess, 'db'>,
  { topics }: MaterialRecord,
  citations: readonly MaterialCitation[],
): Promise<string[]> {
  if (topics.length > 0) return topics.slice(0, MOST)
  const ids = [...new Set(citations.flatMap(({ itemId }) => itemId ?? []))].slice(0, 50)
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('item_topic')
    .where('item_id', 'in', ids)
    .select('topic')
    .orderBy('item_id')
    .execute()
  return [...new Set(rows.map(({ topic }) => topic))].slice(0, MOST)
}
