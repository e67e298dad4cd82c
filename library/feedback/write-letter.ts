import { chmod, stat } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '../errors/app-error.ts'
import { writeWhole } from '../store/blob-store.ts'
import type { ReportLetter } from './report-letter.ts'

export class LetterNotWrittenError extends AppError<'REPORT_FOLDER_UNUSABLE'> {}

/** As text that people can read too, the same for the same letter. */
export const letterText = (letter: ReportLetter) => `${JSON.stringify(letter, null, 2)}\n`

/**
 * Writes a letter into a folder that is there, e.g. of a stick, whole or not at all. An earlier letter of the
 * same day, which may still wait for its way, keeps its name.
 * @returns the file's path
 * @throws {LetterNotWrittenError} there is no such folder, or it cannot be written
 */
export async function writeLetter(directory: string, fileName: string, letter: ReportLetter): Promise<string> {
  const folder = await stat(directory).catch(() => undefined)
  if (!path.isAbsolute(directory) || !folder?.isDirectory()) throw unusable('这里没有这个文件夹，或U盘已经拔出。')
  const file = await freeName(directory, fileName)
  try {
    await writeWhole(file, letterText(letter))
  } catch (cause) {
    throw unusable('U盘可能满了、松动了，或打开了写保护开关。', cause)
  }
  // Others are meant to read it; sticks in FAT keep no such rights.
  await chmod(file, 0o644).catch(() => undefined)
  return file
}

async function freeName(directory: string, fileName: string): Promise<string> {
  const { name, ext } = path.parse(fileName)
  for (let copy = 1; ; copy++) {
    const file = path.join(directory, copy === 1 ? fileName : `${name}-${copy}${ext}`)
    const taken = await stat(file).catch((error: NodeJS.ErrnoException) => error.code !== 'ENOENT')
    if (taken === false) return file
    if (copy === 1000) throw unusable('里面的回信已经太多。')
  }
}

const unusable = (why: string, cause?: unknown) =>
  new LetterNotWrittenError({
    code: 'REPORT_FOLDER_UNUSABLE',
    what: '没有导出：这个文件夹不能写入。',
    why,
    todo: '您写的都还在。请换一个文件夹或U盘再试。',
    cause,
  })
