import BetterSqlite3 from 'better-sqlite3'
import type { OpenOptions, SqliteConnection, SqliteStatement, SqlValue } from '../sqlite-connection.ts'

/** Opens a database with better-sqlite3. */
export function openBetterSqlite3(file: string, options: OpenOptions = {}): SqliteConnection {
  const database = new BetterSqlite3(file, { readonly: options.readOnly ?? false, timeout: 10_000 })
  return {
    driver: 'better-sqlite3',
    readOnly: options.readOnly ?? false,
    prepare(sql): SqliteStatement {
      const statement = database.prepare<SqlValue[]>(sql)
      return {
        reader: statement.reader,
        all: (parameters) => statement.all(...parameters),
        get: (parameters) => statement.get(...parameters),
        run: (parameters) => statement.run(...parameters),
        iterate: (parameters) => statement.iterate(...parameters),
      }
    },
    exec: (sql) => void database.exec(sql),
    close: () => void database.close(),
  }
}
