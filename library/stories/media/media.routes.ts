import { Hono } from 'hono'
import { z } from 'zod'
import { validate } from '../../http/validate.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { actingPerson } from '../process/story-office.ts'
import { readStory } from '../read-story.ts'
import { storyNotOpen } from '../story-errors.ts'
import { type AddedMedia, addMedia, type MediaWrites } from './add-media.ts'
import { mediaNotFound } from './media-refusal.ts'
import type { PictureCopyWrites } from './picture-copy.ts'
import { pictureError } from './picture-error.ts'
import { receiveMedia } from './receive-media.ts'
import { servePicture } from './serve-picture.ts'

const CopyQuery = z.object({ width: z.coerce.number().int().min(1).max(10_000).default(1280) })

/** `/api/stories/:id/media`: adding pictures, sound and film, and looking at what of a picture leaves. */
export function mediaRoutes(library: LibraryAccess, writes: MediaWrites & PictureCopyWrites) {
  return new Hono()
    .post('/:id/media', async (c) => {
      const person = await actingPerson(library.db, c.req.header('x-xinhuo-person'))
      const { id, state } = await readStory(library.db, c.req.param('id'))
      // Said before a film is sent for nothing.
      if (state === 'published' || state === 'retired') throw storyNotOpen(state)
      const { received, refused } = await receiveMedia(c.req.raw, library.blobs)
      const added = await addMedia(library, writes, id, person, received)
      return c.json({ added: added.added, refused: [...refused, ...added.refused] } satisfies AddedMedia)
    })
    .get('/:id/media/:mediaId/copy', validate('query', CopyQuery), async (c) => {
      const { record } = await readStory(library.db, c.req.param('id'))
      const media = record.media.find(({ id }) => id === c.req.param('mediaId'))
      if (!media) throw mediaNotFound()
      if (!media.mediaType.startsWith('image/')) throw pictureError('PICTURE_UNSUPPORTED')
      return servePicture(c, library, writes, media, c.req.valid('query').width)
    })
}
