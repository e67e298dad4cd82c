import type { LibraryAccess } from '../../store/library-access.ts'
import { knownMediaFacts } from '../../stories/media/known-media-facts.ts'
import { findCopySizes } from '../../stories/media/media-copies.repository.ts'
import { PictureError } from '../../stories/media/picture-error.ts'
import type { MaterialPicture } from '../materials/cited.schema.ts'
import type { PictureFacts } from './deck-context.ts'

/**
 * Whether each picture can be shown, and its sides: of what its file says, since a record may be wrong. Those that
 * were shown before are not read again.
 */
export async function pictureFacts(
  { db, blobs }: Pick<LibraryAccess, 'db' | 'blobs'>,
  pictures: readonly MaterialPicture[],
): Promise<Map<string, PictureFacts>> {
  const each = new Map(pictures.map((picture) => [picture.sha256, picture]))
  const shownBefore = await findCopySizes(db, [...each.keys()])
  const facts = [...each].map(async ([sha256, picture]) => {
    return [sha256, await factsOf(blobs, picture, shownBefore.get(sha256))] as const
  })
  return new Map(await Promise.all(facts))
}

async function factsOf(
  blobs: LibraryAccess['blobs'],
  picture: MaterialPicture,
  before: PictureFacts | undefined,
): Promise<PictureFacts> {
  if (!(await blobs.has(picture.sha256))) return 'missing'
  if (before) return before
  try {
    // Whatever it says it is: what cannot be read as a picture is none.
    const { width, height } = await knownMediaFacts(blobs, { sha256: picture.sha256, mediaType: 'image/*' })
    return width && height ? { width, height } : 'broken'
  } catch (error) {
    if (!(error instanceof PictureError)) throw error
    // The picture library does not run here: the picture may be well.
    if (error.code === 'PICTURES_UNAVAILABLE') return { width: picture.width ?? 0, height: picture.height ?? 0 }
    return error.code === 'PICTURE_MISSING' ? 'missing' : 'broken'
  }
}
