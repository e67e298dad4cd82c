import { findItemContent } from '../../items/item-queries.ts'
import { findItem } from '../../items/items.repository.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { canonicalMaterial } from './canonical-material.ts'
import type { KeptMaterial } from './kept-material.ts'
import { MaterialNotFoundError } from './material-errors.ts'
import { findMaterial } from './materials.repository.ts'
import { readMaterialItem } from './read-material-item.ts'

/** A material as it is kept or came, with nothing looked up. */
export type FoundRecord = Omit<KeptMaterial, 'origin' | 'discardedAt'> & { readonly own: boolean }

/**
 * @throws {MaterialNotFoundError} when there is none of this id, or it was deleted
 * @throws {ItemNotFoundError} when the item was put away or withdrawn
 */
export async function findRecord(
  library: Pick<LibraryAccess, 'db' | 'blobs' | 'clock'>,
  id: string,
): Promise<FoundRecord> {
  const own = await findMaterial(library.db, id)
  if (own && own.discardedAt === undefined) return { ...own, own: true }
  const item = await findItem(library.db, id)
  if (item?.kind !== 'guide') throw new MaterialNotFoundError()
  const { content, entry } = await findItemContent(library.db, id, undefined, library.clock())
  const record = await readMaterialItem(library.blobs, content)
  if (!record) throw new MaterialNotFoundError()
  return {
    ...{ id, own: false, record, recordSha256: canonicalMaterial(record).sha256, itemId: id, revision: entry.revision },
    ...{ createdAt: item.added_at, updatedAt: item.updated_at },
  }
}
