import { rmSync } from 'node:fs'
import { openSqlite } from '../store/open-sqlite.ts'
import type { SqliteConnection } from '../store/sqlite-connection.ts'
import { hasIndexFormat, touchIndexTables } from './index/index-schema.ts'
import { guardIndex } from './index-connection.ts'

/**
 * Opens search.db for its one writer. It is derived from library.db: when it is damaged or of
 * another format it is deleted, and the keeper fills a new one.
 * `synchronous=NORMAL`: a power cut may take back the last steps, and the keeper takes them again.
 */
export function openSearchForWriting(file: string): SqliteConnection {
  const opened = tryOpen(file)
  if (opened) return opened
  deleteSearchDatabase(file)
  return openAndSet(file)
}

/** @param options.onDamage called when a search meets damage, which then ends in an IndexDamagedError */
export function openSearchForReading(
  file: string,
  options: { readonly immutable?: boolean; readonly onDamage?: () => void } = {},
): SqliteConnection {
  return guardIndex(openSqlite(file, { readOnly: true, immutable: options.immutable ?? false }), options.onDamage)
}

export function deleteSearchDatabase(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
}

function tryOpen(file: string): SqliteConnection | undefined {
  let connection: SqliteConnection | undefined
  try {
    connection = openAndSet(file)
    const isNew = (connection.prepare('SELECT count(*) AS n FROM sqlite_master').get([]) as { n: number }).n === 0
    if (isNew) return connection
    if (hasIndexFormat(connection)) {
      touchIndexTables(connection)
      return connection
    }
  } catch {
    // Damaged, or not a database at all: rebuilt like any other index that does not fit.
  }
  connection?.close()
  return undefined
}

function openAndSet(file: string): SqliteConnection {
  const connection = guardIndex(openSqlite(file))
  connection.exec('PRAGMA journal_mode = WAL')
  connection.exec('PRAGMA synchronous = NORMAL')
  connection.exec('PRAGMA cache_size = -32000')
  return connection
}
