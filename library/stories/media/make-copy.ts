import type { Sharp } from 'sharp'
import { decodePicture, failureOf } from './decode-picture.ts'
import { destroyRegion } from './destroy-region.ts'
import { openSharp } from './open-sharp.ts'
import type { PictureRecipe, PictureToCopy } from './picture-recipe.ts'
import { takeTurn } from './picture-turns.ts'

/** A picture's height at most, in its widths: a screenshot rolled over many screens. */
const TALLEST = 6

/**
 * Makes a cleaned copy of a picture: upright, sRGB, its first frame, marked regions destroyed in its bare pixels. Only
 * pixels come into it, and nothing else of the original (EXIF, GPS, XMP, IPTC, thumbnails, colour profile).
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
      const shown = picture
        .resize({ width, height: width * TALLEST, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: 'white' })
        .toColourspace('srgb')
      // Nothing is destroyed: written at once, where sharp leaves everything behind but the pixels. Bare pixels of every
      // picture of a site would keep the garbage collector busier than the pictures themselves.
      if (blurred.length === 0) {
        const { data, info } = await write(shown, format).toBuffer({ resolveWithObject: true })
        signal?.throwIfAborted()
        return { bytes: data, width: info.width, height: info.height }
      }
      const { data, info } = await shown.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
      signal?.throwIfAborted()
      const raw = { width: info.width, height: info.height, channels: info.channels }
      for (const region of blurred) destroyRegion({ data, ...raw }, region)
      const bytes = await write(sharp(data, { raw }), format).toBuffer()
      return { bytes, width: info.width, height: info.height }
    } catch (cause) {
      if (signal?.aborted) throw signal.reason
      throw failureOf(cause)
    }
  }, signal)
}

const write = (picture: Sharp, format: PictureRecipe['format']): Sharp =>
  format === 'webp' ? picture.webp({ quality: 80 }) : picture.jpeg({ quality: 84 })
