import type { SqliteConnection } from './sqlite-connection.ts'

/**
 * The same connection for Kysely, whose rolling back never hides why it rolls back: on a full disk or an I/O error
 * SQLite has rolled back by itself, and would answer `rollback` with an error of its own.
 */
export function tellingRollback(connection: SqliteConnection): SqliteConnection {
  return {
    ...connection,
    prepare(sql) {
      const statement = connection.prepare(sql)
      if (sql !== 'rollback') return statement
      return {
        ...statement,
        run(parameters) {
          try {
            return statement.run(parameters)
          } catch {
            return { changes: 0, lastInsertRowid: 0 }
          }
        },
      }
    },
  }
}
