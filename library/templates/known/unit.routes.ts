import { Hono } from 'hono'
import { validate } from '../../http/validate.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { UnitProfileSchema } from './unit-profile.schema.ts'
import { readUnitProfile, UNIT_PROFILE_KEY } from './unit-profile.ts'

/** `/api/unit`: what the office fills in once. */
export function unitRoutes(
  library: LibraryAccess,
  writes: { saveSetting(key: string, value: string): Promise<unknown> },
) {
  return new Hono()
    .get('/', async (c) => c.json(await readUnitProfile(library.db)))
    .put('/', validate('json', UnitProfileSchema), async (c) => {
      await writes.saveSetting(UNIT_PROFILE_KEY, JSON.stringify(c.req.valid('json')))
      return c.json(await readUnitProfile(library.db))
    })
}
