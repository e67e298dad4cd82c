import { newestChange } from '../../items/items.repository.ts'
import { localDate } from '../../items/record-revision.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { type CanonicalMaterial, canonicalMaterial } from './canonical-material.ts'
import { type FoundRecord, findRecord } from './find-record.ts'
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
  const { record, sha256 } = await resolved(library, found)
  return viewMaterial(library, { ...found, record, recordSha256: sha256 })
}

/** Items that were read last, as they were resolved then. */
const MOST_REMEMBERED = 30
const remembered = new WeakMap<LibraryAccess['db'], Map<string, { of: string; canonical: CanonicalMaterial }>>()

/** What an item cites is looked up once, as long as neither the library nor the day is another. */
async function resolved(library: LibraryAccess, { id, record, revision }: FoundRecord): Promise<CanonicalMaterial> {
  const of = `${revision} ${await newestChange(library.db)} ${localDate(library.clock())}`
  const known = remembered.get(library.db) ?? new Map()
  remembered.set(library.db, known)
  const before = known.get(id)
  if (before?.of === of) return before.canonical
  const canonical = canonicalMaterial(await resolveMaterial(library, record))
  known.delete(id)
  known.set(id, { of, canonical })
  for (const oldest of [...known.keys()].slice(0, -MOST_REMEMBERED)) known.delete(oldest)
  return canonical
}
