import { Hono } from 'hono'
import { z } from 'zod'
import { attachmentName } from '../../http/attachment-name.ts'
import { validate } from '../../http/validate.ts'
import type { DocumentPrinter } from '../../printing/document-printer.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import type { PictureCopyWrites } from '../../stories/media/picture-copy.ts'
import { DOCX_MEDIA_TYPE } from '../../templates/template-schema.ts'
import { leavingOf } from '../build/leaving-of.ts'
import { requireNoStops } from '../issues/find-stops.ts'
import { openFeedEdition } from '../open-edition.ts'
import { accountHtml } from './account-html.ts'
import { booklet, bookletPdf } from './booklet.ts'
import { poster } from './poster.ts'
import { openPrintPictures } from './print-pictures.ts'
import { printedIssue, printedStory } from './printed-issue.ts'
import { ratingCard } from './rating-card.ts'

const OfIssue = z.object({ issue: z.coerce.number().int().min(1).max(100_000).optional() })
const OfAccount = OfIssue.extend({ pictures: z.enum(['data', 'named']).default('data') })
const OfStory = z.object({ story: z.string().min(1).max(100).optional() })

export interface PrintDesk {
  readonly library: LibraryAccess
  readonly writes: PictureCopyWrites
  readonly printer: DocumentPrinter
}

/** What is shown of a fragment that somebody opens by its address: nothing runs, nothing is asked for. */
const FRAGMENT_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox"

/** `/api/feeds`: columns on paper, and as text to be pasted. */
export function printRoutes({ library, writes, printer }: PrintDesk) {
  const find = openPrintPictures(library, writes)
  /** What is printed leaves as well: it is looked at as for a site. */
  const open = async (feedId: string) => {
    const edition = await openFeedEdition(library, feedId)
    await requireNoStops(library, leavingOf(edition))
    return edition
  }
  const file = (name: string, mediaType: string, bytes: Uint8Array) =>
    new Response(Buffer.from(bytes), {
      headers: { 'Content-Type': mediaType, 'Content-Disposition': attachmentName(name) },
    })
  const pdf = (name: string, bytes: Uint8Array) => file(`${name}.pdf`, 'application/pdf', bytes)
  const docx = (name: string, bytes: Uint8Array) => file(`${name}.docx`, DOCX_MEDIA_TYPE, bytes)

  return new Hono()
    .get('/:id/account.html', validate('query', OfAccount), async (c) => {
      const { issue, pictures } = c.req.valid('query')
      const printed = printedIssue(await open(c.req.param('id')), issue)
      c.header('Content-Security-Policy', FRAGMENT_POLICY)
      return c.html(await accountHtml(printed, find, pictures))
    })
    .get('/:id/booklet.docx', validate('query', OfIssue), async (c) => {
      const printed = printedIssue(await open(c.req.param('id')), c.req.valid('query').issue)
      return docx(`${nameOf(printed)}-小册子`, await booklet(printed, find))
    })
    .get('/:id/booklet.pdf', validate('query', OfIssue), async (c) => {
      const printed = printedIssue(await open(c.req.param('id')), c.req.valid('query').issue)
      return pdf(`${nameOf(printed)}-小册子`, await bookletPdf(printed, find, printer))
    })
    .get('/:id/poster.pdf', validate('query', OfStory), async (c) => {
      const edition = await open(c.req.param('id'))
      const story = printedStory(edition, c.req.valid('query').story)
      return pdf(`${story.content.title}-海报`, await poster(edition, story, find, printer))
    })
    .get('/:id/card.docx', validate('query', OfIssue), async (c) => {
      const printed = printedIssue(await open(c.req.param('id')), c.req.valid('query').issue)
      return docx(`${nameOf(printed)}-反馈卡`, await ratingCard(printed))
    })
    .get('/:id/card.pdf', validate('query', OfIssue), async (c) => {
      const printed = printedIssue(await open(c.req.param('id')), c.req.valid('query').issue)
      const name = `${nameOf(printed)}-反馈卡`
      return pdf(name, await printer.toPdf(await ratingCard(printed), name))
    })
}

const nameOf = ({ edition, issue }: ReturnType<typeof printedIssue>) => `${edition.definition.title}-第${issue}期`
