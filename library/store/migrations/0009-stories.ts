import type { SqliteConnection } from '../sqlite-connection.ts'

/** Stories in the making and known, the record of what was done with them, columns, and what came back. */
export function up(connection: SqliteConnection): void {
  connection.exec(`
    CREATE TABLE story (
      id TEXT PRIMARY KEY,
      state TEXT NOT NULL,
      record TEXT NOT NULL,
      record_sha256 TEXT NOT NULL,
      due_on TEXT,
      scheduled_for TEXT,
      review_on TEXT,
      published_on TEXT,
      published_record TEXT,
      revision TEXT,
      created_by TEXT NOT NULL,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      discarded_at TEXT
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX story_scheduled ON story (scheduled_for) WHERE scheduled_for IS NOT NULL;
    CREATE INDEX story_review ON story (review_on) WHERE review_on IS NOT NULL;

    CREATE TABLE story_summary (
      id TEXT PRIMARY KEY,
      own INTEGER NOT NULL,
      state TEXT NOT NULL,
      title TEXT NOT NULL,
      title_initials TEXT NOT NULL,
      summary TEXT,
      search_key TEXT NOT NULL,
      happened_from TEXT,
      evidence INTEGER NOT NULL,
      pictures INTEGER NOT NULL,
      cover TEXT,
      published_on TEXT,
      review_on TEXT,
      due_on TEXT,
      scheduled_for TEXT,
      revision TEXT,
      facets TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      version INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX story_summary_version ON story_summary (version);
    CREATE INDEX story_summary_updated ON story_summary (updated_at);
    CREATE INDEX story_summary_state ON story_summary (state, updated_at);
    CREATE INDEX story_summary_published ON story_summary (published_on);

    CREATE TABLE story_facet (
      type TEXT NOT NULL,
      value TEXT NOT NULL,
      story_id TEXT NOT NULL,
      PRIMARY KEY (type, value, story_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX story_facet_story ON story_facet (story_id);

    CREATE TABLE story_policy (
      item_id TEXT NOT NULL,
      anchor TEXT NOT NULL,
      story_id TEXT NOT NULL,
      PRIMARY KEY (item_id, anchor, story_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX story_policy_story ON story_policy (story_id);

    CREATE TABLE story_band (
      band INTEGER NOT NULL,
      hash INTEGER NOT NULL,
      story_id TEXT NOT NULL,
      PRIMARY KEY (band, hash, story_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX story_band_story ON story_band (story_id);

    CREATE TABLE editorial_event (
      number INTEGER PRIMARY KEY,
      subject TEXT NOT NULL,
      subject_id TEXT NOT NULL,
      at TEXT NOT NULL,
      by TEXT NOT NULL,
      type TEXT NOT NULL,
      body TEXT NOT NULL,
      previous TEXT NOT NULL,
      hash TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE INDEX editorial_event_subject ON editorial_event (subject, subject_id, number);

    CREATE TABLE story_task (
      id TEXT PRIMARY KEY,
      story_id TEXT NOT NULL,
      type TEXT NOT NULL,
      field TEXT,
      quote TEXT,
      text TEXT NOT NULL,
      by TEXT NOT NULL,
      at TEXT NOT NULL,
      role TEXT,
      due_on TEXT,
      done_at TEXT,
      done_by TEXT,
      answer TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX story_task_story ON story_task (story_id, at);
    CREATE INDEX story_task_open ON story_task (role, due_on) WHERE done_at IS NULL;

    CREATE TABLE slip (
      id TEXT PRIMARY KEY,
      type TEXT NOT NULL,
      direction TEXT NOT NULL,
      story_id TEXT NOT NULL,
      title TEXT NOT NULL,
      sender TEXT NOT NULL,
      sender_name TEXT NOT NULL,
      step TEXT,
      answer TEXT,
      note TEXT,
      record_sha256 TEXT NOT NULL,
      body TEXT NOT NULL,
      state TEXT NOT NULL,
      sent_at TEXT NOT NULL,
      taken_at TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX slip_story ON slip (story_id);

    CREATE TABLE story_media_copy (
      original TEXT NOT NULL,
      recipe TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      media_type TEXT NOT NULL,
      width INTEGER,
      height INTEGER,
      size INTEGER NOT NULL,
      PRIMARY KEY (original, recipe)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE feed (
      id TEXT PRIMARY KEY,
      uri TEXT NOT NULL,
      definition TEXT NOT NULL,
      issue INTEGER NOT NULL,
      issued_at TEXT,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      discarded_at TEXT
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE feed_choice (
      feed_id TEXT NOT NULL,
      story_id TEXT NOT NULL,
      choice TEXT NOT NULL,
      reason TEXT NOT NULL,
      by TEXT NOT NULL,
      at TEXT NOT NULL,
      PRIMARY KEY (feed_id, story_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE feed_entry (
      id TEXT PRIMARY KEY,
      feed_id TEXT NOT NULL,
      type TEXT NOT NULL,
      story_id TEXT,
      revision TEXT,
      title TEXT NOT NULL,
      issue INTEGER NOT NULL,
      published_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      note TEXT,
      of_entry TEXT,
      body TEXT,
      number INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX feed_entry_feed ON feed_entry (feed_id, number);
    CREATE INDEX feed_entry_story ON feed_entry (story_id);

    CREATE TABLE feed_build (
      feed_id TEXT NOT NULL,
      out TEXT NOT NULL,
      at TEXT NOT NULL,
      issue INTEGER NOT NULL,
      manifest TEXT NOT NULL,
      files INTEGER NOT NULL,
      PRIMARY KEY (feed_id, out)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE story_response (
      id TEXT PRIMARY KEY,
      story_id TEXT,
      feed_id TEXT,
      way TEXT NOT NULL,
      digest TEXT NOT NULL UNIQUE,
      given_on TEXT NOT NULL,
      received_at TEXT NOT NULL,
      useful TEXT,
      type TEXT NOT NULL,
      text TEXT,
      post TEXT,
      named TEXT,
      task_id TEXT,
      answer TEXT,
      answered_on TEXT,
      answer_issue INTEGER,
      shown_on TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX story_response_story ON story_response (story_id, given_on);
    CREATE INDEX story_response_feed ON story_response (feed_id, given_on);

    CREATE TABLE story_shown (
      story_id TEXT PRIMARY KEY,
      shown_on TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `)
}
