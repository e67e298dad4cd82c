import exifReader from 'exif-reader'
import { decodePicture, failureOf } from './decode-picture.ts'
import { readFilmBoxes } from './film-boxes.ts'
import { pictureError } from './picture-error.ts'
import { takeTurn } from './picture-turns.ts'

/** What a picture's file says of itself. */
export interface MediaFacts {
  /** Pixels, upright; absent for sound, and for films of other kinds than MP4. */
  readonly width?: number | undefined
  readonly height?: number | undefined
  /** The day on which the camera says it was taken, `YYYY-MM-DD`. */
  readonly takenOn?: string | undefined
  /** Whether it says where it was taken. */
  readonly hasPlace: boolean
  /** HUAWEI P50, as the camera names itself. */
  readonly device?: string | undefined
  /** Only its first frame is shown. */
  readonly animated: boolean
}

/**
 * Reads a picture's file to its end, so that a broken one is known before it is needed; of a film what its boxes say.
 * @throws {PictureError}
 */
export function readMediaFacts(file: string, mediaType: string): Promise<MediaFacts> {
  if (mediaType.startsWith('image/')) return readPictureFacts(file)
  return /^(?:video|audio)\//.test(mediaType)
    ? readFilmFacts(file, mediaType)
    : Promise.reject(pictureError('PICTURE_UNSUPPORTED'))
}

/** Films that are no ISO base media files hold no places that anybody reads. */
async function readFilmFacts(file: string, mediaType: string): Promise<MediaFacts> {
  if (!/\/(?:mp4|quicktime)$/.test(mediaType)) return { hasPlace: false, animated: false }
  const boxes = await readFilmBoxes(file)
  if (!boxes) throw pictureError('PICTURE_BROKEN')
  const { hasPlace, device, width, height } = boxes
  return { hasPlace, device, width, height, animated: false }
}

function readPictureFacts(file: string): Promise<MediaFacts> {
  return takeTurn(async () => {
    const { picture, pages } = await decodePicture(file)
    try {
      const { autoOrient, exif, xmp, iptc } = await picture.metadata()
      await picture.resize({ width: 32, height: 32, fit: 'inside' }).raw().toBuffer()
      const told = exif ? readExif(exif) : {}
      const written = `${xmp?.toString('latin1') ?? ''}${iptc?.toString('latin1') ?? ''}`
      return {
        width: autoOrient.width,
        height: autoOrient.height,
        ...told,
        hasPlace: told.hasPlace === true || /GPSL(?:ati|ongi)tude/.test(written),
        animated: pages > 1,
      }
    } catch (cause) {
      throw failureOf(cause)
    }
  })
}

/** A camera's notes; those that no reader understands say nothing. */
function readExif(exif: Buffer): Pick<MediaFacts, 'takenOn' | 'device'> & { hasPlace?: boolean } {
  try {
    const { Image: image, Photo: photo, GPSInfo: place } = exifReader(exif)
    const taken = photo?.DateTimeOriginal ?? photo?.DateTimeDigitized
    const device = [image?.Make, image?.Model]
      .filter((name): name is string => typeof name === 'string')
      .map((name) => name.replace(/[\p{Cc}\p{Cf}]/gu, '').trim())
      .filter(Boolean)
      .join(' ')
      .slice(0, 80)
    return {
      ...(taken instanceof Date && isLikely(taken) && { takenOn: taken.toISOString().slice(0, 10) }),
      ...(device !== '' && { device }),
      hasPlace: place?.GPSLatitude !== undefined || place?.GPSLongitude !== undefined,
    }
  } catch {
    return {}
  }
}

/** A camera whose clock was never set says 1970 or 2099. */
const isLikely = (day: Date) => day.getUTCFullYear() >= 1990 && day.getTime() < Date.now() + 24 * 3600 * 1000
