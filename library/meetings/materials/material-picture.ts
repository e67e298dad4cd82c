import type { LibraryAccess } from '../../store/library-access.ts'
import { type PictureCopyWrites, pictureCopy } from '../../stories/media/picture-copy.ts'
import type { PictureToCopy } from '../../stories/media/picture-recipe.ts'

/**
 * What of a picture leaves: a copy without its camera's notes and with its regions blurred.
 * @param width pixels at most
 * @throws {PictureError} when the original is missing, broken or too large
 */
export async function materialPictureCopy(
  library: Pick<LibraryAccess, 'db' | 'blobs'>,
  writes: PictureCopyWrites,
  picture: PictureToCopy,
  width: number,
): Promise<{ bytes: Uint8Array; mediaType: string; width: number; height: number }> {
  const copy = await pictureCopy(library, writes, picture, { width, format: 'jpeg' })
  const { sha256, mediaType, height } = copy
  return { bytes: await library.blobs.read(sha256), mediaType, width: copy.width, height }
}
