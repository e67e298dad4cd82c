import { Readable } from 'node:stream'
import type { Context } from 'hono'
import type { LibraryAccess } from '../../store/library-access.ts'
import { asStorageError } from '../../store/storage-error.ts'
import { makeCopy } from './make-copy.ts'
import { type PictureCopyWrites, pictureCopy } from './picture-copy.ts'
import type { PictureToCopy } from './picture-recipe.ts'

/** Few widths, so that few copies are kept. Pixels. */
const WIDTHS = [320, 640, 960, 1280, 1920, 2560]

/**
 * Answers with the cleaned copy of a picture, at least as wide as wanted if it is that wide itself.
 * @throws {PictureError}
 */
export async function servePicture(
  c: Context,
  library: Pick<LibraryAccess, 'db' | 'blobs'>,
  writes: PictureCopyWrites,
  picture: PictureToCopy,
  wanted: number,
): Promise<Response> {
  const width = WIDTHS.find((one) => one >= wanted) ?? (WIDTHS.at(-1) as number)
  const recipe = { width, format: 'jpeg' } as const
  const { signal } = c.req.raw
  const copy = await pictureCopy(library, writes, picture, recipe, signal).catch((error: unknown) => {
    if (!asStorageError(error)) throw error
    // A full disk or a protected stick hinders nobody from looking.
    return undefined
  })
  c.header('Content-Security-Policy', "default-src 'none'; sandbox")
  if (!copy) {
    const { bytes } = await makeCopy(library.blobs.pathOf(picture.sha256), picture, recipe, signal)
    return c.body(new Uint8Array(bytes), 200, { 'Content-Type': 'image/jpeg', 'Cache-Control': 'no-store' })
  }
  // The regions may change under the same address, the bytes of a copy never.
  c.header('ETag', `"${copy.sha256}"`)
  c.header('Cache-Control', 'private, no-cache')
  if (c.req.header('If-None-Match') === `"${copy.sha256}"`) return c.body(null, 304)
  c.header('Content-Type', copy.mediaType)
  c.header('Content-Length', String(copy.size))
  if (c.req.method === 'HEAD') return c.body(null)
  return c.body(Readable.toWeb(library.blobs.stream(copy.sha256)) as ReadableStream)
}
