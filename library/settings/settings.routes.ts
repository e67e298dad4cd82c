import { Hono } from 'hono'
import { validate } from '../http/validate.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import { readSettings } from './settings.repository.ts'
import { Settings } from './settings.schema.ts'

/** `/api/settings`: the person's choices on this machine. */
export function settingsRoutes(library: LibraryAccess, writes: { saveSettings(settings: Settings): Promise<unknown> }) {
  return new Hono()
    .get('/', async (c) => c.json(await readSettings(library.db)))
    .put('/', validate('json', Settings), async (c) => {
      await writes.saveSettings(c.req.valid('json'))
      return c.json(await readSettings(library.db))
    })
}
