import { localDate } from '../../items/record-revision.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import type { UnitProfile } from '../known/known-view.ts'

/** What a document is checked against. */
export interface CheckSurroundings {
  readonly profile: UnitProfile
  /** `YYYY-MM-DD` */
  readonly today: string
}

/** Reads what checking needs of a library. */
export async function openCheckSurroundings(library: LibraryAccess): Promise<CheckSurroundings> {
  return { profile: { values: {}, villages: [] }, today: localDate(library.clock()) }
}
