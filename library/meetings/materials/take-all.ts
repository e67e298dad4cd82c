import { AppError } from '../../errors/app-error.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import type { MeetingPart } from '../outline/outline.schema.ts'
import type { PartReference } from './material-view.ts'
import { takeIn } from './take-in.ts'

/** What several things become in a meeting, in their order; those that are not here, or fit in none, are named. */
export async function takeAll(
  library: LibraryAccess,
  references: readonly PartReference[],
): Promise<{ parts: MeetingPart[]; missing: PartReference[] }> {
  const parts: MeetingPart[] = []
  const missing: PartReference[] = []
  for (const reference of references) {
    try {
      parts.push(await takeIn(library, reference))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      missing.push(reference)
    }
  }
  return { parts, missing }
}
