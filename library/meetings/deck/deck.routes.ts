import { Hono } from 'hono'
import { z } from 'zod'
import { validate } from '../../http/validate.ts'
import { localDate } from '../../items/record-revision.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import type { PictureCopyWrites } from '../../stories/media/picture-copy.ts'
import { pictureError } from '../../stories/media/picture-error.ts'
import { servePicture } from '../../stories/media/serve-picture.ts'
import { readMaterial } from '../materials/read-material.ts'
import { SlideTheme } from '../outline/outline.schema.ts'
import { makeDeck } from './make-deck.ts'
import { pictureToCopy } from './picture-to-copy.ts'

const DeckQuery = z.object({
  theme: SlideTheme.optional(),
  /** Parts, by their ids and commas. */
  part: z
    .string()
    .max(20_000)
    .transform((ids) => ids.split(',').filter((id) => id !== ''))
    .optional(),
})
const CopyQuery = z.object({ width: z.coerce.number().int().min(1).max(10_000).default(1280) })

/** `/api/materials/:id`: a material's slides, and the pictures on them. */
export function deckRoutes(library: LibraryAccess, writes: PictureCopyWrites) {
  return new Hono()
    .get('/:id/deck', validate('query', DeckQuery), async (c) => {
      const { theme, part } = c.req.valid('query')
      const view = await readMaterial(library, c.req.param('id'))
      const wanted = part === undefined || part.length === 0 ? 'all' : part
      return c.json(await makeDeck(library, view, { theme, today: localDate(library.clock()), wanted }))
    })
    .get('/:id/pictures/:sha256', validate('query', CopyQuery), async (c) => {
      const { record } = await readMaterial(library, c.req.param('id'))
      const picture = pictureToCopy(record, c.req.param('sha256'))
      if (!picture) throw pictureError('PICTURE_MISSING')
      return servePicture(c, library, writes, picture, c.req.valid('query').width)
    })
}
