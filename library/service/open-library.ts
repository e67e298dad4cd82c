import { mkdirSync } from 'node:fs'
import { openSearchForReading } from '../search/open-search-database.ts'
import { openPassageSearch, type PassageSearch } from '../search/passage-search.ts'
import type { LibraryPaths } from '../store/library-paths.ts'
import { type LibraryDatabase, openLibraryForReading } from '../store/open-library-database.ts'
import { type Recovery, recoverDamagedLibrary } from '../store/recover-library.ts'
import type { SqliteConnection } from '../store/sqlite-connection.ts'
import { StorageError } from '../store/storage-error.ts'
import { startWriter } from './writer/start-writer.ts'
import type { Writer } from './writer/writer.ts'

/** The open databases of a library: one writer in its thread, readers here. */
export interface OpenLibrary {
  readonly writer: Writer
  readonly library: LibraryDatabase
  readonly search: PassageSearch
  readonly searchConnection: SqliteConnection
  /** What was done at opening because the database was damaged. */
  readonly recovery: Recovery | undefined
  close(): Promise<void>
}

/**
 * Opens a library for writing and reading. A damaged library.db is kept aside and the newest sound
 * backup put in its place, so that a bad sector costs a day's work at most and never the start.
 */
export async function openLibrary(paths: LibraryPaths, now: Date): Promise<OpenLibrary> {
  for (const directory of [paths.root, paths.objects, paths.backups, paths.logs]) {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
  }
  let recovery: Recovery | undefined
  let writer: Writer
  try {
    writer = await startWriter(paths.root)
  } catch (error) {
    if (!(error instanceof StorageError) || error.code !== 'DATABASE_DAMAGED') throw error
    recovery = await recoverDamagedLibrary(paths, now)
    writer = await startWriter(paths.root)
  }
  const library = openLibraryForReading(paths.database)
  const searchConnection = openSearchForReading(paths.searchDatabase)
  return {
    writer,
    library,
    search: openPassageSearch(searchConnection),
    searchConnection,
    recovery,
    async close() {
      // The writer last: the last connection to close folds the WAL into the database.
      searchConnection.close()
      await library.close()
      await writer.close()
    },
  }
}
