import { findItemContent } from '../../items/item-queries.ts'
import { findItem } from '../../items/items.repository.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { canonicalMaterial } from './canonical-material.ts'
import { MaterialNotFoundError } from './material-errors.ts'
import { materialFacts } from './material-facts.ts'
import type { MaterialView } from './material-view.ts'
import { findMaterial } from './materials.repository.ts'
import { readMaterialItem } from './read-material-item.ts'
import { resolveCited } from './resolve-cited.ts'
import { changedIn } from './validity/changed-counts.ts'
import { viewMaterial } from './view-material.ts'

/**
 * A material: made here, or an item of the library with what it cites resolved here.
 * @throws {MaterialNotFoundError} when there is none of this id, or it was deleted
 * @throws {ItemNotFoundError} when the item was put away or withdrawn
 */
export async function readMaterial(library: LibraryAccess, id: string): Promise<MaterialView> {
  const own = await findMaterial(library.db, id)
  if (own && own.discardedAt === undefined) return viewMaterial(library, own)
  const item = await findItem(library.db, id)
  if (item?.kind !== 'guide') throw new MaterialNotFoundError()
  const { content, entry } = await findItemContent(library.db, id, undefined, library.clock())
  const record = await readMaterialItem(library.blobs, content)
  if (!record) throw new MaterialNotFoundError()
  const resolved = canonicalMaterial(await resolveCited(library, record))
  return {
    id,
    type: record.type,
    title: resolved.record.title,
    own: false,
    ...materialFacts(resolved.record),
    changed: (await changedIn(library.db, [id])).get(id) ?? 0,
    itemId: id,
    updatedAt: item.updated_at,
    createdAt: item.added_at,
    record: resolved.record,
    recordSha256: resolved.sha256,
    revision: entry.revision,
  }
}
