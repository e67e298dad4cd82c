import type { SqliteConnection } from '../sqlite-connection.ts'

/** What a person keeps of searching: saved searches, recent ones, and noted gaps. */
export function up(connection: SqliteConnection): void {
  connection.exec(`
    CREATE TABLE saved_search (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      address TEXT NOT NULL,
      place INTEGER NOT NULL,
      seen_total INTEGER,
      created_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE recent_search (
      query TEXT PRIMARY KEY,
      at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE search_gap (
      id TEXT PRIMARY KEY,
      query TEXT NOT NULL,
      note TEXT NOT NULL,
      noted_at TEXT NOT NULL,
      exported_at TEXT
    ) STRICT, WITHOUT ROWID;
  `)
}
