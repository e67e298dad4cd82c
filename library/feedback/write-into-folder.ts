import { chmod, stat } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '../errors/app-error.ts'
import { writeWhole } from '../store/blob-store.ts'

export class FolderUnusableError extends AppError<'REPORT_FOLDER_UNUSABLE'> {}

/**
 * Writes a file into a folder that is there, e.g. of a stick, whole or not at all.
 * @returns the file's path
 * @throws {FolderUnusableError} there is no such folder, or it cannot be written
 */
export async function writeIntoFolder(directory: string, name: string, text: string): Promise<string> {
  await requireFolder(directory)
  const file = path.join(directory, name)
  try {
    await writeWhole(file, text)
  } catch (cause) {
    throw folderUnusable('U盘可能满了、松动了，或打开了写保护开关。', cause)
  }
  // Others are meant to read it; sticks in FAT keep no such rights.
  await chmod(file, 0o644).catch(() => undefined)
  return file
}

/**
 * The name itself, or the name with a number, that no file in the folder has.
 * @throws {FolderUnusableError}
 */
export async function freeName(directory: string, fileName: string): Promise<string> {
  await requireFolder(directory)
  const { name, ext } = path.parse(fileName)
  for (let copy = 1; copy < 1000; copy++) {
    const free = copy === 1 ? fileName : `${name}-${copy}${ext}`
    const taken = await stat(path.join(directory, free)).catch(
      (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
    )
    if (taken === false) return free
  }
  throw folderUnusable('里面的回信已经太多。')
}

async function requireFolder(directory: string): Promise<void> {
  const folder = await stat(directory).catch(() => undefined)
  if (path.isAbsolute(directory) && folder?.isDirectory()) return
  throw folderUnusable('这里没有这个文件夹，或U盘已经拔出。')
}

export const folderUnusable = (why: string, cause?: unknown) =>
  new FolderUnusableError({
    code: 'REPORT_FOLDER_UNUSABLE',
    what: '没有导出：这个文件夹不能写入。',
    why,
    todo: '您写的都还在。请换一个文件夹或U盘再试。',
    cause,
  })
