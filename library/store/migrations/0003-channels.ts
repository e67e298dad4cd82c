import type { SqliteConnection } from '../sqlite-connection.ts'

/** Channels: what they say of which item from which version to which, what is staged, and what the person chose. */
export function up(connection: SqliteConnection): void {
  connection.exec(`
    CREATE TABLE channel (
      id TEXT PRIMARY KEY,
      title TEXT NOT NULL,
      publisher TEXT NOT NULL,
      stage TEXT NOT NULL,
      precedence INTEGER NOT NULL,
      topics TEXT,
      trusted TEXT NOT NULL,
      fingerprint TEXT NOT NULL,
      version INTEGER,
      newest_version INTEGER,
      published_at TEXT,
      signed_by TEXT NOT NULL,
      received_from TEXT,
      received_at TEXT,
      next_expected_on TEXT,
      signatures_end_at TEXT,
      verified_at TEXT,
      verified_damaged INTEGER,
      added_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE channel_version (
      channel TEXT NOT NULL REFERENCES channel (id) ON DELETE CASCADE,
      version INTEGER NOT NULL,
      published_at TEXT NOT NULL,
      applied_at TEXT NOT NULL,
      notes TEXT NOT NULL,
      PRIMARY KEY (channel, version)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE channel_entry (
      channel TEXT NOT NULL REFERENCES channel (id) ON DELETE CASCADE,
      item_id TEXT NOT NULL,
      from_version INTEGER NOT NULL,
      until_version INTEGER,
      entry TEXT NOT NULL,
      PRIMARY KEY (channel, item_id, from_version)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX channel_entry_item ON channel_entry (item_id);

    CREATE TABLE channel_bin (
      channel TEXT NOT NULL REFERENCES channel (id) ON DELETE CASCADE,
      bin TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      PRIMARY KEY (channel, bin)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE staged_revision (
      sha256 TEXT PRIMARY KEY,
      content TEXT NOT NULL,
      staged_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE text_conflict (
      item_id TEXT PRIMARY KEY,
      channel TEXT NOT NULL,
      own TEXT NOT NULL,
      offered TEXT NOT NULL,
      base TEXT,
      since TEXT NOT NULL,
      choice TEXT
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE tombstone (
      item_id TEXT PRIMARY KEY,
      channel TEXT NOT NULL,
      withdrawn_on TEXT NOT NULL,
      reason TEXT NOT NULL,
      replaced_by TEXT
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE new_since (
      item_id TEXT PRIMARY KEY,
      channel TEXT NOT NULL,
      version INTEGER NOT NULL,
      type TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    ALTER TABLE revision ADD COLUMN offered INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE item ADD COLUMN channel TEXT;
  `)
}
