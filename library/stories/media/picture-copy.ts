import { createHash } from 'node:crypto'
import type { LibraryAccess } from '../../store/library-access.ts'
import type { BlurredRegion } from '../story.schema.ts'
import { makeCopy } from './make-copy.ts'
import { findMediaCopy, type KeptCopy } from './media-copies.repository.ts'
import { pictureError } from './picture-error.ts'
import type { PictureCopy, PictureRecipe, PictureToCopy } from './picture-recipe.ts'

/** Copies made by other rules than these are made again. */
const RULES = 1
/** Pixels; beyond this nobody prints or looks. */
const WIDEST = 4096

/** What copying writes, done by the writer's thread. */
export interface PictureCopyWrites {
  saveMediaCopy(copy: KeptCopy): Promise<unknown>
}

/**
 * A cleaned copy of a picture, as a blob: the one made before with the same regions, size and format, or a new one
 * where there is none or its bytes are gone.
 * @throws {PictureError} when the original is missing, broken, too large, or not a picture
 */
export async function pictureCopy(
  library: Pick<LibraryAccess, 'db' | 'blobs'>,
  writes: PictureCopyWrites,
  media: PictureToCopy,
  { width: wanted, format }: PictureRecipe,
  signal?: AbortSignal,
): Promise<PictureCopy> {
  const width = Math.max(1, Math.min(Math.round(wanted), WIDEST))
  const recipe = `${RULES} ${format} ${width}${regionsKey(media.blurred ?? [])}`
  const made = await findMediaCopy(library.db, media.sha256, recipe)
  if (made && (await library.blobs.has(made.sha256))) return made
  if (!(await library.blobs.has(media.sha256))) throw pictureError('PICTURE_MISSING')
  const { bytes, ...size } = await makeCopy(library.blobs.pathOf(media.sha256), media, { width, format }, signal)
  const sha256 = await library.blobs.put(bytes)
  const copy: PictureCopy = { sha256, mediaType: `image/${format}`, ...size, size: bytes.length }
  await writes.saveMediaCopy({ ...copy, original: media.sha256, recipe })
  return copy
}

/** Regions by their places, in the order in which they are destroyed. */
function regionsKey(regions: readonly BlurredRegion[]): string {
  if (regions.length === 0) return ''
  const places = regions.map(({ x, y, width, height, why }) => [x, y, width, height, why])
  return ` ${createHash('sha256').update(JSON.stringify(places)).digest('hex')}`
}
