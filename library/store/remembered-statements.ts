import type { SqliteConnection, SqliteStatement } from './sqlite-connection.ts'

/** Statements kept prepared. */
const MOST = 256
/** Longer ones hold lists of values and are seldom the same twice. Characters. */
const LONGEST = 2_000

/**
 * The same connection, keeping statements prepared: Kysely asks for each anew, and preparing costs as much as running
 * a small one. SQLite itself prepares again when the schema changes.
 */
export function rememberStatements(connection: SqliteConnection): SqliteConnection {
  const known = new Map<string, SqliteStatement>()
  return {
    ...connection,
    prepare(sql) {
      if (sql.length > LONGEST) return connection.prepare(sql)
      const before = known.get(sql)
      const statement = before ?? reusable(connection, sql)
      // The oldest in order of use is the first.
      known.delete(sql)
      known.set(sql, statement)
      if (known.size > MOST) known.delete(known.keys().next().value as string)
      return statement
    },
    close() {
      known.clear()
      connection.close()
    },
  }
}

/** A cursor stays open between its rows: it gets a statement of its own. */
function reusable(connection: SqliteConnection, sql: string): SqliteStatement {
  const statement = connection.prepare(sql)
  return { ...statement, iterate: (parameters) => connection.prepare(sql).iterate(parameters) }
}
