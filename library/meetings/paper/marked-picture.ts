import type { PrintPicture } from '../../feeds/print/print-pictures.ts'
import { openSharp } from '../../stories/media/open-sharp.ts'
import type { PictureMark } from '../guides/step-guide.schema.ts'
import type { PictureBytes } from '../pptx/pack-pictures.ts'
import { drawMarks } from './draw-marks.ts'

export type PaperPicture = PrintPicture

/** Pixels across; 150 dots an inch on the widest place of a page. */
const SHARP = 1200
const MOST_PIXELS = 64_000_000

/**
 * A picture as JPEG with its numbered marks drawn on it, on white where it is transparent; undefined where it cannot
 * be opened.
 */
export async function markedPicture(
  { bytes }: PictureBytes,
  marks: readonly PictureMark[],
): Promise<Omit<PaperPicture, 'caption' | 'alternative'> | undefined> {
  try {
    const sharp = await openSharp()
    const plain = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .rotate()
      .flatten({ background: '#ffffff' })
      .resize({ width: SHARP, withoutEnlargement: true })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
    const { width, height, channels } = plain.info
    drawMarks({ data: plain.data, width, height, channels }, marks)
    const image = sharp(plain.data, { raw: { width, height, channels } })
    return { bytes: await image.jpeg({ quality: 86 }).toBuffer(), mediaType: 'image/jpeg', width, height }
  } catch {
    // One that nothing can open is told by its words.
    return undefined
  }
}
