import type { Kysely } from 'kysely'
import type { LibraryTables } from '../store/schema.ts'
import type { CitingWork } from '../updates/touched-work.ts'

/** Characters of a note shown in a list. */
const SHOWN = 60

const placeOf = (itemId: string, anchor: string) => `/item/${itemId}${anchor && `#${encodeURIComponent(anchor)}`}`

/** Notes (批注), for what an update says it touches. */
export const citingNotes: CitingWork = {
  work: 'note',
  workName: '批注',
  async citationsOf(db, itemIds) {
    const rows = await inSlices(itemIds, (some) =>
      db
        .selectFrom('note')
        .where('item_id', 'in', some)
        .select(['id', 'item_id', 'anchor', 'text'])
        .orderBy('updated_at', 'desc')
        .execute(),
    )
    return rows.map((row) => ({
      id: row.id,
      title: row.text.length > SHOWN ? `${row.text.slice(0, SHOWN)}…` : row.text,
      open: placeOf(row.item_id, row.anchor),
      itemId: row.item_id,
      anchor: row.anchor || undefined,
    }))
  },
}

/** Favourites (收藏). */
export const citingFavourites: CitingWork = {
  work: 'favourite',
  workName: '收藏',
  async citationsOf(db, itemIds) {
    const rows = await inSlices(itemIds, (some) => favouritesOf(db, some))
    return rows.map((row) => ({
      id: `${row.item_id}#${row.anchor}`,
      title: row.anchor ? `《${row.title}》${row.anchor}` : `《${row.title}》`,
      open: placeOf(row.item_id, row.anchor),
      itemId: row.item_id,
      anchor: row.anchor || undefined,
    }))
  },
}

const favouritesOf = (db: Kysely<LibraryTables>, itemIds: readonly string[]) =>
  db
    .selectFrom('favourite')
    .innerJoin('item', 'item.id', 'favourite.item_id')
    .where('item_id', 'in', itemIds)
    .select(['item_id', 'anchor', 'title'])
    .orderBy('favourite.added_at', 'desc')
    .execute()

async function inSlices<T>(
  ids: readonly string[],
  find: (some: readonly string[]) => Promise<readonly T[]>,
): Promise<T[]> {
  const all: T[] = []
  for (let from = 0; from < ids.length; from += 500) all.push(...(await find(ids.slice(from, from + 500))))
  return all
}
