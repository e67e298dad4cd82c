import { existsSync } from 'node:fs'
import { AppError } from '../errors/app-error.ts'
import { newestSeq } from '../search/catch-up-index.ts'
import { openSearchForReading } from '../search/open-search-database.ts'
import { openPassageSearch } from '../search/passage-search.ts'
import { createBlobStore } from '../store/blob-store.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import { type LibraryPaths, libraryPaths } from '../store/library-paths.ts'
import { openLibraryForReading } from '../store/open-library-database.ts'
import { asStorageError } from '../store/storage-error.ts'
import { LibraryBusyError, openLibrarySession } from './library-session.ts'

export class LibraryMissingError extends AppError<'LIBRARY_NOT_FOUND'> {}

/** A library open for reading only; others may write it meanwhile. */
export interface ReadingSession extends LibraryAccess {
  readonly paths: LibraryPaths
  close(): Promise<void>
}

/**
 * Opens a library without taking it. When an interrupted import left the index behind and nobody
 * else is at it, the index is brought up to date first.
 * @throws {LibraryMissingError} when there is no library in this folder
 */
export async function openReading(root: string): Promise<ReadingSession> {
  const paths = libraryPaths(root)
  if (!existsSync(paths.database)) {
    throw new LibraryMissingError({
      code: 'LIBRARY_NOT_FOUND',
      what: '这个文件夹里没有资料库。',
      why: paths.root,
      todo: '请用 xinhuo import 导入资料，或检查 --library。',
    })
  }
  if (!existsSync(paths.searchDatabase)) await completeIndex(root)
  let reading = openBoth(paths)
  if (reading.search.indexedSeq() < (await newestSeq(reading.db)) && (await completeIndex(root))) {
    await reading.close()
    reading = openBoth(paths)
  }
  return reading
}

function openBoth(paths: LibraryPaths): ReadingSession {
  try {
    return openAs(paths, false)
  } catch (error) {
    const code = asStorageError(error)?.code
    if (code !== 'STORAGE_READ_ONLY' && code !== 'STORAGE_GONE') throw error
    // A medium that cannot be written does not let SQLite make its -shm file; the file cannot change either.
    return openAs(paths, true)
  }
}

function openAs(paths: LibraryPaths, immutable: boolean): ReadingSession {
  const library = openLibraryForReading(paths.database, { immutable })
  const searchConnection = openSearchForReading(paths.searchDatabase, { immutable })
  return {
    paths,
    db: library.db,
    search: openPassageSearch(searchConnection),
    blobs: createBlobStore(paths.objects),
    clock: () => new Date(),
    async close() {
      searchConnection.close()
      await library.close()
    },
  }
}

/** Returns false when another process has the library and is indexing it itself. */
async function completeIndex(root: string): Promise<boolean> {
  try {
    const session = await openLibrarySession({
      root,
      spawnReader: () => {
        throw new Error('indexing reads no files')
      },
      resumeJobs: false,
    })
    await session.catchUpIndex()
    await session.close()
    return true
  } catch (error) {
    if (error instanceof LibraryBusyError || asStorageError(error)) return false
    throw error
  }
}
