import { rm } from 'node:fs/promises'
import path from 'node:path'
import { Hono } from 'hono'
import { z } from 'zod'
import { AppError } from '../errors/app-error.ts'
import { BadRequestError, validate } from '../http/validate.ts'
import { receiveUpload } from '../importing/receive-upload.ts'
import { localDate } from '../items/record-revision.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import { filesBelow, readLetters } from './read-letters.ts'
import { collectAnswers, listReceived } from './received-reports.repository.ts'
import type { ReportLetter } from './report-letter.ts'
import type { ReceivedReport, WrittenAnswers } from './report-view.ts'
import { folderUnusable, writeIntoFolder } from './write-into-folder.ts'

/** What publishing looks for in a channel's folder. */
const ANSWERS_FILE = 'answers.json'

/** In one go. */
const MOST_FILES = 1000

const PathsBody = z.object({ files: z.array(z.string().min(1).max(4096)).min(1).max(MOST_FILES) })
const AnswerBody = z.object({
  answer: z
    .string()
    .transform((text) => text.toWellFormed())
    .pipe(z.string().trim().min(1).max(5000)),
  items: z.array(z.string().min(1).max(100)).max(20).default([]),
})

export class ReceivedReportError extends AppError<
  'RECEIVED_REPORT_NOT_FOUND' | 'REPORT_NUMBER_AMBIGUOUS' | 'REPORT_PATHS_NOT_ALLOWED'
> {}

/** What taking in and answering writes, done by the writer's thread. */
export interface ReceivedWrites {
  insertReceived(letter: ReportLetter, at: string): Promise<number>
  answerReceived(id: string, answer: { text: string; items: readonly string[]; answeredOn: string }): Promise<unknown>
}

/**
 * `/api/reports/received`: for the office that reads what others sent, and answers it.
 * @param incoming the folder for uploads
 * @param mayUsePaths false for `serve`, whose visitors sit at other machines
 */
export function receivedRoutes(library: LibraryAccess, writes: ReceivedWrites, incoming: string, mayUsePaths: boolean) {
  const take = (letter: ReportLetter) => writes.insertReceived(letter, library.clock().toISOString())
  /** By number as people say it, or by id where two have the same. */
  const requireReceived = async (named: string): Promise<ReceivedReport> => {
    const number = named.normalize('NFKC').trim().toUpperCase()
    const found = (await listReceived(library.db)).filter((one) => one.id === named || one.number === number)
    if (found.length > 1) throw ambiguous(found)
    if (found[0]) return found[0]
    throw new ReceivedReportError({
      code: 'RECEIVED_REPORT_NOT_FOUND',
      what: '没有收到过这个编号的回信。',
      todo: '请核对编号，或先收下回信文件。',
    })
  }
  return new Hono()
    .get('/', async (c) => c.json(await listReceived(library.db)))
    .get('/answers', async (c) => c.json(await collectAnswers(library.db)))
    .post('/answers', validate('json', z.object({ directory: z.string().min(1).max(4096) })), async (c) => {
      if (!mayUsePaths) throw folderUnusable('这里不能把文件写到服务器的文件夹；请改用下载。')
      const answers = await collectAnswers(library.db)
      const text = `${JSON.stringify(answers, null, 2)}\n`
      const file = await writeIntoFolder(c.req.valid('json').directory, ANSWERS_FILE, text)
      return c.json({ file, answers: answers.answers.length } satisfies WrittenAnswers)
    })
    .post('/', async (c) => {
      if (c.req.header('content-type')?.startsWith('multipart/form-data')) {
        const { folder } = await receiveUpload(c.req.raw, incoming)
        try {
          return c.json(await readLetters((await filesBelow(folder)).slice(0, MOST_FILES), take))
        } finally {
          await rm(folder, { recursive: true, force: true })
        }
      }
      const body = PathsBody.safeParse(await c.req.json().catch(() => undefined))
      if (!body.success) throw new BadRequestError({ code: 'BAD_REQUEST', what: '这个请求的内容不对。' })
      if (!mayUsePaths || !body.data.files.every((file) => path.isAbsolute(file))) throw noPaths()
      return c.json(await readLetters(body.data.files, take))
    })
    .patch('/:number', validate('json', AnswerBody), async (c) => {
      const { id } = await requireReceived(c.req.param('number'))
      const { answer, items } = c.req.valid('json')
      await writes.answerReceived(id, { text: answer, items, answeredOn: localDate(library.clock()) })
      return c.json(await requireReceived(id))
    })
}

const ambiguous = (found: readonly ReceivedReport[]) =>
  new ReceivedReportError({
    code: 'REPORT_NUMBER_AMBIGUOUS',
    what: '没有保存答复：有几条回信用了同一个编号。',
    why: found.map((one) => `${one.text.slice(0, 20)}（${one.id.slice(0, 8)}）`).join('；'),
    todo: '请在“回信—收到的”里直接答复那一条。',
  })

const noPaths = () =>
  new ReceivedReportError({
    code: 'REPORT_PATHS_NOT_ALLOWED',
    what: '没有收下：这里不能按路径收文件。',
    todo: '请把文件拖进窗口。',
  })
