import { AppError } from '../errors/app-error.ts'
import type { SqliteConnection, SqliteStatement } from '../store/sqlite-connection.ts'
import { asStorageError } from '../store/storage-error.ts'

/** search.db is damaged. Nothing is lost: it is derived from library.db and rebuilt. */
export class IndexDamagedError extends AppError<'INDEX_DAMAGED'> {
  constructor(cause?: unknown) {
    super({
      code: 'INDEX_DAMAGED',
      what: '检索索引损坏了，正在自动重建。',
      todo: '资料都在，仍可阅读。请过一会儿再检索。',
      cause,
    })
  }
}

/** Whom to tell of damage that SQLite itself does not see, by guarded connection. */
const listeners = new WeakMap<SqliteConnection, () => void>()

/**
 * Tells of damage inside what SQLite gave back as sound, and returns the error to throw.
 * @param where what did not hold together, for the log
 */
export function reportIndexDamage(connection: SqliteConnection, where: string): IndexDamagedError {
  listeners.get(connection)?.()
  return new IndexDamagedError(new Error(`${where} does not hold together`))
}

/**
 * A connection to search.db whose damage is told apart from library.db's.
 * @param onDamage called each time damage is met, before {@link IndexDamagedError} is thrown
 */
export function guardIndex(connection: SqliteConnection, onDamage: () => void = () => {}): SqliteConnection {
  const guarded = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      if (asStorageError(error)?.code !== 'DATABASE_DAMAGED') throw error
      onDamage()
      throw new IndexDamagedError(error)
    }
  }
  const guardedConnection: SqliteConnection = {
    driver: connection.driver,
    readOnly: connection.readOnly,
    prepare(sql): SqliteStatement {
      const statement = guarded(() => connection.prepare(sql))
      return {
        reader: statement.reader,
        all: (parameters) => guarded(() => statement.all(parameters)),
        get: (parameters) => guarded(() => statement.get(parameters)),
        run: (parameters) => guarded(() => statement.run(parameters)),
        iterate: (parameters) => guarded(() => statement.iterate(parameters)),
      }
    },
    exec: (sql) => guarded(() => connection.exec(sql)),
    close: () => connection.close(),
  }
  listeners.set(guardedConnection, onDamage)
  return guardedConnection
}
