import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import { attachmentName } from '../../http/attachment-name.ts'
import { validate } from '../../http/validate.ts'
import type { DocumentPrinter } from '../../printing/document-printer.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { basisOf, docxOf, type FormFile, pdfOf } from './form-files.ts'
import type { KeptForm } from './forms.repository.ts'
import { archiveForms } from './forms-archive.ts'

/** Each PDF takes a second or more. */
const MOST_PDFS = 50

const ArchiveBody = z
  .object({
    ids: z.array(z.string().min(1).max(100)).min(1).max(500),
    formats: z.array(z.enum(['docx', 'pdf', 'basis'])).min(1),
    /** Puts the basis sheet behind each PDF. */
    basis: z.boolean().default(false),
  })
  .refine(({ ids, formats }) => !formats.includes('pdf') || ids.length <= MOST_PDFS, `PDF 一次最多 ${MOST_PDFS} 份`)

/** Finished forms as files: `/api/forms/ID/docx`, `/basis.docx`, `/pdf`, and several as an archive. */
export function formFileRoutes(
  library: LibraryAccess,
  printer: DocumentPrinter,
  requireForm: (id: string) => Promise<KeptForm>,
) {
  return new Hono()
    .post('/archive', validate('json', ArchiveBody), async (c) => {
      const { ids, formats, basis } = c.req.valid('json')
      const forms = await Promise.all([...new Set(ids)].map(requireForm))
      const makers = {
        docx: (form: KeptForm) => docxOf(library, form),
        basis: (form: KeptForm) => basisOf(library, form),
        pdf: (form: KeptForm) => pdfOf(library, printer, form, basis),
      }
      const archive = await archiveForms(
        forms,
        [...new Set(formats)].map((format) => makers[format]),
      )
      return send({ name: `文书${forms.length}份.zip`, mediaType: 'application/zip', bytes: archive })
    })
    .get('/:id/docx', async (c) => {
      const file = await docxOf(library, await requireForm(c.req.param('id')))
      // RFC 9530: to be compared with what was made when the form was finished.
      const digest = createHash('sha256').update(file.bytes).digest('base64')
      return send(file, { 'Repr-Digest': `sha-256=:${digest}:` })
    })
    .get('/:id/basis.docx', async (c) => send(await basisOf(library, await requireForm(c.req.param('id')))))
    .get('/:id/pdf', validate('query', z.object({ basis: z.literal('true').optional() })), async (c) => {
      const form = await requireForm(c.req.param('id'))
      return send(await pdfOf(library, printer, form, c.req.valid('query').basis === 'true'))
    })
}

function send({ name, mediaType, bytes }: FormFile, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': attachmentName(name),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
      ...headers,
    },
  })
}
