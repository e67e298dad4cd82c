import { accessSync, constants, truncateSync } from 'node:fs'
import { openSqlite } from './open-sqlite.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { asStorageError } from './storage-error.ts'

/** Held while this process may write the library. */
export interface LibraryLock {
  release(): void
}

/**
 * Takes the library for this process, or returns undefined when another process has it.
 * The lock is SQLite's own lock on an empty file: the operating system lets go of it when the
 * process dies, however it dies, so there is never a stale lock to clean up.
 */
export function takeLibraryLock(file: string): LibraryLock | undefined {
  try {
    return lock(file)
  } catch (error) {
    if (asStorageError(error)?.code !== 'DATABASE_DAMAGED') throw error
    // Nobody can hold a lock on what is no database, and it holds nothing: emptied, it is a lock again.
    truncateSync(file)
    return lock(file)
  }
}

function lock(file: string): LibraryLock | undefined {
  let connection: SqliteConnection | undefined
  try {
    connection = openSqlite(file)
    connection.exec('PRAGMA busy_timeout = 0')
    connection.exec('PRAGMA journal_mode = MEMORY')
    connection.exec('BEGIN EXCLUSIVE')
    // On a medium that cannot be written SQLite begins all the same, holding nothing.
    accessSync(file, constants.W_OK)
  } catch (error) {
    connection?.close()
    if (isBusy(error)) return undefined
    throw error
  }
  const held = connection
  return { release: () => held.close() }
}

function isBusy(error: unknown): boolean {
  return (
    error instanceof Error &&
    /database is locked|SQLITE_BUSY/.test(`${error.message} ${(error as { code?: string }).code}`)
  )
}
