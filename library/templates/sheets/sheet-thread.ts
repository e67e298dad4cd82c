import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '../../errors/app-error.ts'
import { readSpreadsheet } from './read-spreadsheet.ts'
import { writeSheetFolder } from './sheet-folder.ts'
import type { SheetThreadReply } from './sheet-thread-reply.ts'

/** Reads one spreadsheet and ends: nothing in a file can hold up or fill the service. */
const { file, folder } = workerData as { file: string; folder: string }

async function read(): Promise<SheetThreadReply> {
  try {
    await writeSheetFolder(folder, path.basename(file), await readSpreadsheet(file))
    return { type: 'done' }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { type: 'refused', code: error.code, what: error.what, why: error.why, todo: error.todo }
  }
}

parentPort?.postMessage(await read())
