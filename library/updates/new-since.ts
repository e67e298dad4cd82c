import type { Kysely } from 'kysely'
import type { ItemKind } from '../items/item-kind.ts'
import type { LibraryTables } from '../store/schema.ts'
import type { NewSince } from './update-view.ts'

type Db = Kysely<LibraryTables>

/** What updates brought or changed and that has not been opened since, the newest first. */
export async function listNewSince(db: Db): Promise<NewSince[]> {
  const rows = await db
    .selectFrom('new_since')
    .innerJoin('item', 'item.id', 'new_since.item_id')
    .where('put_away_at', 'is', null)
    .select(['item_id', 'kind', 'title', 'new_since.type', 'new_since.channel', 'new_since.version', 'new_since.at'])
    .orderBy('new_since.at', 'desc')
    .orderBy('title')
    .execute()
  return rows.map((row) => ({
    itemId: row.item_id,
    kind: row.kind as ItemKind,
    title: row.title,
    type: row.type === 'changed' ? 'changed' : 'new',
    channel: row.channel,
    version: row.version,
    at: row.at,
  }))
}

/** Takes the mark off an item, or with undefined off all. Returns how many had one. */
export async function markSeen(db: Db, itemId: string | undefined): Promise<number> {
  const marked = db.deleteFrom('new_since')
  const { numDeletedRows } = await (itemId === undefined
    ? marked
    : marked.where('item_id', '=', itemId)
  ).executeTakeFirst()
  return Number(numDeletedRows)
}
