import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import { AppError } from '../errors/app-error.ts'
import { validate } from '../http/validate.ts'
import { requireItem } from '../items/item-queries.ts'
import { findItem } from '../items/items.repository.ts'
import { localDate } from '../items/record-revision.ts'
import { Sha256 } from '../items/revision.schema.ts'
import { findSetting } from '../settings/settings.repository.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import {
  LONGEST_QUOTE,
  LONGEST_REPORT,
  MOST_IN_LETTER,
  ReportKind,
  type ReportLetter,
  type UnsignedLetter,
} from './report-letter.ts'
import type { ExportedLetter, Outbox, Report } from './report-view.ts'
import { findIdentity, listReports, type NewReport, toLetterReport } from './reports.repository.ts'
import { senderCode, signLetter } from './sender-identity.ts'
import { folderUnusable } from './write-into-folder.ts'
import { letterText, writeLetter } from './write-letter.ts'

/** Where the sender's name is kept among the settings. */
const SENDER_KEY = 'report-sender'
const MOST_REPORTS = 2000

export class ReportError extends AppError<
  'REPORT_NOT_FOUND' | 'REPORT_SENT' | 'REPORTS_FULL' | 'REPORTS_NOTHING_TO_SEND'
> {}

/** Lone surrogates have no UTF-8, so no file could carry them. */
const wellFormed = (text: string) => text.toWellFormed()
const Text = z.string().transform(wellFormed).pipe(z.string().trim().min(1).max(LONGEST_REPORT))
const NewReportBody = z.object({
  kind: ReportKind,
  text: Text,
  itemId: z.string().min(1).max(100).optional(),
  anchor: z.string().max(300).optional(),
  revision: Sha256.optional(),
  quote: z.string().max(200_000).optional(),
  gapId: z.string().max(100).optional(),
})
const Ids = z.string().min(1).max(100)
const ExportBody = z.object({
  ids: z.array(Ids).max(MOST_IN_LETTER).optional(),
  directory: z.string().min(1).max(4096).optional(),
  senderName: z.string().trim().max(100).optional(),
})

/** What the person's own reports write, done by the writer's thread. */
export interface ReportWrites {
  insertReport(report: NewReport): Promise<unknown>
  updateReport(id: string, text: string): Promise<unknown>
  discardReport(id: string, at: string | null): Promise<unknown>
  markReportsExported(reports: ReportLetter['reports'], at: string): Promise<unknown>
  markAnswerSeen(id: string): Promise<unknown>
  saveSetting(key: string, value: string): Promise<unknown>
}

/**
 * `/api/reports`: what the person writes to those who look after the content. It stays on this machine until
 * they export it, and says nothing of the machine.
 * @param mayWritePaths false for `serve`, whose visitors sit at other machines
 */
