import { stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { AppError } from '../../errors/app-error.ts'
import { BadRequestError, validate } from '../../http/validate.ts'
import { PathNotFoundError } from '../../importing/imports.routes.ts'
import { normaliseText } from '../../importing/readers/normalise-text.ts'
import { paragraphsToMarkdown } from '../../importing/readers/text-reader.ts'
import { receiveUpload } from '../../importing/receive-upload.ts'
import { Sha256 } from '../../items/revision.schema.ts'
import type { JobRunner } from '../../jobs/job-runner.ts'
import type { JobView } from '../../jobs/job-view.ts'
import { ColumnMatchBody } from '../../templates/known/column-match.schema.ts'
import { SNIFFED_BYTES, sniffMedia } from '../media/sniff-media.ts'
import { actingPerson } from '../process/story-office.ts'
import { StoryRecord } from '../story.schema.ts'
import { storyTooLarge } from '../story-errors.ts'
import { storyVocabulary } from '../vocabulary/story-vocabulary.ts'
import { type KeepWrites, keepProposals } from './keep-proposals.ts'
import { proposalError } from './proposal-errors.ts'
import { finishedNotes, type ProposeMeans, proposeFiles, proposeSheetAgain } from './propose-files.ts'
import { proposeStory } from './propose-story.ts'
import type { ReceivedProposals } from './received-proposals.ts'

/** So few files are read at once; more, and what a command names by its path, as a job. */
const AT_ONCE = 12
/** Bytes of the confirmed stories' JSON. */
const LARGEST_KEEP = 64 * 1024 * 1024
/** Characters of notes that were pasted in. */
const LONGEST_NOTES = 200_000

const PathsBody = z.object({ paths: z.array(z.string().min(1).max(4096)).min(1).max(1000) })
const KeepBody = z.object({
  stories: z
    .array(z.object({ id: z.string().min(1).max(40), record: StoryRecord }))
    .min(1)
    .max(2000),
})
const ColumnsBody = z.object({
  file: z.string().min(1).max(1000),
  sheet: z.string().max(200),
  match: z.array(ColumnMatchBody).max(300),
})

export interface ProposalDesk extends ProposeMeans {
  readonly jobs: JobRunner
  readonly writes: KeepWrites
  readonly received: ReceivedProposals
  /** False for `serve`, whose visitors sit at other machines. */
  readonly mayReadPaths: boolean
}

/** `/api/story-proposals`: stories read from files and notes, until a person confirms them. */
export function proposalRoutes(desk: ProposalDesk) {
  const { library, jobs, writes, received } = desk
  const limited = (maxSize: number) =>
    bodyLimit({
      maxSize,
      onError: () => {
        throw storyTooLarge()
      },
    })

  return new Hono()
    .post('/', async (c) => {
      const upload = await received.begin()
      if (!c.req.header('content-type')?.startsWith('multipart/form-data')) {
        const paths = await requirePaths(c, desk.mayReadPaths).catch(async (error: unknown) => {
          await received.drop(upload.id)
          throw error
        })
        return c.json(await jobs.start('propose-stories', { upload: upload.id, paths }), 202)
      }
      const { signal } = c.req.raw
      try {
        const { folder, files } = await receiveUpload(c.req.raw, upload.folder)
        if (files > AT_ONCE) {
          const job = await jobs.start('propose-stories', { upload: upload.id, paths: [folder] })
          // RFC 7240: who can follow a job need not wait for it.
          if (/\brespond-async\b/.test(c.req.header('prefer') ?? '')) return c.json(job, 202)
          await endOf(jobs, job, signal)
          // Nobody is there to look at it any more.
          if (signal.aborted) await received.drop(upload.id)
        } else {
          const read = await proposeFiles([folder], upload, desk, { signal, report: () => {} })
          if (read.proposals.length === 0 && read.skipped.length === 0) throw proposalError('PROPOSALS_NONE')
          await received.write(upload, read)
        }
        return c.json(await received.read(upload))
      } catch (error) {
        await received.drop(upload.id)
        throw error
      }
    })
    .post(
      '/text',
      limited(4 * LONGEST_NOTES),
      validate('json', z.object({ text: z.string().max(LONGEST_NOTES) })),
      async (c) => {
        const text = normaliseText(c.req.valid('json').text)
        if (text.trim() === '') throw proposalError('PROPOSAL_TEXT_EMPTY')
        const words = await storyVocabulary(library.db)
        const story = proposeStory({ markdown: paragraphsToMarkdown(text.split('\n')) }, words)
        return c.json(await finishedNotes(library, story))
      },
    )
    .get('/:upload', async (c) => c.json(await received.read(await received.find(c.req.param('upload')))))
    .get('/:upload/pictures/:sha256', async (c) => {
      const { files } = await received.find(c.req.param('upload'))
      const sha256 = Sha256.safeParse(c.req.param('sha256'))
      if (!sha256.success || !(await files.has(sha256.data))) throw proposalError('PROPOSALS_NOT_FOUND')
      const kind = sniffMedia(await firstBytes(files.stream(sha256.data, { start: 0, end: SNIFFED_BYTES - 1 })))
      const { size } = await stat(files.pathOf(sha256.data))
      c.header('Content-Type', kind.type === 'image' ? kind.mediaType : 'application/octet-stream')
      c.header('Content-Length', String(size))
      c.header('Content-Disposition', kind.type === 'image' ? 'inline' : 'attachment')
      c.header('Content-Security-Policy', "default-src 'none'; sandbox")
      c.header('Cache-Control', 'private, no-store')
      if (c.req.method === 'HEAD') return c.body(null)
      return c.body(Readable.toWeb(files.stream(sha256.data)) as ReadableStream)
    })
    .post('/:upload/columns', limited(LARGEST_KEEP), validate('json', ColumnsBody), async (c) => {
      const { file, sheet: name, match } = c.req.valid('json')
      const upload = await received.find(c.req.param('upload'))
      const read = await received.read(upload)
      const sheet = read.sheets?.find((one) => one.file === file && one.sheet === name)
      if (!sheet) throw proposalError('PROPOSALS_NOT_FOUND', '这次导入里没有这张表。')
      const columns = sheet.columns.map(({ column }) => {
        const given = match.find((one) => one.column === column)
        return { column, ...(given?.field !== undefined && { field: given.field, by: 'person' as const }) }
      })
      const others = (read.sheets ?? [])
        .filter((one) => one.file === file)
        .map((one) => [one.sheet, one.columns] as const)
      const again = await proposeSheetAgain(read, sheet, new Map([...others, [name, columns]]), desk)
      await received.write(upload, again)
      return c.json(again)
    })
    .post('/:upload/keep', limited(LARGEST_KEEP), validate('json', KeepBody), async (c) => {
      const person = await actingPerson(library.db, c.req.header('x-xinhuo-person'))
      const upload = await received.find(c.req.param('upload'))
      return c.json(await keepProposals(library, writes, received, upload, c.req.valid('json').stories, person))
    })
    .delete('/:upload', async (c) => {
      const { id } = await received.find(c.req.param('upload'))
      await received.drop(id)
      return c.json({ dropped: id })
    })
}

async function requirePaths(c: Context, mayReadPaths: boolean): Promise<string[]> {
  const body = PathsBody.safeParse(await c.req.json().catch(() => undefined))
  if (!body.success) throw new BadRequestError({ code: 'BAD_REQUEST', what: '这个请求的内容不对。' })
  if (!mayReadPaths || !body.data.paths.every((given) => path.isAbsolute(given))) {
    throw proposalError('PROPOSALS_PATH_NOT_ALLOWED')
  }
  for (const given of body.data.paths) {
    if (await stat(given).catch(() => undefined)) continue
    throw new PathNotFoundError({
      code: 'PATH_NOT_FOUND',
      what: '没有导入：找不到文件或文件夹。',
      why: `${given} 不存在，或所在的U盘已拔出。`,
      todo: '请检查后再试。',
    })
  }
  return body.data.paths
}

/** Waits for a job; whoever goes away meanwhile has it cancelled. */
async function endOf(jobs: JobRunner, job: JobView, signal: AbortSignal): Promise<void> {
  const cancel = () => void jobs.cancel(job.id)
  signal.addEventListener('abort', cancel)
  try {
    for await (const view of jobs.follow(job.id)) {
      if (view.state === 'failed') {
        throw new AppError({ code: view.error?.code ?? 'JOB_FAILED', what: view.error?.message ?? '没有读完。' })
      }
    }
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}

async function firstBytes(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(piece)
  return Buffer.concat(pieces)
}
