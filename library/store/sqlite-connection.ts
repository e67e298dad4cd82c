/** A value SQLite stores. */
export type SqlValue = string | number | bigint | null | Uint8Array

/** A prepared statement. `reader` says whether it returns rows. */
export interface SqliteStatement {
  readonly reader: boolean
  all(parameters: readonly SqlValue[]): unknown[]
  get(parameters: readonly SqlValue[]): unknown
  run(parameters: readonly SqlValue[]): { changes: number | bigint; lastInsertRowid: number | bigint }
  iterate(parameters: readonly SqlValue[]): IterableIterator<unknown>
}

/**
 * The little of a synchronous SQLite driver that this project uses; shaped so that Kysely's
 * SqliteDialect takes it as it is. better-sqlite3 implements it, and `node:sqlite` where that
 * cannot load or where the library lies on a medium that cannot be written.
 */
export interface SqliteConnection {
  readonly driver: 'better-sqlite3' | 'node:sqlite'
  readonly readOnly: boolean
  prepare(sql: string): SqliteStatement
  exec(sql: string): void
  /** Closing again does nothing. */
  close(): void
}

export interface OpenOptions {
  readonly readOnly?: boolean
  /** The file cannot change under us: read it without locks or `-shm` (a read-only medium). */
  readonly immutable?: boolean
}
export type OpenSqlite = (file: string, options?: OpenOptions) => SqliteConnection

/** Runs `work` in a transaction on a raw connection; for code that works on statements directly. */
export function inTransaction<T>(connection: SqliteConnection, work: () => T): T {
  connection.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    connection.exec('COMMIT')
    return result
  } catch (error) {
    try {
      connection.exec('ROLLBACK')
    } catch {
      // SQLite has already rolled back by itself (full disk, I/O error): the first error is the telling one.
    }
    throw error
  }
}