export function reportRoutes(library: LibraryAccess, writes: ReportWrites, mayWritePaths: boolean) {
  const list = () => listReports(library.db)
  const now = () => library.clock().toISOString()
  const requireReport = async (id: string): Promise<Report> => {
    const report = (await list()).find((one) => one.id === id)
    if (report) return report
    throw new ReportError({ code: 'REPORT_NOT_FOUND', what: '没有这条回信。', why: '它可能已经删除了。' })
  }
  /** What leaves, the oldest first. */
  const compose = async (leaves: (report: Report) => boolean, senderName: string) => {
    const identity = await findIdentity(library.db)
    const all = (await list()).toReversed()
    const chosen = all.filter(leaves)
    if (!identity || chosen.length === 0) return undefined
    const letter: UnsignedLetter = {
      format: 1,
      sender: { ...(senderName !== '' && { name: senderName }), publicKey: identity.publicKey },
      createdAt: now(),
      reports: chosen.slice(0, MOST_IN_LETTER).map(toLetterReport),
    }
    const day = localDate(library.clock()).replaceAll('-', '')
    return { identity, letter, fileName: `xinhuo-huixin-${day}-${senderCode(identity.publicKey)}.json` }
  }
  const senderName = async () => (await findSetting(library.db, SENDER_KEY)) ?? ''

  return new Hono()
    .get('/', async (c) => c.json(await list()))
    .post('/', validate('json', NewReportBody), async (c) => {
      if ((await list()).length >= MOST_REPORTS) throw full()
      const { itemId, anchor, revision, quote, ...rest } = c.req.valid('json')
      if (itemId !== undefined) await requireItem(library.db, itemId)
      const item = itemId === undefined ? undefined : await findItem(library.db, itemId)
      const id = randomUUID()
      await writes.insertReport({
        ...rest,
        id,
        createdAt: now(),
        ...(item && { itemId: item.id, title: item.title, revision }),
        anchor: item && anchor ? wellFormed(anchor) : undefined,
        quote: item ? shortened(quote) : undefined,
      })
      return c.json(await requireReport(id), 201)
    })
    .get('/outbox', validate('query', z.object({ again: z.literal('true').optional() })), async (c) => {
      const name = await senderName()
      const composed = await compose(c.req.valid('query').again ? isWaiting : isDraft, name)
      const outbox: Outbox = { fileName: composed?.fileName, letter: composed?.letter, senderName: name }
      return c.json(outbox)
    })
    .post('/export', validate('json', ExportBody), async (c) => {
      const { ids, directory, senderName: given } = c.req.valid('json')
      if (directory !== undefined && !mayWritePaths)
        throw folderUnusable('这里不能把文件写到服务器的文件夹；请改用下载。')
      const named = ids && new Set(ids)
      const leaves = named ? (report: Report) => named.has(report.id) : isDraft
      const composed = await compose(leaves, given ?? (await senderName()))
      if (!composed) throw nothingToSend()
      const letter = signLetter(composed.letter, composed.identity)
      const file = directory === undefined ? undefined : await writeLetter(directory, composed.fileName, letter)
      if (given !== undefined) await writes.saveSetting(SENDER_KEY, given)
      await writes.markReportsExported(letter.reports, letter.createdAt)
      if (file === undefined) {
        c.header('Content-Disposition', `attachment; filename="${composed.fileName}"`)
        return c.body(letterText(letter), 200, { 'Content-Type': 'application/json' })
      }
      const numbers = letter.reports.map((report) => report.number)
      return c.json({ file, reports: numbers.length, numbers } satisfies ExportedLetter)
    })
    .patch('/:id', validate('json', z.object({ text: Text })), async (c) => {
      const { id, exportedAt } = await requireReport(c.req.param('id'))
      if (exportedAt !== undefined) throw sent()
      await writes.updateReport(id, c.req.valid('json').text)
      return c.json(await requireReport(id))
    })
    .put('/:id/seen', async (c) => {
      const { id } = await requireReport(c.req.param('id'))
      await writes.markAnswerSeen(id)
      return c.json(await requireReport(id))
    })
    .delete('/:id', async (c) => {
      const report = await requireReport(c.req.param('id'))
      await writes.discardReport(report.id, now())
      return c.json(report)
    })
    .post('/:id/restore', async (c) => {
      await writes.discardReport(c.req.param('id'), null)
      return c.json(await requireReport(c.req.param('id')))
    })
}

const isDraft = (report: Report) => report.exportedAt === undefined
const isWaiting = (report: Report) => report.exportedAt !== undefined && report.answer === undefined

/** The quoted passage, on one line per paragraph and no longer than a letter takes. */
function shortened(quote: string | undefined): string | undefined {
  const text = wellFormed(quote ?? '').trim()
  if (text === '') return undefined
  return text.length <= LONGEST_QUOTE ? text : wellFormed(text.slice(0, LONGEST_QUOTE - 1)).concat('…')
}

const full = () =>
  new ReportError({
    code: 'REPORTS_FULL',
    what: '没有记下：回信已经太多。',
    why: `最多记 ${MOST_REPORTS} 条。`,
    todo: '请先导出，再删除已经答复的。',
  })

const sent = () =>
  new ReportError({
    code: 'REPORT_SENT',
    what: '没有修改：这一条已经导出过。',
    why: '别人手里的和这里的要一样。',
    todo: '请另写一条补充。',
  })

const nothingToSend = () =>
  new ReportError({
    code: 'REPORTS_NOTHING_TO_SEND',
    what: '没有导出：没有要寄出的回信。',
    todo: '读条文时点“报告有误或提问”，写好后再来导出。',
  })
