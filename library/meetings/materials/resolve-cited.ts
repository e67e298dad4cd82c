import type { LibraryAccess } from '../../store/library-access.ts'
import type { MaterialRecord } from './material.schema.ts'

export async function resolveCited<R extends MaterialRecord>(_library: LibraryAccess, record: R): Promise<R> {
  return record
}
