import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '../errors/app-error.ts'
import { listBackups } from './backups.ts'
import { syncDirectory } from './blob-store.ts'
import { findDamage, syncFile } from './database-copy.ts'
import type { LibraryPaths } from './library-paths.ts'
import { libraryMigrations, refuseNewer } from './migrate.ts'
import { openSqlite } from './open-sqlite.ts'
import { StorageError } from './storage-error.ts'

/** What became of a database that was replaced. */
export interface Recovery {
  /** Where the former file lies now, relative to the library. */
  readonly keptAside: string
  /** The backup that took its place; undefined when there was none. */
  readonly restored: string | undefined
}

/** True when library.db is not there or empty although the library was in use: its index or backups are there. */
export async function isLibraryLost(paths: LibraryPaths): Promise<boolean> {
  if (existsSync(paths.database) && statSync(paths.database).size > 0) return false
  return existsSync(paths.searchDatabase) || (await listBackups(paths.backups)).length > 0
}

/** Keeps a damaged library.db aside and restores the newest backup that is sound. */
export async function recoverDamagedLibrary(paths: LibraryPaths, now: Date): Promise<Recovery> {
  for (const { name } of await listBackups(paths.backups)) {
    const file = path.join(paths.backups, name)
    try {
      requireSoundCopy(file)
    } catch {
      continue
    }
    return { keptAside: await replaceLibrary(paths, file, now), restored: name }
  }
  const keptAside = keepAside(paths, now)
  removeAttendants(paths)
  rmSync(paths.database, { force: true })
  return { keptAside, restored: undefined }
}

/**
 * Puts a backup in the place of library.db, which nobody has open. Killed at any moment, the name
 * library.db shows either the former database or the backup whole.
 * @returns where the former one lies now, relative to the library
 */
export async function replaceLibrary(paths: LibraryPaths, backup: string, now: Date): Promise<string> {
  const coming = `${paths.database}.restoring`
  try {
    copyFileSync(backup, coming)
    forgetUnfinishedJobs(coming)
    syncFile(coming)
  } catch (error) {
    rmSync(coming, { force: true })
    throw error
  }
  const keptAside = keepAside(paths, now)
  removeAttendants(paths)
  renameSync(coming, paths.database)
  await syncDirectory(paths.root)
  return keptAside
}

/**
 * Writes what still stands in the WAL into library.db, so that the file alone is the whole library.
 * @throws {StorageError} STORAGE_IO when another program keeps reading it
 */
export function foldWal(database: string): void {
  const connection = openSqlite(database)
  try {
    const { busy } = connection.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get([]) as { busy: number }
    if (busy === 0) return
  } finally {
    connection.close()
  }
  throw new StorageError({
    code: 'STORAGE_IO',
    what: '没有恢复：资料库正被另一个程序读取。',
    todo: '现在的资料没有改动。请关闭别的薪火命令后再试。',
  })
}

/**
 * Makes sure that a copy can take library.db's place.
 * @throws {StorageError} DATABASE_DAMAGED when it is damaged or no library
 * @throws {LibraryTooNewError} when a newer version of the app made it
 */
export function requireSoundCopy(file: string): void {
  let damage: string | undefined
  try {
    const connection = openSqlite(file, { readOnly: true })
    try {
      damage = findDamage(connection)
      if (damage === undefined) refuseNewer(connection, libraryMigrations)
    } finally {
      connection.close()
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    damage = error instanceof Error ? error.message : String(error)
  }
  if (damage === undefined) return
  throw new StorageError({
    code: 'DATABASE_DAMAGED',
    what: '没有恢复：这个备份文件已损坏。',
    why: `${path.basename(file)}（${damage}）`,
    todo: '现在的资料没有改动。请选另一个备份。',
  })
}

/** Gives library.db and its WAL second names under `damaged/`; the first ones stay until they are replaced. */
function keepAside(paths: LibraryPaths, now: Date): string {
  const directory = path.join(paths.damaged, now.toISOString().replace(/[:.]/g, '-'))
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  for (const suffix of ['', '-wal']) {
    const file = paths.database + suffix
    if (!existsSync(file)) continue
    const kept = path.join(directory, `library.db${suffix}`)
    try {
      linkSync(file, kept)
    } catch {
      // exFAT and some network shares know no second names.
      copyFileSync(file, kept)
      syncFile(kept)
    }
  }
  return path.relative(paths.root, directory)
}

/** A WAL must not meet another database, nor an index another library. */
function removeAttendants(paths: LibraryPaths): void {
  for (const suffix of ['', '-wal', '-shm']) {
    if (suffix !== '') rmSync(paths.database + suffix, { force: true })
    rmSync(paths.searchDatabase + suffix, { force: true })
  }
}

/** What was waiting when the backup was made is not to be done now. */
function forgetUnfinishedJobs(file: string): void {
  const connection = openSqlite(file)
  try {
    connection.exec('DELETE FROM job WHERE finished_at IS NULL')
  } finally {
    connection.close()
  }
}
