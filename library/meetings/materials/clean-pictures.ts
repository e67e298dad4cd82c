import type { LibraryAccess } from '../../store/library-access.ts'
import { type PictureCopyWrites, pictureCopy } from '../../stories/media/picture-copy.ts'
import type { PictureCopy } from '../../stories/media/picture-recipe.ts'
import type { MaterialPicture } from './cited.schema.ts'
import type { MaterialRecord } from './material.schema.ts'
import { mapPictures, picturesOf } from './material-pictures.ts'

/** Pixels of a picture that leaves, its wide side: sharp on a screen and on paper, and light to carry. */
const WIDTH = 1600

/**
 * A record with cleaned copies in the place of its pictures, as it may leave.
 * @returns the copies as well, each once; they are in the blob store
 * @throws {PictureError} when a picture cannot be cleaned: an original never leaves
 */
export async function cleanPictures(
  library: Pick<LibraryAccess, 'db' | 'blobs'>,
  writes: PictureCopyWrites,
  record: MaterialRecord,
): Promise<{ record: MaterialRecord; pictures: PictureCopy[] }> {
  const copies = new Map<MaterialPicture, PictureCopy>()
  for (const picture of picturesOf(record)) {
    copies.set(picture, await pictureCopy(library, writes, picture, { width: WIDTH, format: 'jpeg' }))
  }
  const pictures = [...new Map([...copies.values()].map((copy) => [copy.sha256, copy])).values()]
  return { record: mapPictures(record, (picture) => cleaned(picture, copies.get(picture))), pictures }
}

function cleaned(picture: MaterialPicture, copy: PictureCopy | undefined): MaterialPicture {
  if (!copy) return picture
  const { sha256, mediaType, width, height, size } = copy
  // What a camera called it may hold a day, a device or somebody's name; what was blurred is blurred in the copy.
  return { ...picture, sha256, mediaType, width, height, size, name: `${picture.id}.jpg`, blurred: undefined }
}
