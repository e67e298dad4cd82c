import { Kysely, SqliteDialect } from 'kysely'
import { libraryMigrations, migrate, refuseNewer } from './migrate.ts'
import { openSqlite } from './open-sqlite.ts'
import type { LibraryTables } from './schema.ts'
import type { SqliteConnection } from './sqlite-connection.ts'

/** library.db, open: `db` for repositories, `connection` for what needs statements of its own. */
export interface LibraryDatabase {
  readonly db: Kysely<LibraryTables>
  readonly connection: SqliteConnection
  close(): Promise<void>
}

const kyselyOver = (connection: SqliteConnection) =>
  new Kysely<LibraryTables>({ dialect: new SqliteDialect({ database: connection }) })

function wrap(connection: SqliteConnection): LibraryDatabase {
  const db = kyselyOver(connection)
  return { db, connection, close: () => db.destroy() }
}

/**
 * Opens library.db for its one writer and brings it to the newest shape.
 * `synchronous=FULL`: what a commit acknowledges is on the disk (in WAL mode `NORMAL` would not keep that).
 */
export function openLibraryForWriting(file: string, now: Date): LibraryDatabase {
  const connection = openSqlite(file)
  try {
    connection.exec('PRAGMA journal_mode = WAL')
    connection.exec('PRAGMA synchronous = FULL')
    connection.exec('PRAGMA foreign_keys = ON')
    connection.exec('PRAGMA cache_size = -16000')
    migrate(connection, libraryMigrations, now)
  } catch (error) {
    connection.close()
    throw error
  }
  return wrap(connection)
}

/** Opens library.db for reading beside the writer. `immutable` for a medium that cannot be written. */
export function openLibraryForReading(file: string, options: { immutable?: boolean } = {}): LibraryDatabase {
  const connection = openSqlite(file, { readOnly: true, immutable: options.immutable ?? false })
  try {
    refuseNewer(connection, libraryMigrations)
  } catch (error) {
    connection.close()
    throw error
  }
  return wrap(connection)
}
