import { Readable } from 'node:stream'
import { Hono } from 'hono'
import { z } from 'zod'
import { validate } from '../../http/validate.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { asStorageError } from '../../store/storage-error.ts'
import { actingPerson } from '../process/story-office.ts'
import { readStory } from '../read-story.ts'
import { storyNotOpen } from '../story-errors.ts'
import { type AddedMedia, addMedia, type MediaWrites } from './add-media.ts'
import { makeCopy } from './make-copy.ts'
import { mediaNotFound } from './media-refusal.ts'
import { type PictureCopyWrites, pictureCopy } from './picture-copy.ts'
import { pictureError } from './picture-error.ts'
import { receiveMedia } from './receive-media.ts'

/** Few widths, so that few copies are kept. Pixels. */
const WIDTHS = [320, 640, 960, 1280, 1920, 2560]
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
      const wanted = c.req.valid('query').width
      const width = WIDTHS.find((one) => one >= wanted) ?? (WIDTHS.at(-1) as number)
      const recipe = { width, format: 'jpeg' } as const
      const { signal } = c.req.raw
      const copy = await pictureCopy(library, writes, media, recipe, signal).catch((error: unknown) => {
        if (!asStorageError(error)) throw error
        // A full disk or a protected stick hinders nobody from looking.
        return undefined
      })
      c.header('Content-Security-Policy', "default-src 'none'; sandbox")
      if (!copy) {
        const { bytes } = await makeCopy(library.blobs.pathOf(media.sha256), media, recipe, signal)
        return c.body(new Uint8Array(bytes), 200, { 'Content-Type': 'image/jpeg', 'Cache-Control': 'no-store' })
      }
      // The regions may change under the same address, the bytes of a copy never.
      c.header('ETag', `"${copy.sha256}"`)
      c.header('Cache-Control', 'private, no-cache')
      if (c.req.header('If-None-Match') === `"${copy.sha256}"`) return c.body(null, 304)
      c.header('Content-Type', copy.mediaType)
      c.header('Content-Length', String(copy.size))
      if (c.req.method === 'HEAD') return c.body(null)
      return c.body(Readable.toWeb(library.blobs.stream(copy.sha256)) as ReadableStream)
    })
}
