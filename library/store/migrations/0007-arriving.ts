import type { SqliteConnection } from '../sqlite-connection.ts'

/** Revisions that are recorded, and count for nothing until the version they belong to takes effect. */
export function up(connection: SqliteConnection): void {
  connection.exec(`
    CREATE TABLE arriving_revision (
      sha256 TEXT PRIMARY KEY,
      item_id TEXT NOT NULL,
      summary TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `)
}
