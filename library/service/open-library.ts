import { mkdirSync } from 'node:fs'
import { IndexDamagedError } from '../search/index-connection.ts'
import { openSearchForReading } from '../search/open-search-database.ts'
import { openPassageSearch, type PassageSearch } from '../search/passage-search.ts'
import { searchKnowledge } from '../search/search-knowledge.ts'
import type { LibraryPaths } from '../store/library-paths.ts'
import { type LibraryDatabase, openLibraryForReading } from '../store/open-library-database.ts'
import { isLibraryLost, type Recovery, recoverDamagedLibrary } from '../store/recover-library.ts'
import type { SqliteConnection } from '../store/sqlite-connection.ts'
import { StorageError } from '../store/storage-error.ts'
import { startWriter } from './writer/start-writer.ts'
import type { Writer } from './writer/writer.ts'

/** The open databases of a library: one writer in its thread, readers here. */
export interface OpenLibrary {
  readonly writer: Writer
  readonly library: LibraryDatabase
  /** @throws {IndexDamagedError} while a damaged index is being replaced */
  readonly search: PassageSearch
  /** What was done at opening because the database was damaged. */
  readonly recovery: Recovery | undefined
  /** Puts an empty index in the place of a damaged one; it is then to be filled. */
  renewIndex(): Promise<void>
  close(): Promise<void>
}

/**
 * Opens a library for writing and reading. A damaged library.db is kept aside and the newest sound
 * backup put in its place, so that a bad sector costs a day's work at most and never the start.
 * @param onIndexDamage called when a search meets a damaged index
 */
export async function openLibrary(paths: LibraryPaths, now: Date, onIndexDamage: () => void): Promise<OpenLibrary> {
  for (const directory of [paths.root, paths.objects, paths.backups, paths.logs]) {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
  }
  const { writer, recovery } = await startSoundWriter(paths, now)
  try {
    return openReaders(paths, writer, recovery, onIndexDamage)
  } catch (error) {
    await writer.close()
    throw error
  }
}

async function startSoundWriter(
  paths: LibraryPaths,
  now: Date,
): Promise<{ writer: Writer; recovery: Recovery | undefined }> {
  let recovery = (await isLibraryLost(paths)) ? await recoverDamagedLibrary(paths, now) : undefined
  try {
    return { writer: await startWriter(paths.root), recovery }
  } catch (error) {
    if (!(error instanceof StorageError) || error.code !== 'DATABASE_DAMAGED') throw error
    recovery = await recoverDamagedLibrary(paths, now)
    return { writer: await startWriter(paths.root), recovery }
  }
}

function openReaders(
  paths: LibraryPaths,
  writer: Writer,
  recovery: Recovery | undefined,
  onDamage: () => void,
): OpenLibrary {
  const library = openLibraryForReading(paths.database)
  const openSearch = (): { connection: SqliteConnection; search: PassageSearch } => {
    const connection = openSearchForReading(paths.searchDatabase, { onDamage })
    return { connection, search: openPassageSearch(connection, searchKnowledge) }
  }
  let index: ReturnType<typeof openSearch> | undefined = openSearch()
  return {
    writer,
    library,
    recovery,
    get search() {
      if (index) return index.search
      onDamage()
      throw new IndexDamagedError()
    },
    async renewIndex() {
      // Windows deletes no file that is open.
      index?.connection.close()
      index = undefined
      await writer.renewIndex()
      index = openSearch()
    },
    async close() {
      // The writer last: the last connection to close folds the WAL into the database.
      index?.connection.close()
      await library.close()
      await writer.close()
    },
  }
}
