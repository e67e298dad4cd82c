import type { LibraryAccess } from '../../store/library-access.ts'
import { findSummaries, toSummary } from './material-summaries.repository.ts'
import type { MaterialFilter, MaterialPage } from './material-view.ts'
import { changedIn, materialsWithChanges } from './validity/changed-counts.ts'

/** The materials that a filter leaves: those made here first, the newest of each first. */
export async function listMaterials(library: LibraryAccess, filter: MaterialFilter): Promise<MaterialPage> {
  const among = filter.changed ? [...(await materialsWithChanges(library)).keys()] : undefined
  const { total, rows } = await findSummaries(library.db, filter, among)
  const changed = await changedIn(
    library,
    rows.map(({ id }) => id),
  )
  return { total, materials: rows.map((row) => toSummary(row, changed.get(row.id) ?? 0)) }
}
