import type { Kysely } from 'kysely'
import { findItem } from '../../items/items.repository.ts'
import type { LibraryTables } from '../../store/schema.ts'
import type { KeptMaterial } from './kept-material.ts'
import { MaterialNotFoundError, materialNotOwn } from './material-errors.ts'
import { findMaterial } from './materials.repository.ts'

/**
 * A material made here, to be changed.
 * @throws {MaterialNotFoundError} when there is none of this id, or it was deleted
 * @throws {MaterialError} MATERIAL_NOT_OWN for an item of the library
 */
export async function ownMaterial(db: Kysely<LibraryTables>, id: string): Promise<KeptMaterial> {
  const material = await findMaterial(db, id)
  if (material && material.discardedAt === undefined) return material
  if (!material && (await findItem(db, id))) throw materialNotOwn()
  throw new MaterialNotFoundError()
}
