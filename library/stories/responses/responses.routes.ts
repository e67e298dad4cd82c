import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import type { SenderIdentity } from '../../feedback/sender-identity.ts'
import { writeIntoFolder } from '../../feedback/write-into-folder.ts'
import { attachmentName } from '../../http/attachment-name.ts'
import { BadRequestError, validate } from '../../http/validate.ts'
import { localDate } from '../../items/record-revision.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import type { ReceivedSheets } from '../../templates/sheets/received-sheets.ts'
import type { OfficePerson, StoryTask } from '../process/process-view.ts'
import { actingPerson, readOffice, THIS_COMPUTER } from '../process/story-office.ts'
import { findTask } from '../process/tasks.repository.ts'
import { StoryNotFoundError } from '../story-errors.ts'
import { listedStories } from '../summaries/listed-stories.ts'
import type { ResponseChange } from './change-response.ts'
import { enterResponses } from './enter-responses.ts'
import { exportFeedback } from './export-feedback.ts'
import { feedbackName, feedbackText } from './feedback-file.ts'
import { personalDataOf } from './mask-personal-data.ts'
import { receivedResponses } from './received-responses.ts'
import { ChangedResponse, NewResponses, StoryId, TakeResponses } from './response.schema.ts'
import { responseDigest } from './response-digest.ts'
import { responseError } from './response-errors.ts'
import type { ResponsePage, StoryResponse, ToldResponses } from './response-view.ts'
import { countUnseen, findResponse, listResponses } from './responses.repository.ts'
import { previewResponses, type TakeWrites, takeResponses } from './take-responses.ts'

/** Bytes of a request's JSON. */
const LARGEST_BODY = 4 * 1024 * 1024

/** What answers write, done by the writer's thread. */
export interface ResponseWrites extends TakeWrites {
  changeResponse(id: string, change: ResponseChange, by: OfficePerson, today: string): Promise<StoryResponse>
  forgetResponse(id: string): Promise<StoryResponse>
  makeResponseTask(id: string, taskId: string, by: OfficePerson): Promise<string>
  markResponsesShown(storyId: string, on: string): Promise<number>
  ensureSenderIdentity(): Promise<SenderIdentity>
}

const Page = {
  limit: z.coerce.number().int().min(1).max(500).default(50),
  offset: z.coerce.number().int().min(0).default(0),
}
const ListQuery = z.object({
  story: StoryId.optional(),
  feed: z.string().min(1).max(80).optional(),
  open: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  ...Page,
})
const PathBody = z.object({ path: z.string().min(1).max(4096) })
const MatchBody = TakeResponses.pick({ sheet: true, match: true })
const ExportBody = z.object({
  story: StoryId.optional(),
  feed: z.string().min(1).max(80).optional(),
  directory: z.string().min(1).max(4096).optional(),
})

/**
 * `/api`: what comes back of stories and columns. Nobody who answered is named anywhere.
 * @param incoming the folder for uploads
 * @param mayUsePaths false for `serve`, whose visitors sit at other machines
 */
