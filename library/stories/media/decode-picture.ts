import type { Sharp, SharpOptions } from 'sharp'
import { AppError } from '../../errors/app-error.ts'
import { asStorageError } from '../../store/storage-error.ts'
import { openSharp } from './open-sharp.ts'
import { pictureError } from './picture-error.ts'

/** Pixels at most, so that none takes more than some 300 MB. A JPEG is read at a fraction of its size, AVIF whole. */
const MOST_PIXELS = { jpeg: 300_000_000, heif: 20_000_000, other: 64_000_000 }
/** Seconds for one picture. */
const LONGEST = 30

/**
 * Begins to work on a picture's file, upright, under limits; what only warns is let pass.
 * @throws {PictureError} when it is none, too large, or not one of the formats
 */
export async function decodePicture(file: string): Promise<{ picture: Sharp; format: string; pages: number }> {
  const sharp = await openSharp()
  const common: SharpOptions = { failOn: 'error', sequentialRead: true, limitInputPixels: false }
  const {
    format,
    width,
    height,
    pages = 1,
    isProgressive,
  } = await sharp(file, common)
    .metadata()
    .catch((cause: unknown) => {
      throw failureOf(cause)
    })
  const kind = format === 'heif' || (format === 'jpeg' && !isProgressive) ? format : 'other'
  if (width * height > MOST_PIXELS[kind]) throw pictureError('PICTURE_TOO_LARGE')
  return { picture: sharp(file, common).timeout({ seconds: LONGEST }).autoOrient(), format, pages }
}

/** What went wrong in libvips, in our words; a disk's trouble stays one. */
export function failureOf(cause: unknown): Error {
  if (cause instanceof AppError) return cause
  const storage = asStorageError(cause)
  if (storage) return storage
  const says = cause instanceof Error ? cause.message : ''
  if (/missing|ENOENT/i.test(says)) return pictureError('PICTURE_MISSING', cause)
  if (/pixel limit|too large|timeout/i.test(says)) return pictureError('PICTURE_TOO_LARGE', cause)
  if (/unsupported image format|operation is blocked|compression format not/i.test(says)) {
    return pictureError('PICTURE_UNSUPPORTED', cause)
  }
  return pictureError('PICTURE_BROKEN', cause)
}
