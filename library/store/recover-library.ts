import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { listBackups } from './backups.ts'
import { findDamage } from './database-copy.ts'
import type { LibraryPaths } from './library-paths.ts'
import { openSqlite } from './open-sqlite.ts'

/** What became of a database that was replaced. */
export interface Recovery {
  /** Where the former file lies now, relative to the library. */
  readonly keptAside: string
  /** The backup that took its place; undefined when there was none. */
  readonly restored: string | undefined
}

/** Moves library.db aside, with what belongs to it, and lets the index be rebuilt. Returns the new place. */
export function keepDatabaseAside(paths: LibraryPaths, now: Date): string {
  const directory = path.join(paths.damaged, now.toISOString().replace(/[:.]/g, '-'))
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  for (const suffix of ['', '-wal', '-shm']) {
    const file = paths.database + suffix
    if (existsSync(file)) renameSync(file, path.join(directory, `library.db${suffix}`))
    rmSync(paths.searchDatabase + suffix, { force: true })
  }
  return path.relative(paths.root, directory)
}

/** Keeps a damaged library.db aside and restores the newest backup that is sound. */
export async function recoverDamagedLibrary(paths: LibraryPaths, now: Date): Promise<Recovery> {
  const keptAside = keepDatabaseAside(paths, now)
  for (const backup of await listBackups(paths.backups)) {
    const file = path.join(paths.backups, backup.name)
    if (!isSound(file)) continue
    putInPlace(file, paths.database)
    return { keptAside, restored: backup.name }
  }
  return { keptAside, restored: undefined }
}

/** Copies a backup under a passing name and renames it: library.db is whole or absent. */
export function putInPlace(backup: string, database: string): void {
  const temporary = `${database}.restoring`
  copyFileSync(backup, temporary)
  renameSync(temporary, database)
}

export function isSound(file: string): boolean {
  try {
    const connection = openSqlite(file, { readOnly: true })
    try {
      return findDamage(connection) === undefined
    } finally {
      connection.close()
    }
  } catch {
    return false
  }
}
