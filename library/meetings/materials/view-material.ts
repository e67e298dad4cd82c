import type { LibraryAccess } from '../../store/library-access.ts'
import type { KeptMaterial } from './kept-material.ts'
import { materialFacts } from './material-facts.ts'
import type { MaterialView } from './material-view.ts'
import { changedIn } from './validity/changed-counts.ts'

/** A material made here, whole. */
export async function viewMaterial(library: Pick<LibraryAccess, 'db'>, material: KeptMaterial): Promise<MaterialView> {
  const { id, record, recordSha256, itemId, revision, createdAt, updatedAt } = material
  return {
    id,
    type: record.type,
    title: record.title,
    own: true,
    ...materialFacts(record),
    changed: (await changedIn(library.db, [id])).get(id) ?? 0,
    itemId,
    updatedAt,
    createdAt,
    record,
    recordSha256,
    revision,
  }
}
