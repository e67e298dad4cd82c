import type { SqliteConnection } from '../sqlite-connection.ts'

/** Meetings, drills, step-by-step guides and learning paths, what they cite, and what came back. */
export function up(connection: SqliteConnection): void {
  connection.exec(`
    CREATE TABLE material (
      id TEXT PRIMARY KEY,
      type TEXT NOT NULL,
      title TEXT NOT NULL,
      record TEXT NOT NULL,
      record_sha256 TEXT NOT NULL,
      origin TEXT,
      copied_from TEXT,
      item_id TEXT,
      revision TEXT,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      discarded_at TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX material_type ON material (type, updated_at);
    CREATE INDEX material_origin ON material (origin) WHERE origin IS NOT NULL;

    CREATE TABLE material_citation (
      material_id TEXT NOT NULL,
      cite_id TEXT NOT NULL,
      item_id TEXT NOT NULL,
      anchor TEXT NOT NULL,
      revision TEXT,
      kept_beside TEXT,
      validity TEXT,
      PRIMARY KEY (material_id, cite_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX material_citation_item ON material_citation (item_id);

    CREATE TABLE material_summary (
      id TEXT NOT NULL,
      own INTEGER NOT NULL,
      type TEXT NOT NULL,
      title TEXT NOT NULL,
      search_key TEXT NOT NULL,
      facets TEXT NOT NULL,
      facts TEXT NOT NULL,
      record_sha256 TEXT NOT NULL,
      item_id TEXT,
      revision TEXT,
      updated_at TEXT NOT NULL,
      discarded_at TEXT,
      PRIMARY KEY (id, own)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX material_summary_listed ON material_summary (type, updated_at);

    CREATE TABLE material_response (
      id TEXT PRIMARY KEY,
      material_id TEXT NOT NULL,
      type TEXT NOT NULL,
      way TEXT NOT NULL,
      digest TEXT NOT NULL UNIQUE,
      given_on TEXT NOT NULL,
      received_at TEXT NOT NULL,
      place INTEGER NOT NULL,
      post TEXT,
      answers TEXT NOT NULL,
      done_on TEXT,
      done_note TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX material_response_material ON material_response (material_id, given_on);

    CREATE TABLE learning_progress (
      path_id TEXT NOT NULL,
      step_id TEXT NOT NULL,
      state TEXT NOT NULL,
      answers TEXT,
      at TEXT NOT NULL,
      PRIMARY KEY (path_id, step_id)
    ) STRICT, WITHOUT ROWID;
  `)
}
