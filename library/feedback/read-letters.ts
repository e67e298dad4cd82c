import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { toBody } from '../http/error-response.ts'
import { openLetter, ReportFileError, tooLarge } from './open-letter.ts'
import { LARGEST_LETTER, type ReportLetter } from './report-letter.ts'
import type { ReceivedFile } from './report-view.ts'

/**
 * Opens files one by one and hands over each good letter; a bad one says why and hinders no other.
 * @param take stores a letter's reports and gives how many are new
 */
export async function readLetters(
  files: readonly string[],
  take: (letter: ReportLetter) => Promise<number>,
): Promise<ReceivedFile[]> {
  const received: ReceivedFile[] = []
  for (const file of files) {
    const name = path.basename(file)
    try {
      const letter = openLetter(await readSmall(file))
      const taken = await take(letter)
      received.push({ file: name, senderName: letter.sender.name, taken, known: letter.reports.length - taken })
    } catch (error) {
      if (!(error instanceof ReportFileError)) throw error
      received.push({ file: name, taken: 0, known: 0, refused: toBody(error).error })
    }
  }
  return received
}

/** All files below a folder, in the order of their names. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}

/** Never more of a file than a letter may have; a pipe or a device is no letter. */
async function readSmall(file: string): Promise<Buffer> {
  const status = await stat(file).catch((cause: unknown) => {
    throw missing(cause)
  })
  if (!status.isFile()) throw missing()
  if (status.size > LARGEST_LETTER) throw tooLarge()
  return readFile(file).catch((cause: unknown) => {
    throw missing(cause)
  })
}

const missing = (cause?: unknown) =>
  new ReportFileError({
    code: 'REPORT_FILE_UNREADABLE',
    what: '没有收下：这个文件打不开。',
    why: '它不在这里、不是文件，或所在的U盘已拔出。',
    todo: '请检查后再试。',
    cause,
  })
