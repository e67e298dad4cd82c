import { randomUUID } from 'node:crypto'
import { copyFile, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { AppError } from '../../errors/app-error.ts'
import { receiveUpload } from '../../importing/receive-upload.ts'
import { makeBelow } from '../../store/blob-store.ts'
import { asStorageError } from '../../store/storage-error.ts'
import type { ReceivedSheet } from '../known/known-view.ts'
import { readSheetFacts } from './sheet-folder.ts'
import { refuseSheet } from './sheet-refused-error.ts'
import type { SheetThreadReply } from './sheet-thread-reply.ts'

/** Uploads older than this go when another comes in. Milliseconds. */
const KEPT = 24 * 3600 * 1000
/** However new they are, no more than so many stay. */
const MOST_KEPT = 40
/** The heap of the thread that reads. Megabytes. */
const HEAP = 768
/** Milliseconds. */
const TIME_LIMIT = 120_000

/** Spreadsheets received, each in a folder of its own below the library's folder for uploads. */
export interface ReceivedSheets {
  /** Where the uploads lie. */
  readonly root: string
  /** @throws {SheetRefusedError} */
  receive(request: Request): Promise<ReceivedSheet>
  /** Takes a copy of a file of this machine. @throws {SheetRefusedError} */
  take(file: string): Promise<ReceivedSheet>
  /** @throws {SheetRefusedError} SHEET_NOT_FOUND */
  view(upload: string): Promise<ReceivedSheet>
  /** The folder of an upload. @throws {SheetRefusedError} SHEET_NOT_FOUND when it is none of ours */
  folderOf(upload: string): string
}

/** @param inUse whether unfinished work may still need an upload: then none is cleared */
export function createReceivedSheets(incoming: string, inUse: () => boolean): ReceivedSheets {
  const root = path.join(incoming, 'sheets')
  const prepare = async () => {
    await makeBelow(incoming)
    await makeBelow(root)
    if (!inUse()) await clearOld(root)
  }
  const folderOf = (upload: string) => {
    if (!z.uuid().safeParse(upload).success) throw refuseSheet('SHEET_NOT_FOUND')
    return path.join(root, upload)
  }
  const view = async (upload: string): Promise<ReceivedSheet> => {
    const { file, sheets } = await readSheetFacts(folderOf(upload))
    return { upload, file, sheets }
  }
  const read = async (folder: string, file: string): Promise<ReceivedSheet> => {
    try {
      await readInThread(file, folder)
    } catch (error) {
      await rm(folder, { recursive: true, force: true })
      throw error
    }
    return view(path.basename(folder))
  }
  return {
    root,
    folderOf,
    view,
    async receive(request) {
      await prepare()
      const { folder } = await receiveUpload(request, root)
      const [first] = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile())
      if (!first) throw refuseSheet('SHEET_NOT_FOUND')
      return read(folder, path.join(first.parentPath, first.name))
    },
    async take(file) {
      await prepare()
      const folder = path.join(root, randomUUID())
      await makeBelow(folder)
      const copy = path.join(folder, path.basename(file))
      await copyFile(file, copy).catch(async (cause: unknown) => {
        await rm(folder, { recursive: true, force: true })
        throw asStorageError(cause) ?? refuseSheet('SHEET_NOT_FOUND', `${file} 不存在，或所在的U盘已拔出。`, cause)
      })
      return read(folder, copy)
    },
  }
}

async function clearOld(root: string): Promise<void> {
  const uploads = await Promise.all(
    (await readdir(root)).map(async (name) => ({
      name,
      at: await stat(path.join(root, name)).then(
        (facts) => facts.mtimeMs,
        () => 0,
      ),
    })),
  )
  const newestFirst = uploads.sort((a, b) => b.at - a.at)
  for (const [place, { name, at }] of newestFirst.entries()) {
    if (place < MOST_KEPT && at > Date.now() - KEPT) continue
    await rm(path.join(root, name), { recursive: true, force: true })
  }
}

/** @throws {SheetRefusedError} also where the file takes more memory or time than a spreadsheet may */
async function readInThread(file: string, folder: string): Promise<void> {
  const worker = new Worker(new URL('./sheet-thread.ts', import.meta.url), {
    workerData: { file, folder },
    resourceLimits: { maxOldGenerationSizeMb: HEAP, maxYoungGenerationSizeMb: 16 },
  })
  const late = setTimeout(() => void worker.terminate(), TIME_LIMIT)
  const reply = await new Promise<SheetThreadReply | undefined>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => resolve(undefined))
  })
    .catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ERR_WORKER_OUT_OF_MEMORY') throw refuseSheet('SHEET_TOO_LARGE', undefined, cause)
      throw asStorageError(cause) ?? refuseSheet('SHEET_BROKEN', undefined, cause)
    })
    .finally(() => clearTimeout(late))
  if (!reply) throw refuseSheet('SHEET_TOO_LARGE', '两分钟还没有读完。')
  if (reply.type === 'done') return
  const { code, what, why, todo } = reply
  throw new AppError({ code, what, ...(why !== undefined && { why }), ...(todo !== undefined && { todo }) })
}
