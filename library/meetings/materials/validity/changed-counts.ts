import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../../store/schema.ts'

type Db = Kysely<LibraryTables>

/** How many of the things that each of these materials cites are newer here, or went; those with none are left out. */
export async function changedIn(_db: Db, _ids: readonly string[]): Promise<Map<string, number>> {
  return new Map()
}

/** All materials with something newer here. */
export async function materialsWithChanges(_db: Db): Promise<Map<string, number>> {
  return new Map()
}
