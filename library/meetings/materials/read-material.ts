import type { LibraryAccess } from '../../store/library-access.ts'
import { canonicalMaterial } from './canonical-material.ts'
import { findRecord } from './find-record.ts'
import type { MaterialView } from './material-view.ts'
import { resolveMaterial } from './resolve-taken.ts'
import { viewMaterial } from './view-material.ts'

/**
 * A material: made here, or an item of the library with what it cites resolved here.
 * @throws {MaterialNotFoundError} when there is none of this id, or it was deleted
 * @throws {ItemNotFoundError} when the item was put away or withdrawn
 */
export async function readMaterial(library: LibraryAccess, id: string): Promise<MaterialView> {
  const found = await findRecord(library, id)
  if (found.own) return viewMaterial(library, found)
  const { record, sha256 } = canonicalMaterial(await resolveMaterial(library, found.record))
  return viewMaterial(library, { ...found, record, recordSha256: sha256 })
}
