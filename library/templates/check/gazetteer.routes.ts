import { Hono } from 'hono'
import { z } from 'zod'
import { validate } from '../../http/validate.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { listOwnPlaces, type OwnPlace } from './gazetteer.repository.ts'
import { knownPlaces } from './places/known-places.ts'

/** What keeping places writes, done by the writer's thread. */
export interface GazetteerWrites {
  saveOwnPlace(place: OwnPlace): Promise<unknown>
  deleteOwnPlace(name: string): Promise<unknown>
}

const PlaceBody = z.object({
  name: z
    .string()
    .transform((text) => text.normalize('NFC').replace(/\s/g, ''))
    .pipe(z.string().min(2).max(60)),
  note: z
    .string()
    .transform((text) => text.toWellFormed().trim())
    .pipe(z.string().max(200))
    .default(''),
})

/** `/api/gazetteer`: the places that the office says may stand in its documents, beside those of its profile. */
export function gazetteerRoutes(library: LibraryAccess, writes: GazetteerWrites) {
  const view = async () => ({ own: await listOwnPlaces(library.db), known: knownPlaces().size })
  return new Hono()
    .get('/', async (c) => c.json(await view()))
    .post('/', validate('json', PlaceBody), async (c) => {
      await writes.saveOwnPlace(c.req.valid('json'))
      return c.json(await view(), 201)
    })
    .delete('/:name', async (c) => {
      await writes.deleteOwnPlace(c.req.param('name'))
      return c.json(await view())
    })
}
