import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { AppError } from '../errors/app-error.ts'
import { newestSeq } from '../search/catch-up-index.ts'
import { openSearchForReading } from '../search/open-search-database.ts'
import { openPassageSearch } from '../search/passage-search.ts'
import { searchKnowledge } from '../search/search-knowledge.ts'
import { createBlobStore } from '../store/blob-store.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import { type LibraryPaths, libraryPaths } from '../store/library-paths.ts'
import { openLibraryForReading } from '../store/open-library-database.ts'
import type { SqliteConnection } from '../store/sqlite-connection.ts'
import { asStorageError } from '../store/storage-error.ts'
import { LibraryBusyError, openLibrarySession } from './library-session.ts'

export class LibraryMissingError extends AppError<'LIBRARY_NOT_FOUND'> {}

/** A library open for reading only; others may write it meanwhile. */
export interface ReadingSession extends LibraryAccess {
  readonly paths: LibraryPaths
  /** library.db's own connection, for examining it. */
  readonly connection: SqliteConnection
  /** True once a search has met damage in the index; it is then rebuilt when this session closes. */
  isIndexDamaged(): boolean
  close(): Promise<void>
}

/**
 * Opens a library without taking it. When an interrupted import left the index behind and nobody
 * else is at it, the index is brought up to date first.
 * @throws {LibraryMissingError} when there is no library in this folder
 */
export async function openReading(root: string): Promise<ReadingSession> {
  const paths = requireLibrary(root)
  if (!existsSync(paths.searchDatabase)) await completeIndex(root, { damaged: false })
  let reading = openForReading(paths)
  if (!(await isInStep(reading)) && (await completeIndex(root, { damaged: reading.isIndexDamaged() }))) {
    await reading.close()
    reading = openForReading(paths)
  }
  return reading
}

/**
 * For what would be an untruth of a library that is not there, such as a backup of it.
 * @throws {LibraryMissingError} when there is no library in this folder
 */
export function requireLibrary(root: string): LibraryPaths {
  const paths = libraryPaths(root)
  if (existsSync(paths.database)) return paths
  throw new LibraryMissingError({
    code: 'LIBRARY_NOT_FOUND',
    what: '这个文件夹里没有资料库。',
    why: paths.root,
    todo: '请用 xinhuo import 导入资料，或检查 --library。',
  })
}

async function isInStep({ db, search, isIndexDamaged }: ReadingSession): Promise<boolean> {
  try {
    return search.indexedSeq() === (await newestSeq(db))
  } catch (error) {
    if (isIndexDamaged()) return false
    throw error
  }
}

/** Opens both databases as they are: beside their writer, or on a medium where nobody can write. */
export function openForReading(paths: LibraryPaths): ReadingSession {
  try {
    return openAs(paths, false)
  } catch (error) {
    if (!UNWRITABLE.has(asStorageError(error)?.code)) throw error
    // SQLite cannot make its -shm file here; nobody else can write either, so the file does not change.
    return hasWal(paths) ? openCopy(paths) : openAs(paths, true)
  }
}

const hasWal = ({ database, searchDatabase }: LibraryPaths) =>
  [database, searchDatabase].some((file) => existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0)

/** An immutable database is read without its WAL: what a crash left there is read from a copy, which goes when it is closed. */
function openCopy(paths: LibraryPaths): ReadingSession {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'xinhuo-reading-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  const copied = (file: string) => {
    const copy = path.join(folder, path.basename(file))
    for (const suffix of ['', '-wal']) if (existsSync(file + suffix)) copyFileSync(file + suffix, copy + suffix)
    return copy
  }
  try {
    const database = copied(paths.database)
    const reading = openAs({ ...paths, database, searchDatabase: copied(paths.searchDatabase) }, false)
    return {
      ...reading,
      paths,
      async close() {
        await reading.close()
        remove()
      },
    }
  } catch (error) {
    remove()
    throw error
  }
}

const UNWRITABLE = new Set<unknown>(['STORAGE_READ_ONLY', 'STORAGE_GONE', 'STORAGE_IO', 'DISK_FULL'])

function openAs(paths: LibraryPaths, immutable: boolean): ReadingSession {
  let damaged = false
  const library = openLibraryForReading(paths.database, { immutable })
  const onDamage = () => {
    damaged = true
  }
  const searchConnection = openSearchForReading(paths.searchDatabase, { immutable, onDamage })
  return {
    paths,
    connection: library.connection,
    isIndexDamaged: () => damaged,
    db: library.db,
    search: openPassageSearch(searchConnection, searchKnowledge),
    blobs: createBlobStore(paths.objects),
    clock: () => new Date(),
    async close() {
      searchConnection.close()
      await library.close()
      // What this answer could not be given from, the next one can.
      if (damaged && !immutable) await completeIndex(paths.root, { damaged })
    },
  }
}

/** Returns false when another process has the library and is indexing it itself. */
async function completeIndex(root: string, options: { damaged: boolean }): Promise<boolean> {
  try {
    const session = await openLibrarySession({
      root,
      spawnReader: () => {
        throw new Error('indexing reads no files')
      },
      resumeJobs: false,
    })
    try {
      if (options.damaged) await session.renewIndex()
      await session.jobs.idle()
      await session.catchUpIndex()
    } finally {
      await session.close()
    }
    return true
  } catch (error) {
    if (error instanceof LibraryBusyError || asStorageError(error)) return false
    throw error
  }
}
