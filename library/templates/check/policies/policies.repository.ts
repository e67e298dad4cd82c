import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../../store/schema.ts'

/** A policy that its channel took back. */
export interface WithdrawnPolicy {
  readonly itemId: string
  readonly title: string
  readonly reason: string
  readonly replacedBy: { readonly itemId: string; readonly title: string } | undefined
}

export async function listWithdrawnPolicies(db: Kysely<LibraryTables>): Promise<WithdrawnPolicy[]> {
  const rows = await db
    .selectFrom('tombstone')
    .innerJoin('item', 'item.id', 'tombstone.item_id')
    .leftJoin('item as other', 'other.id', 'tombstone.replaced_by')
    .where('item.kind', '=', 'policy')
    .select(['item.id', 'item.title', 'tombstone.reason', 'other.id as other_id', 'other.title as other_title'])
    .execute()
  return rows.map((row) => ({
    itemId: row.id,
    title: row.title,
    reason: row.reason,
    replacedBy:
      row.other_id !== null && row.other_title !== null ? { itemId: row.other_id, title: row.other_title } : undefined,
  }))
}

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
