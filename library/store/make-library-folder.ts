import { mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '../errors/app-error.ts'

export class LibraryPlaceError extends AppError<'LIBRARY_PLACE_UNUSABLE'> {}

/**
 * Makes the folder of a library, for its owner alone, and those above it that are missing. One after the
 * other: asked for all at once, Node never ends where a file system (`/proc`) takes no folders.
 * @throws {LibraryPlaceError} where there is a file, or no folder can be
 */
export function makeLibraryFolder(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found?.isDirectory()) return
  if (found || path.dirname(folder) === folder) throw unusable(folder)
  makeLibraryFolder(path.dirname(folder))
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // Another process has made it meanwhile.
    if (code === 'EEXIST') return
    throw code === 'ENOENT' ? unusable(folder, error) : error
  }
}

const unusable = (folder: string, cause?: unknown) =>
  new LibraryPlaceError({
    code: 'LIBRARY_PLACE_UNUSABLE',
    what: '资料库不能放在这里。',
    why: `${folder} 不是文件夹，也不能新建成文件夹。`,
    todo: '请换一个文件夹。什么都没有改动。',
    cause,
  })
