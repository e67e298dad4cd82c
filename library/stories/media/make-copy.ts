import { decodePicture, failureOf } from './decode-picture.ts'
import { destroyRegion } from './destroy-region.ts'
import { openSharp } from './open-sharp.ts'
import type { PictureRecipe, PictureToCopy } from './picture-recipe.ts'
import { takeTurn } from './picture-turns.ts'

/** A picture's height at most, in its widths: a screenshot rolled over many screens. */
const TALLEST = 6

/**
 * Makes a cleaned copy of a picture: upright, sRGB, its first frame, marked regions destroyed. It is drawn anew from
 * bare pixels, so that nothing else of the original (EXIF, GPS, XMP, IPTC, thumbnails, colour profile) can be in it.
 * @throws {PictureError}
 */
export function makeCopy(
  file: string,
  { blurred = [] }: Pick<PictureToCopy, 'blurred'>,
  { width, format }: PictureRecipe,
  signal?: AbortSignal,
): Promise<{ bytes: Buffer; width: number; height: number }> {
  return takeTurn(async () => {
    const sharp = await openSharp()
    const { picture } = await decodePicture(file)
    try {
      const { data, info } = await picture
        .resize({ width, height: width * TALLEST, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: 'white' })
        .toColourspace('srgb')
        .raw({ depth: 'uchar' })
        .toBuffer({ resolveWithObject: true })
      signal?.throwIfAborted()
      const raw = { width: info.width, height: info.height, channels: info.channels }
      for (const region of blurred) destroyRegion({ data, ...raw }, region)
      const drawn = sharp(data, { raw })
      const bytes = await (format === 'webp' ? drawn.webp({ quality: 80 }) : drawn.jpeg({ quality: 84 })).toBuffer()
      return { bytes, width: info.width, height: info.height }
    } catch (cause) {
      if (signal?.aborted) throw signal.reason
      throw failureOf(cause)
    }
  }, signal)
}
