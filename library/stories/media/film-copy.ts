import type { LibraryAccess } from '../../store/library-access.ts'
import { readFilmBoxes, type Stretch } from './film-boxes.ts'
import { findMediaCopy, type KeptCopy } from './media-copies.repository.ts'
import type { PictureCopyWrites } from './picture-copy.ts'
import { pictureError } from './picture-error.ts'

const RECIPE = '1 film'
const FREE = Buffer.from('free', 'latin1')

/**
 * A film or sound as it may leave: the same bytes with the boxes of notes (places, devices, names) overwritten by
 * nothing, so that every part stays where its index says. Streamed, and remembered like a picture's copy. What has no
 * such notes, or is no ISO base media file, is its own copy.
 * @throws {PictureError} PICTURE_MISSING
 */
export async function filmCopy(
  { db, blobs }: Pick<LibraryAccess, 'db' | 'blobs'>,
  writes: PictureCopyWrites,
  media: { readonly sha256: string; readonly mediaType: string; readonly size: number },
): Promise<Pick<KeptCopy, 'sha256' | 'mediaType' | 'size'>> {
  const { sha256: original, mediaType } = media
  if (!(await blobs.has(original))) throw pictureError('PICTURE_MISSING')
  const made = await findMediaCopy(db, original, RECIPE)
  if (made && (await blobs.has(made.sha256))) return made
  const notes = (await readFilmBoxes(blobs.pathOf(original)).catch(() => undefined))?.notes ?? []
  if (notes.length === 0) return { sha256: original, mediaType, size: media.size }
  const copy = { ...(await blobs.take(blanked(blobs.stream(original), notes))), mediaType }
  await writes.saveMediaCopy({ ...copy, width: 0, height: 0, original, recipe: RECIPE })
  return copy
}

/** A stream with some stretches made boxes that say nothing. */
async function* blanked(bytes: AsyncIterable<Buffer>, notes: readonly Stretch[]): AsyncGenerator<Buffer> {
  let at = 0
  for await (const piece of bytes) {
    for (const { start, end } of notes) {
      const [from, to] = [Math.max(start, at), Math.min(end, at + piece.length)]
      for (let place = from; place < to; place++) piece[place - at] = FREE[place - start] ?? 0
    }
    at += piece.length
    yield piece
  }
}
