import { statSync } from 'node:fs'
import { Kysely, SqliteDialect } from 'kysely'
import { findDamageQuickly } from './database-copy.ts'
import { libraryMigrations, migrate, refuseNewer } from './migrate.ts'
import { openSqlite } from './open-sqlite.ts'
import { rememberStatements } from './remembered-statements.ts'
import type { LibraryTables } from './schema.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { databaseDamaged } from './storage-error.ts'
import { tellingRollback } from './telling-rollback.ts'

/** library.db, open: `db` for repositories, `connection` for what needs statements of its own. */
export interface LibraryDatabase {
  readonly db: Kysely<LibraryTables>
  readonly connection: SqliteConnection
  close(): Promise<void>
}

const kyselyOver = (connection: SqliteConnection) =>
  new Kysely<LibraryTables>({
    dialect: new SqliteDialect({ database: rememberStatements(tellingRollback(connection)) }),
  })

function wrap(connection: SqliteConnection): LibraryDatabase {
  const db = kyselyOver(connection)
  return {
    db,
    connection,
    async close() {
      await db.destroy()
      // Kysely closes only what it has used.
      connection.close()
    },
  }
}

/** Up to this size the whole file is examined at every start (a tenth of a second); a larger one by its daily backup. Bytes. */
const EXAMINED_AT_START = 256 * 1024 ** 2

/**
 * Opens library.db for its one writer and brings it to the newest shape.
 * `synchronous=FULL`: what a commit acknowledges is on the disk (in WAL mode `NORMAL` would not keep that).
 * @throws {StorageError} DATABASE_DAMAGED
 * @throws {LibraryTooNewError} when a newer version of the app has changed it
 */
export function openLibraryForWriting(file: string, now: Date): LibraryDatabase {
  const connection = openSqlite(file)
  try {
    examine(connection, file)
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

function examine(connection: SqliteConnection, file: string): void {
  if (statSync(file).size > EXAMINED_AT_START) return
  const damage = findDamageQuickly(connection)
  if (damage !== undefined) throw databaseDamaged(damage)
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
