import { AppError } from '../errors/app-error.ts'
import * as library0001 from './migrations/0001-library.ts'
import * as searches0002 from './migrations/0002-searches.ts'
import * as channels0003 from './migrations/0003-channels.ts'
import * as reports0004 from './migrations/0004-reports.ts'
import * as forms0005 from './migrations/0005-forms.ts'
import * as formSearch0006 from './migrations/0006-form-search.ts'
import * as arriving0007 from './migrations/0007-arriving.ts'
import * as bookHouseholds0008 from './migrations/0008-book-households.ts'
import * as stories0009 from './migrations/0009-stories.ts'
import * as meetings0010 from './migrations/0010-meetings.ts'
import { inTransaction, type SqliteConnection } from './sqlite-connection.ts'

interface Migration {
  readonly name: string
  readonly up: (connection: SqliteConnection) => void
}

/** In order; a name, once released, never changes. */
export const libraryMigrations: readonly Migration[] = [
  { name: '0001-library', up: library0001.up },
  { name: '0002-searches', up: searches0002.up },
  { name: '0003-channels', up: channels0003.up },
  { name: '0004-reports', up: reports0004.up },
  { name: '0005-forms', up: forms0005.up },
  { name: '0006-form-search', up: formSearch0006.up },
  { name: '0007-arriving', up: arriving0007.up },
  { name: '0008-book-households', up: bookHouseholds0008.up },
  { name: '0009-stories', up: stories0009.up },
  { name: '0010-meetings', up: meetings0010.up },
]

export class LibraryTooNewError extends AppError<'LIBRARY_TOO_NEW'> {}

const applied = (connection: SqliteConnection) =>
  (connection.prepare('SELECT name FROM migration ORDER BY name').all([]) as { name: string }[]).map((row) => row.name)

/**
 * Brings a database to the newest shape, each migration in a transaction of its own.
 * @returns the names of the migrations applied now
 * @throws {LibraryTooNewError} when a newer version of the app has already changed the database
 */
export function migrate(connection: SqliteConnection, migrations: readonly Migration[], now: Date): string[] {
  connection.exec(
    'CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL) STRICT, WITHOUT ROWID',
  )
  refuseNewer(connection, migrations)
  const done = new Set(applied(connection))
  const pending = migrations.filter((migration) => !done.has(migration.name))
  for (const migration of pending) {
    inTransaction(connection, () => {
      migration.up(connection)
      connection
        .prepare('INSERT INTO migration (name, applied_at) VALUES (?, ?)')
        .run([migration.name, now.toISOString()])
    })
  }
  return pending.map((migration) => migration.name)
}

/** @throws {LibraryTooNewError} when the database holds a migration this version does not know */
export function refuseNewer(connection: SqliteConnection, migrations: readonly Migration[]): void {
  const known = new Set(migrations.map((migration) => migration.name))
  const unknown = applied(connection).find((name) => !known.has(name))
  if (unknown === undefined) return
  throw new LibraryTooNewError({
    code: 'LIBRARY_TOO_NEW',
    what: '这个资料库已由更新版本的薪火升级过，现在的版本打不开。',
    why: `资料库里有本版本不认识的结构（${unknown}）。`,
    todo: '资料没有改动。请安装新版本薪火，或恢复升级前的备份。',
  })
}
