import { mkdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { filesBelow } from '../../feedback/read-letters.ts'
import type { SenderIdentity } from '../../feedback/sender-identity.ts'
import { signValue } from '../../feedback/sender-identity.ts'
import { attachmentName } from '../../http/attachment-name.ts'
import { BadRequestError, validate } from '../../http/validate.ts'
import { receiveUpload } from '../../importing/receive-upload.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { PERSON_HEADER } from '../process/process.routes.ts'
import type { OfficePerson } from '../process/process-view.ts'
import { actingPerson } from '../process/story-office.ts'
import { readStory } from '../read-story.ts'
import { composeAnswer, composeRequest, composeSubmission, type SlipFrame } from './compose-slip.ts'
import { slipFileName, writeSlip } from './hand-over-slip.ts'
import { packedSlip } from './pack-slip.ts'
import { findReturned, saidOnReturn } from './returned-submissions.ts'
import { requirePassphrase } from './seal.ts'
import type { SlipBody } from './slip.schema.ts'
import { slipError } from './slip-error.ts'
import { senderNameFor } from './slip-sender.ts'
import { findSlip, type KeptSlip, knownSenders, type ListedSlip, listSlips } from './slips.repository.ts'
import { type TakeWrites, takeSlip } from './take-slip.ts'
import { viewContents, viewSlip } from './view-slip.ts'

/** In one list. */
const MOST_LISTED = 1000

const wellFormed = (most: number) =>
  z
    .string()
    .transform((text) => text.toWellFormed())
    .pipe(z.string().trim().max(most))
const Note = wellFormed(5000).optional()
const Passphrase = z.string().max(500).optional()
const Directory = z.string().min(1).max(4096).optional()
const SendBody = z.object({
  type: z.enum(['submission', 'review-request']),
  step: z.enum(['verify', 'approve']).optional(),
  note: Note,
  passphrase: Passphrase,
  senderName: wellFormed(100).optional(),
  directory: Directory,
})
const AnswerBody = z.object({
  answer: z.enum(['agree', 'return']),
  note: Note,
  tasks: z
    .array(
      z.object({
        type: z.enum(['comment', 'change']).optional(),
        field: z.string().min(1).max(200).optional(),
        quote: wellFormed(2000).optional(),
        text: wellFormed(5000),
      }),
    )
    .max(500)
    .default([]),
  passphrase: Passphrase,
  senderName: wellFormed(100).optional(),
  directory: Directory,
})
const PathBody = z.object({ file: z.string().min(1).max(4096), passphrase: Passphrase })

/** What slips write, done by the writer's thread. */
export interface SlipWrites extends TakeWrites {
  ensureSenderIdentity(): Promise<SenderIdentity>
  keepAnswer(answer: KeptSlip, request: KeptSlip, person: OfficePerson): Promise<unknown>
  saveSetting(key: string, value: string): Promise<unknown>
}

/**
 * `/api`: signed files between offices.
 * @param incoming the folder for uploads
 * @param mayUsePaths false for `serve`, whose visitors sit at other machines
 */
export function slipRoutes(library: LibraryAccess, writes: SlipWrites, incoming: string, mayUsePaths: boolean) {
  const personOf = (c: Context) => actingPerson(library.db, c.req.header(PERSON_HEADER))
  const requireSlip = async (id: string): Promise<KeptSlip> => {
    const slip = await findSlip(library.db, id)
    if (slip) return slip
    throw slipError('SLIP_NOT_FOUND')
  }
  const frame = async (person: OfficePerson, given: { note?: string | undefined; senderName?: string | undefined }) => {
    const { publicKey } = await writes.ensureSenderIdentity()
    if (given.senderName) await writes.saveSetting('report-sender', given.senderName)
    const name = given.senderName || (await senderNameFor(library.db, person, publicKey))
    const note = given.note || undefined
    return { sender: { name, publicKey }, sentAt: library.clock().toISOString(), note } satisfies SlipFrame
  }
  /** Into a folder, or as the answer's body; kept only when it has been written, or begins to be handed over. */
  const handOver = async (
    c: Context,
    body: SlipBody,
    to: { directory?: string | undefined; passphrase?: string | undefined },
    keep: () => Promise<unknown>,
  ): Promise<Response> => {
    const passphrase = to.passphrase || undefined
    if (passphrase !== undefined) requirePassphrase(passphrase)
    if (to.directory !== undefined && !mayUsePaths) throw slipError('SLIP_PATHS_NOT_ALLOWED')
    const slip = { body, signature: signValue(body, await writes.ensureSenderIdentity()) }
    const name = slipFileName(body, library.clock())
    const bytes = packedSlip(library.blobs, slip, passphrase)
    if (to.directory !== undefined) {
      const file = await writeSlip(to.directory, name, bytes)
      await keep()
      return c.json({ ...viewSlip({ direction: 'out', state: 'sent', body }, new Map()), file })
    }
    await keep()
    c.header('Content-Disposition', attachmentName(name))
    c.header('Content-Type', 'application/octet-stream')
    return c.body(Readable.toWeb(Readable.from(bytes)) as ReadableStream)
  }
  const requirePlainDirectory = async (file: string) => {
    if (!mayUsePaths || !path.isAbsolute(file)) throw slipError('SLIP_PATHS_NOT_ALLOWED')
    const status = await stat(file).catch(() => undefined)
    if (!status?.isFile()) throw slipError('SLIP_UNREADABLE', { why: '这里没有这个文件，或U盘已经拔出。' })
  }
  const take = async (c: Context, file: string, passphrase: string | undefined) => {
    await mkdir(incoming, { recursive: true, mode: 0o700 })
    const person = await personOf(c)
    const { slip, again } = await takeSlip(library, writes, { file, passphrase, person, work: incoming })
    const view = viewSlip(slip, await knownSenders(library.db))
    return c.json(again ? { ...view, says: `这份文件以前收过，没有重复办理。${view.says ?? ''}` } : view)
  }

  return new Hono()
    .get('/slips', async (c) => {
      const [slips, known] = await Promise.all([listSlips(library.db, MOST_LISTED), knownSenders(library.db)])
      const came = slips.filter(({ direction, body }) => direction === 'in' && body.type === 'submission')
      const returned = await findReturned(
        library.db,
        came.map(({ body }) => body.storyId),
      )
      const isReturned = (slip: ListedSlip) =>
        slip.state === 'taken' && came.includes(slip) && returned.has(slip.body.storyId)
      return c.json(
        slips.map((slip) => ({ ...viewSlip(slip, known), ...(isReturned(slip) && { returned: true as const }) })),
      )
    })
    .post('/slips', async (c) => {
      if (c.req.header('content-type')?.startsWith('multipart/form-data')) {
        const { folder, fields } = await receiveUpload(c.req.raw, incoming)
        try {
          const [file] = await filesBelow(folder)
          return await take(c, file as string, fields.get('passphrase'))
        } finally {
          await rm(folder, { recursive: true, force: true })
        }
      }
      const body = PathBody.safeParse(await c.req.json().catch(() => undefined))
      if (!body.success) throw new BadRequestError({ code: 'BAD_REQUEST', what: '这个请求的内容不对。' })
      await requirePlainDirectory(body.data.file)
      return take(c, body.data.file, body.data.passphrase)
    })
    .get('/slips/:id', async (c) =>
      c.json(viewContents(await requireSlip(c.req.param('id')), await knownSenders(library.db))),
    )
    .post('/slips/:id/answer', validate('json', AnswerBody), async (c) => {
      const person = await personOf(c)
      const { answer, note, tasks, ...to } = c.req.valid('json')
      const request = await requireSlip(c.req.param('id'))
      if (request.direction !== 'in' || request.body.type === 'review-answer') throw slipError('SLIP_ANSWER_NOT_ASKED')
      const said = tasks.filter(({ text }) => text !== '')
      if (request.body.type === 'submission') {
        if (answer !== 'return') throw slipError('SLIP_ANSWER_NOT_ASKED')
        const { note: reason, remarks } = await saidOnReturn(library.db, request.body.storyId)
        const more = said.map(({ type = 'change', text, ...place }) => ({ type, text, ...place }))
        const by = await frame(person, { ...to, note: note || reason })
        const body = composeAnswer(request.body, { answer, remarks: [...remarks, ...more] }, by)
        return handOver(c, body, to, () =>
          writes.keepAnswer({ direction: 'out', state: 'sent', body }, request, person),
        )
      }
      if (answer === 'return' && !note && said.length === 0) throw slipError('SLIP_REASON_MISSING')
      const remarks = said.map(({ type, field, quote, text }) => ({
        type: type ?? (answer === 'return' ? ('change' as const) : ('comment' as const)),
        ...(field !== undefined && { field }),
        ...(quote && { quote }),
        text,
      }))
      const body = composeAnswer(request.body, { answer, remarks }, await frame(person, { note, ...to }))
      return handOver(c, body, to, () => writes.keepAnswer({ direction: 'out', state: 'sent', body }, request, person))
    })
    .post('/stories/:id/slips', validate('json', SendBody), async (c) => {
      const person = await personOf(c)
      const { type, step = 'verify', note, ...to } = c.req.valid('json')
      const story = await readStory(library.db, c.req.param('id'))
      const by = await frame(person, { note, ...to })
      if (type === 'review-request' && !['draft', 'submitted', 'verified'].includes(story.state)) {
        throw slipError('SLIP_NOT_FOR_REVIEW')
      }
      const body =
        type === 'submission'
          ? await composeSubmission(library, story, by)
          : await composeRequest(library, writes, story, step, by)
      return handOver(c, body, to, () => writes.keepSlip({ direction: 'out', state: 'sent', body }, person))
    })
}
