import type { Kysely } from 'kysely'
import type { LibraryTables } from '../store/schema.ts'

/** What a file was when it was last imported from this place. */
export interface ImportSource {
  readonly location: string
  readonly sha256: string
  readonly reader: number
  readonly itemId: string
  readonly revision: string
}

export async function findImportSource(
  db: Kysely<LibraryTables>,
  location: string,
): Promise<(ImportSource & { readonly putAway: boolean }) | undefined> {
  const row = await db
    .selectFrom('import_source')
    .innerJoin('item', 'item.id', 'import_source.item_id')
    .where('location', '=', location)
    .select(['location', 'sha256', 'reader', 'item_id', 'revision', 'put_away_at'])
    .executeTakeFirst()
  return (
    row && {
      location: row.location,
      sha256: row.sha256,
      reader: row.reader,
      itemId: row.item_id,
      revision: row.revision,
      putAway: row.put_away_at !== null,
    }
  )
}

export async function saveImportSource(db: Kysely<LibraryTables>, source: ImportSource): Promise<void> {
  const row = {
    location: source.location,
    sha256: source.sha256,
    reader: source.reader,
    item_id: source.itemId,
    revision: source.revision,
  }
  await db
    .insertInto('import_source')
    .values(row)
    .onConflict((conflict) => conflict.column('location').doUpdateSet(row))
    .execute()
}
