import { randomUUID } from 'node:crypto'
import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { receiveUpload } from '../../importing/receive-upload.ts'
import { makeBelow, writeWhole } from '../../store/blob-store.ts'
import { asStorageError } from '../../store/storage-error.ts'
import type { ReceivedSheets } from '../../templates/sheets/received-sheets.ts'
import { LARGEST_FEEDBACK } from './feedback-file.ts'
import { responseError } from './response-errors.ts'

/** Uploads older than this go when another comes in. Milliseconds. */
const KEPT = 24 * 3600 * 1000

/** A file of answers that was given: a spreadsheet among the received sheets, or a feedback file. */
export type ReceivedAnswers =
  | { readonly type: 'sheet'; readonly upload: string; readonly folder: string }
  | { readonly type: 'file'; readonly upload: string; readonly file: string; readonly bytes: Buffer }

export interface ReceivedResponses {
  receive(request: Request): Promise<ReceivedAnswers>
  /** Takes a copy of a file of this machine. */
  take(file: string): Promise<ReceivedAnswers>
  /** @throws {ResponseError} RESPONSE_UPLOAD_NOT_FOUND */
  find(upload: string): Promise<ReceivedAnswers>
}

/** @param incoming the library's folder for uploads */
export function receivedResponses(incoming: string, sheets: ReceivedSheets): ReceivedResponses {
  const root = path.join(incoming, 'story-responses')
  const fileOf = (upload: string) => path.join(root, `${upload}.json`)
  const nameOf = (upload: string) => path.join(root, `${upload}.name`)
  const keep = async (file: string): Promise<ReceivedAnswers> => {
    if (!(await isFeedback(file))) {
      const { upload } = await sheets.take(file)
      return { type: 'sheet', upload, folder: sheets.folderOf(upload) }
    }
    if ((await stat(file)).size > LARGEST_FEEDBACK) throw responseError('RESPONSE_FILE_TOO_LARGE')
    await makeBelow(incoming)
    await makeBelow(root)
    await clearOld(root)
    const upload = randomUUID()
    const bytes = await readFile(file)
    await writeWhole(nameOf(upload), path.basename(file))
    await writeWhole(`${fileOf(upload)}.part`, bytes)
    await rename(`${fileOf(upload)}.part`, fileOf(upload))
    return { type: 'file', upload, file: path.basename(file), bytes }
  }
  return {
    take: (file) => keep(file),
    async receive(request) {
      const { folder } = await receiveUpload(request, incoming)
      try {
        const [first] = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile())
        if (!first) throw responseError('RESPONSE_FILE_UNREADABLE')
        return await keep(path.join(first.parentPath, first.name))
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
    async find(upload) {
      if (!z.uuid().safeParse(upload).success) throw responseError('RESPONSE_UPLOAD_NOT_FOUND')
      const bytes = await readFile(fileOf(upload)).catch(() => undefined)
      if (bytes) {
        const file = await readFile(nameOf(upload), 'utf8').catch(() => 'xinhuo-fankui.json')
        return { type: 'file', upload, file, bytes }
      }
      const folder = sheets.folderOf(upload)
      await stat(folder).catch((cause: unknown) => {
        throw responseError('RESPONSE_UPLOAD_NOT_FOUND', undefined, cause)
      })
      return { type: 'sheet', upload, folder }
    },
  }
}

/** By its first letter: a spreadsheet begins with none of these. */
async function isFeedback(file: string): Promise<boolean> {
  const handle = await open(file, 'r').catch((cause: unknown) => {
    throw asStorageError(cause) ?? responseError('RESPONSE_FILE_UNREADABLE', '文件不在这里，或所在的U盘已拔出。', cause)
  })
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0)
    const head = buffer
      .subarray(0, bytesRead)
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .trimStart()
    return head.startsWith('{') || /\.json$/i.test(file)
  } finally {
    await handle.close()
  }
}

async function clearOld(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    const file = path.join(root, name)
    const facts = await stat(file).catch(() => undefined)
    if (facts && facts.mtimeMs < Date.now() - KEPT) await rm(file, { force: true })
  }
}
