import { openAsBlob } from 'node:fs'
import { stat } from 'node:fs/promises'
import { CommandError } from './command-context.ts'

/**
 * A file that was named on the command line, read as it is sent.
 * @throws {CommandError} when there is none, or it is a folder
 */
export async function openGivenFile(file: string): Promise<Blob> {
  const found = await stat(file).catch(() => undefined)
  if (found && !found.isDirectory()) return openAsBlob(file)
  throw new CommandError({
    code: 'USAGE',
    what: `读不到文件：${file}`,
    todo: found ? '这是文件夹，请写里面的文件。' : '请检查文件名和位置。',
  })
}
