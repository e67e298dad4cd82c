import type { SqliteConnection } from '../sqlite-connection.ts'

/** Everyone of a household is found at once: a batch asks for it for each of its rows. */
export function up(connection: SqliteConnection): void {
  connection.exec(`
    CREATE INDEX book_entry_household ON book_entry (household_id) WHERE household_id IS NOT NULL;
  `)
}
