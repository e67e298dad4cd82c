import type { Kysely } from 'kysely'
import type { ItemKind } from '../items/item-kind.ts'
import type { Validity } from '../items/validity.ts'
import type { LibraryTables, NoteTable } from '../store/schema.ts'
import type { Favourite, Note, RecentItem } from './reading-view.ts'

type Db = Kysely<LibraryTables>

/** How many opened items are remembered. */
const RECENT_KEPT = 50

export async function listFavourites(db: Db): Promise<Favourite[]> {
  const rows = await db
    .selectFrom('favourite')
    .innerJoin('item', 'item.id', 'favourite.item_id')
    .where('put_away_at', 'is', null)
    .select(['item_id', 'anchor', 'kind', 'title', 'validity', 'favourite.added_at'])
    .orderBy('favourite.added_at', 'desc')
    .execute()
  return rows.map((row) => ({
    itemId: row.item_id,
    anchor: row.anchor,
    kind: row.kind as ItemKind,
    title: row.title,
    validity: row.validity as Validity,
    addedAt: row.added_at,
  }))
}

export async function saveFavourite(db: Db, itemId: string, anchor: string, at: string): Promise<void> {
  await db
    .insertInto('favourite')
    .values({ item_id: itemId, anchor, added_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deleteFavourite(db: Db, itemId: string, anchor: string): Promise<void> {
  await db.deleteFrom('favourite').where('item_id', '=', itemId).where('anchor', '=', anchor).execute()
}

export async function listNotes(db: Db, itemId: string | undefined): Promise<Note[]> {
  let query = db
    .selectFrom('note')
    .leftJoin('item', 'item.id', 'note.item_id')
    .selectAll('note')
    .select('item.title as title')
    .orderBy('note.updated_at', 'desc')
  if (itemId !== undefined) query = query.where('item_id', '=', itemId)
  return (await query.execute()).map((row) => toNote(row, row.title ?? ''))
}

export async function findNote(db: Db, id: string): Promise<Note | undefined> {
  const row = await db
    .selectFrom('note')
    .leftJoin('item', 'item.id', 'note.item_id')
    .where('note.id', '=', id)
    .selectAll('note')
    .select('item.title as title')
    .executeTakeFirst()
  return row && toNote(row, row.title ?? '')
}

export async function insertNote(db: Db, note: Omit<Note, 'title'>): Promise<void> {
  await db
    .insertInto('note')
    .values({
      id: note.id,
      item_id: note.itemId,
      anchor: note.anchor,
      revision: note.revision,
      text: note.text,
      created_at: note.createdAt,
      updated_at: note.updatedAt,
    })
    .execute()
}

export async function updateNote(db: Db, id: string, text: string, at: string): Promise<void> {
  await db.updateTable('note').set({ text, updated_at: at }).where('id', '=', id).execute()
}

export async function deleteNote(db: Db, id: string): Promise<void> {
  await db.deleteFrom('note').where('id', '=', id).execute()
}

export async function listRecent(db: Db, limit: number): Promise<RecentItem[]> {
  const rows = await db
    .selectFrom('recent')
    .innerJoin('item', 'item.id', 'recent.item_id')
    .where('put_away_at', 'is', null)
    .select(['item_id', 'anchor', 'kind', 'title', 'validity', 'opened_at'])
    .orderBy('opened_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    itemId: row.item_id,
    anchor: row.anchor,
    kind: row.kind as ItemKind,
    title: row.title,
    validity: row.validity as Validity,
    openedAt: row.opened_at,
  }))
}

/** Remembers the last place in an item; only the latest {@link RECENT_KEPT} items, and no count of anything. */
export async function touchRecent(db: Db, itemId: string, anchor: string, at: string): Promise<void> {
  await db
    .insertInto('recent')
    .values({ item_id: itemId, anchor, opened_at: at })
    .onConflict((conflict) => conflict.column('item_id').doUpdateSet({ anchor, opened_at: at }))
    .execute()
  const kept = db.selectFrom('recent').select('item_id').orderBy('opened_at', 'desc').limit(RECENT_KEPT)
  await db.deleteFrom('recent').where('item_id', 'not in', kept).execute()
}

export async function clearRecent(db: Db): Promise<void> {
  await db.deleteFrom('recent').execute()
}

function toNote(row: NoteTable, title: string): Note {
  return {
    id: row.id,
    itemId: row.item_id,
    anchor: row.anchor,
    revision: row.revision,
    title,
    text: row.text,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
