import type { SqliteConnection } from '../sqlite-connection.ts'

/** The first shape of library.db: items, revisions, blobs, provenance, jobs, and the person's own marks. */
export function up(connection: SqliteConnection): void {
  connection.exec(`
    CREATE TABLE item (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      title TEXT NOT NULL,
      title_key TEXT NOT NULL,
      title_initials TEXT NOT NULL,
      label TEXT,
      issuer TEXT,
      document_number TEXT,
      issued_on TEXT,
      effective_from TEXT,
      description TEXT,
      validity TEXT NOT NULL,
      current_revision TEXT NOT NULL,
      revisions INTEGER NOT NULL,
      starter INTEGER NOT NULL DEFAULT 0,
      added_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      put_away_at TEXT,
      next_change_on TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX item_kind_updated ON item (kind, updated_at);
    CREATE INDEX item_next_change ON item (next_change_on) WHERE next_change_on IS NOT NULL;

    CREATE TABLE revision (
      sha256 TEXT PRIMARY KEY,
      item_id TEXT NOT NULL REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED,
      recorded_seq INTEGER NOT NULL UNIQUE,
      recorded_at TEXT NOT NULL,
      title TEXT NOT NULL,
      document_number TEXT,
      issued_on TEXT,
      effective_from TEXT,
      repealed_on TEXT,
      expires_on TEXT,
      content TEXT NOT NULL
    ) STRICT;
    CREATE INDEX revision_item ON revision (item_id);

    CREATE TABLE blob (
      sha256 TEXT PRIMARY KEY,
      size INTEGER NOT NULL,
      media_type TEXT NOT NULL,
      added_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE revision_blob (
      revision TEXT NOT NULL REFERENCES revision (sha256),
      blob TEXT NOT NULL REFERENCES blob (sha256),
      PRIMARY KEY (revision, blob)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE item_topic (
      item_id TEXT NOT NULL REFERENCES item (id),
      topic TEXT NOT NULL,
      PRIMARY KEY (item_id, topic)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX item_topic_topic ON item_topic (topic);

    CREATE TABLE provenance (
      id INTEGER PRIMARY KEY,
      revision TEXT NOT NULL REFERENCES revision (sha256),
      activity TEXT NOT NULL,
      agent TEXT NOT NULL,
      source TEXT NOT NULL,
      source_sha256 TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX provenance_revision ON provenance (revision);

    CREATE TABLE import_source (
      location TEXT PRIMARY KEY,
      sha256 TEXT NOT NULL,
      reader INTEGER NOT NULL,
      item_id TEXT NOT NULL,
      revision TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE change (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      item_id TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE job (
      id TEXT PRIMARY KEY,
      type TEXT NOT NULL,
      state TEXT NOT NULL,
      parameters TEXT NOT NULL,
      progress TEXT NOT NULL,
      result TEXT,
      error TEXT,
      created_at TEXT NOT NULL,
      finished_at TEXT
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE favourite (
      item_id TEXT NOT NULL,
      anchor TEXT NOT NULL,
      added_at TEXT NOT NULL,
      PRIMARY KEY (item_id, anchor)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE note (
      id TEXT PRIMARY KEY,
      item_id TEXT NOT NULL,
      anchor TEXT NOT NULL,
      revision TEXT NOT NULL,
      text TEXT NOT NULL,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX note_item ON note (item_id);
    CREATE TABLE recent (
      item_id TEXT PRIMARY KEY,
      anchor TEXT NOT NULL,
      opened_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `)
}
