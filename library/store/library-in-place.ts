import { statSync } from 'node:fs'
import { storageGone } from './storage-error.ts'

/**
 * Makes sure that a database that is open still has its name: on Linux and macOS one can go on
 * writing to a file that was deleted with its folder, and all of it would be lost.
 * @throws {StorageError} STORAGE_GONE when the folder was removed or its stick pulled out
 */
export function requireInPlace(database: string): void {
  try {
    statSync(database)
  } catch (cause) {
    throw storageGone(cause)
  }
}
