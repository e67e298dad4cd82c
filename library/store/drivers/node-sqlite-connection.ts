import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import type { OpenOptions, SqliteConnection, SqliteStatement } from '../sqlite-connection.ts'

/** Opens a database with the SQLite inside Node; the only driver here that can open an immutable file. */
export function openNodeSqlite(file: string, options: OpenOptions = {}): SqliteConnection {
  const location = file === ':memory:' ? file : pathToFileURL(file)
  if (location instanceof URL && options.immutable) location.searchParams.set('immutable', '1')
  const readOnly = (options.readOnly ?? false) || (options.immutable ?? false)
  const database = new DatabaseSync(location, { readOnly, timeout: 10_000 })
  return {
    driver: 'node:sqlite',
    readOnly,
    prepare(sql): SqliteStatement {
      const statement = database.prepare(sql)
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...parameters),
        get: (parameters) => statement.get(...parameters),
        run: (parameters) => statement.run(...parameters),
        iterate: (parameters) => statement.iterate(...parameters),
      }
    },
    exec: (sql) => database.exec(sql),
    close: () => {
      if (database.isOpen) database.close()
    },
  }
}
