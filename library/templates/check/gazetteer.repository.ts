import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'

type Db = Kysely<LibraryTables>

/** A place that the office says may stand in its documents. */
export interface OwnPlace {
  readonly name: string
  readonly note: string
}

export async function listOwnPlaces(db: Db): Promise<OwnPlace[]> {
  return db.selectFrom('gazetteer_place').select(['name', 'note']).orderBy('added_at').orderBy('name').execute()
}

export async function saveOwnPlace(db: Db, { name, note }: OwnPlace, at: string): Promise<void> {
  await db
    .insertInto('gazetteer_place')
    .values({ name, note, added_at: at })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ note }))
    .execute()
}

export async function deleteOwnPlace(db: Db, name: string): Promise<void> {
  await db.deleteFrom('gazetteer_place').where('name', '=', name).execute()
}

/** The villages and towns that the office's book names. */
export async function listBookPlaces(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('book_entry')
    .where('discarded_at', 'is', null)
    .where('meanings', 'like', '%"village.name"%')
    .select('meanings')
    .execute()
  const names = rows.flatMap(({ meanings }) => /"village\.name":"([^"\\]+)"/.exec(meanings)?.[1] ?? [])
  return [...new Set(names)]
}
