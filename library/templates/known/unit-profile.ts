import type { Kysely } from 'kysely'
import { findSetting } from '../../settings/settings.repository.ts'
import type { LibraryTables } from '../../store/schema.ts'
import type { UnitProfile } from './known-view.ts'
import { UnitProfileSchema } from './unit-profile.schema.ts'

/** Where the unit profile lives among the settings. */
export const UNIT_PROFILE_KEY = 'unit-profile'

const EMPTY: UnitProfile = { values: {}, villages: [] }

/** The office's profile; empty until it is filled in, or where it is no longer understood. */
export async function readUnitProfile(db: Kysely<LibraryTables>): Promise<UnitProfile> {
  const stored = await findSetting(db, UNIT_PROFILE_KEY)
  if (stored === undefined) return EMPTY
  try {
    return UnitProfileSchema.safeParse(JSON.parse(stored)).data ?? EMPTY
  } catch {
    return EMPTY
  }
}
