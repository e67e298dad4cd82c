import type { SqliteConnection } from '../sqlite-connection.ts'

/** Filled forms, what is known for filling the next one, and places and columns the office taught. */
export function up(connection: SqliteConnection): void {
  connection.exec(`
    CREATE TABLE filled_form (
      id TEXT PRIMARY KEY,
      code TEXT UNIQUE,
      template_id TEXT NOT NULL,
      revision TEXT NOT NULL,
      template_title TEXT NOT NULL,
      title TEXT NOT NULL,
      state TEXT NOT NULL,
      data TEXT NOT NULL,
      sources TEXT NOT NULL,
      basis TEXT NOT NULL,
      let_stand TEXT NOT NULL,
      batch_id TEXT,
      docx_sha256 TEXT,
      library_version TEXT,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      finished_at TEXT,
      discarded_at TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX filled_form_recent ON filled_form (updated_at);
    CREATE INDEX filled_form_template ON filled_form (template_id, updated_at);
    CREATE INDEX filled_form_batch ON filled_form (batch_id) WHERE batch_id IS NOT NULL;

    CREATE TABLE template_use (
      template_id TEXT PRIMARY KEY,
      revision TEXT NOT NULL,
      used_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE known_value (
      meaning TEXT NOT NULL,
      subject TEXT NOT NULL,
      value TEXT NOT NULL,
      form_id TEXT NOT NULL,
      used_at TEXT NOT NULL,
      PRIMARY KEY (subject, meaning)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX known_value_meaning ON known_value (meaning, used_at);

    CREATE TABLE book_entry (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      name TEXT NOT NULL,
      initials TEXT NOT NULL,
      resident_id TEXT,
      household_id TEXT,
      meanings TEXT NOT NULL,
      extra TEXT NOT NULL,
      source TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      discarded_at TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX book_entry_name ON book_entry (name);
    CREATE INDEX book_entry_resident ON book_entry (resident_id) WHERE resident_id IS NOT NULL;

    CREATE TABLE column_match (
      target TEXT NOT NULL,
      columns TEXT NOT NULL,
      match TEXT NOT NULL,
      used_at TEXT NOT NULL,
      PRIMARY KEY (target, columns)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE gazetteer_place (
      name TEXT PRIMARY KEY,
      note TEXT NOT NULL,
      added_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `)
}
