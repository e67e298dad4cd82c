import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { errorResponse } from '../../http/error-response.ts'
import { validate } from '../../http/validate.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { DOCX_MEDIA_TYPE } from '../template-schema.ts'
import { checkDocument } from './check-document.ts'
import { openCheckSurroundings } from './check-surroundings.ts'
import { CheckedDocumentError, LARGEST_DOCUMENT, receivedDocuments } from './received-documents.ts'
import { repairDocument } from './repair-document.ts'

const Official = z.enum(['true', 'false']).transform((text) => text === 'true')
const CheckQuery = z.object({ official: Official.optional() })
const RepairBody = z.object({ ids: z.array(z.string().max(100)).min(1).max(10_000) })

/**
 * `/api/document-checks`: a .docx is given, checked, repaired by choice, and taken back.
 * `official=true|false` says whether the layout of official documents applies; recognised when left out.
 * @param incoming the library's folder for uploads
 */
export function documentCheckRoutes(library: LibraryAccess, incoming: string) {
  const received = receivedDocuments(incoming, library.clock)
  return new Hono()
    .post(
      '/',
      bodyLimit({ maxSize: LARGEST_DOCUMENT, onError: (c: Context) => errorResponse(c, tooLarge()) }),
      validate('query', CheckQuery),
      async (c) => {
        const form = await c.req.parseBody().catch(() => ({}))
        const file = Object.values(form).find((part) => part instanceof File)
        if (!file || file.size === 0) throw nothingGiven()
        const bytes = new Uint8Array(await file.arrayBuffer())
        const { official } = c.req.valid('query')
        const surroundings = await openCheckSurroundings(library)
        const check = await checkDocument(bytes, surroundings, { file: file.name, official })
        return c.json({ ...check, upload: await received.keep({ file: file.name, official: check.official, bytes }) })
      },
    )
    .post('/:upload/repair', validate('json', RepairBody), async (c) => {
      const { bytes, file, official } = await received.read(c.req.param('upload'))
      const { ids } = c.req.valid('json')
      const surroundings = await openCheckSurroundings(library)
      const before = await checkDocument(bytes, surroundings, { file, official })
      const repaired = repairDocument(bytes, before, ids)
      const check = await checkDocument(repaired, surroundings, { file, official })
      return c.json({ check, upload: await received.keep({ file, official, bytes: repaired }) })
    })
    .get('/:upload/docx', async (c) => {
      const { bytes, file } = await received.read(c.req.param('upload'))
      return c.body(Buffer.from(bytes), 200, {
        'Content-Type': DOCX_MEDIA_TYPE,
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file)}`,
      })
    })
}

const nothingGiven = () =>
  new CheckedDocumentError({
    code: 'UPLOAD_EMPTY',
    what: '没有检查：没有收到文件。',
    todo: '请重新选择或拖入 .docx 文件。',
  })

const tooLarge = () =>
  new CheckedDocumentError({
    code: 'UPLOAD_TOO_LARGE',
    what: '没有检查：这个文档太大。',
    why: '最大 64 MB。',
    todo: '请压缩图片或拆成几个文档。',
  })