export function responseRoutes({
  library,
  writes,
  sheets,
  incoming,
  mayUsePaths,
}: {
  readonly library: LibraryAccess
  readonly writes: ResponseWrites
  readonly sheets: ReceivedSheets
  readonly incoming: string
  readonly mayUsePaths: boolean
}) {
  const received = receivedResponses(incoming, sheets)
  const today = () => localDate(library.clock())
  const personOf = (c: Context) => actingPerson(library.db, c.req.header('x-xinhuo-person'))
  const limited = bodyLimit({
    maxSize: LARGEST_BODY,
    onError: () => {
      throw responseError('RESPONSE_FILE_TOO_LARGE')
    },
  })
  const pageOf = async (
    of: { storyId?: string | undefined; feedId?: string | undefined; open?: boolean | undefined },
    page: { limit: number; offset: number },
  ): Promise<ResponsePage> => {
    const [list, digest] = await Promise.all([listResponses(library.db, of, page), responseDigest(library.db, of)])
    return { ...list, digest }
  }

  return new Hono()
    .get('/story-responses', validate('query', ListQuery), async (c) => {
      const { story, feed, open, limit, offset } = c.req.valid('query')
      return c.json(await pageOf({ storyId: story, feedId: feed, open }, { limit, offset }))
    })
    .post('/story-responses', limited, validate('json', NewResponses), async (c) => {
      await personOf(c)
      return c.json(await enterResponses(library.db, writes, c.req.valid('json'), library.clock(), today()), 201)
    })
    .post('/story-responses/read', async (c) => {
      if (c.req.header('content-type')?.startsWith('multipart/form-data')) {
        return c.json(await previewResponses(library.db, await received.receive(c.req.raw), {}, today()))
      }
      const body = PathBody.safeParse(await c.req.json().catch(() => undefined))
      if (!body.success) throw new BadRequestError({ code: 'BAD_REQUEST', what: '这个请求的内容不对。' })
      if (!mayUsePaths || !path.isAbsolute(body.data.path)) throw responseError('RESPONSE_PATH_NOT_ALLOWED')
      return c.json(await previewResponses(library.db, await received.take(body.data.path), {}, today()))
    })
    .post('/story-responses/read/:upload', limited, validate('json', MatchBody), async (c) => {
      const { sheet, match } = c.req.valid('json')
      const columns = match?.map(({ column, field }) => ({ column, ...(field !== undefined && { field }) }))
      const upload = await received.find(c.req.param('upload'))
      return c.json(await previewResponses(library.db, upload, { sheet, match: columns }, today()))
    })
    .post('/story-responses/take', limited, validate('json', TakeResponses), async (c) => {
      await personOf(c)
      const asked = c.req.valid('json')
      for (const storyId of Object.values(asked.stories)) if (storyId !== null) await requireStory(library, storyId)
      const upload = await received.find(asked.upload)
      return c.json(await takeResponses(library.db, writes, upload, asked, library.clock(), today()))
    })
    .post('/story-responses/export', validate('json', ExportBody), async (c) => {
      const { story, feed, directory } = c.req.valid('json')
      if (directory !== undefined && (!mayUsePaths || !path.isAbsolute(directory)))
        throw responseError('RESPONSE_PATH_NOT_ALLOWED')
      const identity = await writes.ensureSenderIdentity()
      const file = await exportFeedback(library.db, identity, { storyId: story, feedId: feed }, library.clock())
      const name = feedbackName(file)
      if (directory !== undefined) {
        const written = await writeIntoFolder(directory, name, feedbackText(file))
        return c.json({ file: written, responses: file.responses.length })
      }
      c.header('Content-Disposition', attachmentName(name))
      return c.body(feedbackText(file), 200, { 'Content-Type': 'application/json' })
    })
    .put('/story-responses/:id', limited, validate('json', ChangedResponse), async (c) => {
      const change = c.req.valid('json')
      const person = await personOf(c)
      if (typeof change.storyId === 'string') await requireStory(library, change.storyId)
      if (change.answer !== undefined) await requireAnswerer(library, person)
      if (typeof change.answer === 'string') requireClean(change.answer)
      return c.json(await writes.changeResponse(c.req.param('id'), change, person, today()))
    })
    .delete('/story-responses/:id', async (c) => {
      await personOf(c)
      return c.json(await writes.forgetResponse(c.req.param('id')))
    })
    .post('/story-responses/:id/task', async (c) => {
      const person = await personOf(c)
      const response = await findResponse(library.db, c.req.param('id'))
      if (!response) throw responseError('RESPONSE_NOT_FOUND')
      const id = await writes.makeResponseTask(response.id, `response-${randomUUID()}`, person)
      // Kept in the same moment as the answer's mark.
      return c.json((await findTask(library.db, id)) as StoryTask)
    })
    .get('/stories/:id/responses', validate('query', z.object(Page)), async (c) => {
      const storyId = c.req.param('id')
      await requireStory(library, storyId)
      const page = await pageOf({ storyId }, c.req.valid('query'))
      return c.json({ ...page, unseen: await countUnseen(library.db, storyId) } satisfies ToldResponses)
    })
    .post('/stories/:id/responses/seen', async (c) => {
      const storyId = c.req.param('id')
      await requireStory(library, storyId)
      return c.json({ seen: await writes.markResponsesShown(storyId, today()) })
    })
}

async function requireStory({ db }: LibraryAccess, id: string): Promise<void> {
  if (!(await listedStories(db)).has(id)) throw new StoryNotFoundError()
}

/** Answers are printed: once an office has people, one of them gives them. */
async function requireAnswerer({ db }: LibraryAccess, person: OfficePerson): Promise<void> {
  if (person.id !== THIS_COMPUTER.id) return
  if ((await readOffice(db)).people.some(({ left }) => !left)) throw responseError('RESPONSE_PERSON_NEEDED')
}

function requireClean(answer: string): void {
  const found = personalDataOf(answer).filter(({ severity }) => severity === 'must')
  if (found.length > 0)
    throw responseError('RESPONSE_PERSONAL_DATA', `答复会发给读者：${found.map(({ says }) => says).join('；')}`)
}
