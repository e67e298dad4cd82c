import { Readable } from 'node:stream'
import { Hono } from 'hono'
import { z } from 'zod'
import { AppError } from '../errors/app-error.ts'
import { parseByteRange } from '../http/byte-range.ts'
import { validate } from '../http/validate.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import { findBlob } from './items.repository.ts'
import { Sha256 } from './revision.schema.ts'

export class BlobNotFoundError extends AppError<'BLOB_NOT_FOUND'> {}

/** Types a page may show or play; all else is handed over as a file. SVG can hold scripts and is a file. */
const SHOWN = new Set([
  ...['png', 'jpeg', 'gif', 'webp', 'avif', 'bmp'].map((name) => `image/${name}`),
  ...['mp4', 'webm', 'quicktime'].map((name) => `video/${name}`),
  ...['mpeg', 'mp4', 'wav', 'ogg', 'webm', 'flac', 'aac'].map((name) => `audio/${name}`),
])

/** `/api/blobs`: attachments and pictures by their hash, in ranges when asked. */
export function blobRoutes(library: LibraryAccess) {
  return new Hono().get(
    '/:sha256',
    validate('query', z.object({ name: z.string().max(255).optional() })),
    async (c) => {
      const sha256 = Sha256.safeParse(c.req.param('sha256'))
      const blob = sha256.success ? await findBlob(library.db, sha256.data) : undefined
      if (!sha256.success || !blob || !(await library.blobs.has(sha256.data))) {
        throw new BlobNotFoundError({
          code: 'BLOB_NOT_FOUND',
          what: '资料库里没有这个附件。',
          why: '文件可能已损坏或被删除。',
        })
      }
      // Stays when the range is refused (RFC 9110 §15.5.17).
      c.header('Content-Range', `bytes */${blob.size}`)
      const range = parseByteRange(c.req.header('Range'), blob.size)
      c.header('Content-Range', range && `bytes ${range.start}-${range.end}/${blob.size}`)
      c.header('Content-Length', String(range ? range.end - range.start + 1 : blob.size))
      const shown = SHOWN.has(blob.mediaType)
      const name = encodeURIComponent(c.req.valid('query').name ?? sha256.data)
      c.header('Content-Type', shown ? blob.mediaType : 'application/octet-stream')
      c.header('Content-Disposition', `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`)
      c.header('Content-Security-Policy', "default-src 'none'; sandbox")
      c.header('Accept-Ranges', 'bytes')
      c.header('Cache-Control', 'private, max-age=31536000, immutable')
      // Hono answers HEAD by GET without the body, which would leave the file open.
      if (c.req.method === 'HEAD') return c.body(null, range ? 206 : 200)
      const body = Readable.toWeb(library.blobs.stream(sha256.data, range)) as ReadableStream
      return c.body(body, range ? 206 : 200)
    },
  )
}
