import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError } from '../../errors/app-error.ts'
import { portableTitle } from '../../exporting/portable-name.ts'
import { freeName } from '../../feedback/write-into-folder.ts'
import { localDate } from '../../items/record-revision.ts'
import { syncDirectory } from '../../store/blob-store.ts'
import { asStorageError } from '../../store/storage-error.ts'
import type { SlipBody } from './slip.schema.ts'
import { slipError } from './slip-error.ts'

const NAMES = { submission: '报送', 'review-request': '送审', 'review-answer': '意见' } as const
const STEPS = { verify: '核实', approve: '审定' } as const

/** `送审-核实-高岭村修渠-20260301-3f2a.slip` */
export function slipFileName(body: SlipBody, now: Date): string {
  const step = body.type === 'submission' ? '' : `-${STEPS[body.step]}`
  const day = localDate(now).replaceAll('-', '')
  return `${NAMES[body.type]}${step}-${portableTitle(body.title)}-${day}-${body.id.slice(0, 4)}.slip`
}

/**
 * Writes a slip into a folder, e.g. of a stick, whole or not at all and never over a file that is there.
 * @returns the file's path
 */
export async function writeSlip(directory: string, name: string, bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const file = path.join(directory, await freeName(directory, name))
  const temporary = path.join(directory, `.${path.basename(file)}.${process.pid}.tmp`)
  try {
    await pipeline(Readable.from(bytes), createWriteStream(temporary, { mode: 0o644, flags: 'wx' }))
    const handle = await open(temporary, 'r+')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, file)
    await syncDirectory(directory)
    return file
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined)
    if (cause instanceof AppError || !asStorageError(cause)) throw cause
    throw slipError('SLIP_FOLDER_UNUSABLE', { cause })
  }
}
