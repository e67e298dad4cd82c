import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { openSqlite } from './open-sqlite.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { StorageError } from './storage-error.ts'

/**
 * Writes a consistent copy of an open database to `file`, which appears whole or not at all.
 * The copy is checked before it takes its name: a backup that cannot be restored is none.
 * @returns its size in bytes
 */
export function copyDatabase(connection: SqliteConnection, file: string): number {
  const temporary = `${file}.tmp`
  rmSync(temporary, { force: true })
  try {
    connection.prepare('VACUUM INTO ?').run([temporary])
    const copy = openSqlite(temporary, { readOnly: true })
    const damage = findDamage(copy)
    copy.close()
    if (damage !== undefined) {
      throw new StorageError({
        code: 'DATABASE_DAMAGED',
        what: '备份没有做成：资料库文件已损坏。',
        why: damage,
        todo: '以前的备份都在。请在“设置—备份”里恢复最近的备份。',
      })
    }
    syncFile(temporary)
    renameSync(temporary, file)
    return statSync(file).size
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/** The part of the integrity check that reads each page once: for every start. */
export function findDamageQuickly(connection: SqliteConnection): string | undefined {
  const row = connection.prepare('PRAGMA quick_check(1)').get([]) as { quick_check: string }
  return row.quick_check === 'ok' ? undefined : row.quick_check
}

/** SQLite's own integrity check; undefined when sound, else what it found first. */
export function findDamage(connection: SqliteConnection): string | undefined {
  const row = connection.prepare('PRAGMA integrity_check(1)').get([]) as { integrity_check: string }
  return row.integrity_check === 'ok' ? undefined : row.integrity_check
}

/** Makes a file's content durable. */
export function syncFile(file: string): void {
  const descriptor = openSync(file, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
