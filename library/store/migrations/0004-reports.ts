import type { SqliteConnection } from '../sqlite-connection.ts'

/** What the person writes to those who look after the content, with the answers; and what others sent to this office. */
export function up(connection: SqliteConnection): void {
  connection.exec(`
    CREATE TABLE report_identity (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      private_key TEXT NOT NULL,
      public_key TEXT NOT NULL,
      last_number INTEGER NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE report (
      id TEXT PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      text TEXT NOT NULL,
      item_id TEXT,
      title TEXT,
      anchor TEXT,
      revision TEXT,
      quote TEXT,
      gap_id TEXT,
      created_at TEXT NOT NULL,
      exported_at TEXT,
      discarded_at TEXT,
      answer TEXT,
      answered_on TEXT,
      answer_items TEXT,
      answer_taken_at TEXT,
      answer_seen_at TEXT
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE received_report (
      id TEXT PRIMARY KEY,
      number TEXT NOT NULL,
      sender TEXT NOT NULL,
      sender_name TEXT,
      kind TEXT NOT NULL,
      facts TEXT NOT NULL,
      text TEXT NOT NULL,
      written_at TEXT NOT NULL,
      received_at TEXT NOT NULL,
      answer TEXT,
      answered_on TEXT,
      answer_items TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX received_report_number ON received_report (number);
  `)
}
