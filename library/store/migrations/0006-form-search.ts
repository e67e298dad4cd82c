import type { SqliteConnection } from '../sqlite-connection.ts'

/** What a filled form is found by, and what a renewed one carried over. */
export function up(connection: SqliteConnection): void {
  connection.exec(`
    ALTER TABLE filled_form ADD COLUMN search_key TEXT NOT NULL DEFAULT '';
    ALTER TABLE filled_form ADD COLUMN renewed_from TEXT;
    -- All that a list without words asks of a form.
    CREATE INDEX filled_form_listed ON filled_form (discarded_at, updated_at, state, template_id, batch_id);
    CREATE INDEX filled_form_found ON filled_form (discarded_at, search_key, code, updated_at, state, template_id, batch_id);
  `)
}
