import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../../store/schema.ts'

/** The texts of policies in force that end others, as stored: the canonical form in JSON. */
export async function listRepealingTexts(
  db: Kysely<LibraryTables>,
): Promise<{ itemId: string; title: string; content: string }[]> {
  const rows = await db
    .selectFrom('item')
    .innerJoin('revision', 'revision.sha256', 'item.current_revision')
    .where('item.kind', '=', 'policy')
    .where('item.validity', '=', 'in-force')
    .where('item.put_away_at', 'is', null)
    .where('revision.content', 'like', '%同时废止%')
    .select(['item.id as itemId', 'item.title', 'revision.content'])
    .execute()
  return rows
}
