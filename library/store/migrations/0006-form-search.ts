import type { SqliteConnection } from '../sqlite-connection.ts'

/** What a filled form is found by, and what a renewed one carried over. */
export function up(connection: SqliteConnection): void {
  connection.exec(`
    ALTER TABLE filled_form ADD COLUMN search_key TEXT NOT NULL DEFAULT '';
    ALTER TABLE filled_form ADD COLUMN renewed_from TEXT;
  `)
}
